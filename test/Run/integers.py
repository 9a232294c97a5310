# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The operators of integers: division toward zero, shifts, bits, and the functions that integers have.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp

INTS = np.array([-7, -6, -1, 0, 1, 5, 6, 7, 100, -100], np.int32)


def quotient(a, b):
    return np.trunc(a / b).astype(np.int32)


@wp.kernel
def division(a: wp.array(dtype=int), b: wp.array(dtype=int), over: wp.array(dtype=int), floor: wp.array(dtype=int),
             rest: wp.array(dtype=int)):
    i = wp.tid()
    over[i] = a[i] / b[i]
    floor[i] = a[i] // b[i]
    rest[i] = a[i] % b[i]


def check_division(run):
    a, b = np.repeat(INTS, 4), np.tile(np.array([3, -3, 7, -1], np.int32), 10)
    zeros = np.zeros_like(a)
    run(40, a=a, b=b, over=zeros, floor=zeros, rest=zeros,
        expect={"over": quotient(a, b), "floor": quotient(a, b), "rest": a - quotient(a, b) * b})


@wp.kernel
def division_by_constants(a: wp.array(dtype=int), out: wp.array(dtype=int, ndim=2)):
    i = wp.tid()
    out[i, 0] = a[i] / 4
    out[i, 1] = a[i] // -4
    out[i, 2] = a[i] % 4
    out[i, 3] = 100 % (a[i] * 2 + 1)


def check_division_by_constants(run):
    odd = INTS * 2 + 1
    expected = np.stack([quotient(INTS, 4), quotient(INTS, -4), np.fmod(INTS, 4), np.fmod(100, odd)], axis=1)
    run(10, a=INTS, out=np.zeros((10, 4), np.int32), expect={"out": expected})


@wp.kernel
def division_of_extremes(a: wp.array(dtype=int), b: wp.array(dtype=int), out: wp.array(dtype=int, ndim=2)):
    i = wp.tid()
    out[i, 0] = a[i] / b[i]
    out[i, 1] = a[i] % b[i]


def check_division_of_extremes(run):
    lowest = -(2**31)
    a, b = np.array([lowest, lowest, 5, 0], np.int32), np.array([-1, 1, 0, 0], np.int32)
    expected = [[lowest, 0], [lowest, 0], [0, 5], [0, 0]]
    run(4, a=a, b=b, out=np.zeros((4, 2), np.int32), expect={"out": expected}, warp="the processor stops it")


@wp.kernel
def shifts(a: wp.array(dtype=int), n: wp.array(dtype=int), left: wp.array(dtype=int), right: wp.array(dtype=int)):
    i = wp.tid()
    left[i] = a[i] << n[i]
    right[i] = a[i] >> n[i]


def check_shifts(run):
    a, n = np.array([1, -1, 5, -9, 1, 1 << 30], np.int32), np.array([4, 4, 0, 2, 31, 1], np.int32)
    run(6, a=a, n=n, left=a * 0, right=a * 0, expect={"left": a << n, "right": a >> n})


@wp.kernel
def shifts_too_far(a: wp.array(dtype=int), n: wp.array(dtype=int), left: wp.array(dtype=int),
                   right: wp.array(dtype=int)):
    i = wp.tid()
    left[i] = a[i] << n[i]
    right[i] = a[i] >> n[i]


def check_shifts_too_far(run):
    a, n = np.array([7, -7, 7, -7], np.int32), np.array([32, 40, -1, -1], np.int32)
    run(4, a=a, n=n, left=a, right=a, expect={"left": [0, 0, 0, 0], "right": [0, -1, 0, -1]}, warp="undefined there")


@wp.kernel
def narrow_shifts(a: wp.array(dtype=wp.uint8), left: wp.array(dtype=wp.uint8), right: wp.array(dtype=wp.uint8)):
    i = wp.tid()
    left[i] = a[i] << wp.uint8(3)
    right[i] = (a[i] << wp.uint8(1)) >> wp.uint8(2)


def check_narrow_shifts(run):
    a = np.arange(256).astype(np.uint8)
    left, right = (a.astype(int) << 3).astype(np.uint8), (a.astype(int) << 1).astype(np.uint8) >> 2
    run(256, a=a, left=a, right=a, expect={"left": left, "right": right})


@wp.kernel
def bits(a: wp.array(dtype=wp.uint32), b: wp.array(dtype=wp.uint32), out: wp.array(dtype=wp.uint32, ndim=2)):
    i = wp.tid()
    out[i, 0] = a[i] & b[i]
    out[i, 1] = a[i] | b[i]
    out[i, 2] = a[i] ^ b[i]
    out[i, 3] = ~a[i]
    out[i, 4] = (a[i] & wp.uint32(255)) << wp.uint32(8) | b[i] >> wp.uint32(24) ^ wp.uint32(1)


def check_bits(run):
    a, b = np.array([0, 1, 0xFFFFFFFF, 0x12345678], np.uint32), np.array([5, 3, 0xF0F0F0F0, 0x87654321], np.uint32)
    mixed = (a & np.uint32(255)) << np.uint32(8) | b >> np.uint32(24) ^ np.uint32(1)
    expected = np.stack([a & b, a | b, a ^ b, ~a, mixed], axis=1)
    run(4, a=a, b=b, out=np.zeros((4, 5), np.uint32), expect={"out": expected})


@wp.kernel
def signed_bits(a: wp.array(dtype=int), out: wp.array(dtype=int, ndim=2)):
    i = wp.tid()
    out[i, 0] = ~a[i]
    out[i, 1] = -a[i] & 15
    out[i, 2] = wp.invert(a[i]) ^ a[i]


def check_signed_bits(run):
    expected = np.stack([~INTS, -INTS & 15, INTS * 0 - 1], axis=1)
    run(10, a=INTS, out=np.zeros((10, 3), np.int32), expect={"out": expected})


@wp.kernel
def functions(a: wp.array(dtype=int), b: wp.array(dtype=int), out: wp.array(dtype=int, ndim=2)):
    i = wp.tid()
    out[i, 0] = wp.min(a[i], b[i])
    out[i, 1] = wp.max(a[i], b[i])
    out[i, 2] = wp.clamp(a[i], -6, 6)
    out[i, 3] = wp.abs(a[i])
    out[i, 4] = wp.sign(a[i])
    out[i, 5] = wp.step(a[i])
    out[i, 6] = wp.nonzero(a[i])
    out[i, 7] = min(a[i], 3) + max(b[i], -3) + abs(b[i])


def check_functions(run):
    a, b = INTS, INTS[::-1].copy()
    columns = [np.minimum(a, b), np.maximum(a, b), np.clip(a, -6, 6), abs(a), np.where(a < 0, -1, 1), a < 0, a != 0,
               np.minimum(a, 3) + np.maximum(b, -3) + abs(b)]
    run(10, a=a, b=b, out=np.zeros((10, 8), np.int32), expect={"out": np.stack(columns, axis=1)})


@wp.kernel
def precedence(a: int, b: int, c: int, out: wp.array(dtype=int)):
    out[0] = a - (b - c)
    out[1] = a * (b + c) - b * c
    out[2] = -(a + b) * -c
    out[3] = a / (b * c) + a / b * c
    out[4] = int((a & b) == c or a | b == 7)
    out[5] = a - -b - (-c)
    out[6] = ~(a ^ b) << (c & 3) + 1
    out[7] = int(not a == b and b < c < a)


def check_precedence(run):
    a, b, c = 100, 7, 9
    expected = [a - (b - c), a * (b + c) - b * c, -(a + b) * -c, a // (b * c) + a // b * c,
                (a & b) == c or a | b == 7, a + b + c, ~(a ^ b) << (c & 3) + 1, not a == b and b < c < a]
    run(1, a=a, b=b, c=c, out=np.zeros(8, np.int32), expect={"out": expected})


@wp.kernel
def hash_of(seed: wp.uint32, out: wp.array(dtype=wp.uint32)):
    i = wp.tid()
    state = wp.uint32(i) * wp.uint32(747796405) + seed
    word = ((state >> ((state >> wp.uint32(28)) + wp.uint32(4))) ^ state) * wp.uint32(277803737)
    out[i] = (word >> wp.uint32(22)) ^ word


def check_hash_of(run):
    state = np.arange(64, dtype=np.uint32) * np.uint32(747796405) + np.uint32(2891336453)
    word = ((state >> ((state >> np.uint32(28)) + np.uint32(4))) ^ state) * np.uint32(277803737)
    run(64, seed=np.uint32(2891336453), out=np.zeros(64, np.uint32), expect={"out": (word >> np.uint32(22)) ^ word})
