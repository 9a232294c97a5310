# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Kernels and funcs that calls at module level make: each call's own values, types, funcs and structs.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp

OFFSET = 100


def make_scale(count, dtype=float):
    factor = count * 2 if count > 3 else count

    @wp.func
    def scaled(x: dtype):
        return x * dtype(factor)

    @wp.kernel
    def k(values: wp.array(dtype=dtype)):
        i = wp.tid()
        values[i] = scaled(values[i]) + dtype(OFFSET)

    return k


scale_small = make_scale(3)
scale_wide = make_scale(5, dtype=wp.float64)


def check_scale_small(run):
    run(3, values=np.arange(3, dtype=np.float32), expect={"values": [100, 103, 106]})


def check_scale_wide(run):
    run(2, values=np.array([0.1, 1], np.float64), expect={"values": [101, 110]})


@wp.func
def plus(a: int, b: int):
    return a + b


@wp.func
def minus(a: int, b: int):
    return a - b


OPERATIONS = {"plus": plus, "minus": minus}


def make_fold(name, length):
    operation = OPERATIONS[name]

    @wp.kernel
    def fold(values: wp.array(dtype=int, ndim=2), out: wp.array(dtype=int)):
        i = wp.tid()
        result = int(0)
        for j in range(length):
            result = operation(result, values[i, j])
        out[i] = result

    return fold


fold_sums = make_fold("plus", 3)
fold_differences = make_fold(name="minus", length=2)
ROWS = np.array([[1, 2, 3], [4, 5, 6]], np.int32)


def check_fold_sums(run):
    run(2, values=ROWS, out=np.zeros(2, np.int32), expect={"out": [6, 15]})


def check_fold_differences(run):
    run(2, values=ROWS, out=np.zeros(2, np.int32), expect={"out": [-3, -9]})


def make_power(exponent):
    if exponent == 0:

        @wp.func
        def power(x: float):
            return 1.0

        return power

    previous = make_power(exponent - 1)

    @wp.func
    def power(x: float):
        return x * previous(x)

    return power


cube = make_power(3)


@wp.kernel
def powers(values: wp.array(dtype=float)):
    i = wp.tid()
    values[i] = cube(values[i]) + wp.static(make_power(2))(values[i])


def check_powers(run):
    run(3, values=np.array([1, 2, 3], np.float32), expect={"values": [2, 12, 36]})


def make_struct_kernel(n):
    vec = wp.types.vector(length=n, dtype=float)

    @wp.struct
    class Pair:
        first: vec
        second: float

    @wp.func
    def make(x: float):
        pair = Pair()
        pair.first = vec(x)
        pair.second = x + 1.0
        return pair

    @wp.kernel
    def k(out: wp.array(dtype=float)):
        i = wp.tid()
        pair = make(float(i))
        out[i] = pair.first[n - 1] * pair.second

    return k


pairs_of_two = make_struct_kernel(2)
pairs_of_five = make_struct_kernel(5)


def check_pairs_of_two(run):
    run(3, out=np.zeros(3, np.float32), expect={"out": [0, 2, 6]})


def check_pairs_of_five(run):
    run(3, out=np.zeros(3, np.float32), expect={"out": [0, 2, 6]})
