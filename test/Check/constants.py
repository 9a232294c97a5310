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
