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

# CHECK: kernel @ranges(%a: array(dtype=int32), %n: int32) {
# CHECK-NEXT:   for %i: int32 in range(0, %n, 1) {
# CHECK-NEXT:     %0: ref int32 = element %a[%i]
# CHECK-NEXT:     store %0, %i
# CHECK-NEXT:   }
# CHECK-NEXT:   for %i: int32 in range(1, %n, 1) {
# CHECK-NEXT:     %1: int32 = neg(%i)
# CHECK-NEXT:     %2: ref int32 = element %a[%i]
# CHECK-NEXT:     store %2, %1
# CHECK-NEXT:   }
# CHECK-NEXT:   for %i: int32 in range(%n, 0, -2) {
# CHECK-NEXT:     %3: int32 = mul(2, %i)
# CHECK-NEXT:     %4: ref int32 = element %a[%i]
# CHECK-NEXT:     store %4, %3
# CHECK-NEXT:   }
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @index_changes(%a: array(dtype=int32), %n: int32) {
# CHECK-NEXT:   for %i: int32 in range(0, %n, 1) {
# CHECK-NEXT:     var %i.2: int32 = %i
# CHECK-NEXT:     %0: int32 = load %i.2
# CHECK-NEXT:     %1: int32 = add(%0, 1)
# CHECK-NEXT:     store %i.2, %1
# CHECK-NEXT:     %2: int32 = load %i.2
# CHECK-NEXT:     %3: int32 = load %i.2
# CHECK-NEXT:     %4: ref int32 = element %a[%3]
# CHECK-NEXT:     store %4, %2
# CHECK-NEXT:   }
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @index_read_after(%a: array(dtype=int32)) {
# CHECK-NEXT:   var %i: int32
# CHECK-NEXT:   for %i.2: int32 in range(0, 4, 1) {
# CHECK-NEXT:     store %i, %i.2
# CHECK-NEXT:     %0: int32 = load %i
# CHECK-NEXT:     %1: ref int32 = element %a[%0]
# CHECK-NEXT:     %2: int32 = load %1
# CHECK-NEXT:     %3: bool = %2 == 0
# CHECK-NEXT:     if %3 {
# CHECK-NEXT:       break
# CHECK-NEXT:     }
# CHECK-NEXT:   }
# CHECK-NEXT:   %4: int32 = load %i
# CHECK-NEXT:   %5: ref int32 = element %a[0]
# CHECK-NEXT:   store %5, %4
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @index_set_before(%a: array(dtype=int32), %n: int32) {
# CHECK-NEXT:   var %i: int32 = 7
# CHECK-NEXT:   for %i.2: int32 in range(0, %n, 1) {
# CHECK-NEXT:     store %i, %i.2
# CHECK-NEXT:     %0: int32 = load %i
# CHECK-NEXT:     %1: ref int32 = element %a[%0]
# CHECK-NEXT:     store %1, 0
# CHECK-NEXT:   }
# CHECK-NEXT:   %2: int32 = load %i
# CHECK-NEXT:   %3: ref int32 = element %a[%2]
# CHECK-NEXT:   store %3, 1
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @conditions(%a: array(dtype=int32), %n: int32) {
# CHECK-NEXT:   var %i: int32 = 0
# CHECK-NEXT:   while {
# CHECK-NEXT:     %0: int32 = load %i
# CHECK-NEXT:     %1: bool = %0 < %n
# CHECK-NEXT:     %2: bool = if %1 {
# CHECK-NEXT:       %3: int32 = load %i
# CHECK-NEXT:       %4: ref int32 = element %a[%3]
# CHECK-NEXT:       %5: int32 = load %4
# CHECK-NEXT:       %6: bool = %5 != 0
# CHECK-NEXT:       yield %6
# CHECK-NEXT:     } else {
# CHECK-NEXT:       yield false
# CHECK-NEXT:     }
# CHECK-NEXT:     yield %2
# CHECK-NEXT:   } do {
# CHECK-NEXT:     %7: int32 = load %i
# CHECK-NEXT:     %8: int32 = add(%7, 1)
# CHECK-NEXT:     store %i, %8
# CHECK-NEXT:     %9: int32 = load %i
# CHECK-NEXT:     %10: bool = %9 == 5
# CHECK-NEXT:     if %10 {
# CHECK-NEXT:       continue
# CHECK-NEXT:     }
# CHECK-NEXT:     %11: int32 = load %i
# CHECK-NEXT:     %12: bool = %11 == 9
# CHECK-NEXT:     if %12 {
# CHECK-NEXT:       return
# CHECK-NEXT:     }
# CHECK-NEXT:   }
# CHECK-NEXT:   %13: int32 = load %i
# CHECK-NEXT:   %14: ref int32 = element %a[%13]
# CHECK-NEXT:   store %14, 1
# CHECK-NEXT: }
