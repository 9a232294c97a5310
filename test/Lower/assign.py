# RUN: kernel-translate %s --stop-after=lower --dump | FileCheck %s
# Renewed by update_checks.py.
# Targets of assignments: names, elements, components, fields, several at once.

import warp as wp


@wp.struct
class Particle:
    pos: wp.vec3
    mass: float


@wp.kernel
def swap(a: wp.array(dtype=float)):
    x = a[0]
    y = a[1]
    x, y = y, x
    a[0], a[1] = x, y


@wp.kernel
def parts(v: wp.array(dtype=wp.vec3), p: wp.array(dtype=Particle), m: wp.mat22):
    i = wp.tid()
    v[i][1] = 2.0
    p[i].pos.x = p[i].mass
    m[0, 1] = m[1][0]
    v[i] = wp.vec3(m[0, 1], m[0][0], 0.0)


@wp.kernel
def copies(p: wp.array(dtype=Particle)):
    first = p[0]
    second = first
    second.mass = 1.0
    p[1] = second
    p[2] = first


@wp.kernel
def augmented(a: wp.array(dtype=float), g: wp.array2d(dtype=wp.vec3), n: int):
    i = wp.tid()
    total = float(0.0)
    total += a[i]
    total *= 2.0
    a[i] += total
    a[i] *= total
    g[i, n] -= wp.vec3(1.0)
    g[i, n][2] += 1.0
