# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# One loop: sums, recurrences, sequences; forwards, backwards and in steps; many rounds; loops one after the other.
# REQUIRES: numpy
# RUN: %python %S/Inputs/check_gradients.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp

d = wp.float64
RANDOM = np.random.default_rng(12)


def on_lengths(check, *lengths, low=0.4, high=1.4, size=4):
    """One launch for each n, one thread, with n + 8 values to read."""
    for n in lengths:
        check(1, x=RANDOM.uniform(low, high, n + 8), y=np.ones(size), n=n)


@wp.kernel
def plain_sum(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    total = d(0.0)
    for k in range(n):
        total += x[k]
    y[0] = total


def check_plain_sum(check):
    on_lengths(check, 0, 1, 20)


@wp.kernel
def norm(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    squares = d(0.1)
    for k in range(n):
        squares += x[k] * x[k]
    y[0] = wp.sqrt(squares)
    y[1] = squares * squares


def check_norm(check):
    on_lengths(check, 0, 5, 40)


@wp.kernel
def polynomial(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    p = d(0.0)
    for k in range(n):
        p = p * x[n] + x[k]
    y[0] = p


def check_polynomial(check):
    on_lengths(check, 1, 9, 33, high=0.9)


@wp.kernel
def running_mean(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    mean = x[0]
    for k in range(n):
        mean = d(0.75) * mean + d(0.25) * x[k]
    y[0] = mean * mean


def check_running_mean(check):
    on_lengths(check, 0, 7, 50)


@wp.kernel
def sines(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = x[0]
    for k in range(n):
        s = wp.sin(s * x[k])
    y[0] = s


def check_sines(check):
    on_lengths(check, 4, 16, 17, 35)


@wp.kernel
def one_after_the_other(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = x[0]
    for k in range(n):
        s = wp.sin(s * x[k])
    t = s * s
    for k in range(n):
        t = wp.cos(t + x[k]) * s
    y[0] = t


def check_one_after_the_other(check):
    on_lengths(check, 3, 20)


@wp.kernel
def fibonacci(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    a = x[0]
    b = x[1]
    for k in range(n):
        c = d(0.5) * (a + b)
        a = b
        b = c
    y[0] = a * b


def check_fibonacci(check):
    on_lengths(check, 1, 2, 30)


@wp.kernel
def passed_on(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    a = x[0]
    b = x[1]
    c = x[2]
    for k in range(n):
        a, b, c = b, c, a * b - d(0.5) * c
    y[0] = a * b + c


def check_passed_on(check):
    on_lengths(check, 1, 8, 30)


@wp.kernel
def known_length(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    s = x[0]
    for k in range(5):
        s = s * s * x[k] + d(0.1)
    for k in range(25):
        s = s * x[k % 5] + d(0.2)
    for k in range(100):
        s = wp.sin(s + x[k % 5])
    y[0] = s


def check_known_length(check):
    check(1, x=RANDOM.uniform(0.4, 0.9, 5), y=np.zeros(1))


@wp.kernel
def downwards(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = x[n]
    for k in range(n - 1, -1, -1):
        s = wp.sin(s * x[k]) + d(0.1) * x[k]
    y[0] = s


def check_downwards(check):
    on_lengths(check, 0, 4, 40)


@wp.kernel
def in_steps(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = x[0]
    for k in range(1, n, 3):
        s = wp.cos(s * x[k])
    for k in range(n, 2, -4):
        s = s * x[k] + x[k - 1]
    y[0] = s


def check_in_steps(check):
    on_lengths(check, 1, 4, 13, 70)


@wp.kernel
def reversed_range(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = x[0]
    for k in reversed(range(2, n)):
        s = s * x[k] + x[k - 2] * d(0.3)
    y[0] = s


def check_reversed_range(check):
    on_lengths(check, 2, 9, 30)


@wp.kernel
def no_rounds(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = x[0] * x[1]
    for k in range(n, n):
        s = s * s
    for k in range(n, 0):
        s = s * x[k]
    while False:
        s = s * d(2.0)
    y[0] = s * s


def check_no_rounds(check):
    on_lengths(check, 3)


@wp.kernel
def quotients(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = d(1.0)
    for k in range(n):
        s = (s + d(0.4)) / (x[k] * x[k] + s * s)
    y[0] = s


def check_quotients(check):
    on_lengths(check, 3, 24)


@wp.kernel
def powers(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = d(1.0)
    for k in range(n):
        s = wp.pow(s * s + d(0.5), d(0.3) + d(0.1) * x[k])
    y[0] = s


def check_powers(check):
    on_lengths(check, 3, 24)


@wp.kernel
def what_does_not_change(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    g = x[0] * x[0]
    s = d(0.3)
    total = d(0.0)
    for k in range(n):
        h = g * g
        s = (s + g * x[k]) * d(0.8) + h
        total += wp.sin(x[k])
    y[0] = s
    y[1] = total * g * g


def check_what_does_not_change(check):
    on_lengths(check, 2, 21)


@wp.kernel
def scalars_given(
    x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), start: wp.float64, factor: wp.float64, n: int
):
    s = start
    for k in range(n):
        s = s * factor + wp.sin(s * x[k])
    y[0] = s * start


def check_scalars_given(check):
    for n in (0, 6, 30):
        check(1, x=RANDOM.uniform(0.4, 1.4, 30), y=np.zeros(1), start=np.float64(0.6), factor=np.float64(0.4), n=n)


@wp.kernel
def weights_of_their_own(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    w = d(1.0)
    s = d(0.0)
    for k in range(n):
        w = w * d(0.9)
        s += w * x[k] * x[k]
    y[0] = s


def check_weights_of_their_own(check):
    on_lengths(check, 2, 60)


@wp.kernel
def last_index(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    k = int(0)
    s = d(0.5)
    for k in range(n):
        s = s * x[k]
        if s < d(0.1):
            break
    y[0] = s * x[k]


def check_last_index(check):
    on_lengths(check, 2, 12, high=0.9)


@wp.kernel
def moved_index(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = d(0.5)
    for k in range(n):
        k = k + 2
        s = wp.sin(s * x[k])
    y[0] = s


def check_moved_index(check):
    on_lengths(check, 3, 25)


@wp.kernel
def bounded_index(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = d(0.5)
    for k in range(n):
        j = wp.min(k, 5)
        s = s * x[wp.max(j, 2)] + d(0.2)
    y[0] = s


def check_bounded_index(check):
    on_lengths(check, 3, 25)


@wp.kernel
def greatest(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    most = d(-100.0)
    best = int(0)
    squares = d(-100.0)
    for k in range(n):
        if x[k] > most:
            most = x[k]
            best = k
        squares = wp.max(squares, x[k] * x[k])
    y[0] = most * most * x[best]
    y[1] = squares * x[0]


def check_greatest(check):
    on_lengths(check, 1, 9, 40)


@wp.kernel
def stored_each_round(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = x[0]
    for k in range(n):
        s = s * x[k]
        y[k % 4] = s * s


def check_stored_each_round(check):
    on_lengths(check, 3, 11)


@wp.kernel
def added_each_round(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = x[0]
    for k in range(n):
        s = wp.sin(s * x[k])
        y[k % 3] += s
        y[3] -= s * x[k]


def check_added_each_round(check):
    on_lengths(check, 2, 30)


@wp.kernel
def sum_in_place(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    for k in range(n):
        y[i] = y[i] + x[i] * x[k]
    y[i] += x[i]


def check_sum_in_place(check):
    check(3, x=RANDOM.uniform(0, 1, 9), y=np.ones(3), n=9)


@wp.kernel
def ten_thousand_products(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = x[i]
    for k in range(n):
        s = s + d(0.001) * wp.sin(s * x[(i + k) % 4])
    y[i] = s


def check_ten_thousand_products(check):
    check(2, x=RANDOM.uniform(0.5, 1.5, 4), y=np.zeros(2), n=10000)


@wp.kernel
def ten_thousand_terms(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = d(0.0)
    for k in range(n):
        s += x[k % 4] / (d(1.0) + x[(k + 1) % 4] * d(float(k)))
    y[0] = s


def check_ten_thousand_terms(check):
    check(1, x=RANDOM.uniform(0.5, 1.5, 4), y=np.zeros(1), n=10000)


@wp.kernel
def ten_thousand_steps(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), limit: wp.float64):
    t = d(0.0)
    angle = x[0]
    speed = x[1]
    while t < limit:
        speed = speed - d(0.001) * wp.sin(angle) * x[2]
        angle = angle + d(0.001) * speed
        t = t + d(0.001)
    y[0] = angle
    y[1] = speed


def check_ten_thousand_steps(check):
    check(1, x=np.array([0.4, 0.2, 1.5]), y=np.zeros(2), limit=np.float64(10.0))


@wp.kernel
def hundred_hundreds(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = x[0]
    for k in range(n):
        t = s
        for j in range(n):
            t = t + d(0.0005) * wp.cos(t * x[j % 3])
        s = s + d(0.01) * t * x[1]
    y[0] = s


def check_hundred_hundreds(check):
    check(1, x=np.array([0.4, 0.2, 1.5]), y=np.zeros(1), n=100)
