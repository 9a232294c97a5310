# RUN: kernel-translate %s --stop-after=check --dump | FileCheck %s
# Renewed by update_checks.py.
# Conditions, comparisons and indices convert what they are given; nothing else does.

import warp as wp


@wp.kernel
def conversions(x: wp.array(dtype=float), f: float, n: int, u: wp.uint32, s: wp.int16, d: wp.float64):
    i = wp.tid()
    if n and f or not u:
        x[u] = x[wp.int64(n)]
    while 1:
        break
    a = u > 0
    b = f >= 1
    c = n < u
    e = s == n
    g = f < d
    h = n < f
    k = 0 < n <= u
    m = 1.0 if n else 2.0
    assert n, "not zero"

# CHECK: kernel conversions(x: array(dtype=float32), f: float32, n: int32, u: uint32, s: int16, d: float64)
# CHECK-NEXT:   var i: int32
# CHECK-NEXT:   var a: bool
# CHECK-NEXT:   var b: bool
# CHECK-NEXT:   var c: bool
# CHECK-NEXT:   var e: bool
# CHECK-NEXT:   var g: bool
# CHECK-NEXT:   var h: bool
# CHECK-NEXT:   var k: bool
# CHECK-NEXT:   var m: float32
# CHECK-NEXT:   10: i = wp.tid()
# CHECK-NEXT:     wp.tid(): int32, thread id
# CHECK-NEXT:   11: if n and f or not u:
# CHECK-NEXT:     n and f or not u: bool
# CHECK-NEXT:     n and f: bool
# CHECK-NEXT:     n: int32, converted to bool
# CHECK-NEXT:     f: float32, converted to bool
# CHECK-NEXT:     not u: bool
# CHECK-NEXT:     u: uint32, converted to bool
# CHECK-NEXT:   12: x[u] = x[wp.int64(n)]
# CHECK-NEXT:     x[u]: float32
# CHECK-NEXT:     u: uint32, converted to int32
# CHECK-NEXT:     x[wp.int64(n)]: float32
# CHECK-NEXT:     wp.int64(n): int64, cast, converted to int32
# CHECK-NEXT:   13: while 1:
# CHECK-NEXT:     1: bool = true
# CHECK-NEXT:   15: a = u > 0
# CHECK-NEXT:     u > 0: bool
# CHECK-NEXT:     0: uint32 = 0
# CHECK-NEXT:   16: b = f >= 1
# CHECK-NEXT:     f >= 1: bool
# CHECK-NEXT:     1: float32 = 1.0
# CHECK-NEXT:   17: c = n < u
# CHECK-NEXT:     n < u: bool
# CHECK-NEXT:     n: int32, converted to int64
# CHECK-NEXT:     u: uint32, converted to int64
# CHECK-NEXT:   18: e = s == n
# CHECK-NEXT:     s == n: bool
# CHECK-NEXT:     s: int16, converted to int32
# CHECK-NEXT:   19: g = f < d
# CHECK-NEXT:     f < d: bool
# CHECK-NEXT:     f: float32, converted to float64
# CHECK-NEXT:   20: h = n < f
# CHECK-NEXT:     n < f: bool
# CHECK-NEXT:     n: int32, converted to float64
# CHECK-NEXT:     f: float32, converted to float64
# CHECK-NEXT:   21: k = 0 < n <= u
# CHECK-NEXT:     0 < n <= u: bool
# CHECK-NEXT:     0: int64 = 0
# CHECK-NEXT:     n: int32, converted to int64
# CHECK-NEXT:     u: uint32, converted to int64
# CHECK-NEXT:   22: m = 1.0 if n else 2.0
# CHECK-NEXT:     1.0 if n else 2.0: float32
# CHECK-NEXT:     1.0: float32 = 1.0
# CHECK-NEXT:     n: int32, converted to bool
# CHECK-NEXT:     2.0: float32 = 2.0
# CHECK-NEXT:   23: assert n, "not zero"
# CHECK-NEXT:     n: int32, converted to bool
# CHECK-EMPTY:
