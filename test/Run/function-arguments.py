# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Functions as arguments, and from tuples and dicts of the module. Warp 1.10.1 does not have them.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import math
from typing import Any, Callable

import numpy as np
import warp as wp


@wp.func
def square(x: float):
    return x * x


@wp.func
def double(x: Any):
    return x + x


@wp.func
def apply(f: Callable, x: Any):
    return f(x)


@wp.func
def compose(f: Callable, g: Any, x: float = 2.0):
    return apply(f, apply(g, x))


@wp.func
def pick(x: float, f: Callable = square):
    return f(x)


@wp.func
def integral(f: Callable, a: float, b: float, n: int):
    h = (b - a) / float(n)
    total = float(0.0)
    for i in range(n):
        total += f(a + (float(i) + 0.5) * h)
    return total * h


@wp.kernel
def passed(out: wp.array(dtype=float)):
    out[0] = apply(square, 3.0)
    out[1] = apply(double, 3.0) + float(apply(double, 4))
    out[2] = compose(square, double) + compose(double, square, 3.0)
    out[3] = apply(wp.sqrt, 9.0) + apply(math.floor, 2.5) + apply(f=abs, x=-1.5)
    out[4] = pick(3.0) + pick(3.0, double)
    out[5] = integral(wp.cos, 0.0, 1.0, 1000) + integral(square, 0.0, 3.0, 1000)


def check_passed(run):
    expected = [9, 14, 34, 6.5, 15, np.sin(1) + 9]
    run(1, out=np.zeros(6, np.float32), expect={"out": expected}, tolerance=1e-4)


FUNCS = (square, wp.sqrt, double)
OPS = {"twice": double, "root": wp.sqrt}
LAST = -1
chosen = FUNCS[0]


@wp.kernel
def kept(out: wp.array(dtype=float)):
    out[0] = FUNCS[0](3.0) + FUNCS[1](4.0) + FUNCS[LAST](0.5)
    out[1] = OPS["twice"](4.0) + OPS["root"](16.0)
    out[2] = chosen(3.0) + apply(FUNCS[2], 1.0)


def check_kept(run):
    run(1, out=np.zeros(3, np.float32), expect={"out": [12, 12, 11]})
