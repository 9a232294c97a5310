# RUN: kernel-translate %s --stop-after=lower --dump | FileCheck %s
# Renewed by update_checks.py.
# Which variables become values, and where the others are declared.

import warp as wp


@wp.kernel
def set_once(a: wp.array(dtype=float)):
    i = wp.tid()
    x = a[i] * 2.0
    a[i] = x


@wp.kernel
def changes(a: wp.array(dtype=float)):
    i = wp.tid()
    x = a[i]
    x = x + 1.0
    a[i] = x


@wp.kernel
def set_in_branches(a: wp.array(dtype=float)):
    i = wp.tid()
    if a[i] > 0.0:
        y = 1.0
        inner = y
    else:
        y = 2.0
        inner = 3.0
        y = y + inner
    a[i] = y


@wp.kernel
def set_once_in_loop(a: wp.array(dtype=float), n: int):
    for i in range(n):
        x = a[i]
        a[i] = x + x


@wp.kernel
def param_changes(a: wp.array(dtype=float), n: int, v: wp.vec3):
    n = n + 1
    v[1] = 2.0
    a[n] = v[1]


@wp.kernel
def set_then_jump(a: wp.array(dtype=float), n: int):
    while True:
        if n > 3:
            last = 1.0
            break
        else:
            return
    a[0] = last
