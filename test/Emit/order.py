# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Side effects and what is read happen in the order of the source.
#
# RUN: kernel-translate %s --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --target=cuda -o - | diff %s.expected.cu -

import warp as wp


@wp.kernel
def count(x: wp.array(dtype=float), slots: wp.array(dtype=int), used: wp.array(dtype=int)):
    i = wp.tid()
    a = x[i]
    b = float(2.0)
    c = float(3.0)
    b, c = c, b + a
    x[slots[i]] = b - wp.atomic_add(x, slots[i], c)
    slot = wp.atomic_add(used, 0, 1) + wp.atomic_add(used, 1, 1)
    slots[slot] = i
    x[slots[i]] %= c
    x[slots[i]] *= b
    wp.atomic_max(x, i, a)
