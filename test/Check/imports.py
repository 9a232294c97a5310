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
