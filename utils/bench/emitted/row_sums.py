# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The running sums of each row.

import numpy as np
import warp as wp


@wp.kernel
def row_sums(a: wp.array2d(dtype=float), sums: wp.array2d(dtype=float)):
    i = wp.tid()
    total = float(0.0)
    for j in range(a.shape[1]):
        total += a[i, j]
        sums[i, j] = total


def launch(random):
    shape = (512, 256)
    return shape[0], [random.random(shape, np.float32), np.zeros(shape, np.float32)]
