# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Spatial vectors and matrices.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import matrices, value, vectors

A = np.array([[1, -2, 3, 0.5, 4, -1], [0, 1, 5, -2, 0.25, 3]], np.float32)
B = np.array([[2, 0.5, -1, -3, 1, 4], [1, 1, -1, 2, -2, 0.5]], np.float32)


@wp.kernel
def construction(w: wp.vec3, v: wp.vec3, x: float, out: wp.array(dtype=wp.spatial_vector),
                 doubles: wp.array(dtype=wp.spatial_vectord), m: wp.array(dtype=wp.spatial_matrix)):
    out[0] = wp.spatial_vector(w, v)
    out[1] = wp.spatial_vector(w=v, v=w)
    out[2] = wp.spatial_vector(1.0, 2.0, 3.0, 4.0, 5.0, x)
    out[3] = wp.spatial_vector()
    out[4] = wp.spatial_vector(w, v) * 2.0
    one = wp.float64(1.0)
    doubles[0] = wp.spatial_vectord() + wp.spatial_vectord(one, one, one, one, one, one)
    m[0] = wp.spatial_matrix()
    m[1] = wp.outer(out[2], out[0])


def check_construction(run):
    w, v = A[0, :3], A[0, 3:]
    numbers = [1, 2, 3, 4, 5, 9]
    run(1, w=value(w), v=value(v), x=9.0, out=vectors(np.ones((5, 6), np.float32)), doubles=vectors(np.zeros((1, 6))),
        m=matrices(np.ones((2, 6, 6), np.float32)),
        expect={"out": np.array([A[0], np.roll(A[0], 3), numbers, [0] * 6, A[0] * 2]),
                "m": np.array([np.zeros((6, 6)), np.outer(numbers, A[0])]), "doubles": np.ones((1, 6))})


@wp.kernel
def functions(a: wp.array(dtype=wp.spatial_vector), b: wp.array(dtype=wp.spatial_vector), dots: wp.array(dtype=float),
              halves: wp.array2d(dtype=wp.vec3), out: wp.array2d(dtype=wp.spatial_vector)):
    i = wp.tid()
    dots[i] = wp.spatial_dot(a[i], b[i])
    halves[i, 0] = wp.spatial_top(a[i])
    halves[i, 1] = wp.spatial_bottom(svec=a[i])
    out[i, 0] = wp.spatial_cross(a[i], b[i])
    out[i, 1] = wp.spatial_cross_dual(a[i], b[i])
    out[i, 2] = a[i] + b[i] * 0.5 - wp.cw_mul(a[i], b[i])


def check_functions(run):
    (aw, av), (bw, bv) = np.split(A, 2, axis=1), np.split(B, 2, axis=1)
    cross = np.concatenate([np.cross(aw, bw), np.cross(av, bw) + np.cross(aw, bv)], axis=1)
    dual = np.concatenate([np.cross(aw, bw) + np.cross(av, bv), np.cross(aw, bv)], axis=1)
    run(2, a=vectors(A), b=vectors(B), dots=np.zeros(2, np.float32), halves=vectors(np.zeros((2, 2, 3), np.float32)),
        out=vectors(np.zeros((2, 3, 6), np.float32)),
        expect={"dots": (A * B).sum(axis=1), "halves": A.reshape(2, 2, 3),
                "out": np.stack([cross, dual, A + B / 2 - A * B], axis=1)})


@wp.kernel
def adjoint(r: wp.mat33, s: wp.mat33, v: wp.spatial_vector, out: wp.array(dtype=wp.spatial_matrix),
            moved: wp.array(dtype=wp.spatial_vector)):
    m = wp.spatial_adjoint(r, s)
    out[0] = m
    moved[0] = m * v
    moved[1] = wp.transpose(m) * v


def check_adjoint(run):
    r, s = np.arange(1, 10, dtype=np.float32).reshape(3, 3), np.arange(-3, 6, dtype=np.float32).reshape(3, 3)
    m = np.block([[r, np.zeros((3, 3))], [s, r]])
    run(1, r=value(r), s=value(s), v=value(A[0]), out=matrices(np.zeros((1, 6, 6), np.float32)),
        moved=vectors(np.zeros((2, 6), np.float32)), expect={"out": m[None], "moved": np.array([m @ A[0], m.T @ A[0]])})
