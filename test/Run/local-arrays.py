# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Arrays that a thread makes itself: wp.zeros of a known shape, wp.array at an address.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import vectors

COUNT = wp.constant(4)


@wp.struct
class Cell:
    offset: int
    weight: float


@wp.func
def fill(a: wp.array2d(dtype=int), start: int):
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a[i][j] = start + i * a.shape[1] + j


@wp.func
def squares():
    a = wp.zeros(shape=COUNT, dtype=float)
    for i in range(len(a)):
        a[i] = float(i * i)
    return a


@wp.func
def table() -> wp.fixedarray(shape=(2, 2), dtype=Cell):
    cells = wp.zeros(shape=(2, 2), dtype=Cell)
    for i in range(cells.shape[0]):
        for j in range(cells.shape[1]):
            cells[i][j].offset = i * 2 + j
            cells[i, j].weight = float(cells[i][j].offset) / 4.0
    return cells


@wp.kernel
def kept(n: int, out: wp.array(dtype=int)):
    t = wp.tid()
    a = wp.zeros(shape=(2, 3), dtype=int)
    fill(a, n + t)
    row = a[1]
    row[-1] += 100
    part = a[:, 1:]
    wp.atomic_add(a, 0, 0, 1000)
    out[t * 4] = a[0, 0] + a[1][2]
    out[t * 4 + 1] = part[0, 1] * 10 + part.shape[1]
    out[t * 4 + 2] = a.shape[0] * 10 + len(row)
    b = a
    b[n - 7, 1] = 5
    out[t * 4 + 3] = a[0, 1] * 10 + b[0, 1]


def check_kept(run):
    def expected(s):
        return [s + 1000 + s + 105, (s + 2) * 10 + 2, 23, (s + 1) * 10 + 5]

    run(2, n=7, out=np.zeros(8, np.int32), expect={"out": expected(7) + expected(8)})


@wp.kernel
def returned(out: wp.array(dtype=float)):
    i = wp.tid()
    a = squares()
    out[i] = a[i] + a[-1]
    cells = table()
    out[i] += cells[1][i % 2].weight + float(cells[0, 1].offset)


def check_returned(run):
    i = np.arange(4)
    run(4, out=np.zeros(4, np.float32), expect={"out": i * i + 9 + (2 + i % 2) / 4 + 1})


@wp.kernel
def in_loops(n: int, out: wp.array(dtype=float)):
    for i in range(n):
        sums = wp.zeros(3, dtype=float)
        for j in range(10):
            sums[j % 3] += float(j * (i + 1))
        sums[i % 3] -= 1.0
        out[i] = sums[0] * 10000.0 + sums[1] * 100.0 + sums[2]
    v = wp.zeros(shape=(2,), dtype=wp.vec3)
    v[1] += wp.vec3(1.0, 2.0, 3.0)
    v[0] = v[1] * 2.0
    out[n] = v[0][2] + v[1].y


def check_in_loops(run):
    def expected(i):
        sums = np.array([18.0, 12, 15]) * (i + 1)
        sums[i % 3] -= 1
        return sums @ [10000, 100, 1]

    run(1, n=4, out=np.zeros(5, np.float32), expect={"out": [*map(expected, range(4)), 8]})


@wp.kernel
def at_address(x: wp.array(dtype=float), n: int, out: wp.array(dtype=wp.vec2)):
    pairs = wp.array(ptr=x.ptr, shape=(6,), dtype=wp.vec2)
    grid = wp.array(ptr=x.ptr, shape=(n, n + 1), dtype=float)
    for i in range(6):
        out[i] = pairs[i] + wp.vec2(grid[2, 1], grid[-1, -1])
    own = wp.zeros(shape=4, dtype=float)
    own[3] = 7.0
    halves = wp.array(ptr=own.ptr, shape=(2,), dtype=wp.vec2)
    out[6] = halves[1]


def check_at_address(run):
    x = np.arange(12, dtype=np.float32)
    run(1, x=x, n=3, out=vectors(np.zeros((7, 2), np.float32)),
        expect={"out": np.concatenate([x.reshape(6, 2) + [9, 11], [[0, 7]]])})
