# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Views of arrays: fewer indices than dimensions, slices with bounds and steps of all kinds, views in variables, passed
# on and written through.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import ARRAY, array_field, record, struct


def numbered(*shape):
    return np.arange(np.prod(shape), dtype=np.float32).reshape(shape)


@wp.func
def total(row: wp.array(dtype=float)):
    result = float(0.0)
    for i in range(len(row)):
        result += row[i]
    return result


@wp.func
def corner(a: wp.array2d(dtype=float)):
    a[0, 0] = 100.0
    return a[-1, -1]


@wp.kernel
def rows(a: wp.array2d(dtype=float), out: wp.array(dtype=float)):
    i = wp.tid()
    row = a[i]
    out[i] = total(row) + total(a[-1]) * row[1] + a[i][2]


def check_rows(run):
    a = numbered(3, 4)
    run(3, a=a, out=numbered(3), expect={"out": a.sum(1) + a[-1].sum() * a[:, 1] + a[:, 2]})


# A name that becomes an array of another rank, a parameter's among them.
@wp.kernel
def ranks(a: wp.array3d(dtype=float), out: wp.array(dtype=float)):
    view = a[1]
    out[0] = view[0, 1]
    view = view[1]
    for i in range(len(view)):
        out[1] += view[i]
        part = a[i, 0]
        out[2] += part[1]
        part = a[i:]
        out[2] += part[0, 0, 0]
    view = a[0, :, 1:]
    out[3] = view[1, 0]
    a = a[1, 1:]
    out[4] = a[0, 0]


def check_ranks(run):
    run(1, a=numbered(2, 2, 2), out=np.zeros(5, np.float32), expect={"out": [5, 13, 10, 3, 6]})


@wp.kernel
def planes(a: wp.array4d(dtype=float), out: wp.array(dtype=float)):
    cube = a[1]
    plane = a[1, -1]
    row = a[0, 1, 2]
    out[0] = cube[0, 1, 2] + plane[2, 1] + row[3]
    out[1] = cube[0][1][2] + cube[0, 1][2] + cube[0][1, 2]
    out[2] = float(cube.shape[0] * 100 + plane.shape[0] * 10 + row.shape[0])
    out[3] = float(cube.size * 1000 + plane.size * 100 + row.ndim)
    out[4] = corner(a[0, 0])


def check_planes(run):
    a = numbered(2, 3, 4, 5)
    changed = a.copy()
    changed[0, 0, 0, 0] = 100
    first = a[1, 0, 1, 2] + a[1, -1, 2, 1] + a[0, 1, 2, 3]
    # Warp's `.size` is 0 in a kernel.
    run(1, a=a, out=numbered(5), warp="its size is 0",
        expect={"a": changed, "out": [first, a[1, 0, 1, 2] * 3, 345, 62001, a[0, 0, -1, -1]]})


@wp.kernel
def slices(a: wp.array(dtype=float), lo: int, hi: int, out: wp.array2d(dtype=float)):
    out[0, 0] = total(a[lo:hi])
    out[0, 1] = float(len(a[lo:hi]))
    out[1, 0] = total(a[lo:])
    out[1, 1] = float(len(a[:hi]))
    out[2, 0] = total(a[::3])
    out[2, 1] = total(a[1:-1:2])
    out[3, 0] = total(a[:])
    out[3, 1] = a[2:][1:][lo]


def expected_slices(a, lo, hi):
    return [[a[lo:hi].sum(), len(a[lo:hi])], [a[lo:].sum(), len(a[:hi])],
            [a[::3].sum(), a[1:-1:2].sum()], [a.sum(), a[3:][lo]]]


def check_slices(run):
    a = numbered(10)
    for lo, hi in [(0, 5), (2, 4), (4, 2), (3, -2), (-4, -1), (-7, 30), (5, 5), (6, -30)]:
        run(1, a=a, lo=lo, hi=hi, out=np.zeros((4, 2), np.float32), expect={"out": expected_slices(a, lo, hi)})


@wp.kernel
def backward(a: wp.array(dtype=float), step: int, out: wp.array2d(dtype=float)):
    reversed_a = a[::-1]
    out[0, 0] = reversed_a[0] * 100.0 + reversed_a[-1]
    out[0, 1] = float(len(a[:2:-1]))
    by_step = a[::step]
    out[1, 0] = by_step[1] + total(by_step)
    out[1, 1] = float(len(by_step))
    far = a[100:-100:-1]
    out[2, 0] = far[0]
    out[2, 1] = float(len(far))


def check_backward(run):
    a = numbered(8)
    for step in (1, 2, 3, -1, -2, -3, 7):
        by = a[::step]
        # Warp begins one element behind the end where the bound lies outside.
        run(1, a=a, step=step, out=np.zeros((3, 2), np.float32), warp="it reads behind the end",
            expect={"out": [[700, 5], [by[1] + by.sum(), len(by)], [7, 8]]})


@wp.kernel
def planes_and_slices(a: wp.array3d(dtype=float), i: int, out: wp.array2d(dtype=float)):
    column = a[i, :, 1]
    block = a[1:, i, 1:4:2]
    every = a[:, ::2]
    out[0, 0] = total(column)
    out[0, 1] = float(column.shape[0])
    out[1, 0] = block[0, 1]
    out[1, 1] = float(block.shape[0] * 10 + block.shape[1])
    out[2, 0] = every[1, 1, 2]
    out[2, 1] = float(every.shape[0] * 100 + every.shape[1] * 10 + every.shape[2])
    column[0] = -1.0
    block[0, 0] += 5.0
    every[0][0][0] *= 3.0


def check_planes_and_slices(run):
    a = numbered(2, 3, 5)
    a[0, 0, 0] = 7
    changed = a.copy()
    changed[0, 0, 1] = -1
    changed[1, 0, 1] += 5
    changed[0, 0, 0] *= 3
    run(1, a=a, i=0, out=np.zeros((3, 2), np.float32),
        expect={"a": changed, "out": [[a[0, :, 1].sum(), 3], [a[1:, 0, 1:4:2][0, 1], 12], [a[1, 2, 2], 225]]})


@wp.kernel
def chained(a: wp.array2d(dtype=float), out: wp.array(dtype=float)):
    out[0] = a[1:3][0][2]
    first = a[1:][0]
    out[1] = float(len(first)) + first[3]


def check_chained(run):
    a = numbered(4, 5)
    run(1, a=a, out=numbered(2), expect={"out": [a[1, 2], 5 + a[1, 3]]}, warp="it takes a[1:][0] for a[1:, 0]")


@wp.kernel
def chosen(a: wp.array2d(dtype=float), n: int, out: wp.array(dtype=float)):
    row = a[0]
    for i in range(n):
        row = a[i]
    out[0] = row[1]
    if n > 1:
        row = a[-1]
    out[1] = row[0]
    best = a[0] if n > 1 else a[1]
    out[2] = best[2]
    other = wp.where(n > 1, a[1], row)
    out[3] = other[2]


def check_chosen(run):
    a = numbered(3, 4)
    run(1, a=a, n=2, out=numbered(4), expect={"out": [a[1, 1], a[2, 0], a[0, 2], a[1, 2]]})
    run(1, a=a, n=0, out=numbered(4), expect={"out": [a[0, 1], a[0, 0], a[1, 2], a[0, 2]]})


@wp.struct
class Table:
    rows: wp.array2d(dtype=float)
    current: wp.array(dtype=float)


TABLE = struct(("rows", ARRAY), ("current", ARRAY))


@wp.kernel
def in_structs(t: Table, out: wp.array(dtype=float)):
    out[0] = total(t.rows[1]) + t.rows[1, 1:][0]
    t.current = t.rows[0]
    out[1] = t.current[2]
    t.current[1] += 4.0
    if t.current:
        out[2] = t.rows[0, 1]


def check_in_structs(run):
    rows = numbered(2, 3)
    table = record(TABLE, rows=array_field(rows), current=array_field(numbered(1)))
    run(1, t=table, out=numbered(3), expect={"out": [12 + 4, 2, rows[0, 1] + 4]},
        warp="wants its own array in the field")


@wp.kernel
def presence(a: wp.array(dtype=float), b: wp.array(dtype=float), out: wp.array(dtype=int)):
    out[0] = 1 if a else 0
    out[1] = 1 if not b else 0
    if a and b:
        out[2] = 7
    while not a:
        out[2] = 8
        break
    if a.ptr == wp.uint64(0):
        out[3] = 5


def check_presence(run):
    out = np.zeros(4, np.int32)
    full = numbered(4)
    run(1, a=full, b=full, out=out, expect={"out": [1, 0, 7, 0]})
