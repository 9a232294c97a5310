# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Arrays of rank 1 to 4, launches of 1 to 4 dimensions, strides, indices that count from the end.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import matrices, vectors


def numbered(*shape):
    return np.arange(np.prod(shape), dtype=np.float32).reshape(shape)


@wp.kernel
def rank_2(a: wp.array2d(dtype=float), b: wp.array(dtype=float, ndim=2)):
    i, j = wp.tid()
    b[j, i] = a[i, j] + float(i * 10 + j)


def check_rank_2(run):
    a = numbered(3, 5)
    run((3, 5), a=a, b=numbered(5, 3), expect={"b": (a + np.arange(3)[:, None] * 10 + np.arange(5)).T})


@wp.kernel
def rank_3(a: wp.array3d(dtype=float), b: wp.array3d(dtype=float)):
    i, j, k = wp.tid()
    b[k, j, i] = a[i, j, k] * 2.0 + float(i)


def check_rank_3(run):
    a = numbered(2, 3, 4)
    run((2, 3, 4), a=a, b=numbered(4, 3, 2), expect={"b": (a * 2 + np.arange(2)[:, None, None]).T})


@wp.kernel
def rank_4(a: wp.array4d(dtype=float), n: int):
    i, j, k, l = wp.tid()
    a[i, j, k, l] = a[i, j, k, l] * float(n) + float(((i * 3 + j) * 4 + k) * 5 + l)


def check_rank_4(run):
    a = numbered(2, 3, 4, 5)
    run((2, 3, 4, 5), a=a, n=2, expect={"a": a * 3})


@wp.kernel
def from_the_end(a: wp.array(dtype=float), b: wp.array2d(dtype=float), n: int):
    i = wp.tid()
    a[-1 - i] = float(i)
    b[i, -1] = b[-i - 1, n] + b[-1, -2]


def check_from_the_end(run):
    b = numbered(3, 4)
    changed = b.copy()
    changed[:, -1] = b[::-1, -4] + b[-1, -2]
    run(3, a=numbered(5), b=b, n=-4, expect={"a": [0, 1, 2, 1, 0], "b": changed})


@wp.kernel
def views(a: wp.array2d(dtype=float), b: wp.array(dtype=int), out: wp.array(dtype=float)):
    i = wp.tid()
    out[i] = a[i, 1] + float(b[i])
    a[i, 0] = out[i]
    b[i] = -b[i]


def check_views(run):
    every_other, backwards = numbered(6, 8)[::2, 1::3], np.arange(3, dtype=np.int32)[::-1]
    expected = every_other[:, 1] + backwards
    changed = every_other.copy()
    changed[:, 0] = expected
    run(3, a=every_other, b=backwards, out=np.zeros(3, np.float32),
        expect={"a": changed, "b": -backwards, "out": expected}, warp="copies the array")


@wp.kernel
def shapes(a: wp.array4d(dtype=float), b: wp.array(dtype=float), out: wp.array(dtype=int)):
    out[0] = a.shape[0]
    out[1] = a.shape[1]
    out[2] = a.shape[2]
    out[3] = a.shape[3]
    out[4] = len(b) + len(a)


def check_shapes(run):
    run(1, a=numbered(2, 3, 4, 5), b=numbered(7), out=np.zeros(5, np.int32), expect={"out": [2, 3, 4, 5, 9]})


@wp.kernel
def of_vectors(a: wp.array2d(dtype=wp.vec3), m: wp.array(dtype=wp.mat33), out: wp.array(dtype=wp.vec3)):
    i = wp.tid()
    out[i] = m[i] * (a[i, 0] + a[i, 1])
    out[i] += wp.vec3(1.0)


def check_of_vectors(run):
    a, m = numbered(4, 2, 3), numbered(4, 3, 3)
    run(4, a=vectors(a), m=matrices(m), out=vectors(numbered(4, 3)),
        expect={"out": np.einsum("nij,nj->ni", m, a.sum(axis=1)) + 1})


@wp.kernel
def fewer_numbers_than_dimensions(a: wp.array(dtype=int), b: wp.array2d(dtype=int)):
    i = wp.tid()
    wp.atomic_add(a, i, 1)
    j, k = wp.tid()
    wp.atomic_add(b, j, k, i)


def check_fewer_numbers_than_dimensions(run):
    run((3, 4, 2), a=np.zeros(4, np.int32), b=np.zeros((3, 4), np.int32),
        expect={"a": [8, 8, 8, 0], "b": 2 * np.arange(3)[:, None]})


@wp.kernel
def more_numbers_than_dimensions(a: wp.array(dtype=int)):
    i, j, k = wp.tid()
    a[i] = i + j * 10 + k * 100


def check_more_numbers_than_dimensions(run):
    run(4, a=np.zeros(4, np.int32), expect={"a": [0, 1, 2, 3]})


@wp.kernel
def no_thread_number(a: wp.array(dtype=int)):
    a[0] = a[0] + 1


def check_no_thread_number(run):
    run((2, 3, 4), a=np.zeros(1, np.int32), expect={"a": 24})


@wp.kernel
def nothing_to_do(a: wp.array(dtype=int)):
    a[wp.tid()] = 1


def check_nothing_to_do(run):
    run(0, a=np.zeros(3, np.int32))
    run(1, a=np.zeros(3, np.int32), expect={"a": [1, 0, 0]})


@wp.kernel
def stencil(a: wp.array2d(dtype=float), b: wp.array2d(dtype=float)):
    i, j = wp.tid()
    if i == 0 or j == 0 or i == a.shape[0] - 1 or j == a.shape[1] - 1:
        b[i, j] = a[i, j]
        return
    b[i, j] = 0.25 * (a[i - 1, j] + a[i + 1, j] + a[i, j - 1] + a[i, j + 1])


def check_stencil(run):
    a = numbered(5, 6) ** 2
    b = a.copy()
    b[1:-1, 1:-1] = 0.25 * (a[:-2, 1:-1] + a[2:, 1:-1] + a[1:-1, :-2] + a[1:-1, 2:])
    run((5, 6), a=a, b=a * 0, expect={"b": b})


@wp.kernel
def matrix_product(a: wp.array2d(dtype=wp.float64), b: wp.array2d(dtype=wp.float64), c: wp.array2d(dtype=wp.float64)):
    i, j = wp.tid()
    total = wp.float64(0.0)
    for k in range(a.shape[1]):
        total += a[i, k] * b[k, j]
    c[i, j] = total


def check_matrix_product(run):
    a, b = numbered(4, 6).astype(float), numbered(6, 3).astype(float) / 7
    run((4, 3), a=a, b=b, c=np.zeros((4, 3)), expect={"c": a @ b})
