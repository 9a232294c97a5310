# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Where nothing names the types of a generic kernel, `Any` is the first of a few that its body fits. What was only tried
# leaves no message behind, and another kernel that asks for the same is told its own.
#
# RUN: kernel-translate %s --stop-after=check --verify-diagnostics

from typing import Any

import warp as wp


@wp.func
def first(x: Any):
    return x[0]  # error: [not-indexable] "`x` is `float32`, which has no elements"


@wp.kernel
def norms(x: wp.array(dtype=Any), out: wp.array(dtype=float)):  # note: [default-instance] "it becomes `norms(x: array(dtype=vec3), out: array(dtype=float32))`"
    i = wp.tid()
    out[i] = wp.length(x[i]) + first(x[i])


@wp.kernel
def traces(x: wp.array(dtype=Any), out: wp.array(dtype=float)):  # note: [default-instance] "it becomes `traces(x: array(dtype=mat33), out: array(dtype=float32))`"
    i = wp.tid()
    out[i] = wp.trace(x[i])


@wp.kernel
def pairs(x: Any, m: wp.array(dtype=Any), out: wp.array(dtype=float)):  # note: [default-instance] "it becomes `pairs(x: vec3, m: array(dtype=mat33), out: array(dtype=float32))`"
    i = wp.tid()
    out[i] = wp.length(m[i] * x) + wp.trace(m[i])


@wp.kernel
def plain(out: wp.array(dtype=float)):
    out[0] = first(out[1])
