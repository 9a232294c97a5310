# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The pull of all bodies on each.

import numpy as np
import warp as wp
from values import vectors


@wp.kernel
def nbody(position: wp.array(dtype=wp.vec3), mass: wp.array(dtype=float), pull: wp.array(dtype=wp.vec3)):
    i = wp.tid()
    here = position[i]
    total = wp.vec3(0.0, 0.0, 0.0)
    for j in range(position.shape[0]):
        apart = position[j] - here
        square = wp.dot(apart, apart) + 0.01
        near = 1.0 / wp.sqrt(square)
        total += apart * (mass[j] * near * near * near)
    pull[i] = total


def launch(random):
    n = 1024
    return n, [vectors(random.random((n, 3), np.float32)), random.random(n, np.float32),
               vectors(np.zeros((n, 3), np.float32))]
