# RUN: kernel-translate %s --stop-after=lower --dump | FileCheck %s
# Renewed by update_checks.py.
# Funcs with one and with several results, casts, constructors, output, and the thread's index.

import warp as wp


@wp.func
def square(x: float):
    return x * x


@wp.func
def sort(a: float, b: float):
    if a < b:
        return a, b
    return b, a


@wp.func
def shout(n: int):
    print(n)
    printf("%d of %f\n", n, 2.0)
    print("100%")


@wp.kernel
def calls(a: wp.array2d(dtype=float)):
    i, j = wp.tid()
    low, high = sort(a[i, j], square(2.0))
    rows, columns = a.shape[0], a.shape[1]
    a[i, j] = low + float(rows) * wp.length(wp.vec3(high, 0.0, float(columns)))
    square(high)
    shout(i)
    wp.atomic_max(a, i, j, low)
