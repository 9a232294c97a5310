# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

# Names that Python allows and C++ or the runtime does not: renamed, and the unit compiles without a warning.

# RUN: kernel-translate --target=both --verify=compile %s -o %t
# RUN: %gxx -std=c++17 -Wall -Wextra -Werror %runtime -fsyntax-only %t.cpp
# RUN: FileCheck %s --input-file=%t.cpp
# CHECK: delete_{{[0-9a-f]+}}_cpu_forward

import warp as wp


@wp.struct
class namespace:
    virtual: float
    NULL: int


@wp.func
def template(register: float, thread: float):
    return register * thread


@wp.func
def main(dim: int):
    return dim + 1


@wp.kernel
def delete(int32_t: wp.array(dtype=float), args: namespace, wp_args: float, __x: int, min: float, float4: float):
    new = wp.tid()
    task = template(wp_args, min) + float(main(__x))
    __global__ = args.virtual + float(args.NULL) + float4
    std = task + __global__
    thread = std
    INT_MAX = thread
    int32_t[new] = INT_MAX
