# RUN: kernel-translate %s --stop-after=lower --dump | FileCheck %s
# Renewed by update_checks.py.
# Which variables become values, and where the others are declared.

import warp as wp


@wp.kernel
def set_once(a: wp.array(dtype=float)):
    i = wp.tid()
    x = a[i] * 2.0
    a[i] = x


@wp.kernel
def changes(a: wp.array(dtype=float)):
    i = wp.tid()
    x = a[i]
    x = x + 1.0
    a[i] = x


@wp.kernel
def set_in_branches(a: wp.array(dtype=float)):
    i = wp.tid()
    if a[i] > 0.0:
        y = 1.0
        inner = y
    else:
        y = 2.0
        inner = 3.0
        y = y + inner
    a[i] = y


@wp.kernel
def set_once_in_loop(a: wp.array(dtype=float), n: int):
    for i in range(n):
        x = a[i]
        a[i] = x + x


@wp.kernel
def param_changes(a: wp.array(dtype=float), n: int, v: wp.vec3):
    n = n + 1
    v[1] = 2.0
    a[n] = v[1]


@wp.kernel
def set_then_jump(a: wp.array(dtype=float), n: int):
    while True:
        if n > 3:
            last = 1.0
            break
        else:
            return
    a[0] = last

# CHECK: kernel @set_once(%a: array(dtype=float32)) {
# CHECK-NEXT:   %0: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %0
# CHECK-NEXT:   %1: ref float32 = element %a[%i]
# CHECK-NEXT:   %2: float32 = load %1
# CHECK-NEXT:   %3: float32 = mul(%2, 2.0)
# CHECK-NEXT:   %x: float32 = let %3
# CHECK-NEXT:   %4: ref float32 = element %a[%i]
# CHECK-NEXT:   store %4, %x
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @changes(%a: array(dtype=float32)) {
# CHECK-NEXT:   %0: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %0
# CHECK-NEXT:   %1: ref float32 = element %a[%i]
# CHECK-NEXT:   %2: float32 = load %1
# CHECK-NEXT:   var %x: float32 = %2
# CHECK-NEXT:   %3: float32 = load %x
# CHECK-NEXT:   %4: float32 = add(%3, 1.0)
# CHECK-NEXT:   store %x, %4
# CHECK-NEXT:   %5: float32 = load %x
# CHECK-NEXT:   %6: ref float32 = element %a[%i]
# CHECK-NEXT:   store %6, %5
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @set_in_branches(%a: array(dtype=float32)) {
# CHECK-NEXT:   %0: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %0
# CHECK-NEXT:   var %y: float32
# CHECK-NEXT:   var %inner: float32
# CHECK-NEXT:   %1: ref float32 = element %a[%i]
# CHECK-NEXT:   %2: float32 = load %1
# CHECK-NEXT:   %3: bool = %2 > 0.0
# CHECK-NEXT:   if %3 {
# CHECK-NEXT:     store %y, 1.0
# CHECK-NEXT:     %4: float32 = load %y
# CHECK-NEXT:     store %inner, %4
# CHECK-NEXT:   } else {
# CHECK-NEXT:     store %y, 2.0
# CHECK-NEXT:     store %inner, 3.0
# CHECK-NEXT:     %5: float32 = load %y
# CHECK-NEXT:     %6: float32 = load %inner
# CHECK-NEXT:     %7: float32 = add(%5, %6)
# CHECK-NEXT:     store %y, %7
# CHECK-NEXT:   }
# CHECK-NEXT:   %8: float32 = load %y
# CHECK-NEXT:   %9: ref float32 = element %a[%i]
# CHECK-NEXT:   store %9, %8
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @set_once_in_loop(%a: array(dtype=float32), %n: int32) {
# CHECK-NEXT:   for %i: int32 in range(0, %n, 1) {
# CHECK-NEXT:     %0: ref float32 = element %a[%i]
# CHECK-NEXT:     %1: float32 = load %0
# CHECK-NEXT:     %x: float32 = let %1
# CHECK-NEXT:     %2: float32 = add(%x, %x)
# CHECK-NEXT:     %3: ref float32 = element %a[%i]
# CHECK-NEXT:     store %3, %2
# CHECK-NEXT:   }
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @param_changes(%a: array(dtype=float32), %n: int32, %v: vec3) {
# CHECK-NEXT:   var %n.2: int32 = %n
# CHECK-NEXT:   var %v.2: vec3 = %v
# CHECK-NEXT:   %0: int32 = load %n.2
# CHECK-NEXT:   %1: int32 = add(%0, 1)
# CHECK-NEXT:   store %n.2, %1
# CHECK-NEXT:   %2: ref float32 = component %v.2[1]
# CHECK-NEXT:   store %2, 2.0
# CHECK-NEXT:   %3: ref float32 = component %v.2[1]
# CHECK-NEXT:   %4: float32 = load %3
# CHECK-NEXT:   %5: int32 = load %n.2
# CHECK-NEXT:   %6: ref float32 = element %a[%5]
# CHECK-NEXT:   store %6, %4
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @set_then_jump(%a: array(dtype=float32), %n: int32) {
# CHECK-NEXT:   var %last: float32
# CHECK-NEXT:   while {
# CHECK-NEXT:     yield true
# CHECK-NEXT:   } do {
# CHECK-NEXT:     %0: bool = %n > 3
# CHECK-NEXT:     if %0 {
# CHECK-NEXT:       store %last, 1.0
# CHECK-NEXT:       break
# CHECK-NEXT:     } else {
# CHECK-NEXT:       return
# CHECK-NEXT:     }
# CHECK-NEXT:   }
# CHECK-NEXT:   %1: float32 = load %last
# CHECK-NEXT:   %2: ref float32 = element %a[0]
# CHECK-NEXT:   store %2, %1
# CHECK-NEXT: }
