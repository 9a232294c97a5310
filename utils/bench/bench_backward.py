#!/usr/bin/env python3
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a gradient costs: time of the backward launch over time of the forward launch, emitted CPU code, one thread.

The kernels of `backward/loops.py` go back through loops of n rounds. Launches are timed in turns; the best time of each
counts. Bytes are what a thread keeps for the reverse sweep beside its variables, as the emitted text declares it.
"""

import argparse
import ctypes
import math
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
KERNELS = Path(__file__).parent / "backward" / "loops.py"
sys.path.insert(0, str(ROOT / "utils" / "launch"))

from backends import Bounds, pack

SIZES = {"bool": 1, "int": 4, "float": 4, "double": 8, "wp::vec3d": 24}


def bytes_kept(text, kernel):
    body = text.split(f"static inline void adj_{kernel}(")[1].split("\n}\n")[0]
    total = sum(5 * int(slots) + 24 for slots in re.findall(r"wp::kept<(\d+), \d+> ", body))
    for type_name, count in re.findall(r"wp::fixedarray_t<([\w:]+), (\d+)> ", body):
        total += SIZES[type_name] * int(count)
    return total


def seconds(function, rounds):
    best = math.inf
    for _ in range(rounds):
        start = time.perf_counter()
        function()
        best = min(best, time.perf_counter() - start)
    return best


def ratio(library, key, rounds, n):
    """Backward over forward for n rounds of the loop, and nanoseconds of a forward round."""
    threads = max(16, 400_000 // n)
    x = np.random.default_rng(1).uniform(0.9, 1.1, 64)
    y, adj_x, adj_y = np.zeros(threads), np.zeros(64), np.ones(threads)
    bounds, args, adjoints = Bounds(threads), pack([x, y, np.int32(n)]), pack([adj_x, adj_y, np.int32(0)])
    forward, backward = library[f"{key}_cpu_forward"], library[f"{key}_cpu_backward"]
    forward.argtypes = [Bounds, ctypes.c_void_p]
    backward.argtypes = [Bounds, ctypes.c_void_p, ctypes.c_void_p]

    def run_backward():
        adj_y[:] = 1.0
        backward(bounds, args.ctypes.data, adjoints.ctypes.data)

    ahead = seconds(lambda: forward(bounds, args.ctypes.data), rounds)
    back = seconds(run_backward, rounds)
    return back / ahead, 1e9 * ahead / (threads * n)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9, help="so many times each launch has its turn")
    parser.add_argument("--compiler", default="clang++-22")
    parser.add_argument("--tool", default=str(ROOT / "build" / "bin" / "kernel-translate"))
    options = parser.parse_args()
    lengths = (10, 100, 1000, 10000)
    with tempfile.TemporaryDirectory(prefix="kt-bench-") as folder:
        unit, library = Path(folder) / "loops.cpp", Path(folder) / "loops.so"
        subprocess.run([options.tool, KERNELS, "--backward", "-o", unit], check=True)
        subprocess.run([options.compiler, "-std=c++17", "-O3", "-fPIC", "-shared", f"-I{ROOT / 'include'}", unit, "-o",
                        library], check=True)
        loaded, text = ctypes.CDLL(str(library)), unit.read_text(encoding="utf-8")
        print(f"{'backward / forward':18}" + "".join(f"{f'n = {n}':>11}" for n in lengths) + f"{'bytes':>8}{'ns/round':>10}")
        everything = []
        for key in re.findall(r"void (\w+)_cpu_forward\(", text):
            kernel = key.rsplit("_", 1)[0]
            measured = [ratio(loaded, key, options.rounds, n) for n in lengths]
            everything += [value for value, _ in measured]
            print(f"{kernel:18}" + "".join(f"{value:11.2f}" for value, _ in measured) +
                  f"{bytes_kept(text, kernel):8}{measured[-1][1]:10.2f}", flush=True)
        print(f"median {statistics.median(everything):.2f}, highest {max(everything):.2f}")


if __name__ == "__main__":
    main()
