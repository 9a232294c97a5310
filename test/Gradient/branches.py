# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Straight code and branches: values overwritten, branches in branches, alone and in threads that part ways.
# REQUIRES: numpy
# RUN: %python %S/Inputs/check_gradients.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp

d = wp.float64


def on_values(check, *rows, size=4):
    """One launch for each row of x, one thread."""
    for row in rows:
        check(1, x=np.array(row), y=np.zeros(size))


@wp.kernel
def chain_of_products(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    p = x[0] * x[1]
    p = p * p - wp.cos(p)
    y[0] = p / x[2]


def check_chain_of_products(check):
    on_values(check, [0.7, 1.3, 0.9], [-0.4, 0.8, 2.1])


@wp.kernel
def overwritten_thrice(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    v = x[0]
    v = v * v
    v = v * v
    v = wp.exp(v * d(0.2))
    y[0] = v * x[1]


def check_overwritten_thrice(check):
    on_values(check, [0.7, 1.3], [1.2, -0.5])


@wp.kernel
def augmented(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    v = x[0]
    v *= x[1]
    v -= v * x[2]
    v /= x[0] + v
    v += wp.sin(v)
    v **= d(3.0)
    y[0] = v


def check_augmented(check):
    on_values(check, [0.7, 1.3, 0.4], [1.2, 0.5, 0.3])


@wp.kernel
def one_sided(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    v = x[0]
    if v > d(0.5):
        v = v * v * v
    y[0] = v * x[1]


def check_one_sided(check):
    on_values(check, [0.7, 2.0], [0.3, 2.0])


@wp.kernel
def two_sided(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    v = x[0]
    if v > x[1]:
        w = v * x[1]
        v = w * w
    else:
        v = wp.sin(v) * x[2]
    y[0] = v * v


def check_two_sided(check):
    on_values(check, [0.7, 0.2, 1.5], [0.3, 0.8, 1.5])


@wp.kernel
def branches_in_branches(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    p = x[0]
    q = x[1]
    if p > d(0.5):
        if q > d(0.5):
            p = p * q
            q = p * p
        else:
            q = wp.cos(p * q)
            if q < d(0.9):
                p = q * q * p
        p = p * q
    else:
        p = q * q * p
    y[0] = p * q


def check_branches_in_branches(check):
    on_values(check, [0.7, 0.8], [0.7, 0.2], [0.9, 0.45], [0.2, 0.8])


@wp.kernel
def chosen(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    v = x[0] if x[1] > d(0.0) else x[1] * x[1]
    w = wp.where(v > d(1.0), v * x[2], x[2] / v)
    y[0] = v * w


def check_chosen(check):
    on_values(check, [0.7, 0.2, 1.5], [1.7, 0.2, 1.5], [0.3, -0.8, 1.5], [0.3, -1.8, 1.5])


@wp.kernel
def ladder(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    v = x[0]
    if n < 2:
        v = v * d(2.0)
    elif n < 4:
        v = v * v
    elif n < 20:
        v = v * v * v
    y[0] = wp.sin(v)


def check_ladder(check):
    for n in (1, 3, 10, 30):
        check(1, x=np.array([0.6]), y=np.zeros(1), n=n)


@wp.kernel
def both_or_either(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    v = x[i]
    if v > d(0.2) and v * v < d(0.5) and i != 1:
        v = v * x[0]
    if v < d(0.1) or not v < d(0.8):
        v = v * v
    y[i] = v


def check_both_or_either(check):
    check(6, x=np.array([0.5, 0.4, 0.05, 0.9, 1.4, -0.3]), y=np.zeros(6))


@wp.kernel
def chained_comparison(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    if d(0.0) < x[i] < d(0.5):
        y[i] = x[i] * x[i]
    else:
        y[i] = d(3.0) * x[i]


def check_chained_comparison(check):
    check(3, x=np.array([-0.5, 0.4, 0.8]), y=np.zeros(3))


@wp.kernel
def returns_early(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    if i >= n:
        return
    v = x[i]
    if v > d(0.9):
        y[i] = v * v
        return
    y[i] = wp.exp(v)
    if v > d(0.5):
        return
    y[i + 4] = v * v * v


def check_returns_early(check):
    check(4, x=np.array([1.2, 0.7, 0.3, 0.6]), y=np.ones(8), n=3)


@wp.kernel
def used_in_one_branch(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    product = x[i] * x[0]
    root = wp.sqrt(x[i])
    if i % 2 == 0:
        y[i] = product * product
    else:
        y[i] = root * product


def check_used_in_one_branch(check):
    check(4, x=np.array([1.2, 0.7, 0.3, 0.6]), y=np.zeros(4))


# A branch that is not taken must add nothing, though its rule divides by zero.
@wp.kernel
def guarded(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    v = x[i] * x[i]
    if i != 1:
        y[i] = wp.sqrt(v) * x[i] + wp.log(v)
    else:
        y[i] = d(5.0) * x[i]


def check_guarded(check):
    check(3, x=np.array([0.5, 0.0, -0.7]), y=np.zeros(3))


@wp.kernel
def exchanged(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    p = x[0]
    q = x[1]
    p, q = q * p, p
    if p < q:
        p, q = q, p * q
    y[0] = p * p
    y[1] = q


def check_exchanged(check):
    on_values(check, [0.7, 1.5], [0.7, 0.5])


@wp.kernel
def narrow(x: wp.array(dtype=float), y: wp.array(dtype=float)):
    i = wp.tid()
    v = x[i] * 0.5
    if v > 0.3:
        v = wp.sin(v) / (v + 1.0)
    y[i] = v * v


def check_narrow(check):
    check(4, x=np.array([0.2, 0.5, 0.9, 1.6], np.float32), y=np.zeros(4, np.float32))


@wp.kernel
def half_wide(x: wp.array(dtype=wp.float16), y: wp.array(dtype=wp.float16)):
    i = wp.tid()
    v = x[i] * wp.float16(0.5)
    y[i] = v * v + wp.float16(0.25) * x[0]


def check_half_wide(check):
    check(4, x=np.array([0.2, 0.5, 0.9, 1.6], np.float16), y=np.zeros(4, np.float16))
