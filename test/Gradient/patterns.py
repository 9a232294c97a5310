# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Control flow through which gradients are easily wrong; the figures are central differences.

# REQUIRES: numpy
# RUN: %python %S/Inputs/check_gradients.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp

X = np.array([1.5, 2.0, -0.5, 3.0])


def on_x(check, expect=None):
    check(1, x=X, y=np.zeros(1), n=4, expect=expect and {"x": expect})


@wp.kernel
def sum_of_squares(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = wp.float64(0.0)
    for j in range(n):
        s = s + x[j] * x[j]
    y[i] = s


def check_sum_of_squares(check):
    on_x(check, [3, 4, -1, 6])


@wp.kernel
def product(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = wp.float64(1.0)
    for j in range(n):
        s = s * x[j]
    y[i] = s


def check_product(check):
    on_x(check, [-3, -2.25, 9, -1.5])


@wp.kernel
def square_of_sum(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = wp.float64(0.0)
    for j in range(n):
        s = s + x[j]
    y[i] = s * s


def check_square_of_sum(check):
    on_x(check, [12, 12, 12, 12])


@wp.kernel
def break_first(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = wp.float64(0.0)
    for j in range(n):
        if j == 2:
            break
        s = s + x[j] * x[j]
    y[i] = s


def check_break_first(check):
    on_x(check, [3, 4, 0, 0])


@wp.kernel
def continue_first(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = wp.float64(0.0)
    for j in range(n):
        s = s + x[j] * x[j]
        if j == 2:
            continue
        s = s + x[j]
    y[i] = s


def check_continue_first(check):
    on_x(check, [4, 5, -1, 7])


@wp.kernel
def while_sum(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = wp.float64(0.0)
    j = int(0)
    while j < n:
        s = s + x[j] * x[j]
        j = j + 1
    y[i] = s


def check_while_sum(check):
    on_x(check, [3, 4, -1, 6])


@wp.kernel
def while_on_value(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = wp.float64(0.0)
    j = int(0)
    while j < n and s < wp.float64(6.0):
        s = s + x[j] * x[j]
        j = j + 1
    y[i] = s


def check_while_on_value(check):
    on_x(check, [3, 4, 0, 0])


@wp.kernel
def nested_loops(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = wp.float64(0.0)
    for j in range(n):
        t = wp.float64(0.0)
        for k in range(j + 1):
            t = t + x[k] * x[j]
        s = s + t * t
    y[i] = s


def check_nested_loops(check):
    on_x(check)


@wp.kernel
def component_stores(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    v = wp.vec3d(x[0], x[1], x[2])
    v[1] = v[0] * v[2]
    v[0] = v[1] * v[1]
    y[i] = v[0] + v[1]


def check_component_stores(check):
    on_x(check)


@wp.kernel
def unrolled_product(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = wp.float64(1.0)
    for j in range(4):
        s = s * x[j]
    y[i] = s


def check_unrolled_product(check):
    on_x(check, [-3, -2.25, 9, -1.5])


@wp.kernel
def early_return(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    if x[0] > wp.float64(1.0):
        y[i] = x[0] * x[1]
        return
    y[i] = x[2] * x[3]


def check_early_return(check):
    on_x(check, [2, 1.5, 0, 0])


@wp.kernel
def break_never_taken(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = wp.float64(0.0)
    for j in range(4):
        if x[j] > wp.float64(100.0):
            break
        s = s + x[j] * x[j]
    y[i] = s


def check_break_never_taken(check):
    on_x(check, [3, 4, -1, 6])


@wp.kernel
def in_place(y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    y[i] = y[i] * y[i]


def check_in_place(check):
    check(2, y=np.array([6.0, 4.5]), refused="the kernel may overwrite it")
