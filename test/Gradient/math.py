# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Builtins on paths that gradients flow through, and ints and conditions beside them.

# REQUIRES: numpy
# RUN: %python %S/Inputs/check_gradients.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp

d = wp.float64
RANDOM = np.random.default_rng(3)


@wp.kernel
def scalars(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    a = x[i]
    b = wp.sin(a) * wp.exp(-a) + wp.pow(a, d(1.7)) / (d(1.0) + a * a)
    c = wp.sqrt(a) - wp.log(a + d(1.0)) + wp.tanh(b) * wp.atan2(a, b)
    y[i] = wp.min(b, c) + wp.max(a, b) * wp.abs(c) + wp.clamp(a, d(0.1), d(2.0))


def check_scalars(check):
    check(4, x=RANDOM.uniform(0.2, 1.5, 4), y=np.zeros(4))


@wp.kernel
def interpolations(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    s = wp.smoothstep(d(0.0), d(1.0), x[i])
    t = wp.lerp(x[i], s * s, d(0.3))
    y[i] = wp.where(x[i] > d(0.5), t * s, s - t) % d(0.7)


def check_interpolations(check):
    check(3, x=np.array([0.15, 0.4, 0.8]), y=np.zeros(3))


@wp.kernel
def vectors(x: wp.array(dtype=wp.vec3d), y: wp.array(dtype=wp.vec3d)):
    i = wp.tid()
    a = x[i]
    n = wp.normalize(a)
    b = wp.cross(a, wp.vec3d(d(0.3), d(1.0), d(-0.2)))
    y[i] = n * wp.dot(a, b) + b / wp.length(b) - wp.cw_mul(a, n) * wp.length_sq(b)


def check_vectors(check):
    check(2, x=RANDOM.uniform(0.2, 1, (2, 3)), y=np.zeros((2, 3)))


@wp.kernel
def matrices(x: wp.array(dtype=wp.mat33d), y: wp.array(dtype=wp.mat33d)):
    i = wp.tid()
    m = x[i]
    t = wp.transpose(m) @ m
    y[i] = wp.inverse(m) * wp.determinant(t) + wp.outer(m[0], t[1]) * wp.trace(m)


def check_matrices(check):
    check(1, x=np.eye(3)[None] + RANDOM.uniform(-0.2, 0.2, (1, 3, 3)), y=np.zeros((1, 3, 3)))


@wp.kernel
def rotations(q: wp.array(dtype=wp.quatd), v: wp.array(dtype=wp.vec3d), y: wp.array(dtype=wp.vec3d)):
    i = wp.tid()
    r = wp.normalize(q[i])
    t = wp.transformation(v[i], r)
    y[i] = wp.quat_rotate(r, v[i]) + wp.transform_point(t, v[i]) + wp.quat_rotate_inv(r * r, v[i])


def check_rotations(check):
    check(2, q=RANDOM.uniform(0.2, 1, (2, 4)), v=RANDOM.uniform(-1, 1, (2, 3)), y=np.zeros((2, 3)))


@wp.kernel
def conditions(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    k = int(x[i] * d(10.0)) % 3
    a = x[i]
    if a > d(0.5) and x[(i + 1) % n] < d(0.9) or k == 1:
        a = a * x[(i + k) % n]
    b = x[k] if not (k == 2) else a * a
    y[i] = a * b + d(float(k))


def check_conditions(check):
    check(4, x=np.array([0.13, 0.62, 0.95, 0.34]), y=np.zeros(4), n=4)


@wp.kernel
def through_float32(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    half = float(x[i] * d(0.0)) * 0.5
    y[i] = x[i] * x[i] + d(half)


def check_through_float32(check):
    check(2, x=np.array([0.25, 0.5]), y=np.zeros(2))


@wp.kernel
def minimum_of_all(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), z: wp.array(dtype=wp.float64)):
    i = wp.tid()
    wp.atomic_min(y, 0, x[i] * x[i])
    wp.atomic_max(z, 0, x[i] * d(2.0))


# What was there before keeps its gradient: no thread knows whether another one has replaced it.
def check_minimum_of_all(check):
    check(3, x=np.array([0.7, -0.4, 0.9]), y=np.full(1, 5.0), z=np.full(1, -5.0), unchecked=["y", "z"])


@wp.struct
class Spring:
    rest: wp.float64
    ends: wp.vec2d


@wp.func
def stretch(spring: Spring, by: wp.float64):
    result = Spring()
    result.rest = spring.rest * by
    result.ends = spring.ends + wp.vec2d(by, -by)
    return result


@wp.kernel
def springs(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    s = Spring(x[i], wp.vec2d(x[0], x[1]))
    t = stretch(s, x[i])
    if x[i] > d(0.5):
        t = stretch(t, s.rest)
    t.ends[0] = t.ends[1] * t.rest
    y[i] = t.rest * wp.length(t.ends)


def check_springs(check):
    check(3, x=np.array([0.4, 0.8, 1.2]), y=np.zeros(3))


@wp.kernel
def remainders(x: wp.array(dtype=wp.vec3d), y: wp.array(dtype=wp.vec3d)):
    i = wp.tid()
    whole = x[i] % wp.vec3d(x[i][2], d(0.7), x[i][0])
    y[i] = whole + wp.vec3d(wp.frac(x[i][0] * d(3.0)), x[i][1] % x[i][2], wp.floor(x[i][1]))


def check_remainders(check):
    check(2, x=np.array([[1.3, 2.7, 0.4], [0.45, 1.9, 0.31]]), y=np.zeros((2, 3)))
