# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# One step of the wave equation on a grid, whose edge is held at rest.

import numpy as np
import warp as wp


@wp.kernel
def wave(height: wp.array2d(dtype=float), previous: wp.array2d(dtype=float), next: wp.array2d(dtype=float), c: float):
    i, j = wp.tid()
    if i == 0 or j == 0 or i == height.shape[0] - 1 or j == height.shape[1] - 1:
        next[i, j] = 0.0
        return
    laplacian = height[i - 1, j] + height[i + 1, j] + height[i, j - 1] + height[i, j + 1] - 4.0 * height[i, j]
    next[i, j] = 2.0 * height[i, j] - previous[i, j] + c * laplacian


def launch(random):
    shape = (512, 512)
    return shape, [random.random(shape, np.float32), random.random(shape, np.float32), np.zeros(shape, np.float32),
                   np.float32(0.1)]
