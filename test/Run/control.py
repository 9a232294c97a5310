# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Branches, loops with jumps, early returns, assertions.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp


@wp.kernel
def branches(x: wp.array(dtype=float), out: wp.array(dtype=int)):
    i = wp.tid()
    kind = int(0)
    if x[i] < 0.0:
        kind = -1
    elif x[i] == 0.0:
        kind = 0
    elif x[i] < 10.0:
        if x[i] > 5.0:
            kind = 2
        else:
            kind = 1
    else:
        kind = 3
    out[i] = kind


def check_branches(run):
    x = np.array([-3, 0, 1, 5, 7, 10, 100], np.float32)
    run(7, x=x, out=np.zeros(7, np.int32), expect={"out": [-1, 0, 1, 1, 2, 3, 3]})


@wp.kernel
def ternaries(a: wp.array(dtype=int), out: wp.array(dtype=int)):
    i = wp.tid()
    out[i] = 1 if a[i] > 0 else -1 if a[i] < 0 else 0
    out[i] = out[i] * (10 if a[i] % 2 == 0 else 1) + (a[i] if a[i] > 5 else 0)


def check_ternaries(run):
    a = np.arange(-4, 9).astype(np.int32)
    run(13, a=a, out=a * 0, warp="takes `a[i]` always",
        expect={"out": np.sign(a) * np.where(a % 2 == 0, 10, 1) + np.where(a > 5, a, 0)})


@wp.kernel
def logic(a: wp.array(dtype=int), b: wp.array(dtype=int), out: wp.array(dtype=int)):
    i = wp.tid()
    x = a[i]
    y = b[i]
    code = int(0)
    if x > 0 and y > 0:
        code += 1
    if x > 0 or not y > 0:
        code += 2
    if not (x > 0 or y > 0) and x != y:
        code += 4
    if 0 <= x < y <= 2:
        code += 8
    out[i] = code


def check_logic(run):
    a, b = (grid.flatten().astype(np.int32) for grid in np.meshgrid(np.arange(-2, 4), np.arange(-2, 4)))
    expected = ((a > 0) & (b > 0)) + 2 * ((a > 0) | ~(b > 0)) + 4 * (~((a > 0) | (b > 0)) & (a != b))
    run(36, a=a, b=b, out=a * 0, expect={"out": expected + 8 * ((0 <= a) & (a < b) & (b <= 2))})


@wp.kernel
def collatz(start: wp.array(dtype=int), steps: wp.array(dtype=int)):
    i = wp.tid()
    n = start[i]
    count = int(0)
    while n != 1:
        if n % 2 == 0:
            n = n / 2
        else:
            n = 3 * n + 1
        count += 1
    steps[i] = count


def check_collatz(run):
    def steps(n):
        return 0 if n == 1 else 1 + steps(n // 2 if n % 2 == 0 else 3 * n + 1)

    start = np.arange(1, 40, dtype=np.int32)
    run(39, start=start, steps=start * 0, expect={"steps": [steps(int(n)) for n in start]})


@wp.kernel
def first_above(x: wp.array2d(dtype=float), limit: float, index: wp.array(dtype=int)):
    i = wp.tid()
    found = int(-1)
    for j in range(x.shape[1]):
        if x[i, j] <= limit:
            continue
        found = j
        break
    index[i] = found


def check_first_above(run):
    x = np.array([[1, 2, 3, 4], [4, 3, 2, 1], [0, 0, 0, 0], [0, 0, 0, 9]], np.float32)
    run(4, x=x, limit=2.5, index=np.zeros(4, np.int32), expect={"index": [2, 0, -1, 3]})


@wp.kernel
def loops_with_jumps(n: int, out: wp.array(dtype=int)):
    i = wp.tid()
    total = int(0)
    j = int(0)
    while True:
        j += 1
        if j > n:
            break
        if j % 3 == i:
            continue
        for k in range(j):
            if k > 4:
                break
            if (j + k) % 2 == 0:
                continue
            total += k * 10 + j
    out[i] = total


def check_loops_with_jumps(run):
    def total(n, i):
        pairs = [(j, k) for j in range(1, n + 1) if j % 3 != i for k in range(min(j, 5)) if (j + k) % 2]
        return sum(k * 10 + j for j, k in pairs)

    run(4, n=9, out=np.zeros(4, np.int32), expect={"out": [total(9, i) for i in range(4)]})


@wp.kernel
def early_returns(x: wp.array(dtype=int), out: wp.array(dtype=int)):
    i = wp.tid()
    if x[i] < 0:
        return
    for j in range(5):
        for k in range(5):
            if j * k == x[i]:
                out[i] = j * 10 + k
                return
        out[i] = -j
    out[i] = 99


def check_early_returns(run):
    def result(x):
        pairs = [(j, k) for j in range(5) for k in range(5) if j * k == x]
        return 7 if x < 0 else pairs[0][0] * 10 + pairs[0][1] if pairs else 99

    x = np.array([-1, 0, 1, 6, 7, 12, 16, 17], np.int32)
    run(8, x=x, out=np.full(8, 7, np.int32), expect={"out": [result(each) for each in x]})


@wp.kernel
def set_in_all_branches(x: wp.array(dtype=float), out: wp.array(dtype=float)):
    i = wp.tid()
    if x[i] > 0.0:
        scale = 2.0
        shift = 1.0
    else:
        scale = -3.0
        shift = 0.0
    out[i] = scale * x[i] + shift


def check_set_in_all_branches(run):
    x = np.linspace(-1, 1, 9).astype(np.float32)
    run(9, x=x, out=x * 0, expect={"out": np.where(x > 0, 2 * x + 1, -3 * x)})


@wp.kernel
def changed_in_a_loop(n: int, out: wp.array(dtype=float)):
    i = wp.tid()
    x = float(1.0)
    previous = float(0.0)
    count = int(0)
    while wp.abs(x - previous) > 1.0e-6 and count < n:
        previous = x
        x = 0.5 * (x + float(i + 1) / x)
        count = count + 1
    out[i] = x


def check_changed_in_a_loop(run):
    run(20, n=30, out=np.zeros(20, np.float32), expect={"out": np.sqrt(np.arange(1, 21))})


@wp.kernel
def passes(out: wp.array(dtype=int)):
    """A kernel with a docstring."""
    i = wp.tid()
    if i == 0:
        pass
    else:
        out[i] = i
    for _ in range(3):
        pass


def check_passes(run):
    run(4, out=np.zeros(4, np.int32), expect={"out": [0, 1, 2, 3]})


@wp.kernel
def asserts(x: wp.array(dtype=float)):
    i = wp.tid()
    assert x[i] > 0.0, "x must be positive"
    x[i] = 1.0 / x[i]


def check_asserts(run):
    run(2, x=np.array([1, 2], np.float32), expect={"x": [1, 0.5]})
    run(2, x=np.array([1, -2], np.float32), aborts="assertion failed", warp="only in its debug mode")
