# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

import warp as wp


@wp.kernel
def faulty(x: wp.array(dtype=float)):
    i = wp.tid()
    x[i] = undefined_name  # error: [unknown-name] "another text"
    x[i] = another_name  # error: [another-slug] "there is no"
