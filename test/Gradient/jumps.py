# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Loops that are left early or run while a value says so, alone, in branches and in each other.
# REQUIRES: numpy
# RUN: %python %S/Inputs/check_gradients.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp

d = wp.float64
RANDOM = np.random.default_rng(13)


def on_lengths(check, *lengths, low=0.2, high=1.4, size=4):
    """Two launches for each n, one thread, with n + 8 values to read."""
    for n in lengths:
        for _ in range(2):
            check(1, x=RANDOM.uniform(low, high, n + 8), y=np.ones(size), n=n)


@wp.kernel
def break_on_a_value(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = d(1.0)
    for k in range(n):
        s = s * x[k]
        if s < d(0.05):
            break
        s = s + d(0.2)
    y[0] = s


def check_break_on_a_value(check):
    on_lengths(check, 0, 3, 20, 50)


@wp.kernel
def break_in_few_rounds(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    s = x[0]
    for k in range(10):
        s = s * s * x[k] + d(0.1)
        if s > d(0.8):
            break
    y[0] = s


def check_break_in_few_rounds(check):
    for high in (0.9, 1.5):
        check(1, x=RANDOM.uniform(0.5, high, 10), y=np.zeros(1))


@wp.kernel
def break_at_once(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = x[0]
    for k in range(n):
        s = s * x[1]
        if n > 3:
            break
        else:
            break
    y[0] = s * s


def check_break_at_once(check):
    on_lengths(check, 0, 2, 5)


@wp.kernel
def continue_on_a_value(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = d(1.0)
    for k in range(n):
        if x[k] < d(0.6):
            continue
        s = s * wp.sin(x[k]) + d(0.3)
        if s > d(1.1):
            continue
        s = s * s
    y[0] = s


def check_continue_on_a_value(check):
    on_lengths(check, 3, 20)


@wp.kernel
def return_from_a_loop(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = d(1.0)
    for k in range(n):
        if x[k] > d(1.3):
            y[1] = s * x[k]
            return
        s = s * wp.cos(x[k]) + d(0.3)
    y[0] = s


def check_return_from_a_loop(check):
    on_lengths(check, 3, 9, 40)


@wp.kernel
def return_before_a_loop(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    if n < 2:
        return
    s = x[0]
    if s > d(0.9):
        y[0] = s * s
        return
    for k in range(n):
        s = s * x[k] + d(0.1)
    y[0] = s
    y[1] = s * s


def check_return_before_a_loop(check):
    on_lengths(check, 1, 6, 7, 8)


@wp.kernel
def return_from_loop_in_loop(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = d(0.7)
    for k in range(n):
        for j in range(3):
            s = wp.sin(s + x[j + k] * x[k])
            if x[k + j] > d(1.3):
                y[2] = s * x[0]
                return
        s = s * d(1.1)
    y[0] = s * s


def check_return_from_loop_in_loop(check):
    on_lengths(check, 2, 8, 30)


@wp.kernel
def return_from_while_in_while(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = d(0.5)
    i = int(0)
    while i < n:
        j = int(0)
        while j < 5:
            s = wp.sin(s + x[i + j])
            if s > d(0.995):
                y[3] = s * s
                return
            if s < d(0.3):
                break
            j += 1
        i += 1
        if j < 3:
            continue
        s = s * d(0.7)
    y[0] = s


def check_return_from_while_in_while(check):
    on_lengths(check, 2, 8, 20)


@wp.kernel
def break_deep_in_branches(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = d(0.5)
    t = d(1.0)
    for k in range(n):
        if x[k] > d(0.4):
            if x[k] > d(1.2):
                t = t * s
                break
            else:
                if x[k] > d(0.9):
                    s = wp.sin(s) * x[k]
                    continue
            t = t + s * x[k]
        s = s * d(0.9) + t * d(0.01)
    y[0] = s * t


def check_break_deep_in_branches(check):
    on_lengths(check, 3, 8, 25)


@wp.kernel
def breaks_in_both_loops(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = d(0.7)
    for k in range(n):
        for j in range(n):
            if x[j] > d(1.3):
                break
            s = wp.sin(s + x[j] * x[k])
            if s < d(0.2):
                continue
            s = s * d(0.8)
        if s > d(0.78):
            break
    y[0] = s * s


def check_breaks_in_both_loops(check):
    on_lengths(check, 2, 6, 18)


@wp.kernel
def jumps_in_a_branch(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = x[0]
    if s > d(0.4):
        for k in range(n):
            s = wp.sin(s * x[k]) + d(0.3)
            if s > d(1.15):
                break
            if x[k] < d(0.3):
                continue
            s = s * d(1.05)
    else:
        while s < d(3.0):
            s = s * s + x[1]
            if x[2] > d(0.8):
                break
    y[0] = s * s


def check_jumps_in_a_branch(check):
    on_lengths(check, 2, 9, 10, 30)


@wp.kernel
def forever(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = d(0.5)
    k = int(0)
    while True:
        k += 1
        if k > n:
            break
        if x[k] < d(0.5):
            continue
        s = s * s + d(0.1) * x[k]
        if s > d(3.0):
            break
        s = wp.sin(s)
    y[0] = s


def check_forever(check):
    on_lengths(check, 0, 4, 30)


@wp.kernel
def while_below(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    s = d(0.1)
    z = x[0] * x[0] + d(0.1)
    while s < d(5.0):
        s = s + z
        z = z * d(1.1)
    y[0] = s * z


def check_while_below(check):
    for start in (0.2, 0.9, 4.0):
        check(1, x=np.array([start]), y=np.zeros(1))


@wp.kernel
def while_both(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    e = d(1.0)
    s = x[0]
    k = int(0)
    while k < n and e > d(0.001):
        t = d(0.0)
        while t < d(1.0):
            t = t + d(0.3) + d(0.1) * s * s
            e = e * d(0.97)
        s = s * t * d(0.6)
        k += 1
    y[0] = s * e


def check_while_both(check):
    on_lengths(check, 1, 8, 40)


@wp.kernel
def while_elements_say(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    k = int(0)
    s = d(1.0)
    while k < n and x[k] < d(1.2):
        s = s * x[k]
        k += 1
    y[0] = s


def check_while_elements_say(check):
    on_lengths(check, 0, 5, 20)


@wp.kernel
def while_over_branches(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = x[0]
    k = int(0)
    while k < n:
        if s > d(0.5):
            s = s * d(0.8) * x[k]
            k += 1
        else:
            s = s + d(0.4)
            k += 2
    y[0] = s


def check_while_over_branches(check):
    on_lengths(check, 3, 20)


@wp.kernel
def while_downwards(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = d(0.0)
    i = int(0)
    while i < n:
        s += x[i] * x[i]
        i += 2
    j = n
    while j > 1:
        j -= 1
        s = s * x[j]
    i = 1
    while i < n:
        if x[i] > d(1.0):
            s = s * x[i]
        i += 4
    y[0] = s


def check_while_downwards(check):
    on_lengths(check, 2, 11)


@wp.kernel
def branches_of_ints(
    x: wp.array(dtype=wp.float64), which: wp.array(dtype=int), y: wp.array(dtype=wp.float64), n: int
):
    s = d(0.5)
    for k in range(n):
        if which[k] == 0:
            s = s * x[k]
        elif which[k] == 1:
            continue
        elif which[k] == 2:
            s = wp.sin(s)
        elif which[k] == 3 and k > 5:
            break
        else:
            s = s + d(0.1) * x[k]
    y[0] = s


def check_branches_of_ints(check):
    for n in (5, 40):
        which = RANDOM.integers(0, 5, n).astype(np.int32)
        check(1, x=RANDOM.uniform(0.5, 1.5, n), which=which, y=np.zeros(1), n=n)


@wp.kernel
def remembered_flag(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    up = bool(True)
    s = d(0.5)
    for k in range(n):
        if up:
            s = s * d(1.1) + d(0.1) * x[k]
        else:
            s = s * x[k]
        if s > d(1.0):
            up = False
        if s < d(0.3):
            up = True
    y[0] = s


def check_remembered_flag(check):
    on_lengths(check, 5, 60)


@wp.kernel
def counted_hits(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = x[0]
    hits = int(0)
    for k in range(n):
        if x[k] > d(0.7):
            hits += 1
            s = wp.sin(s) * x[hits]
    y[0] = s * d(float(hits))


def check_counted_hits(check):
    on_lengths(check, 4, 30)


@wp.kernel
def either_condition(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = d(1.0)
    for k in range(n):
        if x[k] < d(0.4) or x[k + 1] > d(1.0):
            s = s * x[k]
        elif not (x[k] > d(0.8)):
            s = s + x[k] * s * d(0.1)
    y[0] = s


def check_either_condition(check):
    on_lengths(check, 4, 30)


@wp.kernel
def branch_in_loop(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    total = d(0.0)
    for k in range(n):
        if x[k] > d(0.5):
            t = x[k] * x[k]
            u = t * t
            total += u * t
        else:
            total += x[k]
    y[0] = total


def check_branch_in_loop(check):
    on_lengths(check, 4, 30)


@wp.kernel
def loop_in_branch_in_loop(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = x[0]
    total = d(0.0)
    for l in range(4):
        if x[l] > d(0.6):
            t = s
            u = d(1.0)
            for k in range(n):
                t = wp.sin(t * x[k]) + d(0.2)
                u = u * wp.cos(t)
            total += u * u
            s = t * d(0.9)
        else:
            s = s * s
    y[0] = s * s + total


def check_loop_in_branch_in_loop(check):
    on_lengths(check, 0, 3, 20)


@wp.kernel
def loops_in_both_branches(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = x[i]
    if i % 2 == 0:
        for k in range(n):
            s = s * x[k] + x[i]
    else:
        for k in range(n - 1, -1, -1):
            s = wp.sin(s) + x[k] * x[i]
        s = s * s
    y[i] = s


def check_loops_in_both_branches(check):
    for n in (0, 4, 20):
        check(4, x=RANDOM.uniform(0.3, 0.9, 20), y=np.zeros(4), n=n)


@wp.kernel
def nest_with_carried_values(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    a = x[0]
    b = x[1]
    for i in range(4):
        for j in range(wp.min(n, 7)):
            for l in range(j, wp.min(n, 7)):
                a = wp.sin(a * b + x[l])
            b = wp.cos(a * b) * x[i]
        a = a * b + d(0.1)
    y[0] = a * b


def check_nest_with_carried_values(check):
    on_lengths(check, 0, 2, 9)


@wp.kernel
def triangle(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    a = x[0]
    for i in range(n):
        for j in range(i):
            a = wp.sin(a * x[j]) + d(0.3) * a
        a = a * x[i]
    y[0] = a


def check_triangle(check):
    on_lengths(check, 1, 5, 20)


@wp.kernel
def sums_over_pairs(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = d(0.0)
    for i in range(n):
        for j in range(n):
            apart = x[i] - x[j]
            s += d(1.0) / (apart * apart + d(0.1))
    y[0] = s


def check_sums_over_pairs(check):
    on_lengths(check, 2, 12)


@wp.kernel
def few_times_few(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    a = x[0]
    for i in range(4):
        for j in range(3):
            a = wp.sin(a * x[i + j])
        a = a * a + x[i]
    y[0] = a


def check_few_times_few(check):
    check(1, x=RANDOM.uniform(0.4, 1.2, 7), y=np.zeros(1))


@wp.kernel
def rows_of_other_lengths(
    x: wp.array(dtype=wp.float64), lengths: wp.array(dtype=int), y: wp.array(dtype=wp.float64), n: int
):
    a = d(0.5)
    for i in range(n):
        t = d(1.0)
        for j in range(lengths[i]):
            t = t * x[j]
        a = wp.sin(a + t)
    y[0] = a


def check_rows_of_other_lengths(check):
    for n in (3, 25):
        lengths = RANDOM.integers(0, 6, n).astype(np.int32)
        check(1, x=RANDOM.uniform(0.5, 1.3, 6), lengths=lengths, y=np.zeros(1), n=n)


@wp.kernel
def while_in_for_in_while(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = x[0]
    k = int(0)
    while k < n:
        for j in range(k % 3 + 1):
            t = s
            while t < d(0.9):
                t = t + d(0.4) * x[j]
            s = d(0.5) * s + d(0.3) * t * x[k]
        k += 1
    y[0] = s


def check_while_in_for_in_while(check):
    on_lengths(check, 1, 6, 25)
