# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Gradients of local arrays: filled and read in loops, overwritten, viewed, updated as memory is, in funcs.

# REQUIRES: numpy
# RUN: %python %S/Inputs/check_gradients.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp

d = wp.float64
RANDOM = np.random.default_rng(3)


def on_x(check):
    check(2, x=RANDOM.uniform(0.5, 1.5, 4), y=np.zeros(2))


@wp.kernel
def elements(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    kept = wp.zeros(shape=3, dtype=wp.float64)
    kept[0] = x[i]
    kept[i + 1] = kept[0] * x[2]
    kept[0] += kept[1] * kept[1]
    kept[1] *= kept[0]
    y[i] = kept[0] * kept[1] + kept[2]


def check_elements(check):
    on_x(check)


@wp.kernel
def filled_in_loop(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    squares = wp.zeros(shape=4, dtype=wp.float64)
    for j in range(4):
        squares[j] = x[j] * x[j]
    total = d(0.0)
    for j in range(4):
        total += squares[j] * squares[3 - j] * x[i]
    y[i] = total


def check_filled_in_loop(check):
    on_x(check)


@wp.kernel
def recurrence(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    state = wp.zeros(shape=3, dtype=wp.float64)
    state[0] = x[i]
    state[1] = d(1.0)
    for j in range(n):
        state[j % 3] = wp.sin(state[(j + 1) % 3]) * x[j % 4] + state[j % 3] * d(0.5)
    y[i] = state[0] * state[1] + state[2]


def check_recurrence(check):
    for n in (0, 1, 5, 40):
        check(2, x=RANDOM.uniform(0.5, 1.5, 4), y=np.zeros(2), n=n)


@wp.kernel
def short_recurrence(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    state = wp.zeros(shape=2, dtype=wp.float64)
    state[0] = x[i]
    for j in range(4):
        state[1] = state[0] * state[0]
        state[0] = state[1] * x[j]
    y[i] = state[0] + state[1]


def check_short_recurrence(check):
    on_x(check)


@wp.kernel
def two_axes(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    table = wp.zeros(shape=(2, 3), dtype=wp.float64)
    for j in range(2):
        row = table[j]
        for k in range(3):
            row[k] = x[j] * x[k]
    middle = table[1, 0:2]
    middle[1] += x[i] * table[0, 2]
    wp.atomic_sub(middle, 0, x[3] * middle[1])
    wp.atomic_max(middle, 1, x[0] * x[1])
    y[i] = table[1, 0] * table[1, 1] + table[0, 1]


def check_two_axes(check):
    on_x(check)


@wp.kernel
def of_vectors(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    points = wp.zeros(shape=2, dtype=wp.vec3d)
    points[0] = wp.vec3d(x[0], x[1], x[2])
    points[1][i] = x[3] * points[0][1]
    points[1] += points[0] * x[i]
    points[0][2] *= points[1][0]
    y[i] = wp.dot(points[0], points[1])


def check_of_vectors(check):
    on_x(check)


@wp.func
def sorted_three(a: wp.float64, b: wp.float64, c: wp.float64):
    order = wp.zeros(shape=3, dtype=wp.float64)
    order[0] = a
    order[1] = b
    order[2] = c
    for j in range(2):
        for k in range(2 - j):
            if order[k] > order[k + 1]:
                t = order[k]
                order[k] = order[k + 1]
                order[k + 1] = t
    last = order[1:]
    return order[0] + d(2.0) * last[0] + d(3.0) * last[1]


@wp.kernel
def in_func_in_loop(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    total = d(1.0)
    for j in range(2):
        total = total * sorted_three(x[j], x[j + 1] * total, x[i + 2])
    y[i] = total


def check_in_func_in_loop(check):
    on_x(check)


@wp.func
def add_into(a: wp.array(dtype=wp.float64), value: wp.float64):
    a[0] += value * a[1]
    return a[0] * value


@wp.kernel
def given_to_func(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    kept = wp.zeros(shape=2, dtype=wp.float64)
    kept[1] = x[1]
    first = add_into(kept, x[i])
    second = add_into(kept, first)
    y[i] = first * second * kept[0]


def check_given_to_func(check):
    on_x(check)


@wp.kernel
def overwritten_behind_loop(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    kept = wp.zeros(shape=2, dtype=wp.float64)
    kept[0] = x[i]
    total = d(1.0)
    for j in range(n):
        total = total * kept[0] + x[j]
    kept[0] = total * total
    y[i] = kept[0]


def check_overwritten_behind_loop(check):
    check(2, x=RANDOM.uniform(0.5, 1.5, 4), y=np.zeros(2), n=3)


@wp.kernel
def with_break(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    kept = wp.zeros(shape=3, dtype=wp.float64)
    count = int(0)
    for j in range(n):
        if x[j] > d(1.2):
            break
        kept[count % 3] = x[j] * x[i] + kept[(count + 1) % 3] * x[j]
        count += 1
    if count > 1:
        y[i] = kept[0] * kept[1]
    else:
        y[i] = kept[0] * x[i]


def check_with_break(check):
    check(2, x=np.array([0.6, 0.9, 1.1, 0.7, 1.4, 0.3]), y=np.zeros(2), n=6)
    check(2, x=np.array([0.6, 1.3, 1.1, 0.7, 1.4, 0.3]), y=np.zeros(2), n=6)


@wp.kernel
def indices(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    at = wp.zeros(shape=4, dtype=int)
    total = d(1.0)
    for j in range(n):
        at[j % 4] += j
        total = total * x[at[(j + 1) % 4] % 4] + x[at[j % 4] % 4]
    y[i] = total


def check_indices(check):
    check(2, x=RANDOM.uniform(0.5, 1.5, 4), y=np.zeros(2), n=20)
