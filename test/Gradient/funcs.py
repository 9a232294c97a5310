# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Funcs: in loops, with loops, with several results, generic, early returns, funcs in funcs, arrays as parameters.
# REQUIRES: numpy
# RUN: %python %S/Inputs/check_gradients.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp

d = wp.float64
from typing import Any

RANDOM = np.random.default_rng(15)


def on_lengths(check, *lengths, low=0.3, high=1.2):
    for n in lengths:
        check(2, x=RANDOM.uniform(low, high, n + 8), y=np.ones(2), n=n)


@wp.func
def square(a: wp.float64):
    return a * a


@wp.kernel
def call_in_loop(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = x[i]
    for k in range(n):
        s = wp.sin(square(s) + x[k])
    y[i] = square(s)


def check_call_in_loop(check):
    on_lengths(check, 0, 4, 25)


@wp.func
def rotated(a: wp.float64, b: wp.float64, angle: wp.float64):
    c = wp.cos(angle)
    s = wp.sin(angle)
    return a * c - b * s, a * s + b * c


@wp.kernel
def two_results(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    p = x[i]
    q = x[i + 1]
    for k in range(n):
        p, q = rotated(p, q, x[k] * p)
    y[i] = p + q * q


def check_two_results(check):
    on_lengths(check, 0, 4, 25)


@wp.func
def power_up_to(a: wp.float64, m: int):
    r = d(1.0)
    for k in range(m):
        r = r * a
        if r > d(3.0):
            return r
    return r * d(0.5)


@wp.kernel
def loop_in_called(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = x[i]
    for k in range(n):
        s = wp.sin(power_up_to(s * d(0.5) + x[k], 4)) * d(0.5)
    y[i] = s + power_up_to(s, n)


def check_loop_in_called(check):
    on_lengths(check, 0, 4, 25)


@wp.func
def windowed(x: wp.array(dtype=wp.float64), at: int, n: int, w: wp.float64):
    r = d(0.0)
    for j in range(n):
        r += x[at + j] * x[j] * w
    return r


@wp.kernel
def array_as_parameter(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = x[i]
    for k in range(n):
        s = wp.sin(windowed(x, k, 3, s))
    y[i] = s


def check_array_as_parameter(check):
    on_lengths(check, 0, 4, 25)


@wp.func
def between(a: wp.float64, low: wp.float64, high: wp.float64):
    if a < low:
        return low * a
    if a > high:
        return high + a * d(0.1)
    return a


@wp.kernel
def early_returns(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = x[i]
    for k in range(n):
        s = between(s * x[k] * d(2.0), d(0.3), d(0.9))
    y[i] = s


def check_early_returns(check):
    on_lengths(check, 0, 4, 25)


@wp.func
def wave(a: wp.float64):
    return a * wp.sin(a)


@wp.func
def waves(a: wp.float64, b: wp.float64):
    t = wave(a) * b
    return t, wave(t)


@wp.kernel
def calls_in_called(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = x[i]
    u = d(1.0)
    for k in range(n):
        s, u = waves(s + d(0.2) * u, x[k])
    y[i] = s + u


def check_calls_in_called(check):
    on_lengths(check, 0, 4, 25)


@wp.func
def twice_or_square(a: Any, n: int):
    if n % 2 == 0:
        return a + a
    return wp.cw_mul(a, a)


@wp.func
def blend(a: Any, b: Any, t: wp.float64):
    return a * (d(1.0) - t) + b * t


@wp.kernel
def generic(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    v = wp.vec3d(x[i], x[i + 1], d(0.4))
    s = x[i]
    for k in range(n):
        v = blend(twice_or_square(v, k), wp.vec3d(s, x[k], s), d(0.6)) * d(0.5)
        s = blend(s, v[0] * v[1], x[k] * d(0.5))
    y[i] = s * wp.length(v)


def check_generic(check):
    on_lengths(check, 0, 4, 25)


@wp.func
def adds_to(y: wp.array(dtype=wp.float64), at: int, a: wp.float64):
    y[at] += a * a
    wp.atomic_add(y, 0, wp.sin(a))


@wp.kernel
def stores_of_called(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    for k in range(n):
        adds_to(y, i, x[k] * x[i])


def check_stores_of_called(check):
    on_lengths(check, 0, 4, 25)


@wp.func
def found(x: wp.array(dtype=wp.float64), limit: wp.float64, n: int):
    for k in range(n):
        for j in range(2):
            if x[k] * x[k + j] > limit:
                return k, x[k] * x[k + j]
    return 0, limit * limit


@wp.kernel
def found_by_called(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    at, value = found(x, x[i] + d(0.3), n)
    y[i] = value * x[at]


def check_found_by_called(check):
    on_lengths(check, 0, 4, 25)


@wp.func
def bump(a: wp.float64, sharpness: wp.float64 = wp.float64(2.0)):
    return wp.exp(-a * a * sharpness)


@wp.kernel
def defaults(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = x[i]
    for k in range(n):
        s = bump(s) + bump(sharpness=s, a=x[k])
    y[i] = s


def check_defaults(check):
    on_lengths(check, 0, 4, 25)


@wp.func
def nothing_returned(a: wp.float64, y: wp.array(dtype=wp.float64), i: int):
    if a < d(0.5):
        return
    y[i] = a * a


@wp.kernel
def no_result(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    nothing_returned(x[i], y, i)
    nothing_returned(x[i + 1] * d(0.4), y, i)


def check_no_result(check):
    on_lengths(check, 0, 1, 2)


@wp.func
def log_sum_exp(x: wp.array(dtype=wp.float64), n: int):
    most = x[0]
    for k in range(1, n):
        most = wp.max(most, x[k])
    total = d(0.0)
    for k in range(n):
        total += wp.exp(x[k] - most)
    return most + wp.log(total)


@wp.kernel
def softmax(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    y[i] = wp.exp(x[i] - log_sum_exp(x, n))


def check_softmax(check):
    on_lengths(check, 2, 9)
