# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Names that C++ has for itself: renamed once, visibly; the user's own win over ours.
#
# RUN: kernel-translate %s --no-backward --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --no-backward --target=cuda -o - | diff %s.expected.cu -

import warp as wp


@wp.func
def sin(double: float):
    return double * 2.0


@wp.struct
class float3:
    short: float


@wp.kernel
def main(thread: wp.array(dtype=float), NULL: int, __global__: float, template: float3, dim: int, args: int, task: int):
    int64 = wp.tid()
    max = float(NULL + dim + args + task) + template.short
    sum = max + sin(max)
    thread[int64] = sum * sum * __global__
