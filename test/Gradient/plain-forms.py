# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Gradients through builtins that set their arguments, and through the choice of structs.

# REQUIRES: numpy
# RUN: %python %S/Inputs/check_gradients.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp

d = wp.float64
RANDOM = np.random.default_rng(4)


@wp.func
def loaded(x: wp.array(dtype=wp.float64), i: int):
    return wp.matrix_from_rows(wp.vec3d(x[i], x[i + 1], x[i + 2]), wp.vec3d(x[i + 3], x[i + 4], x[i + 5]),
                               wp.vec3d(x[i + 6], x[i + 7], x[i + 8]))


def on_x(check, n=12, **more):
    check(2, x=RANDOM.uniform(0.2, 1, n), y=np.zeros(2), **more)


@wp.kernel
def singular_values(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    U = wp.mat33d()
    V = wp.mat33d()
    sigma = wp.vec3d()
    total = d(1.0)
    for j in range(2):
        wp.svd3(loaded(x, i + j), U, sigma, V)
        total = total * (sigma[0] + sigma[1] * U[0, 1] * V[0, 1] + U[1, 0] * V[2, 0])
    y[i] = total


def check_singular_values(check):
    on_x(check)


@wp.kernel
def singular_values_of_two(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    U = wp.mat22d()
    V = wp.mat22d()
    sigma = wp.vec2d()
    wp.svd2(wp.mat22d(x[i], x[i + 1], x[i + 2], x[i + 3]), U, sigma, V)
    y[i] = sigma[0] * sigma[0] + sigma[1] * U[0, 1] * V[0, 1]


def check_singular_values_of_two(check):
    on_x(check)


@wp.kernel
def factors(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    Q = wp.mat33d()
    R = wp.mat33d()
    wp.qr3(loaded(x, i), Q, R)
    Q = Q * Q
    y[i] = Q[0, 1] * R[1, 1] + R[0, 2]


def check_factors(check):
    on_x(check)


@wp.kernel
def eigenvalues(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    Q = wp.mat33d()
    values = wp.vec3d()
    A = loaded(x, i)
    wp.eig3(A + wp.transpose(A), Q, values)
    y[i] = values[0] * values[1] + values[2] * Q[0, 0] * Q[0, 0]


def check_eigenvalues(check):
    on_x(check)


@wp.kernel
def axis_and_angle(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    axis = wp.vec3d()
    angle = d(0.0)
    wp.quat_to_axis_angle(wp.normalize(wp.quatd(x[i], x[i + 1], x[i + 2], x[i + 3])), axis, angle)
    y[i] = axis[0] * angle + axis[2]


def check_axis_and_angle(check):
    on_x(check)


@wp.kernel
def parts_of_transform(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    t = wp.transformd(wp.vec3d(x[0], x[1], x[2]), wp.quatd(x[3], x[4], x[5], x[6]))
    wp.transform_set_translation(t, wp.vec3d(x[i], x[i] * x[7], x[1]))
    v = wp.transform_point(t, wp.vec3d(x[8], x[9], x[10]))
    wp.transform_set_rotation(t, wp.quatd(x[4], x[5], x[i], x[11]))
    y[i] = wp.dot(v, wp.transform_vector(t, v))


def check_parts_of_transform(check):
    on_x(check)


@wp.struct
class Pair:
    first: wp.float64
    second: wp.vec2d
    count: int


@wp.kernel
def chosen_struct(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    a = Pair()
    a.first = x[0] * x[i]
    a.second = wp.vec2d(x[1], x[2])
    b = Pair()
    b.second = wp.vec2d(x[3], x[4] * x[i])
    p = wp.where(i == 0, a, b)
    q = wp.where(i, a, b)
    y[i] = p.first * p.second[1] + q.second[0] * q.second[1] * q.first


def check_chosen_struct(check):
    on_x(check)
