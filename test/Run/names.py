# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Names: those that C++, CUDA and the C library have taken, constants of the module, enums, aliases.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import enum
import math

import numpy as np
import warp as wp
from values import struct, vectors


@wp.kernel
def keywords(double: wp.array(dtype=float), const: float, auto: int, template: wp.array(dtype=int)):
    register = wp.tid()
    namespace = const * 2.0
    this = namespace + float(auto)
    double[register] = this + float(register)
    if register == auto:
        delete = 7
        template[0] = delete


def check_keywords(run):
    run(4, double=np.zeros(4, np.float32), const=1.5, auto=2, template=np.zeros(1, np.int32),
        expect={"double": [5, 6, 7, 8], "template": 7})


@wp.kernel
def ours(dim: int, thread: wp.array(dtype=int), args: int, task: int, wp_args: int, data: int):
    i = wp.tid()
    size = dim + args
    shape = size * task
    thread[i] = shape + wp_args + data + i


def check_ours(run):
    run(3, dim=1, thread=np.zeros(3, np.int32), args=2, task=3, wp_args=4, data=5, expect={"thread": [18, 19, 20]})


@wp.func
def sin(x: float):
    return x + 1.0


@wp.func
def printf_(x: float):
    return x * 2.0


@wp.func
def abs2(y0: float, j1: float):
    return y0 * y0 + j1 * j1


@wp.kernel
def library(NULL: float, threadIdx: float, blockDim: int, min: wp.array(dtype=float), errno: float, EOF: float):
    i = wp.tid()
    index = sin(NULL) + printf_(threadIdx)
    main = index * errno
    min[i] = abs2(main, EOF) + wp.sin(0.0) + float(blockDim)


def check_library(run):
    run(2, NULL=1.0, threadIdx=2.0, blockDim=3, min=np.zeros(2, np.float32), errno=0.5, EOF=4.0, expect={"min": 28})


@wp.struct
class union:
    int: float
    x: wp.vec2


UNION = struct(("int", "f4"), ("x", "2f4"))


@wp.kernel
def fields(union_: wp.array(dtype=union)):
    i = wp.tid()
    class_ = union_[i]
    class_.int = class_.x[0] + class_.x[1]
    union_[i] = class_


def check_fields(run):
    before = np.zeros(3, UNION)
    before["x"] = np.arange(6).reshape(3, 2)
    after = before.copy()
    after["int"] = [1, 5, 9]
    run(3, union_=before, expect={"union_": after})


@wp.kernel
def long(long: wp.array(dtype=int), short: int):
    signed = wp.tid()
    unsigned = signed + short
    long[signed] = unsigned


def check_long(run):
    run(3, long=np.zeros(3, np.int32), short=4, expect={"long": [4, 5, 6]})


SIZE = 4
HALF = SIZE / 2
SCALE = wp.constant(2.5)
MASK = wp.constant(wp.uint32(0xF0))
OFFSET = wp.constant(wp.vec3(1.0, 2.0, 3.0))
TAU = 2.0 * math.pi
IS_ON = True


class Kind(enum.IntEnum):
    SPHERE = 0
    BOX = 3
    PLANE = 7


real = wp.float64
real3 = wp.vec3d
vec6 = wp.types.vector(length=6, dtype=wp.int64)


@wp.kernel
def constants(out: wp.array(dtype=float), masked: wp.array(dtype=wp.uint32), moved: wp.array(dtype=wp.vec3)):
    i = wp.tid()
    out[i] = float(SIZE) + HALF * SCALE + TAU * float(i)
    if IS_ON:
        masked[i] = wp.uint32(i * 37) & MASK
    moved[i] = moved[i] + OFFSET


def check_constants(run):
    i = np.arange(5)
    run(5, out=np.zeros(5, np.float32), masked=np.zeros(5, np.uint32), moved=vectors(np.ones((5, 3), np.float32)),
        expect={"out": 9 + 2 * math.pi * i, "masked": i * 37 & 0xF0, "moved": [2, 3, 4]})


@wp.kernel
def enums(kind: wp.array(dtype=int), area: wp.array(dtype=float)):
    i = wp.tid()
    if kind[i] == Kind.SPHERE:
        area[i] = 4.0 * wp.pi
    elif kind[i] == Kind.BOX:
        area[i] = 6.0
    elif kind[i] == int(Kind.PLANE):
        area[i] = -1.0


def check_enums(run):
    kind = np.array([3, 0, 7, 5], np.int32)
    run(4, kind=kind, area=np.zeros(4, np.float32), expect={"area": [6, 4 * math.pi, -1, 0]})


@wp.kernel
def aliases(x: wp.array(dtype=real), v: wp.array(dtype=real3), w: wp.array(dtype=vec6)):
    i = wp.tid()
    x[i] = real(i) * real(0.5)
    v[i] = real3(x[i], real(1.0), real(2.0))
    w[i] = vec6(wp.int64(i)) * wp.int64(3)


def check_aliases(run):
    i = np.arange(3)
    run(3, x=np.zeros(3), v=vectors(np.zeros((3, 3))), w=vectors(np.zeros((3, 6), np.int64)),
        expect={"x": i / 2, "v": [[each / 2, 1, 2] for each in i], "w": 3 * i[:, None]})
