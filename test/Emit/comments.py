# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Source lines in comments stay comments; text in strings stays text.
#
# RUN: kernel-translate %s --no-backward --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --no-backward --target=cuda -o - | diff %s.expected.cu -

import warp as wp


@wp.kernel
def quote(x: wp.array(dtype=float)):
    i = wp.tid()  # */ #include "x" ??/
    x[i] = 1.0 + \
        2.0 * x[i]
    wp.printf("a \"%d\" ??/ \\ %f\n", i, x[i])
    assert i >= 0, "no */ below"
