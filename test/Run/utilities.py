# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What the group Utility has beside atomics and output: searches, expectations, choices by an array, the block's size.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import matrices, value, vectors

mat22u = wp.types.matrix(shape=(2, 2), dtype=wp.uint64)


@wp.kernel
def lower_bound(a: wp.array(dtype=float), n: wp.array(dtype=wp.int64), x: wp.array(dtype=float),
                out: wp.array2d(dtype=int)):
    i = wp.tid()
    out[i, 0] = wp.lower_bound(a, x[i])
    out[i, 1] = wp.lower_bound(a, 2, 5, x[i])
    out[i, 2] = wp.lower_bound(n, wp.int64(x[i]))


def check_lower_bound(run):
    a = np.array([-1, 0, 0, 2.5, 7, 7, 9], np.float32)
    n = np.array([-5, -5, 1, 2, 100], np.int64)
    x = np.array([-2, 0, 1, 7, 50], np.float32)

    def search(array, begin, end, wanted):
        return min(begin + np.searchsorted(array[begin:end], wanted), end - 1)

    columns = [[search(a, 0, 7, v), search(a, 2, 5, v), search(n, 0, 5, int(v))] for v in x]
    run(5, a=a, n=n, x=x, out=np.zeros((5, 3), np.int32), expect={"out": np.array(columns)})


@wp.kernel
def expectations(x: float, v: wp.vec3, m: wp.mat22, n: int):
    wp.expect_eq(n, 3)
    wp.expect_eq(n, 4)
    wp.expect_neq(v, wp.vec3(1.0, 2.0, 3.0))
    wp.expect_eq(v, wp.vec3(1.0, 2.0, 3.0))
    wp.expect_neq(True, n == 3)
    wp.expect_near(x, 1.5)
    wp.expect_near(x, 1.75)
    wp.expect_near(x, 1.75, 0.5)
    wp.expect_near(v, wp.vec3(1.0, 2.0, 4.0), tolerance=1.5)
    wp.expect_near(v, wp.vec3(1.0, 2.0, 4.0), tolerance=0.5)
    wp.expect_near(m, m * 2.0, 4.0)
    wp.expect_near(m, m * 2.0, 3.5)
    wp.expect_near(wp.quat_identity(), wp.quat(0.0, 0.0, 0.0, 1.5), 0.25)


def check_expectations(run):
    printed = [("expect_eq", "4\n", "3\n"), ("expect_neq", "1 2 3\n", "1 2 3\n"), ("expect_neq", "True\n", "True\n"),
               ("expect_near", "1.75\n", "1.5\n"), ("expect_near", "1 2 4\n", "1 2 3\n"),
               ("expect_near", "2 4\n6 8\n", "1 2\n3 4\n"), ("expect_near", "0 0 0 1.5\n", "0 0 0 1\n")]
    text = "".join(f"{name} failed\n  expected: {expected}  actual: {actual}" for name, expected, actual in printed)
    run(1, x=1.5, v=value(np.array([1, 2, 3], np.float32)), m=value(np.array([[1, 2], [3, 4]], np.float32)), n=3,
        prints=text, warp="words of its own")


@wp.kernel
def choices(a: wp.array(dtype=float), out: wp.array(dtype=float)):
    out[0] = wp.where(a, 1.0, 2.0)
    out[1] = wp.where(wp.int8(-1), 1.0, 2.0)
    out[2] = wp.where(len(a) - 3, 1.0, 2.0)
    out[3] = wp.where(wp.uint8(0), 1.0, 2.0)
    out[4] = wp.where(wp.int64(0), 1.0, 2.0)
    out[5] = 1.0 if wp.block_dim() > 0 else 0.0


def check_choices(run):
    run(1, a=np.zeros(3, np.float32), out=np.zeros(6, np.float32), expect={"out": [1, 1, 2, 2, 2, 1]})


@wp.kernel
def bits(a: wp.array(dtype=wp.vec2i), b: wp.array2d(dtype=mat22u)):
    i = wp.tid()
    wp.atomic_and(a, 0, wp.vec2i(6, 12))
    wp.atomic_or(a, 1, wp.vec2i(1 << i, 16))
    wp.atomic_xor(b, wp.int64(0), wp.int64(1), mat22u(wp.uint64(3)))


def check_bits(run):
    a = np.array([[7, 31], [0, 1]], np.int32)
    b = np.arange(8, dtype=np.uint64).reshape(1, 2, 2, 2)
    changed = b.copy()
    changed[0, 1] ^= np.uint64(3)
    run(3, a=vectors(a), b=matrices(b), expect={"a": [[6, 12], [7, 17]], "b": changed})


@wp.kernel
def reversed_ranges(out: wp.array2d(dtype=int), start: int, stop: int, step: int):
    for j in reversed(range(5)):
        out[0, 0] = out[0, 0] * 10 + j
    for j in reversed(range(start, stop)):
        out[0, 1] = out[0, 1] * 10 + j
    for j in reversed(range(start, stop, 3)):
        out[0, 2] = out[0, 2] * 10 + j
    for j in wp.reversed(range(stop, start, -2)):
        out[0, 3] = out[0, 3] * 10 + j
    for j in reversed(range(start, stop, step)):
        if j == 3:
            continue
        out[0, 4] = out[0, 4] * 10 + j


def check_reversed_ranges(run):
    def digits(numbers):
        result = 0
        for number in numbers:
            result = result * 10 + number
        return result

    for start, stop, step in ((1, 9, 2), (1, 8, 1), (2, 9, 5), (0, 7, -1), (1, 2, 3)):
        row = [digits(reversed(range(5))), digits(reversed(range(start, stop))), digits(reversed(range(start, stop, 3))),
               digits(reversed(range(stop, start, -2))),
               digits(j for j in reversed(range(start, stop, step)) if j != 3)]
        run(1, out=np.zeros((1, 5), np.int32), start=start, stop=stop, step=step, expect={"out": [row]})


@wp.kernel
def empty_reversed_ranges(out: wp.array(dtype=int), start: int, stop: int, step: int):
    for j in reversed(range(stop, start)):
        out[0] += 1
    for j in reversed(range(stop, stop, 4)):
        out[0] += 1
    for j in reversed(range(start, stop, -3)):
        out[0] += 1
    for j in reversed(range(start, stop, step)):
        out[0] += 1


def check_empty_reversed_ranges(run):
    for step in (-4, 0):
        run(1, out=np.zeros(1, np.int32), start=2, stop=5, step=step, expect={"out": [0]}, warp="some run once there")
