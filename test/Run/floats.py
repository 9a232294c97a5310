# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Every function of scalar floats, in all three types, against numpy and the standard library.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import math

import numpy as np
import warp as wp

X = np.array([0.1, 0.25, 0.5, 0.75, 0.9], np.float32)


@wp.kernel
def elementary(x: wp.array(dtype=float), out: wp.array(dtype=float, ndim=2)):
    i = wp.tid()
    out[i, 0] = wp.sin(x[i])
    out[i, 1] = wp.cos(x[i])
    out[i, 2] = wp.tan(x[i])
    out[i, 3] = wp.asin(x[i])
    out[i, 4] = wp.acos(x[i])
    out[i, 5] = wp.atan(x[i])
    out[i, 6] = wp.atan2(x[i], -0.5)
    out[i, 7] = wp.sinh(x[i])
    out[i, 8] = wp.cosh(x[i])
    out[i, 9] = wp.tanh(x[i])
    out[i, 10] = wp.exp(x[i])
    out[i, 11] = wp.log(x[i])
    out[i, 12] = wp.log2(x[i])
    out[i, 13] = wp.log10(x[i])
    out[i, 14] = wp.sqrt(x[i])
    out[i, 15] = wp.cbrt(x[i])
    out[i, 16] = wp.pow(x[i], 1.5)
    out[i, 17] = x[i] ** 2.0
    out[i, 18] = wp.degrees(x[i])
    out[i, 19] = wp.radians(x[i])


def elementary_of(x):
    x = x.astype(float)
    columns = [np.sin(x), np.cos(x), np.tan(x), np.arcsin(x), np.arccos(x), np.arctan(x), np.arctan2(x, -0.5),
               np.sinh(x), np.cosh(x), np.tanh(x), np.exp(x), np.log(x), np.log2(x), np.log10(x), np.sqrt(x),
               np.cbrt(x), x**1.5, x**2, np.degrees(x), np.radians(x)]
    return np.stack(columns, axis=1)


def check_elementary(run):
    run(5, x=X, out=np.zeros((5, 20), np.float32), expect={"out": elementary_of(X)})


@wp.kernel
def elementary_of_doubles(x: wp.array(dtype=wp.float64), out: wp.array(dtype=wp.float64, ndim=2)):
    i = wp.tid()
    out[i, 0] = wp.sin(x[i]) + wp.cos(x[i]) + wp.tan(x[i])
    out[i, 1] = wp.asin(x[i]) + wp.acos(x[i]) + wp.atan(x[i]) + wp.atan2(x[i], wp.float64(-0.5))
    out[i, 2] = wp.sinh(x[i]) + wp.cosh(x[i]) + wp.tanh(x[i])
    out[i, 3] = wp.exp(x[i]) + wp.log(x[i]) + wp.log2(x[i]) + wp.log10(x[i])
    out[i, 4] = wp.sqrt(x[i]) + wp.cbrt(x[i]) + wp.pow(x[i], wp.float64(1.5)) + x[i] ** wp.float64(2.0)
    out[i, 5] = wp.degrees(x[i]) + wp.radians(x[i])


def check_elementary_of_doubles(run):
    rows = elementary_of(X)
    parts = [range(0, 3), range(3, 7), range(7, 10), range(10, 14), range(14, 18), range(18, 20)]
    sums = [rows[:, part].sum(axis=1) for part in parts]
    run(5, x=X.astype(float), out=np.zeros((5, 6)), expect={"out": np.stack(sums, axis=1)})


@wp.kernel
def elementary_of_halves(x: wp.array(dtype=wp.float16), out: wp.array(dtype=wp.float16, ndim=2)):
    i = wp.tid()
    out[i, 0] = wp.sin(x[i])
    out[i, 1] = wp.exp(x[i])
    out[i, 2] = wp.sqrt(x[i])
    out[i, 3] = wp.pow(x[i], wp.float16(1.5))
    out[i, 4] = wp.log(x[i])
    out[i, 5] = wp.erf(x[i])


def check_elementary_of_halves(run):
    x = X.astype(np.float16).astype(float)
    columns = [np.sin(x), np.exp(x), np.sqrt(x), x**1.5, np.log(x), [math.erf(each) for each in x]]
    run(5, x=X.astype(np.float16), out=np.zeros((5, 6), np.float16), expect={"out": np.stack(columns, axis=1)})


@wp.kernel
def error_functions(x: wp.array(dtype=float), out: wp.array(dtype=float, ndim=2), precise: wp.array(dtype=wp.float64)):
    i = wp.tid()
    out[i, 0] = wp.erf(x[i])
    out[i, 1] = wp.erfc(x[i])
    out[i, 2] = wp.erfinv(wp.erf(x[i]))
    out[i, 3] = wp.erfcinv(wp.erfc(x[i]))
    precise[i] = wp.erfcinv(wp.erfc(wp.float64(x[i])))


def check_error_functions(run):
    columns = [[math.erf(each) for each in X], [math.erfc(each) for each in X], X, X]
    run(5, x=X, out=np.zeros((5, 4), np.float32), precise=np.zeros(5), tolerance=1e-5,
        expect={"out": np.stack(columns, axis=1), "precise": X.astype(float)})


@wp.kernel
def rounding(x: wp.array(dtype=float), out: wp.array(dtype=float, ndim=2)):
    i = wp.tid()
    out[i, 0] = wp.round(x[i])
    out[i, 1] = wp.rint(x[i])
    out[i, 2] = wp.trunc(x[i])
    out[i, 3] = wp.floor(x[i])
    out[i, 4] = wp.ceil(x[i])
    out[i, 5] = wp.frac(x[i])


def check_rounding(run):
    x = np.array([0.5, 1.5, 2.5, -0.5, -1.5, -2.25, 3.75, 7.0], np.float32)
    away = np.sign(x) * np.floor(np.abs(x) + 0.5)
    columns = [away, np.rint(x), np.trunc(x), np.floor(x), np.ceil(x), x - np.trunc(x)]
    run(8, x=x, out=np.zeros((8, 6), np.float32), expect={"out": np.stack(columns, axis=1)})


@wp.kernel
def choosing(x: wp.array(dtype=float), y: wp.array(dtype=float), out: wp.array(dtype=float, ndim=2)):
    i = wp.tid()
    out[i, 0] = wp.min(x[i], y[i])
    out[i, 1] = wp.max(x[i], y[i])
    out[i, 2] = wp.clamp(x[i], 0.0, 1.0)
    out[i, 3] = wp.abs(x[i])
    out[i, 4] = wp.sign(x[i])
    out[i, 5] = wp.step(x[i])
    out[i, 6] = wp.nonzero(x[i])


def check_choosing(run):
    nan = float("nan")
    x = np.array([1, -2, 0, -0.0, 5, nan, 3], np.float32)
    y = np.array([2, -3, 1, 0.0, 5, 1, nan], np.float32)
    with np.errstate(invalid="ignore"):
        columns = [np.where(x < y, x, y), np.where(x > y, x, y), [1, 0, 0, 0, 1, 1, 1], abs(x), np.where(x < 0, -1, 1),
                   x < 0, x != 0]
    run(7, x=x, y=y, out=np.zeros((7, 7), np.float32), expect={"out": np.stack(columns, axis=1)})


@wp.kernel
def division(x: wp.array(dtype=float), y: wp.array(dtype=float), out: wp.array(dtype=float, ndim=2)):
    i = wp.tid()
    out[i, 0] = x[i] / y[i]
    out[i, 1] = x[i] // y[i]
    out[i, 2] = x[i] % y[i]
    out[i, 3] = wp.mod(x[i], 2.0)


def check_division(run):
    x, y = np.array([5.5, -5.5, 5.5, -5.5, 1], np.float32), np.array([2, 2, -2, -2, 0], np.float32)
    with np.errstate(all="ignore"):
        columns = [x / y, np.floor(x / y), np.fmod(x, y), np.fmod(x, 2)]
    run(5, x=x, y=y, out=np.zeros((5, 4), np.float32), expect={"out": np.stack(columns, axis=1)})


@wp.kernel
def blending(t: wp.array(dtype=float), out: wp.array(dtype=float, ndim=2)):
    i = wp.tid()
    out[i, 0] = wp.lerp(2.0, 6.0, t[i])
    out[i, 1] = wp.smoothstep(0.0, 2.0, t[i])
    out[i, 2] = wp.where(t[i] > 0.5, t[i], -t[i])
    out[i, 3] = wp.where(i % 2, 1.0, 2.0)


def check_blending(run):
    t = np.array([-1, 0, 0.25, 1, 3], np.float32)
    s = np.clip(t / 2, 0, 1)
    columns = [2 + 4 * t, s * s * (3 - 2 * s), np.where(t > 0.5, t, -t), [2, 1, 2, 1, 2]]
    run(5, t=t, out=np.zeros((5, 4), np.float32), expect={"out": np.stack(columns, axis=1)})


@wp.kernel
def tests(x: wp.array(dtype=float), finite: wp.array(dtype=bool), nan: wp.array(dtype=bool), inf: wp.array(dtype=bool)):
    i = wp.tid()
    finite[i] = wp.isfinite(x[i])
    nan[i] = wp.isnan(x[i])
    inf[i] = wp.isinf(x[i])


def check_tests(run):
    x, no = np.array([0, -1e38, np.inf, -np.inf, np.nan], np.float32), np.zeros(5, bool)
    run(5, x=x, finite=no, nan=no, inf=no, expect={"finite": np.isfinite(x), "nan": np.isnan(x), "inf": np.isinf(x)})


@wp.kernel
def library_constants(out: wp.array(dtype=float)):
    out[0] = math.pi
    out[1] = wp.sin(math.pi / 2.0) + math.e
    out[2] = wp.PI * 2.0
    out[3] = wp.sqrt(wp.float32(2.0))


def check_library_constants(run):
    run(1, out=np.zeros(4, np.float32), expect={"out": [math.pi, 1 + math.e, 2 * math.pi, math.sqrt(2)]})
