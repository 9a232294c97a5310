# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Builtins that change their arguments, which is before what is read later, and builtins with several results.
#
# RUN: kernel-translate %s --no-backward --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --no-backward --target=cuda -o - | diff %s.expected.cu -

import warp as wp


@wp.func
def either(state: wp.uint32, bound: float):
    if wp.randf(state) < bound:
        return wp.randi(state, 0, 10)
    return -1


@wp.kernel
def draws(seed: int, key: wp.uint32, states: wp.array(dtype=wp.uint32), out: wp.array(dtype=float)):
    i = wp.tid()
    state = wp.rand_init(seed, i)
    out[wp.randi(state, 0, 10)] = wp.randf(state) - wp.randf(state)
    out[either(state, 0.5)] = wp.randf(states[i]) + wp.randf(key)
    before = state
    first = wp.randu(state) + state
    out[i] = wp.randf(key) if first > before else wp.randf(wp.rand_init(seed))
    while wp.randf(state) < 0.5:
        out[i] += 1.0
    wp.randf(state)


@wp.kernel
def decompositions(a: wp.array(dtype=wp.mat33), s: wp.array(dtype=wp.vec3)):
    i = wp.tid()
    U, sigma, V = wp.svd3(a[i])
    s[i] = sigma
    Q = wp.mat33()
    R = wp.mat33()
    wp.qr3(U * V, Q, R)
    a[i] = Q
    _, s[i + 1] = wp.eig3(a[i])
