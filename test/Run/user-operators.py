# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Operators that a file defines for its own types; builtins' names used again.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

from typing import Any

import numpy as np
import warp as wp


@wp.struct
class Dual:
    x: float
    d: float


@wp.func
def add(a: Dual, b: Dual):
    return Dual(a.x + b.x, a.d + b.d)


@wp.func
def add(a: Dual, b: float):
    return Dual(a.x + b, a.d)


@wp.func
def sub(a: Dual, b: Dual):
    return Dual(a.x - b.x, a.d - b.d)


@wp.func
def mul(a: Dual, b: Dual):
    return Dual(a.x * b.x, a.x * b.d + a.d * b.x)


@wp.func
def mul(s: wp.Scalar, a: Dual):
    return Dual(float(s) * a.x, float(s) * a.d)


@wp.func
def div(a: Dual, b: Dual):
    return Dual(a.x / b.x, (a.d * b.x - a.x * b.d) / (b.x * b.x))


@wp.func
def pow(a: Dual, n: float):
    return Dual(a.x**n, n * a.x ** (n - 1.0) * a.d)


@wp.func
def mod(a: Dual, b: float):
    return Dual(a.x % b, a.d)


@wp.func
def length(a: Dual):
    return wp.sqrt(a.x * a.x + a.d * a.d)


@wp.func
def sin(a: Dual):
    return Dual(wp.sin(a.x), wp.cos(a.x) * a.d)


@wp.kernel
def duals(x: wp.array(dtype=float), out: wp.array2d(dtype=float)):
    i = wp.tid()
    v = Dual(x[i], 1.0)
    y = v * v + v - 3 * v
    y += 1.0
    y = y / (v + 2.0) + v**3.0
    out[i, 0] = y.x
    out[i, 1] = y.d
    z = sin(v) % 0.5
    out[i, 2] = z.x
    out[i, 3] = z.d
    out[i, 4] = length(z)


def check_duals(run):
    x = np.linspace(0.25, 2, 4).astype(np.float32)
    value, slope = (x * x - 2 * x + 1) / (x + 2) + x**3, 0
    slope = ((2 * x - 2) * (x + 2) - (x * x - 2 * x + 1)) / (x + 2) ** 2 + 3 * x**2
    rest = np.fmod(np.sin(x), 0.5)
    columns = [value, slope, rest, np.cos(x), np.hypot(rest, np.cos(x))]
    run(4, x=x, out=np.zeros((4, 5), np.float32), expect={"out": np.stack(columns, axis=1)})


@wp.struct
class Bits:
    n: int


@wp.func
def lshift(a: Bits, b: Any):
    return Bits(a.n << int(b))


@wp.func
def rshift(a: Bits, b: Any):
    return Bits(a.n >> int(b))


@wp.func
def bit_and(a: Bits, b: Bits):
    return Bits(a.n & b.n)


@wp.func
def bit_or(a: Bits, b: Bits):
    return Bits(a.n | b.n)


@wp.func
def bit_xor(a: Bits, b: Bits):
    return Bits(a.n ^ b.n)


@wp.func
def floordiv(a: Bits, b: Bits):
    return a.n // b.n


@wp.kernel
def bits(out: wp.array(dtype=int)):
    a = Bits(12)
    b = Bits(10)
    a ^= b
    out[0] = ((a & b) | (b << 2)).n
    out[1] = (b >> wp.uint8(1)).n
    out[2] = Bits(17) // Bits(5)


def check_bits(run):
    run(1, out=np.zeros(3, np.int32), expect={"out": [(6 & 10) | 40, 5, 3]})
