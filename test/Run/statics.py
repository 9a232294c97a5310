# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# wp.static: values that are worked out, and calls that the kernel makes with arguments that are.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import enum
from typing import Any

import numpy as np
import warp as wp
from values import record, struct

GLOBAL = 3
TABLE = {"low": (1, 2), "high": (3, 4)}
NAMES = ["low", "high"]


class Flags(enum.IntFlag):
    A = 1
    B = enum.auto()
    C = enum.auto()
    AC = A | C
    D = enum.auto()


@wp.func
def two_more():
    result = wp.static(GLOBAL + 2)
    return result


def larger(a, b):
    return a if a > b else b


@wp.kernel
def static_values(out: wp.array(dtype=int)):
    three = 3
    out[0] = wp.static(two_more() + three)
    out[1] = wp.static(larger(GLOBAL, len(NAMES)) * 10)
    out[2] = wp.static(TABLE[NAMES[1]][0])
    out[3] = wp.static(TABLE[f"{NAMES[0]}"][1])
    out[4] = int(wp.static("low" in TABLE))
    out[5] = int(wp.static(two_more() in {2, 3, 5}))
    out[6] = wp.static(Flags.B) + wp.static(Flags.C.value) + wp.static(int(Flags.D))
    v = wp.vec4(1.0)
    out[7] = wp.static(len(v) + 1)
    if wp.static(NAMES[0] == "low"):
        out[8] = 1
    else:
        out[8] = 2


def check_static_values(run):
    run(1, out=np.zeros(9, np.int32), expect={"out": [8, 30, 3, 2, 1, 1, 14, 5, 1]})


@wp.struct
class Part:
    direction: wp.vec3
    count: int


PART = struct(("direction", "3f4"), ("count", "i4"))


@wp.func
def make_part(direction: wp.vec3, count: int):
    part = Part()
    part.direction = direction * 2.0
    part.count = count + 1
    return part


@wp.kernel
def static_calls(parts: wp.array(dtype=Part), out: wp.array(dtype=float)):
    parts[0] = wp.static(make_part(wp.normalize(wp.vec3(3.0, 0.0, 4.0)), GLOBAL))
    out[0] = wp.static(wp.length(wp.vec3(3.0, 0.0, 4.0)))


def check_static_calls(run):
    expected = record(PART, direction=(1.2, 0, 1.6), count=4)
    parts, out = np.zeros(1, PART), np.zeros(1, np.float32)
    run(1, parts=parts, out=out, expect={"parts": expected, "out": [5]})


@wp.func
def plus(a: int, b: int):
    return a + b


@wp.func
def minus(a: int, b: int):
    return a - b


USES_PLUS = False
CHOICE = {True: plus, False: minus}


@wp.kernel
def static_funcs(out: wp.array(dtype=int)):
    i = wp.tid()
    out[i] = wp.static(plus if USES_PLUS else minus)(i, 2) + wp.static(CHOICE[not USES_PLUS])(i, 1)


def check_static_funcs(run):
    run(3, out=np.zeros(3, np.int32), expect={"out": [-1, 1, 3]})


# Of the arms of a known test, the other does not even have to make sense.
SQUARED = False
DEPTH = 2


@wp.func
def sum_of(v: Any):
    total = v[0]
    if wp.static(len(v) > 2):
        third = v[2]
        total += third
    return total + v[1]


@wp.func
def first_of(x: float):
    if SQUARED:
        return wp.vec2(x, x) * no_such_factor
    return x


@wp.kernel
def known_tests(out: wp.array(dtype=float)):
    if DEPTH:
        x = 1.0
        y = x + 1.0
        x = y * 2.0
    else:
        x = wp.vec3(1.0)
    out[0] = x
    out[1] = sum_of(wp.vec2(1.0, 2.0))
    out[2] = sum_of(wp.vec3(1.0, 2.0, 4.0))
    out[3] = x if not SQUARED and True else first_of(0.5)
    out[4] = wp.length(wp.vec2(3.0, 4.0)) if DEPTH else no_such_name
    for i in range(3):
        if True:
            y = float(i)
            if False:
                y = no_such_name
            else:
                continue
        out[0] = -1.0
    out[5] = y
    if wp.static(DEPTH == 2):
        out[6] = first_of(9.0)
        return
    out[6] = 1.0


def check_known_tests(run):
    run(1, out=np.zeros(7, np.float32), expect={"out": [4, 3, 7, 4, 5, 2, 9]})


OFFSETS = [[0, 1], [2, -3], [1, 4]]


@wp.func
def doubled(x: float):
    return 2.0 * x


@wp.func
def squared(x: float):
    return x * x


FUNCS = [doubled, squared, doubled]


@wp.kernel
def static_rounds(a: wp.array(dtype=float), out: wp.array(dtype=float)):
    t = wp.tid()
    s = float(0.0)
    for i in range(3):
        s += float(wp.static(OFFSETS[i][1])) * a[t + i]
        y = wp.static(FUNCS[i])(s)
        if y > 2.0:
            s += y
    last = i
    for i in range(2, -2, -2):
        for j in reversed(range(2)):
            if wp.static(i != j):
                s += float(wp.static(10 * i + j))
    out[t] = s + float(100 * last + 1000 * i)


def check_static_rounds(run):
    a = np.arange(5, dtype=np.float32)

    def expected(t):
        s = 0.0
        for i, f in enumerate([lambda x: 2 * x, lambda x: x * x, lambda x: 2 * x]):
            s += OFFSETS[i][1] * a[t + i]
            if f(s) > 2:
                s += f(s)
        return s + 20 + 21 + 1 + 200

    run(3, a=a, out=np.zeros(3, np.float32), expect={"out": [expected(t) for t in range(3)]})
