# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Vectors, matrices, quaternions, transforms, structs and tuples that loops carry, whole and in parts.
# REQUIRES: numpy
# RUN: %python %S/Inputs/check_gradients.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp

d = wp.float64
RANDOM = np.random.default_rng(14)
LENGTHS = (0, 3, 20)


def on_vectors(check, inner, lengths=LENGTHS, threads=2, low=0.3, high=0.9):
    """One launch for each n; x and y are of so many numbers an element."""
    for n in lengths:
        check(threads, x=RANDOM.uniform(low, high, (threads + 2, *inner)), y=np.ones((threads, *inner)), n=n)


@wp.struct
class State:
    place: wp.vec2d
    turn: wp.mat22d
    age: wp.float64
    count: int


@wp.struct
class Pair:
    first: State
    weight: wp.float64


@wp.kernel
def vector_recurrence(x: wp.array(dtype=wp.vec3d), y: wp.array(dtype=wp.vec3d), n: int):
    i = wp.tid()
    v = x[i]
    for k in range(n):
        v = wp.cross(v, x[i + 1]) * d(0.5) + wp.normalize(v + x[k % 2])
    y[i] = v


def check_vector_recurrence(check):
    on_vectors(check, (3,))


@wp.kernel
def vector_sum(x: wp.array(dtype=wp.vec3d), y: wp.array(dtype=wp.vec3d), n: int):
    i = wp.tid()
    total = wp.vec3d()
    for k in range(n):
        total += x[k % 3] * wp.dot(x[i], x[k % 2])
    y[i] = total * wp.length(total + x[i])


def check_vector_sum(check):
    on_vectors(check, (3,))


@wp.kernel
def component_by_component(x: wp.array(dtype=wp.vec4d), y: wp.array(dtype=wp.vec4d), n: int):
    i = wp.tid()
    v = x[i]
    for k in range(n):
        v[k % 4] = v[(k + 1) % 4] * x[i + 1][k % 4] + d(0.2)
        v[1] += v[0] * d(0.3)
        v.z *= v[3]
        v = v * d(0.6)
    y[i] = v


def check_component_by_component(check):
    on_vectors(check, (4,))


@wp.kernel
def components_in_branches(x: wp.array(dtype=wp.vec2d), y: wp.array(dtype=wp.vec2d), n: int):
    i = wp.tid()
    v = x[i]
    for k in range(n):
        if v[0] > d(0.6):
            v[0] = v[0] * v[1]
        else:
            v[1] = v[1] + v[0] * x[i + 1][1]
            v[0] += d(0.2)
        if v[1] > d(3.0):
            break
    y[i] = v


def check_components_in_branches(check):
    on_vectors(check, (2,))


@wp.kernel
def matrix_recurrence(x: wp.array(dtype=wp.mat22d), y: wp.array(dtype=wp.mat22d), n: int):
    i = wp.tid()
    m = x[i]
    for k in range(n):
        m = m @ x[i + 1] * d(0.5) + wp.transpose(m) * d(0.2)
        m[k % 2, 1] = m[1, 0] * m[0, 0]
        m[1] = m[0] * d(0.4)
    y[i] = m


def check_matrix_recurrence(check):
    on_vectors(check, (2, 2))


@wp.kernel
def matrix_of_sums(x: wp.array(dtype=wp.vec3d), y: wp.array(dtype=wp.mat33d), n: int):
    i = wp.tid()
    m = wp.mat33d()
    for k in range(n):
        m += wp.outer(x[k % 4], x[i]) * d(0.3)
    y[i] = m * wp.determinant(m + wp.identity(n=3, dtype=wp.float64))


def check_matrix_of_sums(check):
    for n in LENGTHS:
        check(2, x=RANDOM.uniform(-1, 1, (4, 3)), y=np.ones((2, 3, 3)), n=n)


@wp.kernel
def power_iteration(x: wp.array(dtype=wp.mat33d), y: wp.array(dtype=wp.vec3d), n: int):
    i = wp.tid()
    v = wp.vec3d(d(0.4), d(0.3), d(0.2))
    for k in range(n):
        w = x[i] * v
        v = w / wp.sqrt(wp.dot(w, w) + d(0.01))
    y[i] = v


def check_power_iteration(check):
    for n in (0, 2, 25):
        check(2, x=RANDOM.uniform(0, 1, (2, 3, 3)), y=np.zeros((2, 3)), n=n)


@wp.kernel
def turned_by_quaternions(x: wp.array(dtype=wp.quatd), y: wp.array(dtype=wp.vec3d), n: int):
    i = wp.tid()
    q = wp.quat_identity(dtype=wp.float64)
    v = wp.vec3d(d(0.1), d(0.7), d(-0.4))
    for k in range(n):
        q = wp.normalize(q * x[k % 3] + x[i] * d(0.1))
        q[k % 3] = q[3] * d(0.5)
        v = wp.quat_rotate(q, v) + wp.quat_rotate_inv(x[i], v) * d(0.1)
    y[i] = v


def check_turned_by_quaternions(check):
    for n in LENGTHS:
        check(2, x=RANDOM.uniform(0.2, 0.7, (3, 4)), y=np.zeros((2, 3)), n=n)


@wp.kernel
def chained_transforms(x: wp.array(dtype=wp.transformd), y: wp.array(dtype=wp.vec3d), n: int):
    i = wp.tid()
    t = wp.transform_identity(dtype=wp.float64)
    for k in range(n):
        t = t * x[k % 3]
        t = wp.transformation(wp.transform_get_translation(t) * d(0.5), wp.normalize(wp.transform_get_rotation(t)))
    y[i] = wp.transform_point(t, wp.vec3d(d(0.3), d(0.1), d(0.6))) + wp.transform_vector(x[i], t.p)


def check_chained_transforms(check):
    for n in LENGTHS:
        check(2, x=RANDOM.uniform(0.2, 0.7, (3, 7)), y=np.zeros((2, 3)), n=n)


@wp.kernel
def spatial_vectors(x: wp.array(dtype=wp.spatial_vectord), y: wp.array(dtype=wp.spatial_vectord), n: int):
    i = wp.tid()
    v = x[i]
    for k in range(n):
        v = wp.spatial_cross(v, x[k % 3]) * d(0.5) + x[i]
        v[k % 6] = v[0] * d(0.3)
    y[i] = v * wp.spatial_dot(v, x[0])


def check_spatial_vectors(check):
    on_vectors(check, (6,))


@wp.kernel
def long_vectors(x: wp.array(dtype=wp.types.vector(length=5, dtype=wp.float64)), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    v = x[i]
    for k in range(n):
        v[k % 5] = wp.sin(v[(k + 2) % 5]) + v[k % 5] * d(0.5)
    y[i] = wp.length_sq(v)


def check_long_vectors(check):
    for n in LENGTHS:
        check(2, x=RANDOM.uniform(0.2, 0.7, (2, 5)), y=np.zeros(2), n=n)


@wp.kernel
def struct_recurrence(x: wp.array(dtype=wp.vec2d), y: wp.array(dtype=wp.vec2d), n: int):
    i = wp.tid()
    s = State()
    s.place = x[i]
    s.turn = wp.mat22d(d(0.8), d(0.1), x[i][0], d(0.7))
    s.age = d(1.0)
    for k in range(n):
        s.place = s.turn * s.place * d(0.5) + x[i + 1] * s.age
        s.turn[0, 1] = s.place[1] * d(0.1)
        s.age = s.age * x[i][1]
        s.count += 1
    y[i] = s.place * (s.age + d(float(s.count)))


def check_struct_recurrence(check):
    on_vectors(check, (2,))


@wp.kernel
def whole_structs_exchanged(x: wp.array(dtype=wp.vec2d), y: wp.array(dtype=wp.vec2d), n: int):
    i = wp.tid()
    a = State(x[i], wp.identity(n=2, dtype=wp.float64), d(0.4), 0)
    b = State(x[i + 1], wp.mat22d(d(0.1), d(0.2), d(0.3), d(0.4)), x[i][0], 3)
    for k in range(n):
        if a.age < b.age:
            c = a
            a = b
            b = c
        a.place = b.turn * a.place * d(0.5) + x[i]
        b.age = b.age * a.age * d(0.5) + a.place[0]
    y[i] = a.place * b.age + b.place * a.age


def check_whole_structs_exchanged(check):
    on_vectors(check, (2,))


@wp.kernel
def structs_in_structs(x: wp.array(dtype=wp.vec2d), y: wp.array(dtype=wp.vec2d), n: int):
    i = wp.tid()
    p = Pair()
    p.first.place = x[i]
    p.weight = x[i][0]
    for k in range(n):
        p.first.place[k % 2] = p.weight * p.first.place[1] + x[i + 1][0]
        p.weight = wp.sin(p.weight * p.first.place[0])
    y[i] = p.first.place * p.weight


def check_structs_in_structs(check):
    on_vectors(check, (2,))


@wp.func
def halves(v: wp.vec2d):
    return v * d(0.5), v[0] * v[1]


@wp.kernel
def tuples(x: wp.array(dtype=wp.vec2d), y: wp.array(dtype=wp.vec2d), n: int):
    i = wp.tid()
    v = x[i]
    s = x[i][1]
    for k in range(n):
        v, t = halves(v + x[i + 1] * s)
        s, v = wp.sin(s * t), v * s * d(0.5) + x[k % 2]
    y[i] = v * s


def check_tuples(check):
    on_vectors(check, (2,))


@wp.kernel
def many_values(x: wp.array(dtype=wp.vec3d), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    v = x[i]
    m = wp.outer(v, x[i + 1])
    q = wp.quatd(v[0], v[1], v[2], d(1.0))
    s = v[0]
    for k in range(n):
        v = m * v * d(0.4) + wp.quat_rotate(wp.normalize(q), v) * s
        m = m * d(0.5) + wp.outer(v, x[k % 3]) * d(0.1)
        q = q * wp.normalize(wp.quatd(s, v[0], v[1], d(1.0)))
        s = wp.tanh(s + wp.trace(m))
    y[i] = s * wp.length(v) + wp.ddot(m, m) + q[3]


def check_many_values(check):
    for n in LENGTHS:
        check(2, x=RANDOM.uniform(0.2, 0.7, (4, 3)), y=np.zeros(2), n=n)


@wp.kernel
def narrow_vectors(x: wp.array(dtype=wp.vec3), y: wp.array(dtype=wp.vec3), n: int):
    i = wp.tid()
    v = x[i]
    for k in range(n):
        v = wp.normalize(wp.cross(v, x[i + 1]) + x[i] * 0.5)
        v[k % 3] = v[0] * 0.7
    y[i] = v


def check_narrow_vectors(check):
    for n in LENGTHS:
        check(2, x=RANDOM.uniform(0.3, 0.9, (4, 3)).astype(np.float32), y=np.zeros((2, 3), np.float32), n=n)
