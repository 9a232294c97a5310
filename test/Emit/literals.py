# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Literals: the shortest text that reads back as the same value.
#
# RUN: kernel-translate %s --no-backward --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --no-backward --target=cuda -o - | diff %s.expected.cu -

import warp as wp


@wp.kernel
def constants(f: wp.array(dtype=float), d: wp.array(dtype=wp.float64), h: wp.array(dtype=wp.float16),
              i: wp.array(dtype=wp.int64), u: wp.array(dtype=wp.uint32)):
    f[0] = 0.1
    f[1] = 1e-7
    f[2] = 1e30
    f[3] = -0.0
    f[4] = 16777217.0
    f[5] = wp.inf
    d[0] = wp.float64(0.1)
    d[1] = wp.float64(3.14159265358979)
    h[0] = wp.float16(0.5)
    i[0] = wp.int64(5000000000)
    u[0] = wp.uint32(4000000000)
