# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# RUN: kernel-translate %s --stop-after=check --verify-diagnostics
# An extent that a kernel computes was taken from a name of the module that the kernel's own hides.

import warp as wp

n = 3
sizes = (2, 3)


@wp.kernel
def shapes(out: wp.array(dtype=int)):
    n = out[0]
    a = wp.zeros(shape=(n,), dtype=int)  # error: [zeros-shape] "`(n,)` is none"
    b = wp.vector(1.0, length=n + 1)  # error: [extent-not-static] "the extent `n + 1` has to be a known integer"
    out[0] = sizes[n - 1]  # error: [not-static] "`sizes[n - 1]` can't be known"


@wp.kernel
def known(out: wp.array(dtype=int)):
    a = wp.zeros(shape=(n,), dtype=int)
    out[0] = a[2]
