# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Elements in loops: gathered by indices from memory, scattered, added in one step, in grids of two to four dimensions;
# structs that arrays come in.
# REQUIRES: numpy
# RUN: %python %S/Inputs/check_gradients.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import Struct

d = wp.float64
RANDOM = np.random.default_rng(16)


def indices(low, high, count):
    return RANDOM.integers(low, high, count).astype(np.int32)


@wp.kernel
def gathered(x: wp.array(dtype=wp.float64), at: wp.array(dtype=int), y: wp.array(dtype=wp.float64), n: int):
    s = d(0.5)
    for k in range(n):
        s = s * x[at[k]] + d(0.2)
    y[0] = s


def check_gathered(check):
    for n in (0, 6, 40):
        check(1, x=RANDOM.uniform(0.3, 1.1, 8), at=indices(0, 8, 40), y=np.zeros(1), n=n)


@wp.kernel
def followed(x: wp.array(dtype=wp.float64), following: wp.array(dtype=int), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = d(0.5)
    p = i
    for k in range(n):
        p = following[p]
        s = s * x[p] + d(0.2) * x[k % 8]
    y[i] = s


def check_followed(check):
    for n in (0, 6, 40):
        check(3, x=RANDOM.uniform(0.3, 1.1, 8), following=indices(0, 8, 8), y=np.zeros(3), n=n)


@wp.kernel
def sparse_rows(
    x: wp.array(dtype=wp.float64),
    starts: wp.array(dtype=int),
    columns: wp.array(dtype=int),
    values: wp.array(dtype=wp.float64),
    y: wp.array(dtype=wp.float64),
):
    i = wp.tid()
    total = d(0.0)
    for k in range(starts[i], starts[i + 1]):
        total += values[k] * x[columns[k]]
    y[i] = total * total


def check_sparse_rows(check):
    check(4, x=RANDOM.uniform(-1, 1, 5), starts=np.array([0, 2, 2, 7, 9], np.int32), columns=indices(0, 5, 9),
          values=RANDOM.uniform(-1, 1, 9), y=np.zeros(4))


@wp.kernel
def sparse_columns(
    x: wp.array(dtype=wp.float64),
    starts: wp.array(dtype=int),
    rows: wp.array(dtype=int),
    values: wp.array(dtype=wp.float64),
    y: wp.array(dtype=wp.float64),
):
    i = wp.tid()
    for k in range(starts[i], starts[i + 1]):
        if values[k] > d(0.0):
            wp.atomic_add(y, rows[k], values[k] * x[i] * x[i])
        else:
            wp.atomic_sub(y, rows[k], wp.sin(values[k]) * x[i])


def check_sparse_columns(check):
    check(4, x=RANDOM.uniform(-1, 1, 4), starts=np.array([0, 2, 2, 7, 9], np.int32), rows=indices(0, 3, 9),
          values=RANDOM.uniform(-1, 1, 9), y=np.ones(3))


@wp.kernel
def weighted_histogram(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), bins: int):
    i = wp.tid()
    place = x[i] * d(float(bins))
    low = int(wp.floor(place))
    part = place - d(float(low))
    wp.atomic_add(y, low, d(1.0) - part)
    wp.atomic_add(y, low + 1, part * part)


def check_weighted_histogram(check):
    check(5, x=np.array([0.11, 0.27, 0.34, 0.66, 0.93]), y=np.zeros(6), bins=5)


@wp.kernel
def vectors_added(x: wp.array(dtype=wp.vec3d), springs: wp.array2d(dtype=int), y: wp.array(dtype=wp.vec3d)):
    i = wp.tid()
    a = springs[i, 0]
    b = springs[i, 1]
    between = x[b] - x[a]
    force = between * (wp.length(between) - d(0.3))
    wp.atomic_add(y, a, force)
    wp.atomic_sub(y, b, force)


def check_vectors_added(check):
    springs = np.array([[0, 1], [1, 2], [2, 0], [3, 1]], np.int32)
    check(4, x=RANDOM.uniform(-1, 1, (4, 3)), springs=springs, y=np.zeros((4, 3)))


@wp.kernel
def components_added(x: wp.array(dtype=wp.vec2d), y: wp.array(dtype=wp.vec2d), n: int):
    i = wp.tid()
    for k in range(n):
        y[i][0] += x[i][1] * x[k][0]
        y[i][1] -= x[k][1]


def check_components_added(check):
    for n in (0, 4):
        check(3, x=RANDOM.uniform(-1, 1, (4, 2)), y=np.ones((3, 2)), n=n)


@wp.kernel
def stencil(x: wp.array2d(dtype=wp.float64), y: wp.array2d(dtype=wp.float64)):
    i, j = wp.tid()
    if i == 0 or j == 0 or i == x.shape[0] - 1 or j == x.shape[1] - 1:
        y[i, j] = x[i, j]
        return
    flow = x[i - 1, j] + x[i + 1, j] + x[i, j - 1] + x[i, j + 1] - d(4.0) * x[i, j]
    y[i, j] = x[i, j] + d(0.1) * flow * x[i, j]


def check_stencil(check):
    check((4, 5), x=RANDOM.uniform(-1, 1, (4, 5)), y=np.zeros((4, 5)))


@wp.kernel
def matrix_product(
    a: wp.array2d(dtype=wp.float64), b: wp.array2d(dtype=wp.float64), c: wp.array2d(dtype=wp.float64)
):
    i, j = wp.tid()
    total = d(0.0)
    for k in range(a.shape[1]):
        total += a[i, k] * b[k, j]
    c[i, j] = total


def check_matrix_product(check):
    check((2, 3), a=RANDOM.uniform(-1, 1, (2, 4)), b=RANDOM.uniform(-1, 1, (4, 3)), c=np.zeros((2, 3)))


@wp.kernel
def boxes(x: wp.array3d(dtype=wp.float64), y: wp.array3d(dtype=wp.float64), total: wp.array(dtype=wp.float64)):
    i, j, k = wp.tid()
    v = x[i, j, k] * x[i, j, 0]
    y[k, j, i] = wp.sin(v)
    wp.atomic_add(total, k, v * v)


def check_boxes(check):
    check((2, 3, 2), x=RANDOM.uniform(-1, 1, (2, 3, 2)), y=np.zeros((2, 3, 2)), total=np.zeros(2))


@wp.kernel
def four_dimensions(x: wp.array4d(dtype=wp.float64), y: wp.array4d(dtype=wp.float64)):
    i, j, k, l = wp.tid()
    if (i + j + k + l) % 2 == 0:
        y[i, j, k, l] = x[i, j, k, l] * x[0, j, 0, l]
    else:
        y[i, j, k, l] += wp.exp(x[l, k, j, i])


def check_four_dimensions(check):
    check((2, 2, 2, 2), x=RANDOM.uniform(-1, 1, (2, 2, 2, 2)), y=np.ones((2, 2, 2, 2)))


@wp.kernel
def interpolated(
    grid: wp.array2d(dtype=wp.float64), at: wp.array(dtype=wp.vec2d), y: wp.array(dtype=wp.float64)
):
    i = wp.tid()
    p = at[i]
    row = int(wp.floor(p[0]))
    column = int(wp.floor(p[1]))
    u = p[0] - d(float(row))
    v = p[1] - d(float(column))
    low = wp.lerp(grid[row, column], grid[row, column + 1], v)
    high = wp.lerp(grid[row + 1, column], grid[row + 1, column + 1], v)
    y[i] = wp.lerp(low, high, u)


def check_interpolated(check):
    check(3, grid=RANDOM.uniform(-1, 1, (3, 3)), at=RANDOM.uniform(0.1, 1.9, (3, 2)), y=np.zeros(3))


@wp.kernel
def views_in_loops(x: wp.array2d(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    s = d(1.0)
    for k in range(x.shape[0]):
        row = x[k]
        for j in range(row.shape[0]):
            s = s * row[j] + row[i]
    y[i] = s


def check_views_in_loops(check):
    check(2, x=RANDOM.uniform(0.3, 0.9, (3, 4)), y=np.zeros(2))


@wp.kernel
def scan_in_place(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    total = d(0.0)
    for k in range(n):
        total += x[k]
        y[k] = total
    for k in range(n):
        y[k] *= d(0.5)


def check_scan_in_place(check):
    for n in (1, 5, 20):
        check(1, x=RANDOM.uniform(-1, 1, n), y=np.ones(n), n=n)


@wp.kernel
def least_of_all(x: wp.array(dtype=wp.float64), low: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    for k in range(n):
        wp.atomic_min(low, 0, x[i * n + k] * x[i * n + k])
        wp.atomic_max(low, 1, wp.sin(x[i * n + k]))


# What was there before keeps its gradient: no thread knows whether another one has replaced it.
def check_least_of_all(check):
    check(2, x=np.array([0.7, -0.4, 0.9, 0.3, 1.1, 0.5]), low=np.array([9.0, -9.0]), n=3, unchecked=["low"])


@wp.struct
class Arrays:
    x: wp.array(dtype=wp.float64)
    y: wp.array(dtype=wp.float64)
    factor: wp.float64


@wp.kernel
def arrays_of_a_struct(arrays: Arrays, n: int):
    i = wp.tid()
    s = arrays.factor
    for k in range(n):
        s = s * arrays.x[k] + arrays.x[i]
    arrays.y[i] = s


def check_arrays_of_a_struct(check):
    for n in (0, 5, 20):
        arrays = Struct({"x": RANDOM.uniform(0.3, 0.9, 20), "y": np.ones(2), "factor": np.float64(0.7)})
        check(2, arrays=arrays, n=n)


@wp.kernel
def narrow_sums(x: wp.array2d(dtype=float), y: wp.array(dtype=float)):
    i, j = wp.tid()
    wp.atomic_add(y, i, x[i, j] * x[j, i])


def check_narrow_sums(check):
    check((3, 3), x=RANDOM.uniform(-1, 1, (3, 3)).astype(np.float32), y=np.zeros(3, np.float32))


@wp.kernel
def many_elements(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    y[i] = x[i] * x[(i * 7) % 500] + wp.sin(x[(i + 1) % 500])


def check_many_elements(check):
    check(500, x=RANDOM.uniform(-1, 1, 500), y=np.zeros(500))
