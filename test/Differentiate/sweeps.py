# RUN: kernel-translate %s --stop-after=differentiate --dump --verify-each | FileCheck %s
# Renewed by update_checks.py.
# What the adjoint of a kernel runs again, and what it leaves out: a sum keeps nothing, a product each round of a short
# loop, a loop of unknown length a ring and snapshots.

import warp as wp


@wp.kernel
def sum_of_squares(x: wp.array(dtype=float), y: wp.array(dtype=float), n: int):
    i = wp.tid()
    s = float(0.0)
    for j in range(n):
        s += x[j] * x[j]
    y[i] = s


@wp.kernel
def short_product(x: wp.array(dtype=float), y: wp.array(dtype=float)):
    i = wp.tid()
    s = float(1.0)
    for j in range(3):
        s *= x[j]
    y[i] = s


@wp.kernel
def until(x: wp.array(dtype=float), y: wp.array(dtype=float)):
    i = wp.tid()
    s = float(1.0)
    while s < 10.0:
        s = s * x[i]
    y[i] = s

# CHECK: kernel @sum_of_squares(%x: array(dtype=float32), %y: array(dtype=float32), %n: int32) {
# CHECK-NEXT:   %0: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %0
# CHECK-NEXT:   var %s: float32 = 0.0
# CHECK-NEXT:   for %j: int32 in range(0, %n, 1) {
# CHECK-NEXT:     %1: float32 = load %s
# CHECK-NEXT:     %2: ref float32 = element %x[%j]
# CHECK-NEXT:     %3: float32 = load %2
# CHECK-NEXT:     %4: ref float32 = element %x[%j]
# CHECK-NEXT:     %5: float32 = load %4
# CHECK-NEXT:     %6: float32 = mul(%3, %5)
# CHECK-NEXT:     %7: float32 = add(%1, %6)
# CHECK-NEXT:     store %s, %7
# CHECK-NEXT:   }
# CHECK-NEXT:   %8: float32 = load %s
# CHECK-NEXT:   %9: ref float32 = element %y[%i]
# CHECK-NEXT:   store %9, %8
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @adj_sum_of_squares(%x: array(dtype=float32), %y: array(dtype=float32), %n: int32, %adj_x: array(dtype=float32), %adj_y: array(dtype=float32), %adj_n: int32) {
# CHECK-NEXT:   %0: array(dtype=float32) = .gradient_of(%x, %adj_x)
# CHECK-NEXT:   %grad_x: array(dtype=float32) = let %0
# CHECK-NEXT:   %1: array(dtype=float32) = .gradient_of(%y, %adj_y)
# CHECK-NEXT:   %grad_y: array(dtype=float32) = let %1
# CHECK-NEXT:   %2: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %2
# CHECK-NEXT:   %adj_s: float32 = .gradient_take(%grad_y, %i)
# CHECK-NEXT:   %3: int32 = .range_count(0, %n, 1)
# CHECK-NEXT:   %4: int32 = add(-1, %3)
# CHECK-NEXT:   for %j: int32 in range(%4, -1, -1) {
# CHECK-NEXT:     %5: ref float32 = element %x[%j]
# CHECK-NEXT:     %6: float32 = load %5
# CHECK-NEXT:     %7: ref float32 = element %x[%j]
# CHECK-NEXT:     %8: float32 = load %7
# CHECK-NEXT:     %9: float32 = mul(%adj_s, %8)
# CHECK-NEXT:     %10: float32 = mul(%adj_s, %6)
# CHECK-NEXT:     .gradient_add(%grad_x, %j, %10)
# CHECK-NEXT:     .gradient_add(%grad_x, %j, %9)
# CHECK-NEXT:   }
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @short_product(%x: array(dtype=float32), %y: array(dtype=float32)) {
# CHECK-NEXT:   %0: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %0
# CHECK-NEXT:   var %s: float32 = 1.0
# CHECK-NEXT:   for %j: int32 in range(0, 3, 1) {
# CHECK-NEXT:     %1: float32 = load %s
# CHECK-NEXT:     %2: ref float32 = element %x[%j]
# CHECK-NEXT:     %3: float32 = load %2
# CHECK-NEXT:     %4: float32 = mul(%1, %3)
# CHECK-NEXT:     store %s, %4
# CHECK-NEXT:   }
# CHECK-NEXT:   %5: float32 = load %s
# CHECK-NEXT:   %6: ref float32 = element %y[%i]
# CHECK-NEXT:   store %6, %5
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @adj_short_product(%x: array(dtype=float32), %y: array(dtype=float32), %adj_x: array(dtype=float32), %adj_y: array(dtype=float32)) {
# CHECK-NEXT:   %0: array(dtype=float32) = .gradient_of(%x, %adj_x)
# CHECK-NEXT:   %grad_x: array(dtype=float32) = let %0
# CHECK-NEXT:   %1: array(dtype=float32) = .gradient_of(%y, %adj_y)
# CHECK-NEXT:   %grad_y: array(dtype=float32) = let %1
# CHECK-NEXT:   %2: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %2
# CHECK-NEXT:   var %s: float32 = 1.0
# CHECK-NEXT:   var %rounds: int32 = 0
# CHECK-NEXT:   var %s_each: fixedarray(shape=(3,), dtype=float32)
# CHECK-NEXT:   for %j: int32 in range(0, 3, 1) {
# CHECK-NEXT:     %3: int32 = load %rounds
# CHECK-NEXT:     %4: array(dtype=float32) = view %s_each
# CHECK-NEXT:     %5: ref float32 = element %4[%3]
# CHECK-NEXT:     %6: float32 = load %s
# CHECK-NEXT:     store %5, %6
# CHECK-NEXT:     %7: float32 = load %s
# CHECK-NEXT:     %8: ref float32 = element %x[%j]
# CHECK-NEXT:     %9: float32 = load %8
# CHECK-NEXT:     %10: float32 = mul(%7, %9)
# CHECK-NEXT:     store %s, %10
# CHECK-NEXT:     %11: int32 = load %rounds
# CHECK-NEXT:     %12: int32 = add(%11, 1)
# CHECK-NEXT:     store %rounds, %12
# CHECK-NEXT:   }
# CHECK-NEXT:   %13: float32 = .gradient_take(%grad_y, %i)
# CHECK-NEXT:   var %adj_s: float32 = %13
# CHECK-NEXT:   %14: int32 = load %rounds
# CHECK-NEXT:   %15: int32 = sub(%14, 1)
# CHECK-NEXT:   for %round: int32 in range(%15, -1, -1) {
# CHECK-NEXT:     %j: int32 = let %round
# CHECK-NEXT:     %16: array(dtype=float32) = view %s_each
# CHECK-NEXT:     %17: ref float32 = element %16[%round]
# CHECK-NEXT:     %18: float32 = load %17
# CHECK-NEXT:     store %s, %18
# CHECK-NEXT:     %19: float32 = load %s
# CHECK-NEXT:     %20: ref float32 = element %x[%j]
# CHECK-NEXT:     %21: float32 = load %20
# CHECK-NEXT:     %22: float32 = load %adj_s
# CHECK-NEXT:     %23: float32 = mul(%22, %21)
# CHECK-NEXT:     %24: float32 = mul(%22, %19)
# CHECK-NEXT:     .gradient_add(%grad_x, %j, %24)
# CHECK-NEXT:     store %adj_s, %23
# CHECK-NEXT:   }
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @until(%x: array(dtype=float32), %y: array(dtype=float32)) {
# CHECK-NEXT:   %0: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %0
# CHECK-NEXT:   var %s: float32 = 1.0
# CHECK-NEXT:   while {
# CHECK-NEXT:     %1: float32 = load %s
# CHECK-NEXT:     %2: bool = %1 < 1e+01
# CHECK-NEXT:     yield %2
# CHECK-NEXT:   } do {
# CHECK-NEXT:     %3: float32 = load %s
# CHECK-NEXT:     %4: ref float32 = element %x[%i]
# CHECK-NEXT:     %5: float32 = load %4
# CHECK-NEXT:     %6: float32 = mul(%3, %5)
# CHECK-NEXT:     store %s, %6
# CHECK-NEXT:   }
# CHECK-NEXT:   %7: float32 = load %s
# CHECK-NEXT:   %8: ref float32 = element %y[%i]
# CHECK-NEXT:   store %8, %7
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @adj_until(%x: array(dtype=float32), %y: array(dtype=float32), %adj_x: array(dtype=float32), %adj_y: array(dtype=float32)) {
# CHECK-NEXT:   %0: array(dtype=float32) = .gradient_of(%x, %adj_x)
# CHECK-NEXT:   %grad_x: array(dtype=float32) = let %0
# CHECK-NEXT:   %1: array(dtype=float32) = .gradient_of(%y, %adj_y)
# CHECK-NEXT:   %grad_y: array(dtype=float32) = let %1
# CHECK-NEXT:   %2: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %2
# CHECK-NEXT:   var %s: float32 = 1.0
# CHECK-NEXT:   var %rounds: int32 = 0
# CHECK-NEXT:   var %kept: kept(16, 16)
# CHECK-NEXT:   var %s_ring: fixedarray(shape=(16,), dtype=float32)
# CHECK-NEXT:   var %s_kept: fixedarray(shape=(16,), dtype=float32)
# CHECK-NEXT:   .kept_unknown(ref %kept)
# CHECK-NEXT:   while {
# CHECK-NEXT:     %3: float32 = load %s
# CHECK-NEXT:     %4: bool = %3 < 1e+01
# CHECK-NEXT:     yield %4
# CHECK-NEXT:   } do {
# CHECK-NEXT:     %5: int32 = load %rounds
# CHECK-NEXT:     %6: bool = .kept_due(ref %kept, %5)
# CHECK-NEXT:     if %6 {
# CHECK-NEXT:       %7: int32 = .kept_take(ref %kept, %5)
# CHECK-NEXT:       %slot: int32 = let %7
# CHECK-NEXT:       %8: array(dtype=float32) = view %s_kept
# CHECK-NEXT:       %9: ref float32 = element %8[%slot]
# CHECK-NEXT:       %10: float32 = load %s
# CHECK-NEXT:       store %9, %10
# CHECK-NEXT:     }
# CHECK-NEXT:     %11: int32 = bit_and(%5, 15)
# CHECK-NEXT:     %12: array(dtype=float32) = view %s_ring
# CHECK-NEXT:     %13: ref float32 = element %12[%11]
# CHECK-NEXT:     %14: float32 = load %s
# CHECK-NEXT:     store %13, %14
# CHECK-NEXT:     %15: float32 = load %s
# CHECK-NEXT:     %16: ref float32 = element %x[%i]
# CHECK-NEXT:     %17: float32 = load %16
# CHECK-NEXT:     %18: float32 = mul(%15, %17)
# CHECK-NEXT:     store %s, %18
# CHECK-NEXT:     %19: int32 = load %rounds
# CHECK-NEXT:     %20: int32 = add(%19, 1)
# CHECK-NEXT:     store %rounds, %20
# CHECK-NEXT:   }
# CHECK-NEXT:   %21: int32 = load %rounds
# CHECK-NEXT:   .kept_done(ref %kept, %21)
# CHECK-NEXT:   %22: float32 = .gradient_take(%grad_y, %i)
# CHECK-NEXT:   var %adj_s: float32 = %22
# CHECK-NEXT:   %23: int32 = load %rounds
# CHECK-NEXT:   %24: int32 = sub(%23, 1)
# CHECK-NEXT:   for %round: int32 in range(%24, -1, -1) {
# CHECK-NEXT:     %25: bool = .kept_lost(ref %kept, %round)
# CHECK-NEXT:     if %25 {
# CHECK-NEXT:       %26: int32 = .kept_rewind(ref %kept, %round)
# CHECK-NEXT:       %from: int32 = let %26
# CHECK-NEXT:       %27: int32 = .kept_slot(ref %kept)
# CHECK-NEXT:       %slot: int32 = let %27
# CHECK-NEXT:       %28: array(dtype=float32) = view %s_kept
# CHECK-NEXT:       %29: ref float32 = element %28[%slot]
# CHECK-NEXT:       %30: float32 = load %29
# CHECK-NEXT:       store %s, %30
# CHECK-NEXT:       %31: int32 = add(%round, 1)
# CHECK-NEXT:       for %earlier: int32 in range(%from, %31, 1) {
# CHECK-NEXT:         %32: bool = .kept_due(ref %kept, %earlier)
# CHECK-NEXT:         if %32 {
# CHECK-NEXT:           %33: int32 = .kept_take(ref %kept, %earlier)
# CHECK-NEXT:           %slot.2: int32 = let %33
# CHECK-NEXT:           %34: array(dtype=float32) = view %s_kept
# CHECK-NEXT:           %35: ref float32 = element %34[%slot.2]
# CHECK-NEXT:           %36: float32 = load %s
# CHECK-NEXT:           store %35, %36
# CHECK-NEXT:         }
# CHECK-NEXT:         %37: int32 = bit_and(%earlier, 15)
# CHECK-NEXT:         %38: array(dtype=float32) = view %s_ring
# CHECK-NEXT:         %39: ref float32 = element %38[%37]
# CHECK-NEXT:         %40: float32 = load %s
# CHECK-NEXT:         store %39, %40
# CHECK-NEXT:         %41: float32 = load %s
# CHECK-NEXT:         %42: ref float32 = element %x[%i]
# CHECK-NEXT:         %43: float32 = load %42
# CHECK-NEXT:         %44: float32 = mul(%41, %43)
# CHECK-NEXT:         store %s, %44
# CHECK-NEXT:       }
# CHECK-NEXT:     }
# CHECK-NEXT:     %45: int32 = bit_and(%round, 15)
# CHECK-NEXT:     %46: array(dtype=float32) = view %s_ring
# CHECK-NEXT:     %47: ref float32 = element %46[%45]
# CHECK-NEXT:     %48: float32 = load %47
# CHECK-NEXT:     store %s, %48
# CHECK-NEXT:     %49: float32 = load %s
# CHECK-NEXT:     %50: ref float32 = element %x[%i]
# CHECK-NEXT:     %51: float32 = load %50
# CHECK-NEXT:     %52: float32 = load %adj_s
# CHECK-NEXT:     %53: float32 = mul(%52, %51)
# CHECK-NEXT:     %54: float32 = mul(%52, %49)
# CHECK-NEXT:     .gradient_add(%grad_x, %i, %54)
# CHECK-NEXT:     store %adj_s, %53
# CHECK-NEXT:   }
# CHECK-NEXT: }
