# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Transforms: how they are made, their parts, their operators, and where a value can stand.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from rigid import multiply, rotate
from values import struct, value, vectors

T = np.array([[1, -2, 3, 0.1, 0.7, -0.1, 0.7], [0, 5, -4, 0.5, -0.5, 0.5, 0.5]], np.float32)
T[:, 3:] /= np.linalg.norm(T[:, 3:], axis=1)[:, None]
V = np.array([[2, 0.5, -1], [-3, 1, 4]], np.float32)

HOME = wp.constant(wp.transform(wp.vec3(1.0, 2.0, 3.0), wp.quat(0.0, 0.6, 0.0, 0.8)))
STILL = wp.transform_identity()
RAISED = wp.transform(p=(0.0, 1.0, 0.0), q=wp.quat_identity())


@wp.kernel
def construction(v: wp.vec3, q: wp.quat, x: float, out: wp.array(dtype=wp.transform)):
    out[0] = wp.transform(v, q)
    out[1] = wp.transform(q=q, p=v)
    out[2] = wp.transform(v)
    out[3] = wp.transform()
    out[4] = wp.transform(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, x)
    out[5] = wp.transformation(v, q, dtype=float)
    out[6] = wp.transformation(p=v, q=q)
    out[7] = wp.transform_identity()
    out[8] = wp.transformf(v * 2.0, wp.quat_identity())


def check_construction(run):
    v, q = V[0], T[0, 3:]
    still = [0, 0, 0, 1]
    both = np.concatenate([v, q])
    out = [both, both, [*v, *still], [0] * 7, [1, 2, 3, 4, 5, 6, 9], both, both, [0, 0, 0, *still], [*(2 * v), *still]]
    run(1, v=value(v), q=value(q), x=9.0, out=vectors(np.zeros((9, 7), np.float32)), expect={"out": np.array(out)})


@wp.kernel
def widths(h: wp.array(dtype=wp.transformh), d: wp.array(dtype=wp.types.transformation(dtype=wp.float64))):
    a = d[0]
    b = wp.transform_identity(dtype=wp.float64)
    b.p = a.p
    d[1] = a * b
    d[2] = wp.transformation(a.p, a.q, dtype=wp.float64)
    d[3] = wp.transformation(dtype=wp.float64)
    c = h[0]
    c.p = c.p * wp.float16(2.0)
    h[1] = c


def check_widths(run):
    d = np.zeros((4, 7))
    d[0] = [1, 2, 3, 0, 0.6, 0, 0.8]
    h = np.zeros((2, 7), np.float16)
    h[0] = [1, 2, 3, 0, 0.5, 0, 0.75]
    expected = d.copy()
    expected[1] = multiply(d[0], np.array([1, 2, 3, 0, 0, 0, 1.0]))
    expected[2] = d[0]
    run(1, h=vectors(h), d=vectors(d), expect={"d": expected, "h": np.array([h[0], [2, 4, 6, 0, 0.5, 0, 0.75]])})


@wp.kernel
def parts(t: wp.array(dtype=wp.transform), v: wp.array(dtype=wp.vec3), out: wp.array2d(dtype=wp.transform)):
    i = wp.tid()
    a = t[i]
    a.p = v[i]
    out[i, 0] = a
    a.q = wp.quat(1.0, 2.0, 3.0, 4.0)
    out[i, 1] = a
    a.p += v[i]
    a.p -= v[i] * 3.0
    out[i, 2] = a
    a[1] = 7.0
    a[-1] = a[2] + t[i][4]
    a[3] += 1.0
    out[i, 3] = a
    for j in range(len(a)):
        a[j] = float(j) * t[i][6 - j]
    out[i, 4] = a
    out[i, 5] = wp.transform(t[i].p * 2.0, -t[i].q)


def check_parts(run):
    out = np.zeros((2, 6, 7), np.float32)
    out[:, :5, :3] = V[:, None]
    out[:, 0, 3:] = T[:, 3:]
    out[:, 1:4, 3:] = [1, 2, 3, 4]
    out[:, 2:4, :3] = -V[:, None]
    out[:, 3, 1] = 7
    out[:, 3, 6] = -V[:, 2] + T[:, 4]
    out[:, 3, 3] += 1
    out[:, 4] = np.arange(7) * T[:, ::-1]
    out[:, 5] = T * [2, 2, 2, -1, -1, -1, -1]
    run(2, t=vectors(T), v=vectors(V), out=vectors(np.zeros_like(out)), expect={"out": out})


@wp.kernel
def operators(t: wp.array(dtype=wp.transform), s: float, out: wp.array(dtype=wp.transform), same: wp.array(dtype=int)):
    a = t[0]
    b = t[1]
    out[0] = a + b
    out[1] = a - b
    out[2] = a * b
    out[3] = a * s
    out[4] = s * a
    out[5] = wp.transform_multiply(a, b)
    out[6] = wp.mul(a, b)
    c = a
    c += b
    c *= s
    out[7] = c
    out[8] = wp.lerp(a, b, 0.25)
    out[9] = wp.where(s > 1.0, a, b)
    if a == t[0]:
        same[0] += 1
    if not a == b:
        same[0] += 10
    if a == c:
        same[0] += 100


def check_operators(run):
    a, b = T
    product = multiply(a, b)
    out = [a + b, a - b, product, a * 3, a * 3, product, product, (a + b) * 3, a * 0.75 + b * 0.25, a]
    run(1, t=vectors(T), s=3.0, out=vectors(np.zeros((10, 7), np.float32)), same=np.zeros(1, np.int32),
        expect={"out": np.array(out), "same": [11]})


@wp.kernel
def functions(t: wp.array(dtype=wp.transform), v: wp.array(dtype=wp.vec3), out: wp.array2d(dtype=wp.vec3),
              inverse: wp.array(dtype=wp.transform), turned: wp.array(dtype=wp.quat),
              changed: wp.array(dtype=wp.transform)):
    i = wp.tid()
    out[i, 0] = wp.transform_point(t[i], v[i])
    out[i, 1] = wp.transform_vector(t[i], v[i])
    out[i, 2] = wp.transform_get_translation(t[i])
    inverse[i] = wp.transform_inverse(t[i])
    a = t[i]
    wp.transform_set_translation(a, v[i])
    wp.transform_set_rotation(a, wp.quat_inverse(t[i].q))
    changed[i] = a
    turned[i] = wp.transform_get_rotation(t[i])


def check_functions(run):
    turned = np.array([rotate(t[3:], v) for t, v in zip(T, V)])
    undone = T[:, 3:] * [-1, -1, -1, 1]
    back = np.array([-rotate(q, t[:3]) for q, t in zip(undone, T)])
    run(2, t=vectors(T), v=vectors(V), out=vectors(np.zeros((2, 3, 3), np.float32)), inverse=vectors(np.zeros_like(T)),
        turned=vectors(np.zeros((2, 4), np.float32)), changed=vectors(np.zeros_like(T)),
        expect={"out": np.stack([T[:, :3] + turned, turned, T[:, :3]], axis=1), "turned": T[:, 3:],
                "inverse": np.concatenate([back, undone], axis=1), "changed": np.concatenate([V, undone], axis=1)})


@wp.struct
class Body:
    mass: float
    pose: wp.transform
    id: int


@wp.func
def moved(pose: wp.transform, by: wp.vec3):
    pose.p += by
    return pose


@wp.func
def apart(pose: wp.transform):
    return pose.p, pose.q


@wp.kernel
def places(body: Body, pose: wp.transform, out: wp.array(dtype=wp.transform), sum: wp.array(dtype=wp.transform)):
    i = wp.tid()
    out[0] = body.pose
    out[1] = moved(pose, wp.vec3(1.0))
    c = body.pose
    c.p = pose.p
    out[2] = c
    p, q = apart(pose)
    out[3] = wp.transform(p, q)
    out[4] = HOME
    out[5] = HOME * STILL * RAISED
    wp.atomic_add(sum, 0, pose)
    sum[0] += pose
    wp.atomic_sub(sum, 1, pose)


def check_places(run):
    dtype = struct(("mass", "f4"), ("pose", "f4", 7), ("id", "i4"))
    body = np.zeros((), dtype)
    body["pose"] = T[0]
    home = np.array([1, 2, 3, 0, 0.6, 0, 0.8])
    raised = [0, 1, 0, 0, 0, 0, 1]
    out = [T[0], T[1] + [1, 1, 1, 0, 0, 0, 0], [*T[1, :3], *T[0, 3:]], T[1], home, multiply(home, raised)]
    sums = np.array([T[1] * 6, T[1] * -3])
    run(3, body=body[()], pose=value(T[1]), out=vectors(np.zeros((6, 7), np.float32)),
        sum=vectors(np.zeros((2, 7), np.float32)), expect={"out": np.array(out), "sum": sums})


@wp.kernel
def printed(pose: wp.transform):
    print(pose)


def check_printed(run):
    run(1, pose=value(np.array([1, 2, 3, 0.5, 0, 0, 1.25], np.float32)), prints="(1 2 3) (0.5 0 0 1.25)\n")
