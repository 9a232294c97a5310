# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

import warp as wp


@wp.kernel
def sound(x: wp.array(dtype=float)):
    i = wp.tid()
    x[i] = 2.0 * x[i]


@wp.kernel
def faulty(x: wp.array(dtype=float)):
    i = wp.tid()
    x[i] = undefined_name
