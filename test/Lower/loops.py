# RUN: kernel-translate %s --stop-after=lower --dump | FileCheck %s
# Renewed by update_checks.py.
# `for` over ranges, `while`, and jumps.

import warp as wp


@wp.kernel
def ranges(a: wp.array(dtype=int), n: int):
    for i in range(n):
        a[i] = i
    for i in range(1, n):
        a[i] = -i
    for i in range(n, 0, -2):
        a[i] = 2 * i


@wp.kernel
def index_changes(a: wp.array(dtype=int), n: int):
    for i in range(n):
        i = i + 1
        a[i] = i


@wp.kernel
def index_read_after(a: wp.array(dtype=int)):
    for i in range(4):
        if a[i] == 0:
            break
    a[0] = i


@wp.kernel
def index_set_before(a: wp.array(dtype=int), n: int):
    i = int(7)
    for i in range(n):
        a[i] = 0
    a[i] = 1


@wp.kernel
def conditions(a: wp.array(dtype=int), n: int):
    i = int(0)
    while i < n and a[i] != 0:
        i += 1
        if i == 5:
            continue
        if i == 9:
            return
    a[i] = 1
