# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What ends a launch in the interpreter: the place of the fault and why, as the comment on its line says.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_faults.py %s

import numpy as np
import warp as wp
from values import array_field, record, struct, ARRAY, vectors

INTS = np.arange(4, dtype=np.int32)


@wp.kernel
def element(a: wp.array(dtype=int), n: int):
    i = wp.tid()
    a[i] = a[i + n]  # fault: 12: index 4 is out of range: `a` has 4 elements in dimension 0


arguments_element = 4, INTS, 1


@wp.kernel
def atomic(a: wp.array2d(dtype=int), n: int):
    wp.atomic_add(a, 0, n, 1)  # fault: 5: index -3 is out of range: `a` has 2 elements in dimension 1


arguments_atomic = 1, INTS.reshape(2, 2), -3


@wp.kernel
def no_memory(a: wp.array(dtype=float)):
    a[0] = 1.0  # fault: 5: `a` has no memory


arguments_no_memory = 1, record(ARRAY)


@wp.struct
class Mesh:
    count: int
    points: wp.array(dtype=wp.vec3)


MESH = struct(("count", "i4"), ("points", ARRAY))


@wp.kernel
def in_struct(mesh: Mesh):
    mesh.points[mesh.count] = wp.vec3()  # fault: 5: index 2 is out of range: the array has 2 elements in dimension 0


arguments_in_struct = 1, record(MESH, count=2, points=array_field(INTS[:2]))


@wp.kernel
def component(a: wp.array(dtype=wp.vec3), n: int):
    v = a[0]
    a[0][n] = v[0]  # fault: 5: index 3 is out of range: the value has 3 components


arguments_component = 1, vectors(np.ones((1, 3), np.float32)), 3


@wp.func
def third(m: wp.mat22, n: int):
    return m[n]  # fault: 12: index -3 is out of range: `m` has 2 rows


@wp.kernel
def row(a: wp.array(dtype=float), n: int):
    a[0] = third(wp.mat22(1.0), n)[0]


arguments_row = 1, np.ones(1, np.float32), -3


@wp.kernel
def assertion(a: wp.array(dtype=int)):
    i = wp.tid()
    assert a[i] < 2, "too many"  # fault: 5: assertion failed: faults.py:83: a[i] < 2: too many


arguments_assertion = 4, INTS


@wp.kernel
def endless(a: wp.array(dtype=int)):
    while a[0] == 0:  # fault: 5: the limit of 10000 steps is reached
        a[1] += 1


arguments_endless = 1, INTS


@wp.kernel
def search(a: wp.array(dtype=int), begin: int, end: int):
    a[0] = wp.lower_bound(a, begin, end, 2)  # fault: 12: the range from -1 to 3 goes beyond the array, which has 4 elements


arguments_search = 1, INTS, -1, 3
