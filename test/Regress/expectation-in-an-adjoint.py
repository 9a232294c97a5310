# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What only reports has nothing to reverse, though values that gradients flow through are compared. Its first operand was
# taken for an array, which ended the compiler.
#
# RUN: kernel-translate %s --backward --target=cpu -o - | FileCheck %s

import warp as wp


@wp.kernel
def expected(x: wp.array(dtype=float), y: wp.array(dtype=float)):
    a = wp.vec2(x[0], x[1])
    b = wp.vec2(x[1], x[0])
    wp.expect_neq(a, b)
    # CHECK: adj_expected(
    # CHECK-NOT: expect_neq
    # CHECK: wp::gradient_take(grad_y, 0)
    y[0] = a[0] * b[0]
