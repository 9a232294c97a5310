# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Funcs written in C++: results, arrays that are written to, structs and arrays by value, the namespace of the runtime.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx --native

import numpy as np
import warp as wp


@wp.func_native("return x * x + 1.0f;")
def square_plus_one(x: float) -> float: ...


increment = """
    int step = 1;
    if (x[tid] > 2)
        step = 10;
    out[tid] = x[tid] + step;
    x = out;  // the caller's stays
"""


@wp.func_native(increment)
def increment_all(x: wp.array(dtype=int), out: wp.array(dtype=int), tid: int): ...


@wp.func_native("for (int i = 0; i < 3; ++i) v[i] *= factor; return wp::dot(v, v);")
def scaled_square(v: wp.vec3, factor: float) -> float: ...


@wp.kernel
def native_results(values: wp.array(dtype=float)):
    i = wp.tid()
    v = wp.vec3(values[i], 1.0, 2.0)
    values[i] = square_plus_one(values[i]) + scaled_square(v, 2.0) + v[1]


def check_native_results(run):
    run(3, values=np.arange(3, dtype=np.float32), expect={"values": [1 + 20 + 1, 2 + 24 + 1, 5 + 36 + 1]})


@wp.kernel
def native_arrays(x: wp.array(dtype=int), out: wp.array(dtype=int)):
    i = wp.tid()
    increment_all(x, out, i)
    out[i] += x[i]


def check_native_arrays(run):
    run(4, x=np.arange(4, dtype=np.int32), out=np.zeros(4, np.int32), expect={"out": [1, 3, 5, 16]})
