# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The loop over threads is compiled for arrays whose rows are packed and for any others, and for grids of the launch's
# extents and of others: each of these ways gives the same numbers.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp


def numbered(*shape):
    return np.arange(np.prod(shape), dtype=np.float32).reshape(shape)


@wp.kernel
def saxpy(x: wp.array(dtype=float), y: wp.array(dtype=float), a: float):
    i = wp.tid()
    y[i] = a * x[i] + y[i]


def check_saxpy(run):
    for n in (0, 1, 7, 64):
        x, y = numbered(n), numbered(n)[::-1]
        run(n, x=x, y=np.ascontiguousarray(y), a=2.0, expect={"y": 2 * x + y})
        run(n, x=x, y=np.zeros((n, 3), np.float32)[:, 1], a=2.0, expect={"y": 2 * x}, warp="copies the array")
        run(n, x=y, y=x, a=2.0, expect={"y": 2 * y + x}, warp="copies the array")


@wp.kernel
def double(x: wp.array(dtype=float), y: wp.array(dtype=float)):
    i = wp.tid()
    y[i] = 2.0 * x[i]


def check_double(run):
    interleaved = numbered(64)
    run(32, x=interleaved[0::2], y=interleaved[1::2], expect={"y": 2 * numbered(64)[0::2]}, warp="copies the array")
    run((4, 1), x=numbered(8), y=numbered(8), expect={"y": [0, 2, 4, 6, 4, 5, 6, 7]})


@wp.kernel
def edges(a: wp.array2d(dtype=float), b: wp.array2d(dtype=float)):
    i, j = wp.tid()
    if i == 0 or j == 0 or i == a.shape[0] - 1 or j == a.shape[1] - 1:
        b[i, j] = -1.0
        return
    b[i, j] = a[i - 1, j] + a[i + 1, j] + 10.0 * a[i, j - 1] + 100.0 * a[i, j + 1]


def expected_edges(a, rows, columns):
    """Of a launch that covers so much of `a`."""
    b = np.full(a.shape, -1, np.float32)
    b[1:-1, 1:-1] = a[:-2, 1:-1] + a[2:, 1:-1] + 10 * a[1:-1, :-2] + 100 * a[1:-1, 2:]
    b[rows:], b[:, columns:] = 0, 0
    return b


def check_edges(run):
    for shape in ((1, 1), (1, 5), (5, 1), (2, 2), (3, 3), (4, 17), (0, 4), (4, 0)):
        a = numbered(*shape)
        run(shape, a=a, b=np.zeros(shape, np.float32), expect={"b": expected_edges(a, *shape)})
    a, b = numbered(6, 20), np.zeros((6, 20), np.float32)
    run((5, 18), a=a, b=b, expect={"b": expected_edges(a, 5, 18)})
    columns, rows = numbered(6, 40)[:, ::2], numbered(12, 20)[::2]
    run((6, 20), a=columns, b=b, expect={"b": expected_edges(columns, 6, 20)}, warp="copies the array")
    run((6, 20), a=rows, b=b, expect={"b": expected_edges(rows, 6, 20)}, warp="copies the array")


@wp.kernel
def clamped(a: wp.array3d(dtype=float), b: wp.array3d(dtype=float)):
    i, j, k = wp.tid()
    below = wp.max(k - 1, 0)
    above = wp.min(k + 1, a.shape[2] - 1)
    b[i, j, k] = a[i, j, above] - a[i, j, below]


def check_clamped(run):
    for shape in ((2, 3, 1), (2, 3, 2), (2, 3, 9)):
        a = numbered(*shape) ** 2
        padded = np.pad(a, ((0, 0), (0, 0), (1, 1)), "edge")
        run(shape, a=a, b=np.zeros(shape, np.float32), expect={"b": padded[:, :, 2:] - padded[:, :, :-2]})


@wp.kernel
def guarded(a: wp.array(dtype=int), n: int):
    i = wp.tid()
    if i >= n:
        return
    a[i] = a[i] + n


def check_guarded(run):
    for n in (0, 1, 5, 8, 11):
        a = np.arange(12, dtype=np.int32)
        run(8, a=a, n=n, expect={"a": np.where(a < min(n, 8), a + n, a)})


@wp.kernel
def in_order(sums: wp.array(dtype=float), x: wp.array(dtype=float)):
    i = wp.tid()
    wp.atomic_add(sums, i % 2, x[i])


def check_in_order(run):
    run(9, sums=np.zeros(2, np.float32), x=numbered(9), expect={"sums": [20, 16]})
