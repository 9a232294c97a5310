# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The stress in elastic tetrahedra: a chain of products of 3 by 3 matrices.

import numpy as np
import warp as wp
from values import matrices


@wp.kernel
def stress(
    shape: wp.array(dtype=wp.mat33),
    rest: wp.array(dtype=wp.mat33),
    out: wp.array(dtype=wp.mat33),
    mu: float,
    bulk: float,
):
    i = wp.tid()
    f = shape[i] * rest[i]
    strain = 0.5 * (wp.transpose(f) * f - wp.identity(n=3, dtype=float))
    out[i] = f * (2.0 * mu * strain + bulk * wp.trace(strain) * wp.identity(n=3, dtype=float)) * wp.transpose(rest[i])


def launch(random):
    n = 4096
    return n, [matrices(random.random((n, 3, 3), np.float32)), matrices(random.random((n, 3, 3), np.float32)),
               matrices(np.zeros((n, 3, 3), np.float32)), np.float32(0.7), np.float32(0.3)]
