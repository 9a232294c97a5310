# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The density of smoothed particles, each with a list of its neighbours.

import numpy as np
import warp as wp
from values import vectors


@wp.func
def spiky(distance: float, reach: float):
    if distance >= reach:
        return 0.0
    rest = 1.0 - distance / reach
    return rest * rest * rest


@wp.kernel
def density(
    position: wp.array(dtype=wp.vec3),
    first: wp.array(dtype=int),
    neighbours: wp.array(dtype=int),
    out: wp.array(dtype=float),
    reach: float,
):
    i = wp.tid()
    here = position[i]
    total = float(0.0)
    for k in range(first[i], first[i + 1]):
        apart = position[neighbours[k]] - here
        total += spiky(wp.length(apart), reach)
    out[i] = total


def launch(random):
    n, each = 4096, 32
    return n, [vectors(random.random((n, 3), np.float32)), np.arange(0, (n + 1) * each, each, dtype=np.int32),
               random.integers(0, n, n * each, dtype=np.int32), np.zeros(n, np.float32), np.float32(0.7)]
