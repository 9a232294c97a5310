# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# In an adjoint, a choice becomes a branch for what one side keeps. The other side set a variable to itself; that drew a
# warning, and the unit was refused.
#
# RUN: kernel-translate %s --backward --target=cpu -o - | FileCheck %s

import warp as wp


@wp.kernel
def choose(x: wp.array(dtype=float), y: wp.array(dtype=float), n: int):
    i = wp.tid()
    a = x[i]
    if n > 1:
        # CHECK: adj_choose(
        # CHECK: if (i >= 12) {
        # CHECK: a = wp::where(negated > 3.0f, x[i], a);
        # CHECK-NOT: a = a;
        # CHECK: adj_a
        a = wp.where(-x[i] > 3.0, x[i], a) if i >= 12 else a
    y[i] = a * a
