#!/usr/bin/env python3
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Speed of emitted CPU code, one thread, against Warp's own C++ of the same kernels and against C++ written by hand.

Each file of `emitted` has one kernel, and beside it stands what an engineer would write for it. All three are built by
the same compiler with the same flags and called by the same binary interface. They have to give the same numbers before
they are timed, in turns; the best time of each counts. Without Warp its column stays empty.
"""

import argparse
import ctypes
import importlib.util
import math
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
KERNELS = Path(__file__).parent / "emitted"
sys.path.insert(0, str(ROOT / "utils" / "launch"))

import stand_ins
from backends import Bounds, pack
from values import content, fresh

WARP = importlib.util.find_spec("warp")
WAYS = ("ours", "warp", "hand")


def load(path):
    """The kernel's file as Python, for the arguments of its launch."""
    if "warp" not in sys.modules:
        stand_ins.install_warp()
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write_sources(path, folder, options, target="cpu", backward=False):
    """The text of each way, with the folder that it includes from. `backward`: adjoints, too."""
    suffix = {"cpu": ".cpp", "cuda": ".cu"}[target]
    ours, warp = folder / f"{path.stem}-ours{suffix}", folder / f"{path.stem}-warp{suffix}"
    sweep = "--backward" if backward else "--no-backward"
    subprocess.run([options.tool, path, f"--target={target}", sweep, "-o", ours], check=True)
    sources = {"ours": (ours, ROOT / "include"), "hand": (path.with_suffix(".cpp"), KERNELS)}
    if WARP:
        with warp.open("w", encoding="utf-8") as text:
            subprocess.run([sys.executable, Path(__file__).parent / "warp_codegen.py", f"--print={target}",
                            *["--backward"] * backward, path], check=True, stdout=text, env={"PYTHONPATH": str(ROOT / "utils" / "launch")})
        sources["warp"] = (warp, Path(WARP.origin).parent / "native")
    return sources


def build(source, include, flags, options):
    library = source.with_suffix(".so") if source.parent != KERNELS else options.folder / f"{source.stem}-hand.so"
    subprocess.run([options.compiler, "-std=c++17", "-DNDEBUG", *flags, "-w", "-fPIC", "-shared", f"-I{include}", source, "-o",
                    library], check=True)
    return library


def entry_of(library, way, source):
    """The launch, as a C function; its name tells what it was made from."""
    name = "run"
    if way != "hand":
        name = re.search(r"(\w+_cpu_forward)\(", source.read_text(encoding="utf-8")).group(1)
    copy = library.with_name(f"{library.stem}-{len(keep_open)}.so")  # a library of one name is loaded once
    library.rename(copy)
    keep_open.append(ctypes.CDLL(str(copy)))
    return ctypes.cast(keep_open[-1][name], ctypes.c_void_p)


keep_open = []


class Launch:
    """One way to run one kernel, with arguments of its own."""

    def __init__(self, entry, timer, dim, arguments):
        self.entry, self.timer, self.dim, self.given = entry, timer, Bounds(dim), arguments
        self.args = [fresh(argument) for argument in arguments]
        self.packed = pack(self.args)

    def restore(self):
        for arg, given in zip(self.args, self.given):
            if content(arg) is not None:
                content(arg)[...] = content(given)

    def seconds(self, launches):
        self.restore()
        return self.timer(self.entry, self.dim, self.packed.ctypes.data, launches) / launches

    def results(self):
        self.seconds(1)
        return [content(arg).copy() for arg in self.args if content(arg) is not None]


def compare(name, launches):
    expected = launches["hand"].results()
    for way, launch in launches.items():
        for actual, wanted in zip(launch.results(), expected):
            if not np.allclose(actual, wanted, rtol=1e-4, atol=1e-5):
                sys.exit(f"{name}: the numbers of `{way}` differ from those written by hand by "
                         f"{np.abs(actual - wanted).max()}")


def measure(launches, options):
    best = dict.fromkeys(launches, math.inf)
    batch = {way: max(1, int(options.batch / launch.seconds(1))) for way, launch in launches.items()}
    for _ in range(options.rounds):
        for way, launch in launches.items():
            best[way] = min(best[way], launch.seconds(batch[way]))
    return best


def mean(values):
    return math.exp(sum(map(math.log, values)) / len(values)) if values else math.nan


def bench(flags, paths, options):
    timer = ctypes.CDLL(str(build(KERNELS / "timer.cpp", KERNELS, ["-O2"], options))).time_launches
    timer.argtypes = [ctypes.c_void_p, Bounds, ctypes.c_void_p, ctypes.c_int]
    timer.restype = ctypes.c_double
    print(f"\n{options.compiler} {' '.join(flags)}")
    print(f"{'milliseconds a launch':24}{'ours':>10}{'Warp':>10}{'by hand':>10}{'Warp/ours':>12}{'ours/hand':>12}")
    against = {"warp": [], "hand": []}
    for path in paths:
        dim, arguments = load(path).launch(np.random.default_rng(1))
        launches = {}
        for way, (source, include) in options.sources[path].items():
            entry = entry_of(build(source, include, flags, options), way, source)
            launches[way] = Launch(entry, timer, dim, arguments)
        compare(path.stem, launches)
        best = measure(launches, options)
        ours, warp, hand = (best.get(way, math.nan) for way in WAYS)
        against["warp"] += [warp / ours] if WARP else []
        against["hand"].append(ours / hand)
        print(f"{path.stem:24}{1e3 * ours:10.4f}{1e3 * warp:10.4f}{1e3 * hand:10.4f}{warp / ours:12.2f}"
              f"{ours / hand:12.2f}", flush=True)
    print(f"{'geometric mean':54}{mean(against['warp']):12.2f}{mean(against['hand']):12.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kernels", nargs="*", help="their names; all if none is given")
    parser.add_argument("--flags", action="append", help="of the compiler; may be given several times")
    parser.add_argument("--rounds", type=int, default=15, help="so many times each way has its turn")
    parser.add_argument("--batch", type=float, default=0.003, help="so many seconds a turn lasts, about")
    parser.add_argument("--compiler", default="clang++-22")
    parser.add_argument("--tool", default=str(ROOT / "build" / "bin" / "kernel-translate"))
    options = parser.parse_args()
    if not WARP:
        print(f"{sys.executable} has no Warp: its column stays empty")
    paths = sorted(path for path in KERNELS.glob("*.py") if not options.kernels or path.stem in options.kernels)

    with tempfile.TemporaryDirectory(prefix="kt-bench-") as folder:
        options.folder = Path(folder)
        options.sources = {path: write_sources(path, options.folder, options) for path in paths}
        for flags in options.flags or ["-O3", "-O3 -march=native"]:
            bench(flags.split(), paths, options)


if __name__ == "__main__":
    main()
