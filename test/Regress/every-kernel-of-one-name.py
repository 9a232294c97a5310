# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# A kernel that a file keeps under a second name, or launches, before it defines another of its name was left out.
#
# REQUIRES: numpy
# RUN: %python %S/../Run/Inputs/run_kernels.py %s --output %t --clangxx %clangxx
# RUN: kernel-translate %s --report=%t.jsonl -o %t.cpp
# RUN: FileCheck %s --input-file=%t.jsonl

import numpy as np
import warp as wp

WIDE = False

# CHECK: "kernel":"fill.1",{{.*}}"status":"ok"
# CHECK: "kernel":"fill.2",{{.*}}"status":"ok"
# CHECK: "kernel":"fill",{{.*}}"status":"ok"
# CHECK: "kernel":"store",{{.*}}"status":"ok"
# CHECK-NOT: "kernel"


@wp.kernel
def fill(out: wp.array(dtype=int)):
    out[wp.tid()] = 17


fill_1 = fill


@wp.kernel
def fill(out: wp.array(dtype=int)):
    out[wp.tid()] = 25


fill_2 = fill


@wp.kernel
def fill(out: wp.array(dtype=int)):
    out[wp.tid()] = 42


def check_fill_1(run):
    run(1, out=np.zeros(1, np.int32), expect={"out": [17]})


def check_fill_2(run):
    run(1, out=np.zeros(1, np.int32), expect={"out": [25]})


def check_fill(run):
    run(1, out=np.zeros(1, np.int32), expect={"out": [42]})


# Only one of these is ever defined.
if WIDE:

    @wp.kernel
    def store(out: wp.array(dtype=wp.int64)):
        out[0] = wp.int64(1)

else:

    @wp.kernel
    def store(out: wp.array(dtype=int)):
        out[0] = 1


def check_store(run):
    run(1, out=np.zeros(1, np.int32), expect={"out": [1]})
