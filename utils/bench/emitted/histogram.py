# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How many values lie in each of the bins between 0 and 1.

import numpy as np
import warp as wp


@wp.kernel
def histogram(values: wp.array(dtype=float), bins: wp.array(dtype=int)):
    i = wp.tid()
    n = bins.shape[0]
    bin = wp.clamp(int(values[i] * float(n)), 0, n - 1)
    wp.atomic_add(bins, bin, 1)


def launch(random):
    n = 65536
    return n, [random.random(n, np.float32), np.zeros(64, np.int32)]
