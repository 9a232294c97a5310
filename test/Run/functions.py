# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Functions: several results, early return, calls of calls, defaults and keywords, arrays and structs as parameters.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import struct, vectors


@wp.func
def square(x: float):
    return x * x


@wp.func
def norm(x: float, y: float) -> float:
    return wp.sqrt(square(x) + square(y))


@wp.kernel
def calls(x: wp.array(dtype=float), out: wp.array(dtype=float)):
    i = wp.tid()
    out[i] = norm(x[i], square(x[i])) + square(norm(1.0, 2.0))


def check_calls(run):
    x = np.linspace(-2, 2, 9).astype(np.float32)
    run(9, x=x, out=x, expect={"out": np.sqrt(x**2 + x**4) + 5})


@wp.func
def divide(a: int, b: int):
    return a / b, a % b


@wp.func
def polar(v: wp.vec2):
    length = wp.length(v)
    return length, wp.atan2(v[1], v[0]), length > 1.0


@wp.kernel
def several_results(n: wp.array(dtype=int), v: wp.array(dtype=wp.vec2), out: wp.array2d(dtype=float)):
    i = wp.tid()
    q, r = divide(n[i], 7)
    r, q = divide(q * 10 + r, 3)
    length, angle, is_long = polar(v[i])
    out[i, 0] = float(q)
    out[i, 1] = float(r)
    out[i, 2] = length
    out[i, 3] = angle
    if is_long:
        out[i, 4] = 1.0


def check_several_results(run):
    n, v = np.array([10, 25, 100], np.int32), np.array([[1, 0], [0, 2], [-3, -4]], np.float32)
    mixed, length = n // 7 * 10 + n % 7, np.hypot(v[:, 0], v[:, 1])
    columns = [mixed % 3, mixed // 3, length, np.arctan2(v[:, 1], v[:, 0]), length > 1]
    run(3, n=n, v=vectors(v), out=np.zeros((3, 5), np.float32), expect={"out": np.stack(columns, axis=1)})


@wp.func
def classify(x: float) -> int:
    if x < 0.0:
        return -1
    if x > 10.0:
        return 1
    return 0


@wp.func
def find(x: wp.array(dtype=int), wanted: int) -> int:
    for i in range(x.shape[0]):
        if x[i] == wanted:
            return i
    return -1


@wp.kernel
def early_returns(x: wp.array(dtype=float), n: wp.array(dtype=int), out: wp.array(dtype=int)):
    i = wp.tid()
    out[i] = classify(x[i]) * 100 + find(n, i)


def check_early_returns(run):
    x, n = np.array([-1, 0, 5, 11], np.float32), np.array([3, 1, 0, 7], np.int32)
    run(4, x=x, n=n, out=np.zeros(4, np.int32), expect={"out": [-98, 1, -1, 100]})


@wp.func
def add_to(x: wp.array(dtype=float), i: int, by: float):
    x[i] = x[i] + by


@wp.func
def nothing_where_negative(x: wp.array(dtype=float), i: int):
    if x[i] < 0.0:
        return
    x[i] = -x[i]


@wp.kernel
def effects(x: wp.array(dtype=float)):
    i = wp.tid()
    add_to(x, i, 2.0)
    nothing_where_negative(x, i)


def check_effects(run):
    x = np.arange(-5, 5, dtype=np.float32)
    run(10, x=x, expect={"x": np.where(x + 2 < 0, x + 2, -(x + 2))})


@wp.func
def blend(a: float, b: float, t: float = 0.25, scale: float = 1.0):
    return (a + (b - a) * t) * scale


@wp.kernel
def defaults(out: wp.array(dtype=float)):
    out[0] = blend(0.0, 8.0)
    out[1] = blend(0.0, 8.0, 0.5)
    out[2] = blend(0.0, 8.0, scale=10.0)
    out[3] = blend(b=1.0, a=3.0, t=1.0)


def check_defaults(run):
    run(1, out=np.zeros(4, np.float32), expect={"out": [2, 4, 20, 1]})


@wp.func
def mutates_parameter(n: int):
    n = n + 1
    n *= 2
    return n


@wp.kernel
def parameters_are_copies(n: int, out: wp.array(dtype=int)):
    i = wp.tid()
    m = n + i
    out[i] = mutates_parameter(m) * 1000 + m


def check_parameters_are_copies(run):
    m = 5 + np.arange(3)
    run(3, n=5, out=np.zeros(3, np.int32), expect={"out": (m + 1) * 2000 + m})


@wp.func
def reflect(v: wp.vec3, n: wp.vec3):
    return v - 2.0 * wp.dot(v, n) * n


@wp.func
def rotation(angle: float):
    c = wp.cos(angle)
    s = wp.sin(angle)
    return wp.mat22(c, -s, s, c)


@wp.kernel
def vectors_and_matrices(v: wp.array(dtype=wp.vec3), out: wp.array(dtype=wp.vec3), plane: wp.array(dtype=wp.vec2)):
    i = wp.tid()
    out[i] = reflect(v[i], wp.vec3(0.0, 1.0, 0.0))
    plane[i] = rotation(0.5 * wp.PI) * wp.vec2(v[i][0], v[i][1])


def check_vectors_and_matrices(run):
    v = np.arange(9, dtype=np.float32).reshape(3, 3)
    run(3, v=vectors(v), out=vectors(v * 0), plane=vectors(v[:, :2] * 0),
        expect={"out": v * [1, -1, 1], "plane": v[:, 1::-1] * [-1, 1]})


@wp.func
def same_name(x: float):
    return x + 1.0


@wp.func
def same_name(x: int):
    return x + 2


@wp.kernel
def overloads(out: wp.array(dtype=float)):
    out[0] = same_name(1.0)
    out[1] = float(same_name(1))


def check_overloads(run):
    run(1, out=np.zeros(2, np.float32), expect={"out": [2, 3]})


@wp.struct
class Redefined:
    v: float


@wp.func
def redefined(x: Redefined):
    return 10.0 * x.v


First = Redefined
first = redefined


@wp.struct
class Redefined:
    v: wp.vec2


@wp.func
def redefined(x: First):
    return 20.0 * x.v


@wp.kernel
def redefinitions(one: First, other: Redefined, out: wp.array(dtype=float)):
    out[0] = first(one)
    out[1] = redefined(one)
    out[2] = other.v[1]
    two = Redefined()
    two.v = wp.vec2(4.0, 5.0)
    out[3] = two.v[1]


def check_redefinitions(run):
    one = np.array((2,), struct(("v", "f4")))[()]
    other = np.array(([3, 7],), struct(("v", "2f4")))[()]
    run(1, one=one, other=other, out=np.zeros(4, np.float32), expect={"out": [20, 40, 7, 5]})
