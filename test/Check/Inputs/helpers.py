# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

import warp as wp

SCALE = 0.5


@wp.func
def triple(x: float):
    return 3.0 * x
