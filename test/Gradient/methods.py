# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Methods that people write as kernels: integrators, solvers, searches, statistics, networks, rays.
# REQUIRES: numpy
# RUN: %python %S/Inputs/check_gradients.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp

d = wp.float64
RANDOM = np.random.default_rng(17)


def on_values(check, *rows, size=4, **more):
    for row in rows:
        check(1, x=np.array(row), y=np.zeros(size), **more)


@wp.kernel
def square_root(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    a = wp.abs(x[0]) + d(0.1)
    r = a
    rounds = int(0)
    while wp.abs(r * r - a) > d(0.0000000001) and rounds < 50:
        r = d(0.5) * (r + a / r)
        rounds += 1
    y[0] = r


def check_square_root(check):
    on_values(check, [2.0], [-30.0], [0.02])


@wp.kernel
def central_force(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    px = x[0]
    py = x[1]
    vx = x[2]
    vy = x[3]
    h = d(0.05)
    for k in range(n):
        r2 = px * px + py * py + d(0.5)
        f = d(1.0) / (r2 * wp.sqrt(r2))
        vx = vx - h * f * px
        vy = vy - h * f * py
        px = px + h * vx
        py = py + h * vy
    y[0] = px
    y[1] = py * vx


def check_central_force(check):
    for n in (1, 17, 120):
        on_values(check, [0.9, 0.1, -0.2, 0.8], n=n)


@wp.func
def logistic(rate: wp.float64, p: wp.float64):
    return rate * p * (d(1.0) - p)


@wp.kernel
def runge_kutta(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    p = x[0]
    h = d(0.1)
    for k in range(n):
        k1 = logistic(x[1], p)
        k2 = logistic(x[1], p + d(0.5) * h * k1)
        k3 = logistic(x[1], p + d(0.5) * h * k2)
        k4 = logistic(x[1], p + h * k3)
        p = p + h / d(6.0) * (k1 + d(2.0) * k2 + d(2.0) * k3 + k4)
    y[0] = p * p


def check_runge_kutta(check):
    for n in (1, 20, 60):
        on_values(check, [0.2, 1.7], n=n)


@wp.kernel
def step_size_control(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    t = d(0.0)
    p = x[0]
    h = d(0.1)
    while t < d(2.0):
        k = wp.sin(x[1] * p)
        error = wp.abs(h * k)
        if error > d(0.08):
            h = h * d(0.5)
            continue
        p = p + h * k
        t = t + h
        if error < d(0.03):
            h = wp.min(h * d(1.5), d(0.3))
    y[0] = p


def check_step_size_control(check):
    on_values(check, [0.4, 1.3], [1.4, 0.7])


@wp.kernel
def bisection(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    low = d(0.0)
    high = d(2.0)
    while high - low > d(0.0001):
        middle = d(0.5) * (low + high)
        if middle * middle * middle > wp.abs(x[0]):
            high = middle
        else:
            low = middle
    y[0] = low * x[1] + high * x[0]


def check_bisection(check):
    on_values(check, [1.7, 0.4], [0.31, 2.0])


@wp.kernel
def sphere_tracing(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    t = d(0.0)
    hit = d(0.0)
    for k in range(64):
        place = t * x[0] + d(0.1)
        distance = wp.abs(place - d(2.0)) - d(0.2) * x[1] * x[1]
        if distance < d(0.001):
            hit = d(1.0)
            break
        if t > d(20.0):
            break
        t = t + distance * d(0.8) + d(0.001)
    y[0] = t * hit + t * t


def check_sphere_tracing(check):
    on_values(check, [0.6, 1.1], [-0.3, 0.7])


@wp.kernel
def two_means(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    c0 = x[0]
    c1 = x[1]
    for rounds in range(4):
        s0 = d(0.0)
        s1 = d(0.0)
        n0 = d(0.01)
        n1 = d(0.01)
        for k in range(n):
            if wp.abs(x[k] - c0) < wp.abs(x[k] - c1):
                s0 += x[k]
                n0 += d(1.0)
            else:
                s1 += x[k]
                n1 += d(1.0)
        c0 = s0 / n0
        c1 = s1 / n1
    y[0] = c0 * c1


def check_two_means(check):
    on_values(check, RANDOM.uniform(0, 1, 9), n=9)


@wp.kernel
def variance(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    mean = d(0.0)
    spread = d(0.0)
    for k in range(n):
        apart = x[k] - mean
        mean = mean + apart / d(float(k + 1))
        spread = spread + apart * (x[k] - mean)
    y[0] = spread / d(float(n - 1))
    y[1] = mean


def check_variance(check):
    for n in (2, 15, 40):
        on_values(check, RANDOM.uniform(0, 1, n), n=n)


@wp.kernel
def network(x: wp.array(dtype=wp.float64), weights: wp.array2d(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    result = d(0.0)
    for unit in range(weights.shape[0]):
        total = weights[unit, 0]
        for k in range(weights.shape[1] - 2):
            total += weights[unit, k + 1] * x[(i + k) % 3]
        result += weights[unit, weights.shape[1] - 1] * wp.max(total, d(0.1) * total)
    y[i] = d(1.0) / (d(1.0) + wp.exp(-result))


def check_network(check):
    check(2, x=RANDOM.uniform(-1, 1, 3), weights=RANDOM.uniform(-1, 1, (4, 5)), y=np.zeros(2))


@wp.kernel
def conjugate_gradients(x: wp.array(dtype=wp.mat33d), b: wp.array(dtype=wp.vec3d), y: wp.array(dtype=wp.vec3d)):
    i = wp.tid()
    a = wp.transpose(x[i]) * x[i] + wp.identity(n=3, dtype=wp.float64)
    solution = wp.vec3d()
    rest = b[i]
    way = rest
    old = wp.dot(rest, rest)
    for k in range(10):
        if old < d(0.000000001):
            break
        image = a * way
        alpha = old / wp.dot(way, image)
        solution = solution + way * alpha
        rest = rest - image * alpha
        new = wp.dot(rest, rest)
        way = rest + way * (new / old)
        old = new
    y[i] = solution


def check_conjugate_gradients(check):
    check(2, x=RANDOM.uniform(-1, 1, (2, 3, 3)), b=RANDOM.uniform(-1, 1, (2, 3)), y=np.zeros((2, 3)))


@wp.kernel
def rigid_body(x: wp.array(dtype=wp.vec3d), y: wp.array(dtype=wp.vec3d), n: int):
    i = wp.tid()
    inertia = wp.vec3d(d(1.0), d(1.5), d(2.0))
    spin = x[i]
    attitude = wp.quat_identity(dtype=wp.float64)
    h = d(0.02)
    for k in range(n):
        momentum = wp.cw_mul(inertia, spin)
        spin = spin - wp.cw_div(wp.cross(spin, momentum), inertia) * h
        attitude = wp.normalize(attitude + wp.quatd(spin[0], spin[1], spin[2], d(0.0)) * attitude * (d(0.5) * h))
    y[i] = wp.quat_rotate(attitude, x[i])


def check_rigid_body(check):
    for n in (2, 40):
        check(2, x=RANDOM.uniform(0.5, 1, (2, 3)), y=np.zeros((2, 3)), n=n)


@wp.kernel
def particles(
    x: wp.array(dtype=wp.vec3d), v: wp.array(dtype=wp.vec3d), x_new: wp.array(dtype=wp.vec3d),
    v_new: wp.array(dtype=wp.vec3d), floor: wp.float64, h: wp.float64
):
    i = wp.tid()
    speed = v[i] + wp.vec3d(d(0.0), d(-9.81), d(0.0)) * h
    place = x[i] + speed * h
    for j in range(x.shape[0]):
        if j != i:
            apart = x[i] - x[j]
            speed += wp.normalize(apart) * (h / (d(0.01) + wp.length_sq(apart)))
    if place[1] < floor:
        place[1] = floor
        speed[1] = -d(0.5) * speed[1]
    x_new[i] = place
    v_new[i] = speed


def check_particles(check):
    check(4, x=RANDOM.uniform(0, 1, (4, 3)), v=RANDOM.uniform(-1, 1, (4, 3)), x_new=np.zeros((4, 3)),
          v_new=np.zeros((4, 3)), floor=np.float64(0.5), h=np.float64(0.05))


@wp.kernel
def neo_hookean(x: wp.array(dtype=wp.mat33d), energy: wp.array(dtype=wp.float64), mu: wp.float64, la: wp.float64):
    i = wp.tid()
    f = x[i]
    j = wp.determinant(f)
    wp.atomic_add(energy, 0, mu * d(0.5) * (wp.ddot(f, f) - d(3.0)) - mu * wp.log(j) + la * d(0.5) * wp.log(j) * wp.log(j))


def check_neo_hookean(check):
    check(3, x=np.eye(3) + RANDOM.uniform(-0.2, 0.2, (3, 3, 3)), energy=np.zeros(1), mu=np.float64(1.3),
          la=np.float64(0.7))


@wp.kernel
def bessel_series(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64)):
    i = wp.tid()
    term = d(1.0)
    total = d(0.0)
    k = int(1)
    while wp.abs(term) > d(0.00000000000001):
        total += term
        term = -term * x[i] * x[i] / (d(4.0) * d(float(k)) * d(float(k)))
        k += 1
    y[i] = total


def check_bessel_series(check):
    check(3, x=np.array([0.3, 1.7, 4.2]), y=np.zeros(3))


@wp.kernel
def continued_fraction(x: wp.array(dtype=wp.float64), y: wp.array(dtype=wp.float64), n: int):
    i = wp.tid()
    f = d(2.0 * float(n) + 1.0)
    for k in range(n, 0, -1):
        f = d(2.0 * float(k) - 1.0) - x[i] * x[i] / f
    y[i] = x[i] / f


def check_continued_fraction(check):
    for n in (3, 20):
        check(2, x=np.array([0.4, 1.1]), y=np.zeros(2), n=n)
