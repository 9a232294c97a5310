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

# CHECK: kernel @arithmetic(%a: array(dtype=float32), %b: array(dtype=int32), %i: int32) {
# CHECK-NEXT:   %0: ref float32 = element %a[1]
# CHECK-NEXT:   %1: float32 = load %0
# CHECK-NEXT:   %2: float32 = mul(0.6, %1)
# CHECK-NEXT:   %3: ref float32 = element %a[0]
# CHECK-NEXT:   store %3, %2
# CHECK-NEXT:   %4: ref float32 = element %a[2]
# CHECK-NEXT:   %5: float32 = load %4
# CHECK-NEXT:   %6: float32 = add(%5, 0.0)
# CHECK-NEXT:   %7: ref float32 = element %a[2]
# CHECK-NEXT:   store %7, %6
# CHECK-NEXT:   %8: int32 = add(32, %i)
# CHECK-NEXT:   %9: ref int32 = element %b[0]
# CHECK-NEXT:   store %9, %8
# CHECK-NEXT:   %10: ref int32 = element %b[1]
# CHECK-NEXT:   store %10, -2147483648
# CHECK-NEXT:   %11: ref int32 = element %b[2]
# CHECK-NEXT:   store %11, %i
# CHECK-NEXT:   %12: ref int32 = element %b[3]
# CHECK-NEXT:   store %12, 7
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @named(%a: array(dtype=float32)) {
# CHECK-NEXT:   %scale: float32 = let 6.0
# CHECK-NEXT:   %0: float32 = mul(%scale, 2.0)
# CHECK-NEXT:   %1: ref float32 = element %a[0]
# CHECK-NEXT:   store %1, %0
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @decided(%a: array(dtype=float32), %i: int32) {
# CHECK-NEXT:   %0: bool = %i > 0
# CHECK-NEXT:   if %0 {
# CHECK-NEXT:     %1: ref float32 = element %a[0]
# CHECK-NEXT:     store %1, 1.0
# CHECK-NEXT:   }
# CHECK-NEXT:   %2: ref float32 = element %a[1]
# CHECK-NEXT:   store %2, 3.0
# CHECK-NEXT: }
