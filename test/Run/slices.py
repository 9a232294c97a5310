# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Slices of vectors, quaternions and matrices: read, assigned and updated.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import matrices, value, vectors

vec5 = wp.types.vector(length=5, dtype=float)
mat34 = wp.types.matrix(shape=(3, 4), dtype=float)


@wp.kernel
def of_vectors(v: wp.array(dtype=vec5), q: wp.quat, out: wp.array2d(dtype=float)):
    a = v[0]
    b = a[1:4]
    out[0, 0] = b[0]
    out[0, 1] = b[2]
    tail = a[-3:]
    out[1, 0] = tail[0]
    out[1, 1] = float(len(a[:-1]))
    c = a[::-2]
    out[2, 0] = c[1]
    out[2, 1] = float(len(c))
    out[3, 0] = wp.dot(q[:3], v[1][1] * b)
    pair = v[1][1:3] + v[0][3:5]
    out[3, 1] = pair[1]


def check_of_vectors(run):
    v = np.arange(10, dtype=np.float32).reshape(2, 5) ** 2
    q = np.array([1, 2, 3, 4], np.float32)
    run(1, v=vectors(v), q=value(q), out=np.zeros((4, 2), np.float32), expect={"out": [
        [v[0, 1], v[0, 3]], [v[0, 2], 4], [v[0, 2], 3],
        [np.dot(q[:3], v[1, 1] * v[0, 1:4]), v[1, 2] + v[0, 4]]]})


@wp.kernel
def assigned(v: wp.array(dtype=vec5)):
    i = wp.tid()
    a = v[i]
    a[1:3] = wp.vec2(7.0, 8.0)
    a[0:2] = a[2:4]
    a[::-1] = a + vec5(1.0, 2.0, 3.0, 4.0, 5.0)
    a[2:4] += wp.vec2(0.5, 0.25)
    a[-2:] -= a[:2]
    a[1:3] *= 2.0
    a[0] += 1.0
    v[i] = a


def check_assigned(run):
    v = np.arange(10, dtype=np.float32).reshape(2, 5)
    expected = v.copy()
    for a in expected:
        a[1:3] = 7, 8
        a[0:2] = a[2:4].copy()
        a[::-1] = a + np.arange(1, 6)
        a[2:4] += 0.5, 0.25
        a[-2:] -= a[:2]
        a[1:3] *= 2
        a[0] += 1
    run(2, v=vectors(v), expect={"v": expected})


@wp.kernel
def of_matrices(m: wp.array(dtype=mat34), i: int, out: wp.array2d(dtype=float)):
    a = m[0]
    column = a[:, 1]
    out[0, 0] = column[2]
    row = a[i, 1:]
    out[0, 1] = row[0]
    block = a[1:, ::2]
    out[1, 0] = block[1, 1]
    rows = a[1:]
    out[1, 1] = rows[0, 3]
    turned = a[::-1, i]
    out[2, 0] = turned[0]
    out[2, 1] = wp.determinant(a[0:2, 1:3])


def check_of_matrices(run):
    m = np.arange(12, dtype=np.float32).reshape(1, 3, 4) ** 2
    a = m[0]
    for i in (0, 2, -1):
        run(1, m=matrices(m), i=i, out=np.zeros((3, 2), np.float32), expect={"out": [
            [a[2, 1], a[i, 1]], [a[2, 2], a[1, 3]], [a[2, i], np.linalg.det(a[0:2, 1:3].astype(float))]]})


@wp.kernel
def into_matrices(m: wp.array(dtype=mat34), i: int):
    a = m[0]
    a[1] = wp.vec4(1.0, 2.0, 3.0, 4.0)
    a[:, 0] = wp.vec3(5.0, 6.0, 7.0)
    a[0:2, 2:] = wp.mat22(0.1, 0.2, 0.3, 0.4)
    a[i, 1:3] = a[0, :2]
    a[:, 3] = a[:, 1]
    a[2] += a[0]
    a[1:, 1] -= wp.vec2(1.0, 2.0)
    m[0] = a


def check_into_matrices(run):
    m = np.arange(12, dtype=np.float32).reshape(1, 3, 4)
    for i in (0, 1, 2, -1):
        expected = m.copy()
        a = expected[0]
        a[1] = 1, 2, 3, 4
        a[:, 0] = 5, 6, 7
        a[0:2, 2:] = [[0.1, 0.2], [0.3, 0.4]]
        a[i, 1:3] = a[0, :2].copy()
        a[:, 3] = a[:, 1]
        a[2] += a[0]
        a[1:, 1] -= 1, 2
        run(1, m=matrices(m), i=i, expect={"m": expected})
