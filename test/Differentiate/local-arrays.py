# RUN: kernel-translate %s --stop-after=differentiate --dump --verify-each | FileCheck %s
# Renewed by update_checks.py.
# The gradient of a local array is a second one, an atomic step on it a load and a store; a builtin that sets its
# arguments is the one that returns them.

import warp as wp


@wp.kernel
def squares(x: wp.array(dtype=float), y: wp.array(dtype=float)):
    i = wp.tid()
    kept = wp.zeros(shape=3, dtype=float)
    rest = kept[1:]
    wp.atomic_add(rest, i, x[i] * x[i])
    y[i] = kept[1]


@wp.kernel
def factors(x: wp.array(dtype=wp.mat33), y: wp.array(dtype=float)):
    i = wp.tid()
    q = wp.mat33()
    r = wp.mat33()
    wp.qr3(x[i], q, r)
    y[i] = r[0, 0]

# CHECK: kernel @squares(%x: array(dtype=float32), %y: array(dtype=float32)) {
# CHECK-NEXT:   %0: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %0
# CHECK-NEXT:   %1: fixedarray(shape=(3,), dtype=float32) = construct()
# CHECK-NEXT:   var %kept: fixedarray(shape=(3,), dtype=float32) = %1
# CHECK-NEXT:   %2: array(dtype=float32) = view %kept
# CHECK-NEXT:   %3: array(dtype=float32) = view %2[1:]
# CHECK-NEXT:   %rest: array(dtype=float32) = let %3
# CHECK-NEXT:   %4: ref float32 = element %x[%i]
# CHECK-NEXT:   %5: float32 = load %4
# CHECK-NEXT:   %6: ref float32 = element %x[%i]
# CHECK-NEXT:   %7: float32 = load %6
# CHECK-NEXT:   %8: float32 = mul(%5, %7)
# CHECK-NEXT:   %9: float32 = atomic_add(%rest, %i, %8)
# CHECK-NEXT:   %10: array(dtype=float32) = view %kept
# CHECK-NEXT:   %11: ref float32 = element %10[1]
# CHECK-NEXT:   %12: float32 = load %11
# CHECK-NEXT:   %13: ref float32 = element %y[%i]
# CHECK-NEXT:   store %13, %12
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @adj_squares(%x: array(dtype=float32), %y: array(dtype=float32), %adj_x: array(dtype=float32), %adj_y: array(dtype=float32)) {
# CHECK-NEXT:   %0: array(dtype=float32) = .gradient_of(%x, %adj_x)
# CHECK-NEXT:   %grad_x: array(dtype=float32) = let %0
# CHECK-NEXT:   %1: array(dtype=float32) = .gradient_of(%y, %adj_y)
# CHECK-NEXT:   %grad_y: array(dtype=float32) = let %1
# CHECK-NEXT:   %2: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %2
# CHECK-NEXT:   %3: ref float32 = element %x[%i]
# CHECK-NEXT:   %4: float32 = load %3
# CHECK-NEXT:   %5: ref float32 = element %x[%i]
# CHECK-NEXT:   %6: float32 = load %5
# CHECK-NEXT:   %7: float32 = .gradient_take(%grad_y, %i)
# CHECK-NEXT:   %8: fixedarray(shape=(3,), dtype=float32) = construct()
# CHECK-NEXT:   var %adj_kept: fixedarray(shape=(3,), dtype=float32) = %8
# CHECK-NEXT:   %9: array(dtype=float32) = view %adj_kept
# CHECK-NEXT:   %10: ref float32 = element %9[1]
# CHECK-NEXT:   %11: float32 = load %10
# CHECK-NEXT:   %12: float32 = add(%11, %7)
# CHECK-NEXT:   store %10, %12
# CHECK-NEXT:   %13: array(dtype=float32) = view %adj_kept
# CHECK-NEXT:   %14: array(dtype=float32) = view %13[1:]
# CHECK-NEXT:   %adj_rest: array(dtype=float32) = let %14
# CHECK-NEXT:   %15: ref float32 = element %adj_rest[%i]
# CHECK-NEXT:   %16: float32 = load %15
# CHECK-NEXT:   store %15, 0.0
# CHECK-NEXT:   %17: ref float32 = element %adj_rest[%i]
# CHECK-NEXT:   %18: float32 = load %17
# CHECK-NEXT:   %19: float32 = add(%18, %16)
# CHECK-NEXT:   store %17, %19
# CHECK-NEXT:   %20: float32 = mul(%16, %6)
# CHECK-NEXT:   %21: float32 = mul(%16, %4)
# CHECK-NEXT:   .gradient_add(%grad_x, %i, %21)
# CHECK-NEXT:   .gradient_add(%grad_x, %i, %20)
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @factors(%x: array(dtype=mat33), %y: array(dtype=float32)) {
# CHECK-NEXT:   %0: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %0
# CHECK-NEXT:   %1: mat33 = construct()
# CHECK-NEXT:   var %q: mat33 = %1
# CHECK-NEXT:   %2: mat33 = construct()
# CHECK-NEXT:   var %r: mat33 = %2
# CHECK-NEXT:   %3: ref mat33 = element %x[%i]
# CHECK-NEXT:   %4: mat33 = load %3
# CHECK-NEXT:   qr3(%4, ref %q, ref %r)
# CHECK-NEXT:   %5: ref vec3 = component %r[0]
# CHECK-NEXT:   %6: ref float32 = component %5[0]
# CHECK-NEXT:   %7: float32 = load %6
# CHECK-NEXT:   %8: ref float32 = element %y[%i]
# CHECK-NEXT:   store %8, %7
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @adj_factors(%x: array(dtype=mat33), %y: array(dtype=float32), %adj_x: array(dtype=mat33), %adj_y: array(dtype=float32)) {
# CHECK-NEXT:   %0: array(dtype=mat33) = .gradient_of(%x, %adj_x)
# CHECK-NEXT:   %grad_x: array(dtype=mat33) = let %0
# CHECK-NEXT:   %1: array(dtype=float32) = .gradient_of(%y, %adj_y)
# CHECK-NEXT:   %grad_y: array(dtype=float32) = let %1
# CHECK-NEXT:   %2: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %2
# CHECK-NEXT:   %3: ref mat33 = element %x[%i]
# CHECK-NEXT:   %4: mat33 = load %3
# CHECK-NEXT:   %5: mat33, %6: mat33 = qr3(%4)
# CHECK-NEXT:   %7: float32 = .gradient_take(%grad_y, %i)
# CHECK-NEXT:   %8: mat33 = construct()
# CHECK-NEXT:   var %adj_r: mat33 = %8
# CHECK-NEXT:   %9: ref vec3 = component %adj_r[0]
# CHECK-NEXT:   %10: ref float32 = component %9[0]
# CHECK-NEXT:   %11: float32 = load %10
# CHECK-NEXT:   %12: float32 = add(%11, %7)
# CHECK-NEXT:   store %10, %12
# CHECK-NEXT:   %13: mat33 = load %adj_r
# CHECK-NEXT:   %14: mat33 = construct()
# CHECK-NEXT:   %15: mat33 = transpose(%13)
# CHECK-NEXT:   %16: mat33 = mul(%6, %15)
# CHECK-NEXT:   %17: mat33 = transpose(%14)
# CHECK-NEXT:   %18: mat33 = mul(%17, %5)
# CHECK-NEXT:   %19: mat33 = sub(%16, %18)
# CHECK-NEXT:   %20: mat33 = .mirror_lower(%19)
# CHECK-NEXT:   %21: mat33 = mul(%5, %20)
# CHECK-NEXT:   %22: mat33 = inverse(%6)
# CHECK-NEXT:   %23: mat33 = transpose(%22)
# CHECK-NEXT:   %24: mat33 = mul(%21, %23)
# CHECK-NEXT:   .gradient_add(%grad_x, %i, %24)
# CHECK-NEXT: }
