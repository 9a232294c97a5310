# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What kernels print: one thread at a time, so that the order is known.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import value


@wp.kernel
def prints(n: int, x: float, v: wp.vec3, big: wp.int64, small: wp.uint8, flag: bool):
    print(n)
    print(x)
    print("a text")
    print(big)
    print(small)
    print(flag)
    print(v[1] + 0.5)


def check_prints(run):
    v = value(np.array([1, 2, 3], np.float32))
    run(1, n=-3, x=2.5, v=v, big=np.int64(5 * 10**12), small=np.uint8(200), flag=True,
        prints="-3\n2.5\na text\n5000000000000\n200\nTrue\n2.5\n")


@wp.kernel
def prints_vectors(v: wp.vec3, m: wp.mat22, q: wp.quat):
    print(v)
    print(m)
    print(q)


def check_prints_vectors(run):
    v, m, q = (np.arange(n, dtype=np.float32) for n in (3, 4, 4))
    run(1, v=value(v), m=value(m.reshape(2, 2)), q=value(q), prints="0 1 2\n0 1\n2 3\n0 1 2 3\n",
        warp="ends a line of a vector with a blank")


@wp.kernel
def formats(n: int, x: float, d: wp.float64):
    i = wp.tid()
    printf("thread %d of %d\n", i, n)
    printf("%.3f, %5.1f, %e, 100%% \"quoted\" \\ \t%x|\n", x, x, d, n)


def check_formats(run):
    line = '{:.3f}, {:5.1f}, {:e}, 100% "quoted" \\ \t{:x}|\n'.format(1.5, 1.5, 0.25, 26)
    run(2, n=26, x=1.5, d=np.float64(0.25), prints=f"thread 0 of 26\n{line}thread 1 of 26\n{line}")
