# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Names of instances: the user's where there is one, with the types where there are several.
#
# RUN: kernel-translate %s --no-backward --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --no-backward --target=cuda -o - | diff %s.expected.cu -

from typing import Any, Callable

import warp as wp

mat23 = wp.types.matrix(shape=(2, 3), dtype=float)


@wp.func
def lerp_to(a: Any, b: Any, t: wp.Float):
    return a + (b - a) * t


@wp.func
def only(x: Any):
    return x + x


@wp.func
def square(x: float):
    return x * x


@wp.func
def square(x: int):
    return x * x


@wp.func
def square_int32(x: int):
    return x


@wp.func
def sum_of(f: Callable, n: int):
    total = float(0.0)
    for i in range(n):
        total += f(float(i))
    return total


@wp.kernel
def blend(x: wp.array(dtype=Any), y: wp.array(dtype=Any)):
    i = wp.tid()
    x[i] = lerp_to(x[i], y[i], 0.25)


wp.overload(blend, [wp.array(dtype=float), wp.array(dtype=float)])
wp.overload(blend, [wp.array(dtype=wp.vec3), wp.array(dtype=wp.vec3)])
wp.overload(blend, [wp.array(dtype=mat23), wp.array(dtype=mat23)])


@wp.kernel
def once(out: wp.array(dtype=wp.Float)):
    out[0] = only(square(2.0)) + sum_of(wp.sin, 10) + sum_of(square, square_int32(square(3)))


wp.overload(once, [wp.array(dtype=float)])
