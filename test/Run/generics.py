# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Generic funcs and kernels: which overload is meant, what the generic names admit, what a body does with its types.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

from typing import Any

import numpy as np
import warp as wp
from values import vectors


@wp.func
def plus(a: Any, b: Any):
    return a + b


# One of plain types comes before a generic one, wherever it stands; of the generic ones the first that fits.
@wp.func
def mix(a: float, b: float):
    return a * b


@wp.func
def mix(a: Any, b: Any):
    return a + b


@wp.func
def mix(a: wp.Scalar, b: Any):
    return a


@wp.func
def mix(a: Any, b: Any, c: Any):
    return a + b + c


@wp.func
def mix(a: int, b: int):
    return a - b


@wp.kernel
def overloads(out: wp.array(dtype=float)):
    out[0] = plus(7.0, 10.0) + float(plus(17, 25))
    out[1] = plus(wp.vec3(1.0), wp.vec3(2.0))[2]
    out[2] = mix(7.0, 10.0)
    out[3] = float(mix(17, 25))
    out[4] = float(mix(wp.int64(5), wp.int64(6)))
    out[5] = mix(1.0, 2.0, 3.0)


def check_overloads(run):
    run(1, out=np.zeros(6, np.float32), expect={"out": [59, 3, 70, -8, 11, 6]})


# A later definition for the same types replaces the one before it, as in Python.
@wp.func
def again(x: int):
    return x * 2


@wp.func
def again(x: int):
    return x * 3


@wp.kernel
def redefined(out: wp.array(dtype=int)):
    out[0] = again(1)


def check_redefined(run):
    run(1, out=np.zeros(1, np.int32), expect={"out": [3]})


@wp.func
def kind(x: wp.Int):
    return 1


@wp.func
def kind(x: wp.Float):
    return 2


@wp.func
def kind(x: wp.types.vector(length=Any, dtype=wp.Int)):
    return 3


@wp.func
def kind(x: wp.types.vector(length=2, dtype=wp.Float)):
    return 4


@wp.func
def kind(x: wp.types.matrix(shape=(2, Any), dtype=Any)):
    return 5


@wp.func
def kind(x: wp.types.quaternion(dtype=wp.Float)):
    return 6


@wp.func
def kind(x: wp.array(ndim=2, dtype=Any)):
    return 7


@wp.func
def kind(x: wp.array(dtype=wp.Scalar)):
    return 8


mat23 = wp.types.matrix(shape=(2, 3), dtype=float)


@wp.kernel
def kinds(a: wp.array(dtype=wp.uint8), b: wp.array2d(dtype=wp.vec3), out: wp.array(dtype=int)):
    out[0] = kind(wp.uint8(1))
    out[1] = kind(wp.float64(1.0))
    out[2] = kind(wp.vec4i(1, 2, 3, 4))
    out[3] = kind(wp.vec2d())
    out[4] = kind(mat23())
    out[5] = kind(wp.quatd())
    out[6] = kind(b)
    out[7] = kind(a)


def check_kinds(run):
    arrays = {"a": np.zeros(1, np.uint8), "b": vectors(np.zeros((1, 1, 3), np.float32))}
    run(1, **arrays, out=np.zeros(8, np.int32), expect={"out": [1, 2, 3, 4, 5, 6, 7, 8]})


# Two parameters under one generic name may have two types.
@wp.func
def total(a: wp.Scalar, b: wp.Scalar, scale: float = 2.0):
    return (float(a) + float(b)) * scale


@wp.func
def whole(x: Any) -> wp.Int:
    return int(x)


@wp.kernel
def separate(out: wp.array(dtype=float)):
    out[0] = total(1.5, wp.int8(2))
    out[1] = total(b=1.0, a=wp.uint16(3), scale=10.0)
    out[2] = float(whole(2.75))


def check_separate(run):
    run(1, out=np.zeros(3, np.float32), expect={"out": [7, 40, 2]})


@wp.func
def mean(v: wp.types.vector(length=Any, dtype=wp.Float)):
    sum = v.dtype(0)
    for i in range(len(v)):
        sum += v[i] * type(v[0])(0.5)
    return sum * v.dtype(2) / v.dtype(len(v))


@wp.func
def sum_to(x: Any, n: int):
    sum = type(x)(0)
    for _i in range(n):
        sum += x
    return sum


@wp.func
def countdown(x: wp.Int):
    while x > type(x)(3):
        x -= type(x)(1)
    return x


@wp.func
def parts(a: wp.array(dtype=Any), i: int):
    zero = type(a[i])()
    copy = type(a).dtype(a[i]) * a.dtype.dtype(2.0)
    return copy + zero


@wp.func
def on_diagonal(v: Any):
    return wp.trace(wp.identity(n=v.length, dtype=v.dtype) * v[0]) + wp.vector(length=len(v), dtype=type(v[0]))[0]


@wp.kernel
def bodies(a: wp.array(dtype=wp.vec2d), out: wp.array(dtype=wp.float64)):
    out[0] = wp.float64(mean(wp.vec3(1.0, 2.0, 6.0)))
    out[1] = mean(wp.vec2d(wp.float64(1.0), wp.float64(2.0)))
    out[2] = sum_to(wp.float64(0.1), 3)
    out[3] = wp.float64(sum_to(wp.int16(7), 3))
    out[4] = wp.float64(countdown(wp.uint8(200)))
    out[5] = parts(a, 0)[1]
    out[6] = on_diagonal(wp.vec4d(wp.float64(1.5))) + wp.float64(on_diagonal(wp.vec2(0.5)))


def check_bodies(run):
    a, expected = vectors(np.array([[3.0, 4.0]])), [3, 1.5, 0.1 + 0.1 + 0.1, 21, 3, 8, 7]
    run(1, a=a, out=np.zeros(7), expect={"out": expected})


@wp.kernel
def scale(x: wp.array(dtype=Any), s: Any):
    i = wp.tid()
    x[i] = plus(x[i] * s, x.dtype(x[i]))


scale_float32 = wp.overload(scale, [wp.array(dtype=float), float])
scale_int64 = wp.overload(scale, {"x": wp.array(dtype=wp.int64), "s": wp.int64})
scale_vec3_float32 = wp.overload(scale, [wp.array(dtype=wp.vec3), wp.float32])


def check_scale_float32(run):
    run(3, x=np.array([1, 2, 3], np.float32), s=np.float32(2), expect={"x": [3, 6, 9]})


def check_scale_int64(run):
    x = np.array([3], np.int64) << 40
    run(1, x=x, s=np.int64(2), expect={"x": x * 3})


def check_scale_vec3_float32(run):
    x = np.array([[1, 2, 3]], np.float32)
    run(1, x=vectors(x), s=np.float32(4), expect={"x": x * 5})


@wp.kernel
def fill(x: wp.array(), value: Any):
    x[wp.tid()] = value


@wp.overload
def fill(x: wp.array(dtype=wp.float64), value: wp.float64): ...


fill_float64 = fill


def check_fill_float64(run):
    run(2, x=np.zeros(2), value=np.float64(0.1), expect={"x": [0.1, 0.1]})


@wp.struct
class Floats:
    x: float
    y: float


@wp.struct
class Ints:
    x: int
    y: int


@wp.kernel
def add_fields(a: Any, out: wp.array(dtype=int)):
    b = type(a)(a.y, a.x)
    out[0] = int(b.x + a.x) * 10 + int(b.y)


add_fields_Floats = wp.overload(add_fields, [Floats, wp.array(dtype=int)])
add_fields_Ints = wp.overload(add_fields, [Ints, wp.array(dtype=int)])


def check_add_fields_Floats(run):
    a = np.array((1.5, 2.5), np.dtype([("x", "f4"), ("y", "f4")], align=True))[()]
    run(1, a=a, out=np.zeros(1, np.int32), expect={"out": [41]})


def check_add_fields_Ints(run):
    a = np.array((3, 4), np.dtype([("x", "i4"), ("y", "i4")], align=True))[()]
    run(1, a=a, out=np.zeros(1, np.int32), expect={"out": [73]})


# What a loop over known types asks for.
@wp.kernel
def negate(x: wp.array(dtype=Any)):
    x[wp.tid()] = -x[wp.tid()]


for T in (wp.int8, wp.float16):
    wp.overload(negate, [wp.array(dtype=T)])

negate_int8 = negate
negate_float16 = negate


def check_negate_int8(run):
    run(2, x=np.array([5, -128], np.int8), expect={"x": [-5, -128]})


def check_negate_float16(run):
    run(2, x=np.array([5, -0.5], np.float16), expect={"x": [-5, 0.5]})


# What the types of values tell, and keywords that repeat what a type is.
vec5 = wp.types.vector(length=5, dtype=float)
mat32d = wp.types.matrix(shape=(3, 2), dtype=wp.float64)


@wp.func
def trace_of_identity(v: Any):
    unit = wp.identity(n=type(v).length, dtype=v.dtype)
    sum = v.dtype(0)
    for i in range(type(v).length):
        sum += unit[i, i] * type(unit[0])(v.dtype(2))[i]
    return sum


@wp.kernel
def types_of_values(x: wp.array(dtype=vec5), out: wp.array(dtype=wp.float64)):
    repeated = mat32d(mat32d(wp.float64(x[0].x), shape=(3, 2)), dtype=wp.float64)
    longer = vec5(x[0][1], length=5)
    out[0] = repeated[2, 1] + wp.float64(longer[4])
    out[1] = wp.float64(trace_of_identity(x[0]))


def check_types_of_values(run):
    run(1, x=vectors(np.arange(5, dtype=np.float32)[None] + 1), out=np.zeros(2), expect={"out": [3, 10]})
