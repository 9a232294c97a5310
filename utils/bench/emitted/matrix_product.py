# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# A product of large matrices, one thread for each element.

import numpy as np
import warp as wp


@wp.kernel
def matrix_product(a: wp.array2d(dtype=float), b: wp.array2d(dtype=float), c: wp.array2d(dtype=float)):
    i, j = wp.tid()
    total = float(0.0)
    for k in range(a.shape[1]):
        total += a[i, k] * b[k, j]
    c[i, j] = total


def launch(random):
    n = 160
    return (n, n), [random.random((n, n), np.float32), random.random((n, n), np.float32), np.zeros((n, n), np.float32)]
