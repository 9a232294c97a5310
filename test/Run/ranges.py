# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Loops over ranges: every kind of step, bounds that change meanwhile, and the variable in and after the loop.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp

COUNT = wp.constant(6)


@wp.kernel
def constant_steps(out: wp.array(dtype=int)):
    total = int(0)
    for i in range(10):
        total = total * 3 + i
    for i in range(2, 11, 4):
        total = total * 3 + i
    for i in range(10, 0, -3):
        total = total * 3 + i
    for i in range(5, 5):
        total = -1
    for i in range(5, 0):
        total = -1
    for i in range(0, 5, -1):
        total = -1
    for i in range(COUNT):
        total = total % 1000 + i
    out[0] = total


def check_constant_steps(run):
    total = 0
    for i in [*range(10), *range(2, 11, 4), *range(10, 0, -3)]:
        total = total * 3 + i
    for i in range(6):
        total = total % 1000 + i
    run(1, out=np.zeros(1, np.int32), expect={"out": total})


@wp.kernel
def dynamic_steps(start: wp.array(dtype=int), stop: wp.array(dtype=int), step: wp.array(dtype=int),
                  out: wp.array(dtype=int)):
    i = wp.tid()
    total = int(0)
    for j in range(start[i], stop[i], step[i]):
        total = total * 3 + j
    out[i] = total


def check_dynamic_steps(run):
    ranges = [(0, 5, 1), (5, 0, -1), (3, 12, 4), (12, 3, -4), (0, 5, -1), (5, 0, 1), (2, 2, 1), (-6, 7, 5)]
    start, stop, step = (np.array(column, np.int32) for column in zip(*ranges))

    def total(bounds):
        result = 0
        for j in range(*bounds):
            result = result * 3 + j
        return result

    run(8, start=start, stop=stop, step=step, out=start * 0, expect={"out": [total(bounds) for bounds in ranges]})


@wp.kernel
def negative_constant_step(n: int, out: wp.array(dtype=int)):
    i = wp.tid()
    total = int(0)
    for j in range(n - 1, i - 1, -1):
        total = total * 2 + j
    out[i] = total


def check_negative_constant_step(run):
    def total(i):
        result = 0
        for j in range(6, i - 1, -1):
            result = result * 2 + j
        return result

    run(9, n=7, out=np.zeros(9, np.int32), expect={"out": [total(i) for i in range(9)]})


@wp.kernel
def variable_reassigned(n: int, out: wp.array(dtype=int)):
    total = int(0)
    for i in range(n):
        i = i * 2
        i += 1
        total += i
    out[0] = total


def check_variable_reassigned(run):
    run(1, n=10, out=np.zeros(1, np.int32), expect={"out": 100})


@wp.kernel
def variable_afterwards(n: int, limit: int, out: wp.array(dtype=int)):
    last = int(0)
    for i in range(n):
        last = i
        if i * i > limit:
            break
    j = int(-1)
    for j in range(n):
        if j == 3:
            break
    out[0] = last
    out[1] = j


def check_variable_afterwards(run):
    run(1, n=10, limit=20, out=np.zeros(2, np.int32), expect={"out": [5, 3]})


@wp.kernel
def bound_changed(n: int, out: wp.array(dtype=int)):
    end = n
    count = int(0)
    for i in range(end):
        end = end - 1
        count += 1
    out[0] = count
    out[1] = end


def check_bound_changed(run):
    run(1, n=8, out=np.zeros(2, np.int32), expect={"out": [8, 0]})


@wp.kernel
def nested(n: int, out: wp.array2d(dtype=int)):
    i = wp.tid()
    for j in range(n):
        total = int(0)
        for k in range(j, n):
            for l in range(i):
                total += k * l
        out[i, j] = total


def check_nested(run):
    expected = [[sum(range(j, 5)) * sum(range(i)) for j in range(5)] for i in range(4)]
    run(4, n=5, out=np.zeros((4, 5), np.int32), expect={"out": expected})


@wp.kernel
def over_shapes(x: wp.array2d(dtype=float), sums: wp.array(dtype=float)):
    total = float(0.0)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            total += x[i, j]
    sums[0] = total
    sums[1] = float(len(sums))


def check_over_shapes(run):
    x = np.arange(12, dtype=np.float32).reshape(3, 4)
    run(1, x=x, sums=np.zeros(2, np.float32), expect={"sums": [66, 2]})
