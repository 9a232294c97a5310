# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

# A file that says which messages it draws: --verify-diagnostics is content when they are there, where they should be,
# and tells what differs.

# RUN: kernel-translate --verify-diagnostics %s 2>&1 | count 0
# RUN: not kernel-translate --verify-diagnostics %S/Inputs/wrong-expectations.py 2>&1 | FileCheck %s

# CHECK: wrong-expectations.py:10: expected, but not seen: {{error}}: [unknown-name] "another text"
# CHECK-NEXT: wrong-expectations.py:11: expected, but not seen: {{error}}: [another-slug] "there is no"
# CHECK-NEXT: wrong-expectations.py:10: seen, but not expected: {{error}}: [unknown-name] "there is no `undefined_name` here"
# CHECK-NEXT: wrong-expectations.py:11: seen, but not expected: {{error}}: [unknown-name] "there is no `another_name` here"
# CHECK-NOT: {{.}}

import warp as wp


@wp.kernel
def faulty(x: wp.array(dtype=float)):
    i = wp.tid()
    x[i] = undefined_name  # error: [unknown-name] "there is no"
    x[i] = another_name
    # error@-1: [unknown-name] "there is no"
