# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# One step of the heat equation in a box; the neighbours of a cell at the wall are the cell itself.

import numpy as np
import warp as wp


@wp.kernel
def heat(u: wp.array3d(dtype=float), next: wp.array3d(dtype=float), rate: float):
    i, j, k = wp.tid()
    west = wp.max(i - 1, 0)
    east = wp.min(i + 1, u.shape[0] - 1)
    south = wp.max(j - 1, 0)
    north = wp.min(j + 1, u.shape[1] - 1)
    below = wp.max(k - 1, 0)
    above = wp.min(k + 1, u.shape[2] - 1)
    around = u[west, j, k] + u[east, j, k] + u[i, south, k] + u[i, north, k] + u[i, j, below] + u[i, j, above]
    next[i, j, k] = u[i, j, k] + rate * (around - 6.0 * u[i, j, k])


def launch(random):
    shape = (64, 64, 64)
    return shape, [random.random(shape, np.float32), np.zeros(shape, np.float32), np.float32(0.1)]
