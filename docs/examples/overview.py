# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

"""For each element, the sum of the positive ones among the few that follow it."""

import warp as wp

WINDOW = 2


@wp.func
def positive(x: float):
    return x if x > 0.0 else 0.0


@wp.kernel
def gather(values: wp.array(dtype=float), sums: wp.array(dtype=float)):
    i = wp.tid()
    total = float(0.0)
    for j in range(i, wp.min(i + 2 * WINDOW, values.shape[0])):
        if j != i:
            total += positive(values[j])
    sums[i] = total
