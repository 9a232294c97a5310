# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Chains of conditions, loops of every direction, jumps.
#
# RUN: kernel-translate %s --no-backward --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --no-backward --target=cuda -o - | diff %s.expected.cu -

import warp as wp


@wp.kernel
def walk(x: wp.array(dtype=float), n: int, step: int):
    i = wp.tid()
    total = float(0.0)
    for j in range(n):
        if x[j] < 0.0:
            continue
        elif x[j] > 100.0:
            break
        else:
            total += x[j]
    for j in range(n - 1, -1, -1):
        total -= x[j]
    for j in range(0, n, 3):
        total *= x[j]
    for j in range(0, n, step):
        total /= 2.0
    while total > 10.0:
        total = total * 0.5
    if total == 3.0:
        return
    x[i] = total
