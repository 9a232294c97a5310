# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# A matrix of one column has as many rows as scalars, and its rows are vectors all the same.
#
# RUN: kernel-translate %s --target=both -o %t

import warp as wp

mat21 = wp.types.matrix(shape=(2, 1), dtype=float)


@wp.kernel
def scaled(a: wp.array(dtype=mat21)):
    i = wp.tid()
    a[i] = a[i] * 2.0 + a[i]
