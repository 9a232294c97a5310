# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Of vectors and matrices, wp.atomic_min takes each component on its own, and each has its own winner. The emitted adjoint
# compared vectors as a whole, so that no thread had won.
#
# REQUIRES: numpy
# RUN: %python %S/../Gradient/Inputs/check_gradients.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp


@wp.kernel
def least(
    x: wp.array(dtype=wp.vec2d),
    m: wp.array(dtype=wp.mat22d),
    low: wp.array(dtype=wp.vec2d),
    high: wp.array(dtype=wp.mat22d),
):
    i = wp.tid()
    wp.atomic_min(low, 0, x[i])
    wp.atomic_max(high, 0, m[i])


# What was there before keeps its gradient: no thread knows whether another one has replaced it.
def check_least(check):
    x = np.array([[0.3, 0.7], [0.5, 0.2], [0.4, 0.9]])
    m = np.array([[[0.3, 0.7], [0.5, 0.2]], [[0.4, 0.9], [0.1, 0.6]], [[0.8, 0.4], [0.2, 0.5]]])
    check(3, x=x, m=m, low=np.full((1, 2), 9.0), high=np.full((1, 2, 2), -9.0), unchecked=["low", "high"])
