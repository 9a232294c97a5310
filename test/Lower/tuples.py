# RUN: kernel-translate %s --stop-after=lower --dump | FileCheck %s
# Renewed by update_checks.py.
# A tuple is one value for each of its items: in variables, arguments and results.

from typing import Tuple

import warp as wp


@wp.func
def pick(t: Tuple[int, float], i: int):
    t = (t[0] + i, t[1])
    return t


@wp.kernel
def tuples(a: wp.array2d(dtype=float), n: int):
    t = (n, a[0, 0])
    u = pick(t, 2)
    x, y = u
    best = (0.0, t)
    for i in range(n):
        best = (y, u) if i > x else best
    a[1, best[1][0]] = best[0]
    s = a.shape
    a[s[0] - 1, a.shape[n]] = 1.0

# CHECK: func @pick(%t_0: int32, %t_1: float32, %i: int32) -> int32, float32 {
# CHECK-NEXT:   var %t_0.2: int32 = %t_0
# CHECK-NEXT:   var %t_1.2: float32 = %t_1
# CHECK-NEXT:   %0: int32 = load %t_0.2
# CHECK-NEXT:   %1: float32 = load %t_1.2
# CHECK-NEXT:   %2: int32 = add(%0, %i)
# CHECK-NEXT:   %3: int32 = load %t_0.2
# CHECK-NEXT:   %4: float32 = load %t_1.2
# CHECK-NEXT:   store %t_0.2, %2
# CHECK-NEXT:   store %t_1.2, %4
# CHECK-NEXT:   %5: int32 = load %t_0.2
# CHECK-NEXT:   %6: float32 = load %t_1.2
# CHECK-NEXT:   return %5, %6
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @tuples(%a: array2d(dtype=float32), %n: int32) {
# CHECK-NEXT:   %0: ref float32 = element %a[0, 0]
# CHECK-NEXT:   %1: float32 = load %0
# CHECK-NEXT:   %t_0: int32 = let %n
# CHECK-NEXT:   %t_1: float32 = let %1
# CHECK-NEXT:   %2: int32, %3: float32 = call @pick(%t_0, %t_1, 2)
# CHECK-NEXT:   %u_0: int32 = let %2
# CHECK-NEXT:   %u_1: float32 = let %3
# CHECK-NEXT:   %x: int32 = let %u_0
# CHECK-NEXT:   %y: float32 = let %u_1
# CHECK-NEXT:   var %best_0: float32 = 0.0
# CHECK-NEXT:   var %best_1: int32 = %t_0
# CHECK-NEXT:   var %best_2: float32 = %t_1
# CHECK-NEXT:   for %i: int32 in range(0, %n, 1) {
# CHECK-NEXT:     %4: bool = %i > %x
# CHECK-NEXT:     %5: float32, %6: int32, %7: float32 = if %4 {
# CHECK-NEXT:       yield %y, %u_0, %u_1
# CHECK-NEXT:     } else {
# CHECK-NEXT:       %8: float32 = load %best_0
# CHECK-NEXT:       %9: int32 = load %best_1
# CHECK-NEXT:       %10: float32 = load %best_2
# CHECK-NEXT:       yield %8, %9, %10
# CHECK-NEXT:     }
# CHECK-NEXT:     store %best_0, %5
# CHECK-NEXT:     store %best_1, %6
# CHECK-NEXT:     store %best_2, %7
# CHECK-NEXT:   }
# CHECK-NEXT:   %11: float32 = load %best_0
# CHECK-NEXT:   %12: int32 = load %best_1
# CHECK-NEXT:   %13: float32 = load %best_2
# CHECK-NEXT:   %14: float32 = load %best_0
# CHECK-NEXT:   %15: int32 = load %best_1
# CHECK-NEXT:   %16: float32 = load %best_2
# CHECK-NEXT:   %17: ref float32 = element %a[1, %15]
# CHECK-NEXT:   store %17, %11
# CHECK-NEXT:   %18: int32 = shape %a[0]
# CHECK-NEXT:   %19: int32 = shape %a[1]
# CHECK-NEXT:   %s_0: int32 = let %18
# CHECK-NEXT:   %s_1: int32 = let %19
# CHECK-NEXT:   %20: int32 = sub(%s_0, 1)
# CHECK-NEXT:   %21: int32 = shape %a[0]
# CHECK-NEXT:   %22: int32 = shape %a[1]
# CHECK-NEXT:   %23: vec2i = construct(%21, %22)
# CHECK-NEXT:   %24: int32 = component %23[%n]
# CHECK-NEXT:   %25: ref float32 = element %a[%20, %24]
# CHECK-NEXT:   store %25, 1.0
# CHECK-NEXT: }
