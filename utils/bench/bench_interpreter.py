#!/usr/bin/env python3
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""How long the interpreter takes for a step of a loop of scalars and of vectors, and for a small launch."""

import os
import sys
import tempfile
import time

import numpy as np

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(ROOT, "utils", "launch"))

from backends import Interpreter
from values import vectors

SOURCE = """
import warp as wp

@wp.kernel
def scalars(a: wp.array(dtype=float), b: wp.array(dtype=float), n: int):
    i = wp.tid()
    total = float(0.0)
    for j in range(n):
        total += a[j] * a[i] + wp.sqrt(total)
    b[i] = total

@wp.kernel
def bodies(x: wp.array(dtype=wp.vec3), f: wp.array(dtype=wp.vec3), n: int):
    i = wp.tid()
    force = wp.vec3()
    for j in range(n):
        d = x[j] - x[i]
        force += d / (wp.length_sq(d) + 0.01)
    f[i] = force
"""


def seconds(launch, times):
    """The least CPU time of some rounds."""
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        for _ in range(times):
            launch()
        best = min(best, (time.process_time() - start) / times)
    return best


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "kernels.py")
        with open(path, "w") as file:
            file.write(SOURCE)
        interpreter = Interpreter(path, "simplify", os.path.join(ROOT, "build", "bin", "kernel-translate"))
    n = 1000
    random = np.random.default_rng(1)
    floats, points = random.random(n).astype("f4"), random.random((n, 3)).astype("f4")
    for kernel, args in ("scalars", [floats, floats.copy()]), ("bodies", [vectors(points), vectors(points.copy())]):
        took = seconds(lambda: interpreter.launch(kernel, 100, [*args, n]), 1)
        steps = interpreter.steps_of_last_launch()
        print(f"{kernel}: {took / steps * 1e9:.1f} ns a step, {steps / took / 1e6:.0f} million steps a second")
    took = seconds(lambda: interpreter.launch("scalars", 8, [floats, floats.copy(), 8]), 1000)
    print(f"a launch of 8 threads with 8 rounds each, through Python: {took * 1e6:.0f} us")


if __name__ == "__main__":
    main()
