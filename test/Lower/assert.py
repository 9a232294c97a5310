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
