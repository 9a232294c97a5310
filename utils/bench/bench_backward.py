#!/usr/bin/env python3
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a gradient costs: time of the backward launch over time of the forward launch, CPU code, one thread.

The kernels of `backward/loops.py` go back through loops of n rounds: our emitted code, Warp's own C++, and the same by
hand on a tape (`backward/tape.cpp`), one as small as can be and that of ADOL-C. All are built by the same compiler with
the same flags. A way whose gradient differs from differences is not timed but marked. Launches are timed in turns, by the
processor time of the thread; the best of each counts. Bytes are what a thread keeps for the reverse sweep beside its variables, as the emitted text
declares it. Without Warp or ADOL-C (Debian: libadolc-dev) their columns stay empty.
"""

import argparse
import ctypes
import importlib.util
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
FOLDER = Path(__file__).parent / "backward"
KERNELS = FOLDER / "loops.py"
sys.path.insert(0, str(ROOT / "utils" / "launch"))

from backends import Bounds, pack

WARP = importlib.util.find_spec("warp")
LENGTHS = (10, 100, 1000, 10000)
ROUNDS_A_LAUNCH = 400_000
INPUTS = 64
SIZES = {"bool": 1, "int": 4, "float": 4, "double": 8, "wp::vec3d": 24}


def bytes_kept(text, kernel):
    body = text.split(f"static inline void adj_{kernel}(")[1].split("\n}\n")[0]
    total = sum(5 * int(slots) + 24 for slots in re.findall(r"wp::kept<(\d+), \d+> ", body))
    for type_name, count in re.findall(r"wp::fixedarray_t<([\w:]+), (\d+)> ", body):
        total += SIZES[type_name] * int(count)
    return total


class Launches:
    """Emitted code, ours or Warp's: both have one binary interface."""

    def __init__(self, library, text):
        self.library = library
        self.keys = {key.rsplit("_", 1)[0]: key for key in re.findall(r"void (\w+)_cpu_forward\(", text)}

    def prepare(self, kernel, threads, n, x):
        self.y, self.adj_x, self.adj_y = np.zeros(threads), np.zeros(INPUTS), np.ones(threads)
        bounds, args = Bounds(threads), pack([x, self.y, np.int32(n)])
        adjoints = pack([self.adj_x, self.adj_y, np.int32(0)])
        forward, backward = (self.library[f"{self.keys[kernel]}_cpu_{sweep}"] for sweep in ("forward", "backward"))
        forward.argtypes, backward.argtypes = [Bounds, ctypes.c_void_p], [Bounds, ctypes.c_void_p, ctypes.c_void_p]

        def run_backward():
            self.adj_y[:] = 1.0
            backward(bounds, args.ctypes.data, adjoints.ctypes.data)

        return lambda: forward(bounds, args.ctypes.data), run_backward


class Tape:
    """The kernels by hand."""

    def __init__(self, library):
        self.library = library

    def prepare(self, kernel, threads, n, x):
        self.y, self.adj_x = np.zeros(threads), np.zeros(INPUTS)
        pointers = [ctypes.c_void_p(data.ctypes.data) for data in (x, self.y, self.adj_x)]
        values, gradient = self.library[kernel + "_values"], self.library[kernel + "_gradient"]
        return lambda: values(threads, n, *pointers[:2]), lambda: gradient(threads, n, pointers[0], pointers[2])


def compile_library(options, source, include, *more):
    library = options.folder / f"{source.stem}{'-'.join(['', *more])}.so"
    done = subprocess.run([options.compiler, "-std=c++17", "-DNDEBUG", "-O3", "-w", "-fPIC", "-shared", f"-I{include}", source,
                           "-o", library, *more], capture_output=True, text=True)
    return ctypes.CDLL(str(library)) if done.returncode == 0 else None


def ways(options):
    """Each way that there is, and the text of ours."""
    ours, warp = options.folder / "ours.cpp", options.folder / "warp.cpp"
    subprocess.run([options.tool, KERNELS, "--backward", "-o", ours], check=True)
    text = ours.read_text(encoding="utf-8")
    found = {"ours": Launches(compile_library(options, ours, ROOT / "include"), text)}
    if WARP:
        with warp.open("w", encoding="utf-8") as file:
            subprocess.run([sys.executable, Path(__file__).parent / "warp_codegen.py", "--print=cpu", "--backward", KERNELS],
                           check=True, stdout=file)
        library = compile_library(options, warp, Path(WARP.origin).parent / "native")
        found["Warp"] = Launches(library, warp.read_text(encoding="utf-8"))
    found["tape"] = Tape(compile_library(options, FOLDER / "tape.cpp", FOLDER))
    if adolc := compile_library(options, FOLDER / "tape.cpp", FOLDER, "-DKT_ADOLC", "-ladolc"):
        found["ADOL-C"] = Tape(adolc)
    return found, text


def by_differences(way, kernel, n, x, step=1e-6):
    """The gradient of the sum over as many threads as there are inputs."""
    columns = np.zeros(INPUTS)
    for k in range(INPUTS):
        ends = []
        for sign in (1, -1):
            moved = x.copy()
            moved[k] += sign * step
            way.prepare(kernel, INPUTS, n, moved)[0]()
            ends.append(way.y.copy())
        columns[k] = np.sum(ends[0] - ends[1]) / (2 * step)
    return columns


def is_right(way, kernel, n, x, expected):
    way.prepare(kernel, INPUTS, n, x)[1]()
    largest = np.max(np.abs(expected))
    return bool(np.isfinite(largest)) and np.allclose(way.adj_x, expected, rtol=0, atol=1e-4 * largest)


def seconds(function):
    start = time.thread_time()
    function()
    return time.thread_time() - start


def measure(options, found, kernel, n):
    """For each way, backward over forward, or None if its gradient is wrong; and nanoseconds of our forward round."""
    x = np.random.default_rng(1).uniform(0.98, 1.0, INPUTS)
    expected = by_differences(found["ours"], kernel, n, x)
    threads = max(16, ROUNDS_A_LAUNCH // n)
    launches = {name: way.prepare(kernel, threads, n, x) for name, way in found.items()
                if is_right(way, kernel, n, x, expected)}
    best = {name: [math.inf, math.inf] for name in launches}
    for _ in range(options.rounds):
        for name, pair in launches.items():
            best[name] = [min(time, seconds(function)) for time, function in zip(best[name], pair)]
    ratios = {name: best[name][1] / best[name][0] if name in best else None for name in found}
    return ratios, 1e9 * best["ours"][0] / (threads * n) if "ours" in best else math.nan


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9, help="so many times each launch has its turn")
    parser.add_argument("--compiler", default="clang++-22")
    parser.add_argument("--tool", default=str(ROOT / "build" / "bin" / "kernel-translate"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kt-bench-") as folder:
        options.folder = Path(folder)
        found, text = ways(options)
        everything = {name: [] for name in found}
        print(f"{'backward / forward':18}{'':>8}" + "".join(f"{f'n = {n}':>11}" for n in LENGTHS) + f"{'bytes':>8}{'ns/round':>10}")
        for kernel in found["ours"].keys:
            rows = [measure(options, found, kernel, n) for n in LENGTHS]
            for name in found:
                ratios = [ratios[name] for ratios, _ in rows]
                everything[name] += [ratio for ratio in ratios if ratio is not None]
                cells = "".join(f"{'wrong':>11}" if ratio is None else f"{ratio:11.2f}" for ratio in ratios)
                last = f"{bytes_kept(text, kernel):8}{rows[-1][1]:10.2f}" if name == "ours" else ""
                print(f"{kernel if name == 'ours' else '':18}{name:>8}{cells}{last}", flush=True)
        for name, ratios in everything.items():
            print(f"{name}: median {statistics.median(ratios):.2f}, highest {max(ratios):.2f}, {len(ratios)} of "
                  f"{len(LENGTHS) * len(found['ours'].keys)} right")


if __name__ == "__main__":
    main()
