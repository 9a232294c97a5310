# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Atomic updates: of every rank, of scalars and of components, and the old values they return.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import matrices, vectors


@wp.kernel
def histogram(x: wp.array(dtype=int), counts: wp.array(dtype=int)):
    i = wp.tid()
    wp.atomic_add(counts, x[i] % 5, 1)


def check_histogram(run):
    x = (np.arange(100) ** 2).astype(np.int32)
    run(100, x=x, counts=np.zeros(5, np.int32), expect={"counts": np.bincount(x % 5, minlength=5)})


@wp.kernel
def tickets(counter: wp.array(dtype=int), owner: wp.array(dtype=int)):
    i = wp.tid()
    ticket = wp.atomic_add(counter, 0, 1)
    wp.atomic_add(owner, ticket, 1)


def check_tickets(run):
    run(20, counter=np.zeros(1, np.int32), owner=np.zeros(20, np.int32), expect={"counter": 20, "owner": 1})


@wp.kernel
def extremes(x: wp.array(dtype=float), low: wp.array(dtype=float), high: wp.array2d(dtype=float),
             ints: wp.array3d(dtype=int)):
    i = wp.tid()
    wp.atomic_min(low, 0, x[i])
    wp.atomic_max(high, 0, 0, x[i])
    wp.atomic_min(ints, 0, 0, 0, int(x[i] * 10.0))
    wp.atomic_max(ints, 0, 0, -1, int(x[i] * 10.0))


def check_extremes(run):
    x = np.sin(np.arange(40, dtype=np.float32)) * 5
    tenfold = (x * np.float32(10)).astype(np.int32)
    run(40, x=x, low=np.zeros(1, np.float32), high=np.zeros((1, 1), np.float32), ints=np.zeros((1, 1, 2), np.int32),
        expect={"low": x.min(), "high": x.max(), "ints": [[[tenfold.min(), tenfold.max()]]]})


@wp.kernel
def of_every_rank(a: wp.array(dtype=float), b: wp.array2d(dtype=wp.float64), c: wp.array3d(dtype=wp.int64),
                  d: wp.array4d(dtype=wp.uint32)):
    i, j = wp.tid()
    wp.atomic_add(a, i, float(j))
    wp.atomic_sub(b, i, 1, wp.float64(j))
    wp.atomic_add(c, i, 0, 1, wp.int64(j) * wp.int64(1000000000))
    wp.atomic_sub(d, 1, i, 0, 0, wp.uint32(j))


def check_of_every_rank(run):
    a, b = np.zeros(3, np.float32), np.zeros((3, 2))
    c, d = np.zeros((3, 1, 2), np.int64), np.zeros((2, 3, 1, 1), np.uint32)
    run((3, 4), a=a, b=b, c=c, d=d,
        expect={"a": 6, "b": [[0, -6]] * 3, "c": [[[0, 6 * 10**9]]] * 3,
                "d": np.array([[[[0]]] * 3, [[[2**32 - 6]]] * 3])})


@wp.kernel
def of_components(v: wp.array(dtype=wp.vec3), m: wp.array(dtype=wp.mat22), least: wp.array(dtype=wp.vec2i)):
    i = wp.tid()
    wp.atomic_add(v, 0, wp.vec3(1.0, float(i), -1.0))
    wp.atomic_sub(m, 0, wp.mat22(float(i), 0.0, 1.0, 2.0))
    wp.atomic_min(least, 0, wp.vec2i(i, -i))


def check_of_components(run):
    run(10, v=vectors(np.zeros((1, 3), np.float32)), m=matrices(np.zeros((1, 2, 2), np.float32)),
        least=vectors(np.full((1, 2), 5, np.int32)),
        expect={"v": [10, 45, -10], "m": [[-45, 0], [-10, -20]], "least": [0, -9]})


@wp.kernel
def exchanges(a: wp.array(dtype=int), old: wp.array(dtype=int)):
    i = wp.tid()
    old[i] = wp.atomic_exch(a, i, i * 10)
    old[i] += wp.atomic_cas(a, i, 30, 7) * 1000


def check_exchanges(run):
    run(5, a=np.arange(5, dtype=np.int32), old=np.zeros(5, np.int32),
        expect={"a": [0, 10, 20, 7, 40], "old": np.arange(5) + np.arange(5) * 10000})


@wp.kernel
def lock(mutex: wp.array(dtype=int), total: wp.array(dtype=float)):
    i = wp.tid()
    while wp.atomic_cas(mutex, 0, 0, 1) == 1:
        pass
    total[0] = total[0] + float(i)
    wp.atomic_exch(mutex, 0, 0)


def check_lock(run):
    run(9, mutex=np.zeros(1, np.int32), total=np.zeros(1, np.float32), expect={"total": 36})


@wp.kernel
def masks(a: wp.array(dtype=wp.uint32)):
    i = wp.tid()
    bit = wp.uint32(1) << wp.uint32(i)
    wp.atomic_or(a, 0, bit)
    wp.atomic_and(a, 1, ~bit)
    wp.atomic_xor(a, 2, bit)


def check_masks(run):
    run(8, a=np.array([0, 0xFFFF, 0x0F0F], np.uint32), expect={"a": [0xFF, 0xFF00, 0x0FF0]})


@wp.kernel
def augmented(a: wp.array(dtype=float), n: wp.array(dtype=int)):
    i = wp.tid()
    a[0] += float(i)
    a[1] -= 2.0
    n[i % 3] += 1


def check_augmented(run):
    run(12, a=np.zeros(2, np.float32), n=np.zeros(3, np.int32), expect={"a": [66, -24], "n": 4})
