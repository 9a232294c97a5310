# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Rotations as quaternions, angles and matrices, and matrices that move points.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from rigid import quat_multiply, rotate, rotation_matrix
from values import matrices, value, vectors

Q = np.array([[0.1, 0.7, -0.1, 0.7], [0.5, -0.5, 0.5, -0.5], [0, 0, 0, 1], [-0.9, 0.2, 0.1, 0.3], [0.1, 0.2, 0.9, 0.05]])
Q = (Q / np.linalg.norm(Q, axis=1)[:, None]).astype(np.float32)
V = np.array([[2, 0.5, -1], [-3, 1, 4], [0, 1, 0], [1, 2, 3], [-1, -1, 2]], np.float32)
COUNT = len(Q)
SHORT = np.array([q * np.sign(q[3]) for q in Q])  # the same rotations, by less than half a turn
# What a matrix is turned into has the part positive that is worked out first: the last one, or the largest.
OF_MATRIX = np.array([q * np.sign(q[3] if abs(q[3]) > 0.49 else q[np.argmax(abs(q))]) for q in Q])


def zeros(*shape, dtype=np.float32):
    return np.zeros(shape, dtype)


@wp.kernel
def rotate_vectors(q: wp.array(dtype=wp.quat), v: wp.array(dtype=wp.vec3), out: wp.array2d(dtype=wp.vec3)):
    i = wp.tid()
    out[i, 0] = wp.quat_rotate(q[i], v[i])
    out[i, 1] = wp.quat_rotate_inv(q[i], v[i])
    out[i, 2] = wp.quat_rotate_inv(q[i], wp.quat_rotate(q[i], v[i]))
    out[i, 3] = wp.quat_rotate(wp.quat_inverse(q[i]), v[i])
    out[i, 4] = wp.quat_rotate(vec=v[i], quat=q[i] * q[i])


def check_rotate_vectors(run):
    turned = np.array([rotate(q, v) for q, v in zip(Q, V)])
    back = np.array([rotation_matrix(q).T @ v for q, v in zip(Q, V)])
    twice = np.array([rotate(q, v) for q, v in zip(Q, turned)])
    run(COUNT, q=vectors(Q), v=vectors(V), out=vectors(zeros(COUNT, 5, 3)),
        expect={"out": np.stack([turned, back, V, back, twice], axis=1)})


# What is no rotation is taken by the same formula.
@wp.kernel
def of_other_lengths(q: wp.quat, v: wp.vec3, out: wp.array(dtype=wp.vec3), m: wp.array(dtype=wp.mat33)):
    out[0] = wp.quat_rotate(q * 2.0, v)
    out[1] = wp.quat_rotate_inv(q * 2.0, v)
    m[0] = wp.quat_to_matrix(q * 2.0)


def check_of_other_lengths(run):
    axis, w = 2 * Q[0, :3], 2 * Q[0, 3]

    def turned(v, sign):
        return v * (2 * w * w - 1) + 2 * axis * (axis @ v) + sign * 2 * w * np.cross(axis, v)

    run(1, q=value(Q[0]), v=value(V[0]), out=vectors(zeros(2, 3)), m=matrices(zeros(1, 3, 3)),
        expect={"out": np.array([turned(V[0], 1), turned(V[0], -1)]),
                "m": np.stack([turned(e, 1) for e in np.eye(3)], axis=1)})


@wp.kernel
def other_words(q: wp.array(dtype=wp.quat), v: wp.array(dtype=wp.vec3), m: wp.array(dtype=wp.mat33),
                out: wp.array2d(dtype=wp.quat)):
    i = wp.tid()
    m[i] = wp.quat_to_matrix(q[i])
    out[i, 0] = wp.quat_from_matrix(wp.quat_to_matrix(q[i]))
    out[i, 1] = wp.quat_from_axis_angle(wp.normalize(v[i]), v[i][0])
    out[i, 2] = wp.quat_rpy(v[i][0], v[i][1], v[i][2])
    out[i, 3] = wp.quat_inverse(q[i])


def about(axis, angle):
    return np.append(np.asarray(axis) * np.sin(angle / 2), np.cos(angle / 2))


def check_other_words(run):
    around = np.array([about(v / np.linalg.norm(v), v[0]) for v in V])
    rpy = np.array([
        quat_multiply(about([0, 0, 1], yaw), quat_multiply(about([0, 1, 0], pitch), about([1, 0, 0], roll)))
        for roll, pitch, yaw in V])
    out = np.stack([OF_MATRIX, around, rpy, Q * [-1, -1, -1, 1]], axis=1)
    run(COUNT, q=vectors(Q), v=vectors(V), m=matrices(zeros(COUNT, 3, 3)), out=vectors(zeros(COUNT, 4, 4)),
        expect={"m": np.array([rotation_matrix(q) for q in Q]), "out": out})


# Half turns have no trace to divide by.
@wp.kernel
def half_turns(m: wp.array(dtype=wp.mat33d), out: wp.array(dtype=wp.quatd)):
    i = wp.tid()
    out[i] = wp.quat_from_matrix(m[i])


def check_half_turns(run):
    m = np.array([np.diag(d) for d in ([1, -1, -1], [-1, 1, -1], [-1, -1, 1], [1, 1, 1])], np.float64)
    run(4, m=matrices(m), out=vectors(zeros(4, 4, dtype=np.float64)), expect={"out": np.eye(4)})


@wp.kernel
def slerp(q: wp.array(dtype=wp.quat), out: wp.array2d(dtype=wp.quat)):
    i = wp.tid()
    a = q[2]
    b = q[i]
    out[i, 0] = wp.quat_slerp(a, b, 0.0)
    out[i, 1] = wp.quat_slerp(a, b, 1.0)
    out[i, 2] = wp.quat_slerp(a, b, 0.5) * wp.quat_slerp(a, b, 0.5)


def check_slerp(run):
    out = np.stack([np.broadcast_to(Q[2], Q.shape), SHORT, SHORT], axis=1)
    run(COUNT, q=vectors(Q), out=vectors(zeros(COUNT, 3, 4)), expect={"out": out})


@wp.kernel
def matrices_that_move(q: wp.array(dtype=wp.quat), v: wp.array(dtype=wp.vec3), m: wp.array2d(dtype=wp.mat44),
                       out: wp.array2d(dtype=wp.vec3), poses: wp.array(dtype=wp.transform)):
    i = wp.tid()
    p = v[4 - i]
    m[i, 0] = wp.transform_compose(p, q[i], v[i])
    m[i, 1] = wp.transform_to_matrix(wp.transform(p, q[i]))
    out[i, 0] = wp.transform_point(m[i, 0], v[i])
    out[i, 1] = wp.transform_vector(m[i, 0], v[i])
    poses[i] = wp.transform_from_matrix(m[i, 1])


def check_matrices_that_move(run):
    rotations = np.array([rotation_matrix(q) for q in Q])
    p = V[::-1]
    m = zeros(COUNT, 2, 4, 4)
    m[:, :, 3, 3] = 1
    m[:, :, :3, 3] = p[:, None]
    m[:, 0, :3, :3] = rotations * V[:, None, :]
    m[:, 1, :3, :3] = rotations
    moved = np.einsum("nij,nj->ni", m[:, 0, :3, :3], V)
    run(COUNT, q=vectors(Q), v=vectors(V), m=matrices(zeros(COUNT, 2, 4, 4)), out=vectors(zeros(COUNT, 2, 3)),
        poses=vectors(zeros(COUNT, 7)),
        expect={"m": m, "out": np.stack([moved + p, moved], axis=1), "poses": np.concatenate([p, OF_MATRIX], axis=1)})


@wp.kernel
def taken_apart(q: wp.array(dtype=wp.quat), v: wp.array(dtype=wp.vec3), axes: wp.array2d(dtype=wp.vec3),
                angles: wp.array2d(dtype=float), out: wp.array(dtype=wp.quat)):
    i = wp.tid()
    axis, angle = wp.quat_to_axis_angle(q[i])
    axes[i, 0] = axis
    angles[i, 0] = angle
    wp.quat_to_axis_angle(wp.quat_inverse(q[i]), axis, angle)
    axes[i, 1] = axis
    angles[i, 1] = angle
    p, r, s = wp.transform_decompose(wp.transform_compose(v[i], q[i], wp.vec3(0.5, 2.0, 3.0)))
    axes[i, 2] = p
    axes[i, 3] = s
    out[i] = r


def check_taken_apart(run):
    axes, angles = zeros(COUNT, 4, 3), zeros(COUNT, 2)
    sizes = np.linalg.norm(Q[:, :3], axis=1)
    axes[:, 0] = SHORT[:, :3] / np.maximum(sizes, 1e-9)[:, None]
    axes[:, 1] = -axes[:, 0]
    axes[:, 2] = V
    axes[:, 3] = 0.5, 2, 3
    angles[:] = 2 * np.arctan2(sizes, abs(Q[:, 3]))[:, None]
    run(COUNT, q=vectors(Q), v=vectors(V), axes=vectors(zeros(COUNT, 4, 3)), angles=zeros(COUNT, 2),
        out=vectors(zeros(COUNT, 4)), expect={"axes": axes, "angles": angles, "out": OF_MATRIX})


@wp.kernel
def halves(q: wp.array(dtype=wp.quath), v: wp.array(dtype=wp.vec3h), out: wp.array2d(dtype=wp.vec3h)):
    i = wp.tid()
    out[i, 0] = wp.quat_rotate(q[i], v[i])
    out[i, 1] = wp.quat_to_matrix(q[i]) * v[i]
    out[i, 2] = wp.transform_vector(wp.transformh(v[i], q[i]), v[i])


def check_halves(run):
    turned = np.array([rotate(q, v) for q, v in zip(Q, V)])
    run(COUNT, q=vectors(Q.astype(np.float16)), v=vectors(V.astype(np.float16)),
        out=vectors(zeros(COUNT, 3, 3, dtype=np.float16)), expect={"out": np.stack([turned] * 3, axis=1)},
        tolerance=0.02)
