# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# In `i, j = f(wp.tid())` the two names are for what f returns, and the thread has one index.

# REQUIRES: numpy
# RUN: %python %S/../Run/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp


@wp.func
def split(n: int):
    return n / 2, n % 2


@wp.kernel
def halves(out: wp.array2d(dtype=int)):
    i, j = split(wp.tid())
    out[i, j] = 10 * i + j


def check_halves(run):
    run(4, out=np.zeros((2, 2), np.int32), expect={"out": [[0, 1], [10, 11]]})
