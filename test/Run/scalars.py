# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Every scalar type: as array elements and as arguments, with arithmetic and casts.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp


@wp.kernel
def saxpy(x: wp.array(dtype=float), y: wp.array(dtype=float), a: float):
    i = wp.tid()
    y[i] = a * x[i] + y[i]


def check_saxpy(run):
    x = np.arange(50, dtype=np.float32)
    run(50, x=x, y=x + 1, a=2.5, expect={"y": 2.5 * x + x + 1})


@wp.kernel
def doubles(x: wp.array(dtype=wp.float64), a: wp.float64):
    i = wp.tid()
    x[i] = (x[i] + a) * (x[i] - a) / (a * a + wp.float64(1.0))


def check_doubles(run):
    x = np.linspace(-1, 1, 20)
    run(20, x=x, a=np.float64(0.1), expect={"x": (x + 0.1) * (x - 0.1) / (0.1 * 0.1 + 1)})


@wp.kernel
def halves(x: wp.array(dtype=wp.float16), y: wp.array(dtype=wp.float16), a: wp.float16):
    i = wp.tid()
    y[i] = x[i] * a + x[i] / wp.float16(3.0) - wp.float16(0.25)
    if x[i] > a:
        y[i] = -y[i]


def check_halves(run):
    x, a = np.linspace(-4, 4, 30).astype(np.float16), np.float16(1.5)
    y = x * a + x / np.float16(3) - np.float16(0.25)
    run(30, x=x, y=np.zeros_like(x), a=a, expect={"y": np.where(x > a, -y, y)})


@wp.kernel
def bytes_signed(x: wp.array(dtype=wp.int8), y: wp.array(dtype=wp.int8), a: wp.int8):
    i = wp.tid()
    y[i] = x[i] * a + x[i] - wp.int8(7)


def check_bytes_signed(run):
    x = np.arange(-128, 128).astype(np.int8)
    expected = (x.astype(int) * 5 + x - 7).astype(np.int8)
    run(256, x=x, y=np.zeros_like(x), a=np.int8(5), expect={"y": expected})


@wp.kernel
def bytes_unsigned(x: wp.array(dtype=wp.uint8), y: wp.array(dtype=wp.uint8), a: wp.uint8):
    i = wp.tid()
    y[i] = (x[i] + a) / wp.uint8(2) - x[i]


def check_bytes_unsigned(run):
    x = np.arange(256).astype(np.uint8)
    run(256, x=x, y=np.zeros_like(x), a=np.uint8(100), expect={"y": (x + np.uint8(100)) // 2 - x})


@wp.kernel
def shorts_signed(x: wp.array(dtype=wp.int16), a: wp.int16):
    i = wp.tid()
    x[i] = x[i] * a % wp.int16(1000)


def check_shorts_signed(run):
    x = np.arange(-2000, 2000, 37).astype(np.int16)
    product = (x.astype(int) * 300).astype(np.int16)
    run(len(x), x=x, a=np.int16(300), expect={"x": np.fmod(product, np.int16(1000))})


@wp.kernel
def shorts_unsigned(x: wp.array(dtype=wp.uint16)):
    i = wp.tid()
    x[i] = x[i] * x[i] + wp.uint16(1)


def check_shorts_unsigned(run):
    x = np.arange(65500, 65536).astype(np.uint16)
    run(36, x=x, expect={"x": x * x + np.uint16(1)})


@wp.kernel
def words_unsigned(x: wp.array(dtype=wp.uint32), a: wp.uint32):
    i = wp.tid()
    x[i] = (x[i] * wp.uint32(1664525) + a) / wp.uint32(3)


def check_words_unsigned(run):
    x = np.arange(0, 4000000000, 40000000, dtype=np.uint32)
    expected = (x * np.uint32(1664525) + np.uint32(1013904223)) // np.uint32(3)
    run(100, x=x, a=np.uint32(1013904223), expect={"x": expected})


@wp.kernel
def longs_signed(x: wp.array(dtype=wp.int64), a: wp.int64):
    i = wp.tid()
    x[i] = x[i] * a - wp.int64(i)


def check_longs_signed(run):
    x = np.arange(-5, 5, dtype=np.int64) * 10**9
    run(10, x=x, a=np.int64(-(10**9)), expect={"x": x * -(10**9) - np.arange(10)})


@wp.kernel
def longs_unsigned(x: wp.array(dtype=wp.uint64), a: wp.uint64):
    i = wp.tid()
    x[i] = x[i] * a + wp.uint64(1)


def check_longs_unsigned(run):
    x, a = np.arange(2**63, 2**63 + 20, dtype=np.uint64), np.uint64(6364136223846793005)
    run(20, x=x, a=a, expect={"x": x * a + np.uint64(1)})


@wp.kernel
def flags(x: wp.array(dtype=float), below: wp.array(dtype=bool), invert: bool):
    i = wp.tid()
    is_below = x[i] < 0.5
    below[i] = is_below != invert


def check_flags(run):
    x = np.linspace(0, 1, 11).astype(np.float32)
    for invert in (False, True):
        run(11, x=x, below=np.zeros(11, bool), invert=invert, expect={"below": (x < 0.5) != invert})


@wp.kernel
def casts(x: wp.array(dtype=float), i8: wp.array(dtype=wp.int8), u16: wp.array(dtype=wp.uint16),
          i32: wp.array(dtype=int), i64: wp.array(dtype=wp.int64), f16: wp.array(dtype=wp.float16),
          f64: wp.array(dtype=wp.float64), flag: wp.array(dtype=bool)):
    i = wp.tid()
    i8[i] = wp.int8(x[i])
    u16[i] = wp.uint16(wp.abs(x[i]))
    i32[i] = int(x[i])
    i64[i] = wp.int64(x[i]) * wp.int64(1000000000)
    f16[i] = wp.float16(x[i])
    f64[i] = wp.float64(i32[i]) + wp.float64(float(i8[i]))
    flag[i] = bool(i32[i])


def check_casts(run):
    x = np.array([0, 0.9, -0.9, 1.5, -1.5, 100.99, -100.99, 127], np.float32)
    whole = np.trunc(x)
    expect = {"i8": whole.astype(np.int8), "u16": np.abs(whole).astype(np.uint16), "i32": whole.astype(np.int32),
              "i64": whole.astype(np.int64) * 10**9, "f16": x.astype(np.float16), "f64": whole.astype(float) * 2,
              "flag": whole != 0}
    run(8, x=x, **{name: np.zeros_like(data) for name, data in expect.items()}, expect=expect)


@wp.kernel
def int_casts(x: wp.array(dtype=wp.int64), i8: wp.array(dtype=wp.int8), u32: wp.array(dtype=wp.uint32),
              i32: wp.array(dtype=int), f32: wp.array(dtype=float)):
    i = wp.tid()
    i8[i] = wp.int8(x[i])
    u32[i] = wp.uint32(x[i])
    i32[i] = wp.int32(x[i])
    f32[i] = wp.float32(x[i])


def check_int_casts(run):
    x = np.array([0, -1, 127, 128, 300, -129, 2**31, 2**32 + 5, -(2**40) + 3], np.int64)
    dtypes = {"i8": np.int8, "u32": np.uint32, "i32": np.int32, "f32": np.float32}
    run(9, x=x, **{name: np.zeros(9, dtype) for name, dtype in dtypes.items()},
        expect={name: x.astype(dtype) for name, dtype in dtypes.items()})
