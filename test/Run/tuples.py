# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Tuples as values: in variables, unpacked, indexed, passed to funcs and returned.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

from typing import Any, Tuple

import numpy as np
import warp as wp
from values import vectors


@wp.struct
class Ray:
    origin: wp.vec3
    length: float


@wp.func
def both(x: int, y: float):
    return x * 2, y + 0.5


@wp.func
def annotated(x: int) -> Tuple[int, wp.vec3, float]:
    return (x + 1, wp.vec3(float(x)), float(x) * 2.0)


@wp.func
def scaled(values: Tuple[wp.vec3, float], times: int):
    return values[0] * values[1] * float(times)


@wp.func
def total(values: Tuple[int, int, int]):
    result = int(0)
    for i in range(len(values)):
        result += values[i] * (i + 1)
    return result


@wp.func
def sum_of_any(values: Any):
    result = int(0)
    for i in range(wp.static(len(values))):
        result += values[i]
    return result


@wp.func
def sum_of_ints(values: Tuple[int, ...]):
    return sum_of_any(values)


@wp.kernel
def static_lengths(out: wp.array(dtype=int)):
    pair = (2, 3)
    table = wp.zeros(shape=(4, 2), dtype=int)
    out[0] = sum_of_any(pair)
    out[1] = sum_of_any((3, 4)) + sum_of_ints((5,))
    out[2] = wp.static(10 * len(pair)) + wp.static(len(table))
    m = wp.identity(n=wp.static(len(pair) + 1), dtype=float)
    out[3] = int(wp.trace(m)) + table[0, 0]


def check_static_lengths(run):
    run(1, out=np.zeros(4, np.int32), expect={"out": [5, 12, 24, 3]})


@wp.kernel
def items(out: wp.array(dtype=float)):
    i = wp.tid()
    ray = Ray(wp.vec3(1.0, 2.0, 3.0), 4.0)
    t = (1, 2.5, wp.vec3(3.0, 4.0, 5.0), ray, i)
    out[0] = float(t[0]) + t[1] + t[2].y + t[3].length + t[3].origin.z + float(t[4])
    a, b, c, d, e = t
    out[1] = float(a) + b + c[0] + d.origin[0] + float(e) + float(len(t))


def check_items(run):
    run(1, out=np.zeros(2, np.float32), expect={"out": [1 + 2.5 + 4 + 4 + 3, 1 + 2.5 + 3 + 1 + 5]})


@wp.kernel
def results(x: wp.array(dtype=int), out: wp.array2d(dtype=float)):
    i = wp.tid()
    t = both(x[i], 1.5)
    out[i, 0] = float(t[0]) + t[1]
    number, real = t
    out[i, 1] = float(number) * real
    u = annotated(x[i])
    v = u[1]
    out[i, 2] = v[2] + u[2] + float(u[0])


def check_results(run):
    x = np.array([1, -3], np.int32)
    run(2, x=x, out=np.zeros((2, 3), np.float32),
        expect={"out": np.stack([x * 2 + 2.0, x * 4.0, x * 4 + 1.0], axis=1)})


@wp.kernel
def arguments(n: int, v: wp.array(dtype=wp.vec3), out: wp.array(dtype=int)):
    t = (v[0], 2.0)
    v[1] = scaled(t, n) + scaled((v[0], 3.0), 1) + scaled((t[0], t[1]), times=n)
    out[0] = total((1, n, 3))
    u = (n, 5, 6)
    out[1] = total(u)


def check_arguments(run):
    v = np.array([[1, 2, 3], [0, 0, 0]], np.float32)
    run(1, n=4, v=vectors(v), out=np.zeros(2, np.int32),
        expect={"v": [v[0], v[0] * (8 + 3 + 8)], "out": [1 + 8 + 9, 4 + 10 + 18]})
