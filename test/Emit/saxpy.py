# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The smallest kernel: body, arguments, entry point.
#
# RUN: kernel-translate %s --no-backward --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --no-backward --target=cuda -o - | diff %s.expected.cu -

import warp as wp


@wp.kernel
def saxpy(x: wp.array(dtype=float), y: wp.array(dtype=float), a: float):
    i = wp.tid()
    y[i] = a * x[i] + y[i]
