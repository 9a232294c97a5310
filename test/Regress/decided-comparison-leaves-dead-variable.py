# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# A comparison that always holds is decided only when the target is known. What nothing but it read goes with it: a
# variable that was set and never used drew a warning, and the unit was refused.
#
# RUN: kernel-translate %s --target=cpu -o - | FileCheck %s

import warp as wp


@wp.kernel
def compare(x: wp.array(dtype=int), y: wp.array(dtype=int)):
    i = wp.tid()
    weight = int(0)
    for k in range(3):
        weight += x[i] + k
    # CHECK-NOT: weight
    # CHECK: y[i] = 1;
    y[i] = 1 if +weight >= weight else 12
