# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Tuples in variables, arguments and results.
#
# RUN: kernel-translate %s --no-backward --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --no-backward --target=cuda -o - | diff %s.expected.cu -

from typing import Tuple

import warp as wp


@wp.func
def extremes(a: wp.array(dtype=float), bounds: Tuple[int, int]):
    found = (a[bounds[0]], a[bounds[0]])
    for i in range(bounds[0] + 1, bounds[1]):
        found = (wp.min(found[0], a[i]), wp.max(found[1], a[i]))
    return found


@wp.kernel
def ranges(a: wp.array(dtype=float), n: int, out: wp.array2d(dtype=float)):
    i = wp.tid()
    bounds = (i * n, (i + 1) * n)
    found = extremes(a, bounds)
    low, high = found
    out[i, 0] = high - low
    out[i, 1] = found[i]
    shape = out.shape
    assert bounds[1] < shape[0]
