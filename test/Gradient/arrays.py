# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Gradients of array elements: gathered, scattered, viewed, in parts, updated in one step; what can't be had.

# REQUIRES: numpy
# RUN: %python %S/Inputs/check_gradients.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp

d = wp.float64
RANDOM = np.random.default_rng(2)


@wp.kernel
def gather(x: wp.array(dtype=wp.float64), at: wp.array(dtype=int), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    y[i] = x[at[i]] * x[at[i] + 1]


def check_gather(check):
    check(4, x=RANDOM.uniform(-1, 1, 5), at=np.array([3, 0, 3, 1], np.int32), y=np.zeros(4))


@wp.kernel
def scatter(x: wp.array(dtype=wp.float64), at: wp.array(dtype=int), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    wp.atomic_add(y, at[i], x[i] * x[i])
    wp.atomic_sub(y, 0, wp.sin(x[i]))


def check_scatter(check):
    check(4, x=RANDOM.uniform(-1, 1, 4), at=np.array([2, 1, 2, 0], np.int32), y=np.ones(3))


@wp.kernel
def total(x: wp.array2d(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i, j = wp.tid()
    y[0] += x[i, j] * x[i, j]


def check_total(check):
    check((2, 3), x=RANDOM.uniform(-1, 1, (2, 3)), y=np.zeros(1))


@wp.kernel
def components(x: wp.array(dtype=wp.vec3d), y: wp.array(dtype=wp.vec3d)):
    i = wp.tid()
    y[i][0] = x[i][1] * x[i][2]
    y[i][2] = wp.length(x[i])


def check_components(check):
    check(3, x=RANDOM.uniform(0.2, 1, (3, 3)), y=np.ones((3, 3)))


@wp.kernel
def local_parts(x: wp.array(dtype=wp.vec3d), y: wp.array(dtype=wp.float64), k: int):
    i = wp.tid()
    v = x[i]
    m = wp.outer(v, v)
    v[k] = v[0] * m[1, k]
    m[2, 1] = v[k] * d(3.0)
    v[1] += v[k] * m[2, 2]
    v = v * m[2, 1]
    y[i] = v[0] + v[1] * v[2] + wp.determinant(m)


def check_local_parts(check):
    for k in (0, 1, 2):
        check(2, x=RANDOM.uniform(0.5, 1, (2, 3)), y=np.zeros(2), k=k)


@wp.func
def row_sum(row: wp.array(dtype=wp.float64), n: int):
    s = d(0.0)
    for j in range(n):
        s += row[j] * row[n - 1 - j]
    return s


@wp.kernel
def rows(x: wp.array2d(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    row = x[i]
    y[i] = row_sum(row, x.shape[1]) * row[0]


def check_rows(check):
    check(3, x=RANDOM.uniform(-1, 1, (3, 4)), y=np.zeros(3))


@wp.kernel
def into_rows(x: wp.array(dtype=wp.float64), y: wp.array3d(dtype=wp.float64)):
    i = wp.tid()
    block = y[i]
    for j in range(2):
        row = block[j]
        row[1] = x[i] * x[j]


def check_into_rows(check):
    check(2, x=RANDOM.uniform(-1, 1, 2), y=np.ones((2, 2, 2)))


@wp.kernel
def from_the_end(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    y[-1 - i] = x[-1] * x[i]


def check_from_the_end(check):
    check(3, x=RANDOM.uniform(-1, 1, 3), y=np.zeros(3))


@wp.kernel
def read_back(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), z: wp.array(dtype=wp.float64)):
    i = wp.tid()
    y[i] = x[i] * x[i]
    z[i] = wp.sin(y[i]) * y[i]


def check_read_back(check):
    check(3, x=RANDOM.uniform(-1, 1, 3), y=np.zeros(3), z=np.zeros(3))


@wp.kernel
def linear_in_place(y: wp.array(dtype=wp.float64), factor: wp.array(dtype=wp.float64)):
    i = wp.tid()
    y[i] = y[i] * d(2.0) + factor[0]


def check_linear_in_place(check):
    check(3, y=RANDOM.uniform(-1, 1, 3), factor=np.ones(1))


@wp.kernel
def stored_in_branches(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    if x[i] > d(0.0):
        y[i] = x[i] * x[i]
    elif x[i] > d(-0.5):
        y[i] = wp.exp(x[i])
        y[i + 4] = x[i] * d(3.0)
    else:
        v = x[i] if i > 1 else x[0] * x[i]
        y[i] = v * v


def check_stored_in_branches(check):
    check(4, x=np.array([0.3, -0.2, -0.9, 0.7]), y=np.ones(8))
    check(4, x=np.array([-0.8, -0.6, 0.4, -0.3]), y=np.ones(8))


@wp.kernel
def overwritten_later(y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    s = wp.exp(y[i])
    y[i + 1] = s * s


def check_overwritten_later(check):
    check(1, y=np.ones(4), refused="the kernel may overwrite it")


@wp.kernel
def old_value(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    old = wp.atomic_add(y, 0, x[i])
    y[i + 1] = old * x[i]


def check_old_value(check):
    check(1, x=np.ones(2), y=np.ones(4), refused="an atomic operation returns")
