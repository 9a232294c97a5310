# RUN: kernel-translate %s --stop-after=lower --dump | FileCheck %s
# Renewed by update_checks.py.
# A builtin that changes its argument is given the variable, or a copy of what else it is. One may have several results.

import warp as wp


@wp.func
def draw(state: wp.uint32):
    return wp.randf(state)


@wp.kernel
def places(states: wp.array(dtype=wp.uint32), a: wp.array(dtype=wp.mat33), out: wp.array(dtype=float)):
    i = wp.tid()
    state = states[i]
    once = wp.randf(state)
    out[i] = once + wp.randf(states[i]) + draw(state)
    U, sigma, V = wp.svd3(a[i])
    wp.svd3(a[i], V, sigma, U)
    a[i] = U

# CHECK: func @draw(%state: uint32) -> float32 {
# CHECK-NEXT:   var %state.2: uint32 = %state
# CHECK-NEXT:   %0: float32 = randf(ref %state.2)
# CHECK-NEXT:   return %0
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @places(%states: array(dtype=uint32), %a: array(dtype=mat33), %out: array(dtype=float32)) {
# CHECK-NEXT:   %0: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %0
# CHECK-NEXT:   %1: ref uint32 = element %states[%i]
# CHECK-NEXT:   %2: uint32 = load %1
# CHECK-NEXT:   var %state: uint32 = %2
# CHECK-NEXT:   %3: float32 = randf(ref %state)
# CHECK-NEXT:   %once: float32 = let %3
# CHECK-NEXT:   %4: ref uint32 = element %states[%i]
# CHECK-NEXT:   %5: uint32 = load %4
# CHECK-NEXT:   var %6: uint32 = %5
# CHECK-NEXT:   %7: float32 = randf(ref %6)
# CHECK-NEXT:   %8: float32 = add(%once, %7)
# CHECK-NEXT:   %9: uint32 = load %state
# CHECK-NEXT:   %10: float32 = call @draw(%9)
# CHECK-NEXT:   %11: float32 = add(%8, %10)
# CHECK-NEXT:   %12: ref float32 = element %out[%i]
# CHECK-NEXT:   store %12, %11
# CHECK-NEXT:   %13: ref mat33 = element %a[%i]
# CHECK-NEXT:   %14: mat33 = load %13
# CHECK-NEXT:   %15: mat33, %16: vec3, %17: mat33 = svd3(%14)
# CHECK-NEXT:   var %U: mat33 = %15
# CHECK-NEXT:   var %sigma: vec3 = %16
# CHECK-NEXT:   var %V: mat33 = %17
# CHECK-NEXT:   %18: ref mat33 = element %a[%i]
# CHECK-NEXT:   %19: mat33 = load %18
# CHECK-NEXT:   svd3(%19, ref %V, ref %sigma, ref %U)
# CHECK-NEXT:   %20: mat33 = load %U
# CHECK-NEXT:   %21: ref mat33 = element %a[%i]
# CHECK-NEXT:   store %21, %20
# CHECK-NEXT: }
