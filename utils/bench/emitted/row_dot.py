# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The products of the rows of two matrices.

import numpy as np
import warp as wp


@wp.kernel
def row_dot(a: wp.array2d(dtype=float), b: wp.array2d(dtype=float), out: wp.array(dtype=float)):
    i = wp.tid()
    total = float(0.0)
    for j in range(a.shape[1]):
        total += a[i, j] * b[i, j]
    out[i] = total


def launch(random):
    shape = (512, 256)
    return shape[0], [random.random(shape, np.float32), random.random(shape, np.float32),
                      np.zeros(shape[0], np.float32)]
