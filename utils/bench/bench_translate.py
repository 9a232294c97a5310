#!/usr/bin/env python3
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Wall time of kernel-translate on one file, checks included, against importing Warp and generating the same file's code.

Each command runs as a process of its own, in turns; the median is given.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def timed(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main():
    venv = ROOT / "build" / "venv" / "bin" / "python"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", default=str(ROOT / "docs" / "examples" / "particles.py"))
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--tool", default=str(ROOT / "build" / "bin" / "kernel-translate"))
    parser.add_argument("--python", default=str(venv) if venv.exists() else sys.executable, help="one that has Warp")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix="kt-bench-") as folder:
        translate = [options.tool, options.file, "--target=both", "--no-backward", "-o", str(Path(folder, "unit"))]
        commands = {
            "kernel-translate, both targets, checked": translate,
            "kernel-translate, both targets, unchecked": [*translate, "--verify=none"],
            "Warp, import and both targets, unchecked": [options.python, str(Path(__file__).parent / "warp_codegen.py"),
                                                         options.file],
            "Warp, import alone": [options.python, "-c", "import warp"],
        }
        times = {name: [] for name in commands}
        for _ in range(options.runs):
            for name, command in commands.items():
                times[name].append(timed(command))

    medians = {name: statistics.median(seconds) for name, seconds in times.items()}
    for name, seconds in medians.items():
        print(f"{name}: {1000 * seconds:.0f} ms")
    ours, _, warp, _ = medians.values()
    print(f"ratio {warp / ours:.2f}")


if __name__ == "__main__":
    main()
