# RUN: kernel-translate %s --stop-after=check --verify-diagnostics
# Names that mean nothing here, or that only running Python would tell.

import os
import warp as wp
import math
import numpy as np
from enum import Enum
from somewhere import SOMETHING

TWICE = 1
TWICE = 2
HOME = os.environ["HOME"]
LIMIT = len(HOME)
counter = 0
COUNTED = 0
COUNTED += 1
for step in range(3):
    pass
SIZES = (1, 2)
LOOP = LOOP2
LOOP2 = LOOP


def bump():
    global counter
    counter = 5


class Color(Enum):
    RED = 1


class Plain:
    SIZE = 4


@wp.kernel
def unknown(x: wp.array(dtype=float), factor: float):
    i = wp.tid()
    x[i] = facter  # error: [unknown-name] "there is no `facter` here"
    x[i] = wp.sinn(factor)  # error: [unknown-member] "`wp` has no `sinn`"
    x[i] = math.lgamma(factor)  # error: [unknown-member] "`math` has no `lgamma`"
    x[i] = vec17(1.0)[0]  # error: [unknown-name] "there is no `vec17` here"
    x[i] = nowhere.value  # error: [unknown-name] "there is no `nowhere` here"
    x[i] = float(Plain.WIDTH)  # error: [unknown-member] "`Plain` has no `WIDTH`"


@wp.kernel
def unknowable(x: wp.array(dtype=int)):
    x[0] = TWICE  # error: [not-static] "`TWICE` can't be known without running Python"
    x[1] = LIMIT  # error: [not-static] "`LIMIT` can't be known"
    x[2] = counter  # error: [not-static] "`counter` can't be known"
    x[3] = COUNTED  # error: [not-static] "`COUNTED` can't be known"
    x[4] = step  # error: [not-static] "`step` can't be known"
    x[5] = SOMETHING  # error: [not-static] "`SOMETHING` can't be known"
    x[6] = LOOP  # error: [not-static] "`LOOP` can't be known"
    x[7] = np.random.randint(3)  # error: [not-static] "`np.random` can't be known"


@wp.kernel
def not_values(x: wp.array(dtype=int)):
    x[0] = Color.RED  # error: [not-a-value] "`Color.RED` is a member of a plain Enum, not a value"
    x[1] = SIZES  # error: [not-a-value] "`SIZES` is a list or tuple of Python's, not a value"
    x[2] = wp.sin  # error: [not-a-value] "`wp.sin` is a function, not a value"
    x[3] = float  # error: [not-a-value] "`float` is a type, not a value"
    x[4] = math  # error: [not-a-value] "`math` is a module, not a value"
    x[5] = Plain  # error: [not-a-value] "`Plain` is a class, not a value"
    x[6] = unknowable  # error: [not-a-value] "`unknowable` is a kernel, not a value"
