# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

import warp as wp


@wp.func
def scale(x: float, a: float):
    return a * x


@wp.kernel
def saxpy(x: wp.array(dtype=float), y: wp.array(dtype=float), a: float):
    i = wp.tid()
    y[i] = scale(x[i], a) + y[i]


@wp.kernel
def shift(x: wp.array(dtype=float), by: float):
    i = wp.tid()
    x[i] = x[i] + by
