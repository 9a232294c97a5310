# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Assignment: to several names at once, to elements, components and fields, and all operators that assign.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import matrices, record, struct, vectors


@wp.kernel
def swaps(out: wp.array(dtype=int)):
    i = wp.tid()
    a = int(0)
    b = int(1)
    for _ in range(i):
        a, b = b, a + b
    out[i] = a


def check_swaps(run):
    run(10, out=np.zeros(10, np.int32), expect={"out": [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]})


@wp.kernel
def rotations(x: wp.array(dtype=float)):
    a = x[0]
    b = x[1]
    c = x[2]
    a, b, c = c, a, b
    x[0] = a
    x[1] = b
    x[2] = c


def check_rotations(run):
    run(1, x=np.arange(3, dtype=np.float32), expect={"x": [2, 0, 1]})


@wp.kernel
def keeps_old_values(x: wp.array(dtype=float), y: wp.array(dtype=float)):
    i = wp.tid()
    a = x[i]
    x[i] = 10.0
    b = a
    a = a + 1.0
    y[i] = a * 100.0 + b


def check_keeps_old_values(run):
    x = np.arange(4, dtype=np.float32)
    run(4, x=x, y=x, expect={"x": [10] * 4, "y": (x + 1) * 100 + x})


@wp.kernel
def augmented_names(x: wp.array(dtype=int), y: wp.array(dtype=float)):
    i = wp.tid()
    a = i + 5
    a += 3
    a -= 1
    a *= 6
    a //= 4
    a %= 7
    a <<= 3
    a >>= 1
    a |= 9
    a &= 29
    a ^= 3
    x[i] = a
    b = float(i) + 1.5
    b *= 3.0
    b /= 2.0
    b -= 0.25
    b += 1.0
    y[i] = b


def check_augmented_names(run):
    i = np.arange(8, dtype=np.int32)
    x = ((((((i + 7) * 6 // 4 % 7) << 3) >> 1) | 9) & 29) ^ 3
    run(8, x=i, y=np.zeros(8, np.float32), expect={"x": x, "y": (i + 1.5) * 1.5 + 0.75})


@wp.kernel
def augmented_elements(x: wp.array(dtype=float), y: wp.array2d(dtype=int)):
    i = wp.tid()
    x[i] += 2.0
    x[i] *= 3.0
    x[i] -= 1.0
    x[i] /= 2.0
    y[i, 1] += i
    y[i, -1] -= i
    y[0, 0] += 1


def check_augmented_elements(run):
    x, y = np.arange(5, dtype=np.float32), np.arange(15, dtype=np.int32).reshape(5, 3)
    expected = y + np.arange(5)[:, None] * [0, 1, -1]
    expected[0, 0] += 5
    run(5, x=x, y=y, expect={"x": ((x + 2) * 3 - 1) / 2, "y": expected})


@wp.kernel
def components(v: wp.array(dtype=wp.vec3), m: wp.array(dtype=wp.mat22)):
    i = wp.tid()
    a = v[i]
    a[0] = 5.0
    a.y = a.y * 2.0
    a[2] += 1.0
    a.x -= 1.0
    v[i] = a
    b = m[i]
    b[0, 1] = 7.0
    b[1, 0] += b[0, 1]
    b[1, 1] *= 2.0
    m[i] = b


def check_components(run):
    v, m = np.arange(9, dtype=np.float32).reshape(3, 3), np.arange(12, dtype=np.float32).reshape(3, 2, 2)
    changed = m.copy()
    changed[:, 0, 1] = 7
    changed[:, 1, 0] += 7
    changed[:, 1, 1] *= 2
    run(3, v=vectors(v), m=matrices(m), expect={"v": v * [0, 2, 1] + [4, 0, 1], "m": changed})


@wp.kernel
def components_of_elements(v: wp.array(dtype=wp.vec3), m: wp.array(dtype=wp.mat22)):
    i = wp.tid()
    v[i][0] = 5.0
    v[i].y = 6.0
    m[i][0, 1] = 7.0


def check_components_of_elements(run):
    v, m = np.arange(9, dtype=np.float32).reshape(3, 3), np.arange(12, dtype=np.float32).reshape(3, 2, 2)
    changed = m.copy()
    changed[:, 0, 1] = 7
    run(3, v=vectors(v), m=matrices(m), expect={"v": v * [0, 0, 1] + [5, 6, 0], "m": changed})


@wp.struct
class Body:
    pos: wp.vec3
    mass: float
    count: int


BODY = struct(("pos", "3f4"), ("mass", "f4"), ("count", "i4"))


@wp.kernel
def fields(bodies: wp.array(dtype=Body)):
    i = wp.tid()
    b = bodies[i]
    b.mass = b.mass * 2.0
    b.mass += 1.0
    b.pos = b.pos * b.mass
    b.count -= i
    bodies[i] = b
    bodies[i].count += 10


def check_fields(run):
    bodies = np.zeros(4, BODY)
    bodies["pos"], bodies["mass"], bodies["count"] = np.arange(12).reshape(4, 3), [1, 2, 3, 4], 7
    changed = bodies.copy()
    changed["mass"] = bodies["mass"] * 2 + 1
    changed["pos"] *= changed["mass"][:, None]
    changed["count"] = 17 - np.arange(4)
    run(4, bodies=bodies, expect={"bodies": changed})


@wp.kernel
def copies_of_structs(body: Body, out: wp.array(dtype=float)):
    a = body
    b = a
    b.mass = 5.0
    b.pos[1] = 9.0
    out[0] = a.mass
    out[1] = b.mass
    out[2] = a.pos[1]
    out[3] = b.pos[1]


def check_copies_of_structs(run):
    run(1, body=record(BODY, pos=(1, 2, 3), mass=4), out=np.zeros(4, np.float32), expect={"out": [4, 5, 2, 9]})
