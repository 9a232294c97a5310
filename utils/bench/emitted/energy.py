# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# A sum over all threads: one atomic addition each.

import numpy as np
import warp as wp
from values import vectors


@wp.kernel
def energy(velocity: wp.array(dtype=wp.vec3), mass: wp.array(dtype=float), total: wp.array(dtype=float)):
    i = wp.tid()
    v = velocity[i]
    wp.atomic_add(total, 0, 0.5 * mass[i] * wp.dot(v, v))


def launch(random):
    n = 32768
    return n, [vectors(random.random((n, 3), np.float32)), random.random(n, np.float32), np.zeros(1, np.float32)]
