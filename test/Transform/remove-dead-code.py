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

# CHECK: kernel @values(%a: array(dtype=float32)) {
# CHECK-NEXT:   %0: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %0
# CHECK-NEXT:   %1: float32 = atomic_add(%a, %i, 1.0)
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @variables(%a: array(dtype=float32), %n: int32) {
# CHECK-NEXT:   var %kept: float32 = 0.0
# CHECK-NEXT:   for %i: int32 in range(0, %n, 1) {
# CHECK-NEXT:     %0: float32 = load %kept
# CHECK-NEXT:     %1: ref float32 = element %a[%i]
# CHECK-NEXT:     %2: float32 = load %1
# CHECK-NEXT:     %3: float32 = add(%0, %2)
# CHECK-NEXT:     store %kept, %3
# CHECK-NEXT:   }
# CHECK-NEXT:   %4: float32 = load %kept
# CHECK-NEXT:   %5: ref float32 = element %a[0]
# CHECK-NEXT:   store %5, %4
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @branches(%a: array(dtype=float32), %n: int32) {
# CHECK-NEXT:   %0: bool = %n > 1
# CHECK-NEXT:   if %0 {
# CHECK-NEXT:   } else {
# CHECK-NEXT:     %1: ref float32 = element %a[0]
# CHECK-NEXT:     store %1, 1.0
# CHECK-NEXT:   }
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @unreachable(%a: array(dtype=float32), %n: int32) {
# CHECK-NEXT:   %0: bool = %n > 0
# CHECK-NEXT:   if %0 {
# CHECK-NEXT:     %1: ref float32 = element %a[0]
# CHECK-NEXT:     store %1, 1.0
# CHECK-NEXT:   } else {
# CHECK-NEXT:     %2: ref float32 = element %a[0]
# CHECK-NEXT:     store %2, 2.0
# CHECK-NEXT:   }
# CHECK-NEXT: }
