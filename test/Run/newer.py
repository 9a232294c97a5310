# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Where the language is ahead of Warp 1.10: what that refuses, or gets silently wrong.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import matrices, struct, value, vectors


@wp.kernel
def lazy_ternary(x: wp.array(dtype=float), out: wp.array(dtype=float)):
    i = wp.tid()
    n = len(x)
    out[i] = x[i] if i < n else -1.0
    j = i - 1000000000
    out[i] += x[j] if j >= 0 else 0.5


def check_lazy_ternary(run):
    x = np.arange(3, dtype=np.float32)
    run(6, x=x, out=np.zeros(6, np.float32), expect={"out": [0.5, 1.5, 2.5, -0.5, -0.5, -0.5]})


@wp.kernel
def short_circuit(x: wp.array(dtype=float), at: wp.array(dtype=int), out: wp.array(dtype=int)):
    i = wp.tid()
    j = at[i]
    if j < len(x) and x[j] > 1.0:
        out[i] = 1
    if j >= len(x) or x[j] < 1.0:
        out[i] = 2
    k = int(0)
    while k < len(x) and x[k] < 2.0:
        k += 1
    out[i] += 10 * k


def check_short_circuit(run):
    x, at = np.arange(4, dtype=np.float32), np.array([0, 1, 2, 3, 2000000000], np.int32)
    run(5, x=x, at=at, out=at * 0, expect={"out": [22, 20, 21, 21, 22]})


@wp.func
def count_and(counter: wp.array(dtype=int), result: bool):
    counter[0] += 1
    return result


@wp.kernel
def calls_left_out(counter: wp.array(dtype=int), out: wp.array(dtype=bool)):
    out[0] = count_and(counter, False) and count_and(counter, True)
    out[1] = count_and(counter, True) or count_and(counter, True)
    out[2] = count_and(counter, True) if counter[0] > 100 else False


def check_calls_left_out(run):
    run(1, counter=np.zeros(1, np.int32), out=np.ones(3, bool), expect={"counter": 2, "out": [False, True, False]})


@wp.kernel
def full_literals(longs: wp.array(dtype=wp.int64), doubles: wp.array(dtype=wp.float64)):
    longs[0] = wp.int64(5000000000)
    longs[1] = wp.int64(-9223372036854775807)
    doubles[0] = wp.float64(3.14159265358979)
    doubles[1] = wp.float64(1.0e-300) * wp.float64(0.1)


def check_full_literals(run):
    run(1, longs=np.zeros(2, np.int64), doubles=np.zeros(2),
        expect={"longs": [5000000000, -9223372036854775807], "doubles": [3.14159265358979, 1e-301]})


@wp.kernel
def chosen(x: wp.array(dtype=float), out: wp.array2d(dtype=float)):
    i = wp.tid()
    out[i, 0] = wp.select(x[i] > 0.0, -1.0, 1.0)
    out[i, 1] = wp.select(i, 5.0, 6.0)


def check_chosen(run):
    run(3, x=np.array([-1, 0, 1], np.float32), out=np.zeros((3, 2), np.float32),
        expect={"out": [[-1, 5], [-1, 6], [1, 6]]})


@wp.kernel
def swapped_elements(x: wp.array(dtype=float), v: wp.array(dtype=wp.vec3)):
    x[0], x[1] = x[1], x[0]
    i = int(0)
    i, x[i] = 1, 7.0
    a = v[0]
    a[0], a[1] = a[1], a[0]
    v[0] = a


def check_swapped_elements(run):
    run(1, x=np.array([1, 2], np.float32), v=vectors(np.array([[1, 2, 3]], np.float32)),
        expect={"x": [2, 7], "v": [[2, 1, 3]]})


@wp.kernel
def unequal_vectors(v: wp.array(dtype=wp.vec3), m: wp.array(dtype=wp.mat22), out: wp.array(dtype=bool)):
    i = wp.tid()
    out[i] = v[i] != v[0] or m[i] != m[0]


def check_unequal_vectors(run):
    v, m = np.zeros((3, 3), np.float32), np.zeros((3, 2, 2), np.float32)
    v[1, 2] = m[2, 1, 0] = 1
    run(3, v=vectors(v), m=matrices(m), out=np.zeros(3, bool), expect={"out": [False, True, True]})


@wp.kernel
def annotated(out: wp.array(dtype=float)):
    i: int = wp.tid()
    x: float = 2.0
    out[i] = x * float(i)


def check_annotated(run):
    run(3, out=np.zeros(3, np.float32), expect={"out": [0, 2, 4]})


@wp.kernel
def compared_elements(a: wp.array(dtype=int), out: wp.array(dtype=bool)):
    i = wp.tid()
    out[i] = 0 <= a[i] < a[i + 1] <= 5


def check_compared_elements(run):
    a = np.array([-1, 0, 2, 1, 5, 6], np.int32)
    run(5, a=a, out=np.zeros(5, bool), expect={"out": [False, True, False, True, False]})


@wp.struct
class Placed:
    id: int
    pose: wp.transform


@wp.kernel
def parts_of_parts(t: wp.array(dtype=wp.transform), placed: Placed, out: wp.array(dtype=wp.transform)):
    i = wp.tid()
    a = t[i]
    a.p.x = 7.0
    a.p[1] += 2.0
    a.q[-1] = a.p.z
    out[i] = a
    t[i].p = a.p
    t[i].q.x += 1.0
    b = placed
    b.pose.p = a.p
    if b.pose != placed.pose:
        b.pose.q[0] = float(b.id)
    out[i + 2] = b.pose


def check_parts_of_parts(run):
    t = np.array([[1, -2, 3, 0.1, 0.7, -0.1, 0.7], [0, 5, -4, 0.5, -0.5, 0.5, 0.5]], np.float32)
    expected, out = t.copy(), np.zeros((4, 7), np.float32)
    out[:2] = out[2:] = t
    out[:, 0] = 7
    out[:, 1] += 2
    out[:2, 6] = t[:, 2]
    out[2:, 3:] = [5, 0, 0, 1]
    expected[:, :3] = out[:2, :3]
    expected[:, 3] += 1
    placed = np.zeros((), struct(("id", "i4"), ("pose", "f4", 7)))
    placed["id"], placed["pose"][6] = 5, 1
    run(2, t=vectors(t), placed=placed[()], out=vectors(np.zeros_like(out)), expect={"t": expected, "out": out})


@wp.kernel
def extents(a: wp.array3d(dtype=float), n: int, out: wp.array(dtype=int)):
    rows_, columns, depth = a.shape
    out[0] = rows_ * 100 + columns * 10 + depth
    out[1] = a.shape[n]
    out[2] = a.shape[-1]
    out[3] = a.shape[3]


def check_extents(run):
    for n in range(3):
        run(1, a=np.zeros((4, 3, 2), np.float32), n=n, out=np.full(4, 9, np.int32),
            expect={"out": [432, (4, 3, 2)[n], 2, 0]})


@wp.struct
class Body:
    velocity: wp.vec4
    frame: wp.mat33


BODY = struct(("velocity", "4f4"), ("frame", "(3,3)f4"))


@wp.kernel
def slices_in_places(bodies: wp.array(dtype=Body), n: int):
    bodies[n].velocity[1:3] = wp.vec2(1.0, 2.0)
    bodies[n].velocity[2:] += bodies[0].velocity[:2]
    bodies[n + 1].frame[:, n] = bodies[0].frame[0]
    b = bodies[0]
    b.velocity[:2] *= 3.0
    b.velocity.x += 1.0
    b.frame[0, 1:] = b.velocity[2:]
    bodies[0] = b


def check_slices_in_places(run):
    bodies = np.zeros(3, BODY)
    for i in range(3):
        bodies[i]["velocity"] = np.arange(4) + i
        bodies[i]["frame"] = np.arange(9).reshape(3, 3) + 10 * i
    expected = bodies.copy()
    velocity, frame = expected["velocity"], expected["frame"]
    velocity[1][1:3] = 1, 2
    velocity[1][2:] += velocity[0][:2]
    frame[2][:, 1] = frame[0][0]
    velocity[0][:2] *= 3
    velocity[0][0] += 1
    frame[0][0, 1:] = velocity[0][2:]
    run(1, bodies=bodies, n=1, expect={"bodies": expected})


@wp.kernel
def slices_of_slices(v: wp.array(dtype=wp.vec4), m: wp.mat33, out: wp.array(dtype=float)):
    out[0] = v[0][1:][1]
    out[1] = v[1][::-1][:2][1]
    out[2] = m[1:][0][2]
    out[3] = m[:, 1][2]
    w = v[0]
    w[::-1] = w
    out[4] = w[0]


def check_slices_of_slices(run):
    v = np.arange(8, dtype=np.float32).reshape(2, 4)
    m = np.arange(9, dtype=np.float32).reshape(3, 3)
    run(1, v=vectors(v), m=value(m), out=np.zeros(5, np.float32),
        expect={"out": [v[0, 2], v[1, 2], m[1, 2], m[2, 1], v[0, 3]]})


# The articulation of joints 1 to 3: joint 3 hangs on 1, and so does 2, which has two degrees of freedom.
@wp.kernel
def articulation(inertias: wp.array(dtype=wp.spatial_matrix), s: wp.array(dtype=wp.spatial_vector),
                 parents: wp.array(dtype=int), starts: wp.array(dtype=int), jacobian: wp.array(dtype=float),
                 mass: wp.array(dtype=float)):
    wp.spatial_jacobian(s, parents, starts, 1, 3, 2, jacobian)
    wp.spatial_mass(inertias, 1, 3, 5, mass)


def check_articulation(run):
    s = np.arange(30, dtype=np.float32).reshape(5, 6) + 1
    inertias = np.arange(144, dtype=np.float32).reshape(4, 6, 6)
    j, m = np.zeros((18, 4), np.float32), np.zeros((18, 18), np.float32)
    j[0:6, 0] = s[1]
    j[6:12, 0:3] = s[1:4].T
    j[12:18, [0, 3]] = s[[1, 4]].T
    for i in range(3):
        m[6 * i:6 * i + 6, 6 * i:6 * i + 6] = inertias[1 + i]
    run(1, inertias=matrices(inertias), s=vectors(s), parents=np.array([-1, -1, 1, 1], np.int32),
        starts=np.array([0, 1, 2, 4, 5], np.int32), jacobian=np.zeros(2 + 72 + 1, np.float32),
        mass=np.zeros(5 + 324 + 1, np.float32),
        expect={"jacobian": np.concatenate([[0, 0], j.flatten(), [0]]), "mass": np.concatenate([[0] * 5, m.flatten(), [0]])})


@wp.func
def ordered(a: float, b: float):
    return (a, b) if a < b else (b, a)


@wp.kernel
def changing_tuples(n: int, a: wp.array2d(dtype=float), out: wp.array(dtype=float)):
    best = (a[0, 0], 0)
    for i in range(1, n):
        if a[0, i] > best[0]:
            best = (a[0, i], i)
    out[0] = best[0]
    out[1] = float(best[-1])
    low, high = ordered(a[0, 1], a[0, 0])
    out[2] = low - high
    nested = (1.0, (2.0, 3.0), a.shape)
    out[3] = nested[1][1] + float(nested[2][1])
    x, pair, extents = nested
    rest = nested[:2]
    out[4] = x + pair[0] + float(extents[0]) + rest[1][0]
    four = (1.0, 10.0, 100.0, 1000.0)
    out[5] = four[n - 1] + four[-n]
    a[0, 0], a[0, 1] = a[0, 1], a[0, 0]
    for k in range(1):
        inner = (float(k), n)
    out[6] = inner[0] + float(inner[1])


def check_changing_tuples(run):
    a = np.array([[4, 9, 2]], np.float32)
    run(1, n=3, a=a, out=np.zeros(7, np.float32),
        expect={"a": [[9, 4, 2]], "out": [9, 1, -5, 3 + 3, 1 + 2 + 1 + 2, 100 + 10, 3]})


# What a builtin sets in elements, fields and components stays there.
@wp.struct
class Factors:
    R: wp.mat33
    sigma: wp.vec3


@wp.kernel
def set_parts(q: wp.array(dtype=wp.quat), a: wp.array(dtype=wp.mat33), factors: wp.array(dtype=Factors),
              out: wp.array(dtype=wp.mat33), axis: wp.array(dtype=wp.vec3), angle: wp.array(dtype=float)):
    i = wp.tid()
    own = Factors()
    wp.qr3(a[i], out[i], own.R)
    out[i] = out[i] * own.R
    wp.svd3(a[i], own.R, own.sigma, factors[i].R)
    factors[i].sigma = own.sigma
    turn = wp.vec2()
    wp.quat_to_axis_angle(q[i], axis[i], turn[1])
    angle[i] = turn[0] + turn[1]


def check_set_parts(run):
    a = np.diag([3, 2, 1]).astype(np.float32)[None]
    dtype = struct(("R", "(3,3)f4"), ("sigma", "3f4"))
    expected = np.zeros(1, dtype)
    expected["sigma"], expected["R"] = [3, 2, 1], np.eye(3)
    run(1, q=vectors(np.array([[0, 0, np.sin(0.5), np.cos(0.5)]], np.float32)), a=matrices(a), factors=np.zeros(1, dtype),
        out=matrices(np.zeros((1, 3, 3), np.float32)), axis=vectors(np.zeros((1, 3), np.float32)),
        angle=np.zeros(1, np.float32),
        expect={"factors": expected, "out": a, "axis": [[0, 0, 1]], "angle": [1]}, tolerance=1e-4)
