# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Functions: early return, several results, a parameter that changes.
#
# RUN: kernel-translate %s --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --target=cuda -o - | diff %s.expected.cu -

import warp as wp


@wp.func
def sign_of(x: float):
    if x < 0.0:
        return -1.0
    return 1.0


@wp.func
def order(a: float, b: float):
    if a > b:
        return b, a
    return a, b


@wp.func
def halve(x: float, times: int):
    for step in range(times):
        x = x * 0.5
    return x


@wp.kernel
def sort_pairs(pairs: wp.array2d(dtype=float)):
    i = wp.tid()
    low, high = order(pairs[i, 0], pairs[i, 1])
    pairs[i, 0] = low * sign_of(high)
    pairs[i, 1] = halve(high, 3)
