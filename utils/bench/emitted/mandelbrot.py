# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How long the points of the plane take to escape.

import numpy as np
import warp as wp


@wp.kernel
def mandelbrot(steps: wp.array2d(dtype=int), most: int):
    i, j = wp.tid()
    cx = 3.0 * float(j) / float(steps.shape[1]) - 2.0
    cy = 2.0 * float(i) / float(steps.shape[0]) - 1.0
    x = float(0.0)
    y = float(0.0)
    n = int(0)
    while n < most and x * x + y * y < 4.0:
        t = x * x - y * y + cx
        y = 2.0 * x * y + cy
        x = t
        n += 1
    steps[i, j] = n


def launch(random):
    shape = (96, 128)
    return shape, [np.zeros(shape, np.int32), np.int32(100)]
