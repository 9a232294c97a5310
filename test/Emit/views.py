# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Parts of arrays, in place and in variables; slices of vectors and matrices.
#
# RUN: kernel-translate %s --no-backward --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --no-backward --target=cuda -o - | diff %s.expected.cu -

import warp as wp


@wp.func
def total(row: wp.array(dtype=float)):
    result = float(0.0)
    for x in range(len(row)):
        result += row[x]
    return result


@wp.kernel
def views(a: wp.array3d(dtype=float), n: int, out: wp.array(dtype=float)):
    i = wp.tid()
    plane = a[i]
    row = plane[1]
    row[0] = total(plane[n]) + plane[0, 1] + a[i][0][2]
    out[i] = total(a[i, 1:n, -1]) + total(a[0, 0, ::-1]) + total(a[i, n, :2])
    rest = a[n:, 0]
    if rest and n > 1:
        rest = rest[::2]
    rest[0, 0] += 1.0
    a[n:][0, 0, 0] = float(plane.size)


@wp.kernel
def slices(v: wp.array(dtype=wp.vec4), m: wp.array(dtype=wp.mat33), n: int):
    a = v[0]
    b = a[1:3]
    a[:2] = b
    a[2:] = wp.vec2(1.0, 2.0)
    a[::-1] *= 2.0
    v[n][1:3] -= v[n + 1][:2]
    c = m[0]
    c[:, 1] = a[:3]
    m[0] = c
    m[1][0:2, 1:] = c[1:, :2]
