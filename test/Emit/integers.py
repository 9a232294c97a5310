# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Integers: what C++ leaves open is closed, the rest is left alone.
#
# RUN: kernel-translate %s --no-backward --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --no-backward --target=cuda -o - | diff %s.expected.cu -

import warp as wp


@wp.kernel
def digits(x: wp.array(dtype=int), small: wp.array(dtype=wp.int8), wide: wp.array(dtype=wp.uint16), n: int):
    i = wp.tid()
    x[i] = i / 10 + i % 10
    x[i] = i / n + i % n
    x[i] = (i << 3) | (i >> n)
    x[i] //= 4
    x[i] %= n
    a = small[i]
    small[i] = wp.min(a + a, wp.int8(7) - a)
    small[i] += a
    b = wide[i]
    wide[i] = b * b
    x[i] = int(float(n) * 0.5)
    x[i] = -2147483648
