# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Of a multiple of a rotation or reflection svd2 took U to be the identity; U, sigma and V have to give the matrix back.

# REQUIRES: numpy
# RUN: %python %S/../Run/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import matrices, vectors

A = np.array(
    [
        [[0, -1], [1, 0]],  # a rotation
        [[1.5, -2], [2, 1.5]],  # a multiple of one
        [[0.6, 0.8], [0.8, -0.6]],  # a reflection
        [[-3, 0], [0, -3]],
        [[0, 0], [0, 0]],
        [[0.1, 0.3], [0.7, 2.1]],  # of rank 1
        [[2.0000002, 1], [1, 2]],  # whose square has an axis that cancels
    ],
    np.float32,
)


@wp.kernel
def factors(a: wp.array(dtype=wp.mat22), out: wp.array2d(dtype=wp.mat22), values: wp.array(dtype=wp.vec2)):
    i = wp.tid()
    U, sigma, V = wp.svd2(a[i])
    out[i, 0] = U * wp.diag(sigma) * wp.transpose(V)
    out[i, 1] = U * wp.transpose(U)
    out[i, 2] = V * wp.transpose(V)
    values[i] = sigma


def check_factors(run):
    eye = np.broadcast_to(np.eye(2), A.shape)
    run(7, a=matrices(A), out=matrices(np.zeros((7, 3, 2, 2), np.float32)), values=vectors(np.zeros((7, 2), np.float32)),
        expect={"out": np.stack([A, eye, eye], axis=1), "values": np.linalg.svd(A, compute_uv=False)},
        warp="it gives identities for a multiple of a rotation")
