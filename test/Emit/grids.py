# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The entry point says of arguments what helps the loop over threads: how many dimensions an array has, and what the
# last coordinate of a thread is compared with.

# RUN: kernel-translate %s --no-backward --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --no-backward --target=cuda -o - | diff %s.expected.cu -

import warp as wp


@wp.kernel
def inside(a: wp.array2d(dtype=float), b: wp.array2d(dtype=float), mask: wp.array(dtype=int)):
    i, j = wp.tid()
    if i > 0 and j > 0 and i < a.shape[0] - 1 and j < a.shape[1] - 1 and mask[j] > 0:
        b[i, j] = a[i, j + 1]


@wp.kernel
def guarded(a: wp.array(dtype=float), b: wp.array(dtype=float), n: int, shift: int):
    i = wp.tid()
    last = n - 1
    if i >= n:
        return
    b[i] = a[wp.min(i + 1, last)] + a[wp.max(i - 1, 0)] * float(shift)


@wp.kernel
def rows(a: wp.array2d(dtype=float), sums: wp.array(dtype=float), height: int):
    i, j = wp.tid()
    if i < height and i < a.shape[0]:  # the first of two coordinates
        for k in range(a.shape[1]):
            if k != j:
                sums[i] += a[i, k]


@wp.kernel
def unasked(count: wp.array(dtype=int)):
    count[0] += 1
