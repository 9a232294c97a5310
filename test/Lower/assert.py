# RUN: kernel-translate %s --stop-after=lower --dump | FileCheck %s
# Renewed by update_checks.py.
# An assertion shows its file, line and text, on one line.

import warp as wp


@wp.kernel
def checked(a: wp.array(dtype=float), n: int):
    i = wp.tid()
    assert i < n
    assert (a[i] > 0.0 and
            a[i] < 1.0), "out of range"

# CHECK: kernel @checked(%a: array(dtype=float32), %n: int32) {
# CHECK-NEXT:   %0: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %0
# CHECK-NEXT:   %1: bool = %i < %n
# CHECK-NEXT:   assert %1, "assert.py:11: i < n"
# CHECK-NEXT:   %2: ref float32 = element %a[%i]
# CHECK-NEXT:   %3: float32 = load %2
# CHECK-NEXT:   %4: bool = %3 > 0.0
# CHECK-NEXT:   %5: bool = if %4 {
# CHECK-NEXT:     %6: ref float32 = element %a[%i]
# CHECK-NEXT:     %7: float32 = load %6
# CHECK-NEXT:     %8: bool = %7 < 1.0
# CHECK-NEXT:     yield %8
# CHECK-NEXT:   } else {
# CHECK-NEXT:     yield false
# CHECK-NEXT:   }
# CHECK-NEXT:   assert %5, "assert.py:12: a[i] > 0.0 and a[i] < 1.0: out of range"
# CHECK-NEXT: }
