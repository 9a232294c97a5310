# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

import warp as wp

from ..helpers import triple

DEPTH = 4.0


@wp.struct
class Body:
    mass: float


@wp.func
def outer(x: float):
    return triple(x) + DEPTH
