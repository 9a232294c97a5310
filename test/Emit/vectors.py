# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Vectors, matrices, quaternions: short type names, operators, components.
#
# RUN: kernel-translate %s --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --target=cuda -o - | diff %s.expected.cu -

import warp as wp


vec5 = wp.types.vector(length=5, dtype=float)


@wp.kernel
def turn(v: wp.array(dtype=wp.vec3), m: wp.array2d(dtype=wp.mat33), q: wp.quat, w: wp.array(dtype=vec5)):
    i, j = wp.tid()
    a = m[i, j] * v[i] + wp.vec3(0.0, 1.0, 0.0)
    b = wp.cross(a, v[j]) / wp.length(a)
    v[i] = b
    v[i][2] = b.x * b[-1]
    v[j] += a * 2.0
    n = m[i, j]
    n[0, 1] = wp.dot(a, b)
    m[i, j] = wp.transpose(n) + wp.identity(n=3, dtype=float)
    five = vec5(1.0, 2.0, 3.0, 4.0, 5.0)
    w[i] = five * q[3]
    w[j] = vec5()
