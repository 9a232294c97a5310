# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Adjoints: what is run again looks like the kernel, gradients are named after what they are of.
#
# RUN: kernel-translate %s --backward --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --backward --target=cuda -o - | diff %s.expected.cu -

import warp as wp


@wp.func
def weight(distance: float, reach: float):
    if distance > reach:
        return 0.0
    return wp.exp(-distance / reach)


@wp.kernel
def density(points: wp.array(dtype=wp.vec3), sums: wp.array(dtype=float), reach: float):
    i = wp.tid()
    total = float(0.0)
    for j in range(points.shape[0]):
        total += weight(wp.length(points[i] - points[j]), reach)
    sums[i] = total * total


@wp.kernel
def compound(x: wp.array(dtype=float), y: wp.array(dtype=float), rounds: int):
    i = wp.tid()
    value = x[i]
    for k in range(rounds):
        value = value * value - 0.5
        if value > 2.0:
            break
    y[i] = value


@wp.kernel(enable_backward=False)
def forward_only(x: wp.array(dtype=float)):
    i = wp.tid()
    x[i] = x[i] * x[i]
