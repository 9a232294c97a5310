# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The forward sweep runs a branch for what the reverse sweep reads of it, and needs nothing else of what it chooses. The
# chosen value was left behind as a statement of its own; that drew a warning, and the unit was refused.
#
# RUN: kernel-translate %s --backward --target=cpu -o - | FileCheck %s

import warp as wp


@wp.kernel
def choose(x: wp.array(dtype=float), y: wp.array(dtype=float), n: int):
    i = wp.tid()
    a = x[i]
    # CHECK: adj_choose(
    # CHECK: if (n > 3) {
    # CHECK-NEXT: value = a;
    # CHECK-NEXT: value_1 = a;
    # CHECK-NEXT: }
    if a > 0.5:
        a = a * a - 4.5 if n > 3 else 2.0
    y[i] = a
