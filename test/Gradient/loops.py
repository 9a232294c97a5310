# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Loops whose rounds depend on each other: few and many rounds, known and unknown numbers of them, nested, left early.

# REQUIRES: numpy
# RUN: %python %S/Inputs/check_gradients.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp

d = wp.float64
RANDOM = np.random.default_rng(1)


@wp.struct
class Body:
    place: wp.vec3d
    speed: wp.vec3d
    mass: wp.float64


@wp.func
def pull(place: wp.vec3d, strength: wp.float64):
    return -place * (strength / (d(1.0) + wp.dot(place, place)))


@wp.func
def power(base: wp.float64, n: int):
    result = d(1.0)
    for _ in range(n):
        result = result * base
    return result


@wp.func
def first_above(x: wp.array(dtype=wp.float64), limit: wp.float64):
    for i in range(x.shape[0]):
        if x[i] > limit:
            return x[i] * x[i], i
    return limit, -1


@wp.kernel
def horner(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = d(0.5)
    for j in range(n):
        s = s * x[i] + x[j % 3] * d(0.1)
    y[i] = s


def check_horner(check):
    for n in (0, 1, 2, 15, 16, 17, 40, 100, 300):
        check(3, x=RANDOM.uniform(0.5, 0.99, 3), y=np.zeros(3), n=n)


@wp.kernel
def newton(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    r = d(1.0)
    while wp.abs(r * r - x[i]) > d(0.000000000001):
        r = d(0.5) * (r + x[i] / r)
    y[i] = r


def check_newton(check):
    check(3, x=np.array([2.0, 9.0, 0.3]), y=np.zeros(3))


@wp.kernel
def pendulum(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int, limit: wp.float64):
    a = x[0]
    v = x[1]
    for i in range(n):
        v = v - d(0.01) * wp.sin(a) * x[2]
        a = a + d(0.01) * v
        if a > limit:
            break
    y[0] = a * v


def check_pendulum(check):
    for n, limit in ((5, 9.0), (60, 9.0), (500, 9.0), (500, 1.0)):
        check(1, x=np.array([0.7, 1.1, 2.0]), y=np.zeros(1), n=n, limit=np.float64(limit))


@wp.kernel
def orbit(x: wp.array(dtype=wp.vec3d), y: wp.array(dtype=wp.vec3d), n: int):
    i = wp.tid()
    body = Body()
    body.place = x[i]
    body.speed = wp.vec3d(x[i][1], d(0.2), x[i][0])
    body.mass = d(1.5)
    for step in range(n):
        force = pull(body.place, body.mass)
        body.speed = body.speed + force * d(0.05)
        body.speed[2] = body.speed[2] * d(0.99)
        body.place = body.place + body.speed * d(0.05)
    y[i] = body.place


def check_orbit(check):
    for n in (3, 20, 70):
        check(2, x=RANDOM.uniform(0.5, 1.5, (2, 3)), y=np.zeros((2, 3)), n=n)


@wp.kernel
def matrix_powers(x: wp.array(dtype=wp.mat22d), y: wp.array(dtype=wp.mat22d)):
    i = wp.tid()
    m = wp.identity(n=2, dtype=wp.float64)
    for j in range(5):
        m = m @ x[i]
        m[0, 1] = m[0, 1] + m[1, 0] * d(0.5)
    y[i] = m


def check_matrix_powers(check):
    check(2, x=RANDOM.uniform(-1, 1, (2, 2, 2)), y=np.zeros((2, 2, 2)))


@wp.kernel
def spin(x: wp.array(dtype=wp.quatd), y: wp.array(dtype=wp.vec3d), n: int):
    i = wp.tid()
    q = wp.normalize(x[i])
    turned = wp.vec3d(d(1.0), d(2.0), d(3.0))
    for j in range(n):
        q = wp.normalize(q * x[i])
        turned = wp.quat_rotate(q, turned)
    y[i] = turned


def check_spin(check):
    for n in (1, 7, 25):
        check(2, x=RANDOM.uniform(0.3, 1, (2, 4)), y=np.zeros((2, 3)), n=n)


@wp.kernel
def nest(x: wp.array2d(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    total = d(1.0)
    for i in range(n):
        inner = total
        for j in range(i, n):
            if x[i, j] < d(0.3):
                continue
            inner = inner * (d(1.0) + d(0.1) * x[i, j])
            if inner > d(50.0):
                break
        total = total + inner * x[i, i]
    y[0] = total


def check_nest(check):
    for n in (1, 4, 9):
        check(1, x=RANDOM.uniform(0.1, 0.9, (n, n)), y=np.zeros(1), n=n)


@wp.kernel
def three_deep(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    a = d(1.0)
    for i in range(n):
        b = a * x[0]
        for j in range(3):
            c = b
            k = int(0)
            while k < i:
                c = wp.sin(c * x[1]) + x[2]
                k += 1
            b = b + c * a
        a = a * d(0.5) + b * d(0.1)
    y[0] = a


def check_three_deep(check):
    for n in (0, 1, 5, 20):
        check(1, x=np.array([0.7, 0.9, 0.3]), y=np.zeros(1), n=n)


@wp.kernel
def returns_inside(x: wp.array2d(dtype=wp.float64), y: wp.array(dtype=wp.float64), limit: wp.float64):
    t = wp.tid()
    s = d(1.0)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            s = s * x[i, j]
            if s > limit:
                y[t] = s * s
                return
        s = s + x[i, 0]
    y[t] = s


def check_returns_inside(check):
    for limit in (2.0, 5.0, 1e9):
        check(1, x=RANDOM.uniform(0.9, 1.5, (4, 5)), y=np.zeros(1), limit=np.float64(limit))


@wp.kernel
def backwards(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int, step: int):
    s = d(0.3)
    for i in range(n - 1, -1, -1):
        s = s * x[i] + x[0]
    for i in reversed(range(n)):
        s = wp.cos(s) * x[i]
    for i in range(0, n, step):
        s = s + s * x[i]
    for i in range(n - 1, 0, -step):
        s = s * x[i]
    y[0] = s


def check_backwards(check):
    for n, step in ((6, 1), (6, 4), (25, 3)):
        check(1, x=RANDOM.uniform(0.5, 1.5, n), y=np.zeros(1), n=n, step=step)


@wp.kernel
def funcs_with_loops(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), limit: wp.float64):
    i = wp.tid()
    square, place = first_above(x, limit)
    s = power(x[i], 3) + square
    for j in range(20):
        s = s * d(0.9) + power(s * d(0.5), 2) * d(0.1)
    if place >= 0:
        s = s * x[place]
    y[i] = s


def check_funcs_with_loops(check):
    for limit in (0.4, 5.0):
        check(3, x=np.array([0.3, 0.5, 0.7]), y=np.zeros(3), limit=np.float64(limit))


@wp.kernel
def swapped(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    a = x[0]
    b = x[1]
    for i in range(n):
        a, b = b, a + b * x[2]
        if i % 3 == 0:
            a = a * b
    y[0] = a
    y[1] = b


def check_swapped(check):
    for n in (2, 9, 33):
        check(1, x=np.array([0.4, 0.3, 0.2]), y=np.zeros(2), n=n)


@wp.kernel
def loop_in_branch(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = x[i]
    if x[i] > d(0.5):
        p = d(1.0)
        for j in range(n):
            p = p * (x[i] + d(0.5))
        s = s + p * p
    else:
        while s < d(2.0):
            s = s * (d(1.0) + x[i])
        s = s * s
    y[i] = s


def check_loop_in_branch(check):
    for n in (3, 18):
        check(4, x=np.array([0.2, 0.4, 0.6, 0.8]), y=np.zeros(4), n=n)


# What the inner loop reads of `s` is put back before its rounds are reversed; the text must not say `s = s`.
@wp.kernel
def changed_behind(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    s = d(1.0)
    for i in range(n):
        t = d(0.0)
        for j in range(n):
            t = t + wp.sin(x[j] * s)
        s = s + t * d(0.1)
        for j in range(n):
            s = s * (d(1.0) + d(0.1) * x[j])
    y[0] = s


def check_changed_behind(check):
    for n in (2, 6):
        check(1, x=RANDOM.uniform(0.5, 1, n), y=np.zeros(1), n=n)
