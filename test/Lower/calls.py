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


@wp.kernel
def keywords(a: wp.array(dtype=float)):
    # computed as written, passed as named
    a[0] = wp.clamp(high=square(3.0), low=square(2.0), x=square(1.0))

# CHECK: func @sort(%a: float32, %b: float32) -> float32, float32 {
# CHECK-NEXT:   %0: bool = %a < %b
# CHECK-NEXT:   if %0 {
# CHECK-NEXT:     return %a, %b
# CHECK-NEXT:   }
# CHECK-NEXT:   return %b, %a
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: func @square(%x: float32) -> float32 {
# CHECK-NEXT:   %0: float32 = mul(%x, %x)
# CHECK-NEXT:   return %0
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: func @shout(%n: int32) {
# CHECK-NEXT:   print(%n)
# CHECK-NEXT:   printf "%d of %f\0A", %n, 2.0
# CHECK-NEXT:   printf "100%%\0A"
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @calls(%a: array2d(dtype=float32)) {
# CHECK-NEXT:   %0: int32 = thread_id x
# CHECK-NEXT:   %1: int32 = thread_id y
# CHECK-NEXT:   %i: int32 = let %0
# CHECK-NEXT:   %j: int32 = let %1
# CHECK-NEXT:   %2: ref float32 = element %a[%i, %j]
# CHECK-NEXT:   %3: float32 = load %2
# CHECK-NEXT:   %4: float32 = call @square(2.0)
# CHECK-NEXT:   %5: float32, %6: float32 = call @sort(%3, %4)
# CHECK-NEXT:   %low: float32 = let %5
# CHECK-NEXT:   %high: float32 = let %6
# CHECK-NEXT:   %7: int32 = shape %a[0]
# CHECK-NEXT:   %8: int32 = shape %a[1]
# CHECK-NEXT:   %rows: int32 = let %7
# CHECK-NEXT:   %columns: int32 = let %8
# CHECK-NEXT:   %9: float32 = cast %rows
# CHECK-NEXT:   %10: float32 = cast %columns
# CHECK-NEXT:   %11: vec3 = construct(%high, 0.0, %10)
# CHECK-NEXT:   %12: float32 = length(%11)
# CHECK-NEXT:   %13: float32 = mul(%9, %12)
# CHECK-NEXT:   %14: float32 = add(%low, %13)
# CHECK-NEXT:   %15: ref float32 = element %a[%i, %j]
# CHECK-NEXT:   store %15, %14
# CHECK-NEXT:   %16: float32 = call @square(%high)
# CHECK-NEXT:   call @shout(%i)
# CHECK-NEXT:   %17: float32 = atomic_max(%a, %i, %j, %low)
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @keywords(%a: array(dtype=float32)) {
# CHECK-NEXT:   %0: float32 = call @square(3.0)
# CHECK-NEXT:   %1: float32 = call @square(2.0)
# CHECK-NEXT:   %2: float32 = call @square(1.0)
# CHECK-NEXT:   %3: float32 = clamp(%2, %1, %0)
# CHECK-NEXT:   %4: ref float32 = element %a[0]
# CHECK-NEXT:   store %4, %3
# CHECK-NEXT: }
