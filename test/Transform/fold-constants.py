# RUN: kernel-translate %s --stop-after=simplify --dump | FileCheck %s
# Renewed by update_checks.py.
# Constants are folded in the arithmetic of their type, and branches that they decide are taken.

import warp as wp


N = wp.constant(4)
DEBUG = False


@wp.kernel
def arithmetic(a: wp.array(dtype=float), b: wp.array(dtype=int), i: int):
    a[0] = 2.0 * (0.1 + 0.2) * a[1]
    a[2] = 1.0 * a[2] + 0.0
    b[0] = N * 8 + i
    b[1] = 2147483647 + 1
    b[2] = i // 1 + 0
    b[3] = int(7.9)


@wp.kernel
def named(a: wp.array(dtype=float)):
    scale = 2.0 * 3.0
    a[0] = scale * 2.0


@wp.kernel
def decided(a: wp.array(dtype=float), i: int):
    if DEBUG:
        print(i)
    if N > 3 and i > 0:
        a[0] = 1.0 if not DEBUG else 2.0
    if N == 4:
        a[1] = 3.0
        return
    a[2] = 4.0
