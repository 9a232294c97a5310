# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Lazy operators: what they are made of is computed only where it is needed.
#
# RUN: kernel-translate %s --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --target=cuda -o - | diff %s.expected.cu -

import warp as wp


@wp.kernel
def choose(x: wp.array(dtype=float), n: int):
    i = wp.tid()
    inside = i > 0 and i < n - 1
    edge = i == 0 or i == n - 1 and not inside
    a = x[i - 1] if inside else 0.0
    if inside or (edge and a > 1.0):
        x[i] = a
    while i < n and x[i] > 0.0:
        x[i] = wp.sqrt(x[i]) - 1.0
    if 0.0 < a < 1.0:
        x[i] = -a
