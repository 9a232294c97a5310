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

# CHECK: kernel @short_circuit(%a: array(dtype=int32), %i: int32) {
# CHECK-NEXT:   %0: bool = %i >= 0
# CHECK-NEXT:   %1: bool = if %0 {
# CHECK-NEXT:     %2: int32 = shape %a[0]
# CHECK-NEXT:     %3: bool = %i < %2
# CHECK-NEXT:     %4: bool = if %3 {
# CHECK-NEXT:       %5: ref int32 = element %a[%i]
# CHECK-NEXT:       %6: int32 = load %5
# CHECK-NEXT:       %7: bool = %6 == 0
# CHECK-NEXT:       %8: bool = not %7
# CHECK-NEXT:       yield %8
# CHECK-NEXT:     } else {
# CHECK-NEXT:       yield false
# CHECK-NEXT:     }
# CHECK-NEXT:     yield %4
# CHECK-NEXT:   } else {
# CHECK-NEXT:     yield false
# CHECK-NEXT:   }
# CHECK-NEXT:   if %1 {
# CHECK-NEXT:     %9: ref int32 = element %a[%i]
# CHECK-NEXT:     store %9, 1
# CHECK-NEXT:   }
# CHECK-NEXT:   %10: bool = %i < 0
# CHECK-NEXT:   %11: bool = if %10 {
# CHECK-NEXT:     yield true
# CHECK-NEXT:   } else {
# CHECK-NEXT:     %12: ref int32 = element %a[%i]
# CHECK-NEXT:     %13: int32 = load %12
# CHECK-NEXT:     %14: bool = %13 == 2
# CHECK-NEXT:     yield %14
# CHECK-NEXT:   }
# CHECK-NEXT:   if %11 {
# CHECK-NEXT:     %15: ref int32 = element %a[0]
# CHECK-NEXT:     store %15, 2
# CHECK-NEXT:   }
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @ternary(%a: array(dtype=float32), %i: int32) {
# CHECK-NEXT:   %0: bool = %i > 0
# CHECK-NEXT:   %1: float32 = if %0 {
# CHECK-NEXT:     %2: ref float32 = element %a[%i]
# CHECK-NEXT:     %3: float32 = load %2
# CHECK-NEXT:     yield %3
# CHECK-NEXT:   } else {
# CHECK-NEXT:     yield 0.0
# CHECK-NEXT:   }
# CHECK-NEXT:   %x: float32 = let %1
# CHECK-NEXT:   %4: ref float32 = element %a[0]
# CHECK-NEXT:   store %4, %x
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @chain(%a: array(dtype=float32), %i: int32) {
# CHECK-NEXT:   %0: ref float32 = element %a[%i]
# CHECK-NEXT:   %1: float32 = load %0
# CHECK-NEXT:   %2: bool = 0.0 < %1
# CHECK-NEXT:   %3: bool = if %2 {
# CHECK-NEXT:     %4: bool = %1 <= 1.0
# CHECK-NEXT:     %5: bool = if %4 {
# CHECK-NEXT:       %6: int32 = add(%i, 1)
# CHECK-NEXT:       %7: ref float32 = element %a[%6]
# CHECK-NEXT:       %8: float32 = load %7
# CHECK-NEXT:       %9: bool = 1.0 < %8
# CHECK-NEXT:       yield %9
# CHECK-NEXT:     } else {
# CHECK-NEXT:       yield false
# CHECK-NEXT:     }
# CHECK-NEXT:     yield %5
# CHECK-NEXT:   } else {
# CHECK-NEXT:     yield false
# CHECK-NEXT:   }
# CHECK-NEXT:   if %3 {
# CHECK-NEXT:     %10: ref float32 = element %a[%i]
# CHECK-NEXT:     store %10, 0.0
# CHECK-NEXT:   }
# CHECK-NEXT: }
