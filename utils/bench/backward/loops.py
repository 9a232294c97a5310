# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Kernels whose gradient goes back through a loop of `n` rounds.

import warp as wp

d = wp.float64


@wp.kernel
def sum_of_squares(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = d(0.0)
    for k in range(n):
        s += x[(i + k) % 64] * x[(i + k) % 64]
    y[i] = wp.sqrt(s)


@wp.kernel
def product(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = d(1.0)
    for k in range(n):
        s = s * x[(i + k) % 64]
    y[i] = s


@wp.kernel
def horner(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    at = x[i % 64]
    s = d(0.0)
    for k in range(n):
        s = s * at + x[k % 64]
    y[i] = s


@wp.kernel
def sine_chain(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = x[i % 64]
    for k in range(n):
        s = wp.sin(s * x[k % 64]) + d(0.5)
    y[i] = s


@wp.kernel
def slow_newton(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    r = d(3.0)
    k = int(0)
    while k < n and r > d(0.0):
        r = r - d(0.01) * (r * r - x[i % 64]) / (r + r)
        k += 1
    y[i] = r


@wp.kernel
def pendulum(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    angle = x[i % 64]
    speed = d(0.0)
    for k in range(n):
        speed = speed - d(0.01) * wp.sin(angle)
        angle = angle + d(0.01) * speed
        if angle > d(9.0):
            break
    y[i] = angle * speed


@wp.kernel
def oscillators(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    a = x[i % 64]
    b = d(0.0)
    p = d(0.3)
    q = d(0.1)
    for k in range(n):
        b = b - d(0.01) * (a + p * a)
        q = q - d(0.01) * (p - a * a)
        a = a + d(0.01) * b
        p = p + d(0.01) * q
    y[i] = a * p


@wp.kernel
def orbit(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    place = wp.vec3d(d(1.0), x[i % 64], d(0.2))
    speed = wp.vec3d(d(0.0), d(0.4), x[i % 64])
    for k in range(n):
        speed = speed - place * (d(0.01) / (d(0.5) + wp.dot(place, place)))
        place = place + speed * d(0.01)
    y[i] = wp.length(place)


@wp.kernel
def pairs(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    s = d(0.0)
    for k in range(n):
        distance = x[i % 64] - x[k % 64]
        s += d(1.0) / (distance * distance + d(0.1))
    y[i] = s


@wp.kernel
def nested(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    side = int(wp.sqrt(float(n)))
    s = d(1.0)
    for k in range(side):
        t = d(0.0)
        for j in range(side):
            t = t + wp.sin(x[(j + k) % 64] * s)
        s = s + t * d(0.01)
    y[i] = s
