# RUN: kernel-translate %s --stop-after=check --dump | FileCheck %s
# Renewed by update_checks.py.
# Module constants as kernels see them: worked out as Python would, then held as the type they are used as.

import math
from enum import IntEnum, Enum, auto
import numpy as np
import warp as wp

COUNT = 2**10 // 3
SHIFTED = (1 << 20) - 1
MODULO = -7 % 3
HALF = 1 / 2
AREA = math.pi * 2.0**2
ROOT = math.sqrt(2.0)
LARGEST = max(3, 7, 5)
CHOSEN = "yes" if COUNT > 100 and not SHIFTED == 0 else "no"
FLAG = CHOSEN == "yes"
DOWN = wp.vec3(0.0, -9.8, 0.0)
WEIGHTS = wp.constant(wp.mat22(1, 2, 3, 4))
UNIT = wp.quat(0.0, 0.0, 0.0, 1.0)
WIDE = wp.constant(wp.uint64(2**63))
SIZES = (4, 8)
FIRST, SECOND = 1, 2


class Kind(IntEnum):
    EMPTY = 0
    FLUID = auto()
    SOLID = FLUID + 4 if False else 5


class Mode(Enum):
    FAST = 3


class Limits:
    COUNT = 12
    STEPS = COUNT + 1


@wp.kernel
def constants(x: wp.array(dtype=float), n: wp.array(dtype=int)):
    n[0] = COUNT + SHIFTED + MODULO + LARGEST + FIRST + SECOND + SIZES[1] + SIZES[-2]
    n[1] = Kind.FLUID + Kind.SOLID.value + Mode.FAST.value + Limits.STEPS
    x[0] = HALF + AREA + ROOT + math.tau + np.pi + wp.HALF_PI
    x[1] = DOWN[1] + DOWN.z + WEIGHTS[1, 0] + UNIT.w
    if FLAG:
        y = wp.inf
    x[2] = y
    big = WIDE
    exact = wp.float64(math.pi) + wp.float64(0.1)
    wide = wp.int64(5000000000)
    wrapped = wp.uint32(-1)

# CHECK: kernel constants(x: array(dtype=float32), n: array(dtype=int32))
# CHECK-NEXT:   var y: float32
# CHECK-NEXT:   var big: uint64
# CHECK-NEXT:   var exact: float64
# CHECK-NEXT:   var wide: int64
# CHECK-NEXT:   var wrapped: uint32
# CHECK-NEXT:   44: n[0] = COUNT + SHIFTED + MODULO + LARGEST + FIRST + SECOND + SIZES[1] + SIZES[-2]
# CHECK-NEXT:     n[0]: int32
# CHECK-NEXT:     0: int32 = 0
# CHECK-NEXT:     COUNT + SHIFTED + MODULO + LARGEST + FIRST + SECOND + SIZES[1] + SIZES[-2]: int32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     COUNT + SHIFTED + MODULO + LARGEST + FIRST + SECOND + SIZES[1]: int32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     COUNT + SHIFTED + MODULO + LARGEST + FIRST + SECOND: int32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     COUNT + SHIFTED + MODULO + LARGEST + FIRST: int32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     COUNT + SHIFTED + MODULO + LARGEST: int32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     COUNT + SHIFTED + MODULO: int32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     COUNT + SHIFTED: int32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     COUNT: int32 = 341
# CHECK-NEXT:     SHIFTED: int32 = 1048575
# CHECK-NEXT:     MODULO: int32 = 2
# CHECK-NEXT:     LARGEST: int32 = 7
# CHECK-NEXT:     FIRST: int32 = 1
# CHECK-NEXT:     SECOND: int32 = 2
# CHECK-NEXT:     SIZES[1]: int32 = 8
# CHECK-NEXT:     SIZES[-2]: int32 = 4
# CHECK-NEXT:   45: n[1] = Kind.FLUID + Kind.SOLID.value + Mode.FAST.value + Limits.STEPS
# CHECK-NEXT:     n[1]: int32
# CHECK-NEXT:     1: int32 = 1
# CHECK-NEXT:     Kind.FLUID + Kind.SOLID.value + Mode.FAST.value + Limits.STEPS: int32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     Kind.FLUID + Kind.SOLID.value + Mode.FAST.value: int32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     Kind.FLUID + Kind.SOLID.value: int32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     Kind.FLUID: int32 = 1
# CHECK-NEXT:     Kind.SOLID.value: int32 = 5
# CHECK-NEXT:     Mode.FAST.value: int32 = 3
# CHECK-NEXT:     Limits.STEPS: int32 = 13
# CHECK-NEXT:   46: x[0] = HALF + AREA + ROOT + math.tau + np.pi + wp.HALF_PI
# CHECK-NEXT:     x[0]: float32
# CHECK-NEXT:     0: int32 = 0
# CHECK-NEXT:     HALF + AREA + ROOT + math.tau + np.pi + wp.HALF_PI: float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     HALF + AREA + ROOT + math.tau + np.pi: float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     HALF + AREA + ROOT + math.tau: float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     HALF + AREA + ROOT: float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     HALF + AREA: float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     HALF: float32 = 0.5
# CHECK-NEXT:     AREA: float32 = 12.566371
# CHECK-NEXT:     ROOT: float32 = 1.4142135
# CHECK-NEXT:     math.tau: float32 = 6.2831855
# CHECK-NEXT:     np.pi: float32 = 3.1415927
# CHECK-NEXT:     wp.HALF_PI: float32 = 1.5707964
# CHECK-NEXT:   47: x[1] = DOWN[1] + DOWN.z + WEIGHTS[1, 0] + UNIT.w
# CHECK-NEXT:     x[1]: float32
# CHECK-NEXT:     1: int32 = 1
# CHECK-NEXT:     DOWN[1] + DOWN.z + WEIGHTS[1, 0] + UNIT.w: float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     DOWN[1] + DOWN.z + WEIGHTS[1, 0]: float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     DOWN[1] + DOWN.z: float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     DOWN[1]: float32
# CHECK-NEXT:     DOWN: vec3 = (0.0, -9.8, 0.0)
# CHECK-NEXT:     1: int32 = 1
# CHECK-NEXT:     DOWN.z: float32
# CHECK-NEXT:     DOWN: vec3 = (0.0, -9.8, 0.0)
# CHECK-NEXT:     WEIGHTS[1, 0]: float32
# CHECK-NEXT:     WEIGHTS: mat22 = (1.0, 2.0, 3.0, 4.0)
# CHECK-NEXT:     1: int32 = 1
# CHECK-NEXT:     0: int32 = 0
# CHECK-NEXT:     UNIT.w: float32
# CHECK-NEXT:     UNIT: quat = (0.0, 0.0, 0.0, 1.0)
# CHECK-NEXT:   48: if FLAG:
# CHECK-NEXT:     FLAG: bool = true
# CHECK-NEXT:   49: y = wp.inf
# CHECK-NEXT:     wp.inf: float32 = inf
# CHECK-NEXT:   50: x[2] = y
# CHECK-NEXT:     x[2]: float32
# CHECK-NEXT:     2: int32 = 2
# CHECK-NEXT:   51: big = WIDE
# CHECK-NEXT:     WIDE: uint64 = 9223372036854775808
# CHECK-NEXT:   52: exact = wp.float64(math.pi) + wp.float64(0.1)
# CHECK-NEXT:     wp.float64(math.pi) + wp.float64(0.1): float64, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     wp.float64(math.pi): float64 = 3.141592653589793, cast
# CHECK-NEXT:     wp.float64(0.1): float64 = 0.1, cast
# CHECK-NEXT:   53: wide = wp.int64(5000000000)
# CHECK-NEXT:     wp.int64(5000000000): int64 = 5000000000, cast
# CHECK-NEXT:   54: wrapped = wp.uint32(-1)
# CHECK-NEXT:     wp.uint32(-1): uint32 = 4294967295, cast
# CHECK-EMPTY:
