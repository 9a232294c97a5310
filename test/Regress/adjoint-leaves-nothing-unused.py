# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What the forward sweep of an adjoint computes on the way to values that nobody needs is left out, and what comes of
# functions set into their callers draws no warning: a branch that leaves a variable as it is, bits that are never set.
#
# RUN: kernel-translate %s --backward --target=cpu -o - | FileCheck %s
# RUN: kernel-translate %s --backward --target=cuda -o %t.cu

import warp as wp


@wp.func
def falloff(x: float, which: int):
    if which != 10:
        return wp.sqrt(wp.abs(x))
    return x


# CHECK-LABEL: void adj_choose(
# CHECK: if (condition) {
# CHECK-NEXT: value = b[i];
# CHECK-NEXT: value_1 = 2.0f + a[i];
# CHECK-NEXT: }
# CHECK-NEXT: const float gradient = wp::gradient_take(grad_out, i);
@wp.kernel
def choose(a: wp.array(dtype=float), b: wp.array(dtype=float), out: wp.array(dtype=float)):
    i = wp.tid()
    out[i] = (b[i] - (a[i] if b[i] < 2.0 + a[i] else b[i]) if i <= 9 else a[i] / 1.5) - 2.5


# CHECK-LABEL: void adj_keep(
# CHECK: if (!(i != 5)) {
# CHECK-NEXT: const float [[A:a_value_[0-9]+]] = a[i];
# CHECK-NEXT: value = [[A]];
# CHECK-NEXT: base = wp::atan([[A]]);
# CHECK-NEXT: }
# CHECK-NOT: != 10
@wp.kernel
def keep(a: wp.array(dtype=float), out: wp.array(dtype=float)):
    i = wp.tid()
    base = a[i] * a[i]
    if a[i] > 2.0:
        base = base if i != 5 else wp.atan(a[i])
    out[i] = falloff(base, i & 6)
