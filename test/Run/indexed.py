# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Indexed arrays of rank 1 to 4: read, written, updated, viewed and passed on.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import Indexed


def numbered(*shape):
    return np.arange(np.prod(shape), dtype=np.float32).reshape(shape)


def chosen(*numbers):
    return np.array(numbers, np.int32)


@wp.func
def first_and_last(a: wp.indexedarray(dtype=float)):
    return a[0] * 100.0 + a[-1]


@wp.kernel
def rank_1(a: wp.indexedarray(dtype=float), out: wp.array(dtype=float)):
    i = wp.tid()
    out[i] = a[i] + float(a.shape[0])
    a[i] = a[i] * 2.0
    a[i] += 1.0
    wp.atomic_max(a, i, 5.0)


def check_rank_1(run):
    data = numbered(10)
    changed = data.copy()
    changed[[1, 3, 9]] = [5, 7, 19]
    run(3, a=Indexed(data, (chosen(1, 3, 9),)), out=numbered(3), expect={"a": changed, "out": [4, 6, 12]})


@wp.kernel
def rank_2(a: wp.indexedarray2d(dtype=float), out: wp.array2d(dtype=float)):
    i, j = wp.tid()
    row = a[i]
    out[i, j] = row[j] + a[i][j] + first_and_last(row) * 0.5
    a[i, j] = -1.0


def check_rank_2(run):
    data = numbered(4, 5)
    for rows, columns in [(chosen(3, 0), chosen(4, 1, 2)), (None, chosen(4, 1, 2)), (chosen(2, 1), None), (None, None)]:
        r = np.arange(4) if rows is None else rows
        c = np.arange(5) if columns is None else columns
        part, changed = data[np.ix_(r, c)], data.copy()
        changed[r[0], c[0]] = -1
        # One thread, as others would read what it writes.
        run((1, 1), a=Indexed(data, (rows, columns)), out=numbered(1, 1),
            expect={"a": changed, "out": [[part[0, 0] * 52 + part[0, -1] * 0.5]]})


@wp.kernel
def rank_4(a: wp.indexedarray4d(dtype=float), out: wp.array4d(dtype=float)):
    i, j, k, l = wp.tid()
    cube = a[i]
    plane = cube[j]
    row = a[i, j, k]
    out[i, j, k, l] = a[i, j, k, l] + cube[j, k, l] + plane[k, l] + row[l] + float(plane.shape[1])


def check_rank_4(run):
    data = numbered(3, 4, 5, 6)
    indices = (chosen(2, 0), None, chosen(4, 1, 3), chosen(5, 0))
    part = data[[2, 0]][:, :, [4, 1, 3]][:, :, :, [5, 0]]
    run(part.shape, a=Indexed(data, indices), out=numbered(*part.shape), expect={"out": part * 4 + 2})
