# RUN: kernel-translate %s --stop-after=lower --dump | FileCheck %s
# Renewed by update_checks.py.
# What is not needed is not computed: `and`, `or`, ternaries, chains of comparisons.

import warp as wp


@wp.kernel
def short_circuit(a: wp.array(dtype=int), i: int):
    if i >= 0 and i < a.shape[0] and not a[i] == 0:
        a[i] = 1
    if i < 0 or a[i] == 2:
        a[0] = 2


@wp.kernel
def ternary(a: wp.array(dtype=float), i: int):
    x = a[i] if i > 0 else 0.0
    a[0] = x


@wp.kernel
def chain(a: wp.array(dtype=float), i: int):
    if 0.0 < a[i] <= 1.0 < a[i + 1]:
        a[i] = 0.0
