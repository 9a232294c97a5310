# RUN: kernel-translate %s --stop-after=simplify --dump | FileCheck %s
# Renewed by update_checks.py.
# What no output depends on goes; what has an effect stays.

import warp as wp


@wp.func
def uncalled(x: float):
    return x


@wp.func
def pure(x: float):
    y = x
    y += 1.0
    return y


@wp.kernel
def values(a: wp.array(dtype=float)):
    i = wp.tid()
    unused = a[i] * 2.0
    result = pure(unused)
    old = wp.atomic_add(a, i, 1.0)


@wp.kernel
def variables(a: wp.array(dtype=float), n: int):
    count = int(0)
    kept = float(0.0)
    for i in range(n):
        count += 1
        kept += a[i]
    for i in range(n):
        if a[i] > 0.0:
            count = 2 * count
            continue
    a[0] = kept


@wp.kernel
def branches(a: wp.array(dtype=float), n: int):
    x = float(0.0)
    if n > 0:
        x = 1.0
    if n > 1:
        pass
    else:
        a[0] = 1.0
        return


@wp.kernel
def unreachable(a: wp.array(dtype=float), n: int):
    if n > 0:
        a[0] = 1.0
        return
    else:
        a[0] = 2.0
        return
    a[0] = 3.0
