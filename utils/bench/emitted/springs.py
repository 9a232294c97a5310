# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The forces of springs, gathered from their ends and scattered to them.

import numpy as np
import warp as wp
from values import vectors


@wp.kernel
def springs(
    position: wp.array(dtype=wp.vec3),
    ends: wp.array2d(dtype=int),
    rest: wp.array(dtype=float),
    force: wp.array(dtype=wp.vec3),
    stiffness: float,
):
    s = wp.tid()
    i = ends[s, 0]
    j = ends[s, 1]
    apart = position[j] - position[i]
    distance = wp.length(apart)
    pull = apart * (stiffness * (distance - rest[s]) / distance)
    wp.atomic_add(force, i, pull)
    wp.atomic_sub(force, j, pull)


def launch(random):
    n, springs = 4096, 16384
    ends = random.integers(0, n - 1, (springs, 2), dtype=np.int32)
    ends[:, 1] += ends[:, 1] >= ends[:, 0]  # never one particle alone
    return springs, [vectors(random.random((n, 3), np.float32)), ends, random.random(springs, np.float32),
                     vectors(np.zeros((n, 3), np.float32)), np.float32(10.0)]
