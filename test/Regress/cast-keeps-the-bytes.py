# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# wp.cast converted a number to the nearest of the other type; it takes the bytes for one, of structs and vectors too.

# REQUIRES: numpy
# RUN: %python %S/../Run/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import struct


@wp.struct
class Pair:
    f: wp.float16
    i: wp.int16


@wp.kernel
def bytes_of(x: wp.array(dtype=float), n: wp.array(dtype=int), wide: wp.array(dtype=wp.uint64), pair: Pair):
    n[0] = wp.cast(x[0], int)
    x[1] = wp.cast(n[1], float) + wp.cast(0x3FA00000, wp.float32)
    n[2] = wp.cast(pair, wp.int32)
    made = wp.cast(n[3], dtype=Pair)
    x[2] = float(made.f) + float(made.i)
    wide[0] = wp.cast(wp.vec2(x[0], 1.0), wp.uint64)
    halves = wp.cast(wide[1], wp.vec2)
    x[3] = halves[0] - halves[1]


def check_bytes_of(run):
    bits = lambda *x: np.array(x, np.float32).view(np.int32)
    pair = np.array((2, 123), struct(("f", "f2"), ("i", "i2")))[()]
    run(1, x=np.array([-1.5, 0, 0, 0], np.float32), n=np.array([0, *bits(2.5), 0, 0x007B4000], np.int32),
        wide=np.array([0, 0x4000000040A00000], np.uint64), pair=pair,
        expect={"x": [-1.5, 3.75, 125, 3], "n": [*bits(-1.5, 2.5), 0x007B4000, 0x007B4000],
                "wide": np.array([0x3F800000BFC00000, 0x4000000040A00000], np.uint64)})
