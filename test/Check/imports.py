# RUN: kernel-translate %s --stop-after=check --dump -I %S/Inputs -I %S/Inputs/more | FileCheck %s
# Renewed by update_checks.py.
# Names of other files: beside this one, in packages, in folders given with -I, by any spelling.

import helpers
import helpers as h
import pack.inner
from helpers import SCALE as FACTOR, triple
from pack import outer
from pack.inner import Body
from warp import array, func as device_function, kernel, tid
import warp
from elsewhere import OFFSET
from stars import *


@device_function
def local(x: float):
    return triple(x) * FACTOR


@kernel
def imports(x: array(dtype=float), bodies: warp.array(dtype=Body)):
    i = tid()
    x[i] = local(x[i]) + helpers.triple(h.SCALE) + outer(1.0) + pack.inner.DEPTH + OFFSET
    bodies[i].mass = STAR


if True:

    @kernel
    def conditional(x: array(dtype=float)):
        x[0] = 1.0

# CHECK: struct Body
# CHECK-NEXT:   mass: float32
# CHECK-EMPTY:
# CHECK-NEXT: func triple(x: float32) -> float32
# CHECK-NEXT:   11: return 3.0 * x
# CHECK-NEXT:     3.0 * x: float32, builtin mul(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     3.0: float32 = 3.0
# CHECK-EMPTY:
# CHECK-NEXT: func local(x: float32) -> float32
# CHECK-NEXT:   19: return triple(x) * FACTOR
# CHECK-NEXT:     triple(x) * FACTOR: float32, builtin mul(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     triple(x): float32, func triple
# CHECK-NEXT:     FACTOR: float32 = 0.5
# CHECK-EMPTY:
# CHECK-NEXT: func outer(x: float32) -> float32
# CHECK-NEXT:   18: return triple(x) + DEPTH
# CHECK-NEXT:     triple(x) + DEPTH: float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     triple(x): float32, func triple
# CHECK-NEXT:     DEPTH: float32 = 4.0
# CHECK-EMPTY:
# CHECK-NEXT: kernel imports(x: array(dtype=float32), bodies: array(dtype=Body))
# CHECK-NEXT:   var i: int32
# CHECK-NEXT:   24: i = tid()
# CHECK-NEXT:     tid(): int32, thread id
# CHECK-NEXT:   25: x[i] = local(x[i]) + helpers.triple(h.SCALE) + outer(1.0) + pack.inner.DEPTH + OFFSET
# CHECK-NEXT:     x[i]: float32
# CHECK-NEXT:     local(x[i]) + helpers.triple(h.SCALE) + outer(1.0) + pack.inner.DEPTH + OFFSET: float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     local(x[i]) + helpers.triple(h.SCALE) + outer(1.0) + pack.inner.DEPTH: float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     local(x[i]) + helpers.triple(h.SCALE) + outer(1.0): float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     local(x[i]) + helpers.triple(h.SCALE): float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     local(x[i]): float32, func local
# CHECK-NEXT:     x[i]: float32
# CHECK-NEXT:     helpers.triple(h.SCALE): float32, func triple
# CHECK-NEXT:     h.SCALE: float32 = 0.5
# CHECK-NEXT:     outer(1.0): float32, func outer
# CHECK-NEXT:     1.0: float32 = 1.0
# CHECK-NEXT:     pack.inner.DEPTH: float32 = 4.0
# CHECK-NEXT:     OFFSET: float32 = 1.5
# CHECK-NEXT:   26: bodies[i].mass = STAR
# CHECK-NEXT:     bodies[i].mass: float32
# CHECK-NEXT:     bodies[i]: Body
# CHECK-NEXT:     STAR: float32 = 7.0
# CHECK-EMPTY:
# CHECK-NEXT: kernel conditional(x: array(dtype=float32))
# CHECK-NEXT:   33: x[0] = 1.0
# CHECK-NEXT:     x[0]: float32
# CHECK-NEXT:     0: int32 = 0
# CHECK-NEXT:     1.0: float32 = 1.0
# CHECK-EMPTY:
