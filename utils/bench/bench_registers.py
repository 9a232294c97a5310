#!/usr/bin/env python3
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Registers and spills of emitted CUDA code beside those of Warp's own CUDA code of the same kernels.

The kernels are those of bench_emitted.py; with --backward their adjoints, and those of bench_backward.py. Both go through NVRTC, since nothing else takes Warp's text, and `ptxas -v`
says what it needs. Without a CUDA SDK there is nothing to do, which is said.
"""

import argparse
import ctypes
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench_emitted import KERNELS, ROOT, WARP, write_sources

sys.path.insert(0, str(ROOT / "utils"))
from compile_nvrtc import compile_unit


def needs(unit, folders, includes, nvrtc, options):
    """By kernel: registers, and the bytes that are spilled to memory."""
    flags = [f"--gpu-architecture=compute_{options.arch}", "-DNDEBUG", "-default-device",
             *(f"-I{folder}" for folder in includes)]
    status, log, ptx = compile_unit(nvrtc, str(unit), folders, flags)
    if status != 0:
        sys.exit(f"NVRTC refuses {unit}:\n{log[:2000]}")
    assembly = unit.with_suffix(".ptx")
    assembly.write_bytes(ptx)
    report = subprocess.run([options.ptxas, "-v", f"-arch=sm_{options.arch}", assembly, "-o", assembly.with_suffix(".o")],
                            check=True, capture_output=True, text=True).stderr
    found = {}
    sweep = "backward" if options.backward else "forward"
    for entry in report.split("Compiling entry function '")[1:]:
        if named := re.match(rf"(\w+)_[0-9a-f]{{8}}_cuda_kernel_{sweep}'", entry):
            spills = sum(map(int, re.findall(r"(\d+) bytes spill", entry)))
            found[named[1]] = int(re.search(r"Used (\d+) registers", entry)[1]), spills
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--backward", action="store_true", help="adjoints")
    parser.add_argument("--arch", type=int, default=90)
    parser.add_argument("--ptxas", default=shutil.which("ptxas") or "/usr/local/cuda/bin/ptxas")
    parser.add_argument("--nvrtc", default="libnvrtc.so")
    parser.add_argument("--tool", default=str(ROOT / "build" / "bin" / "kernel-translate"))
    options = parser.parse_args()
    try:
        nvrtc = ctypes.CDLL(options.nvrtc)
    except OSError as error:
        sys.exit(f"nothing measured: {error}")
    if not shutil.which(options.ptxas):
        sys.exit(f"nothing measured: there is no {options.ptxas}")
    if not WARP:
        print(f"{sys.executable} has no Warp: its columns stay empty")

    print(f"{f'sm_{options.arch}':18}{'registers':>10}{'Warp':>8}{'spilled bytes':>16}{'Warp':>8}")
    with tempfile.TemporaryDirectory(prefix="kt-bench-") as folder:
        paths = sorted(KERNELS.glob("*.py")) + ([KERNELS.parent / "backward" / "loops.py"] if options.backward else [])
        for path in paths:
            sources = write_sources(path, Path(folder), options, "cuda", options.backward)
            unit, include = sources["ours"]
            ours, warp = needs(unit, [include], [], nvrtc, options), {}
            if WARP:
                unit, include = sources["warp"]
                warp = needs(unit, [], [include], nvrtc, options)
            for kernel, (registers, spills) in ours.items():
                theirs = warp.get(kernel, ("", ""))
                print(f"{kernel:18}{registers:10}{theirs[0]:>8}{spills:16}{theirs[1]:>8}", flush=True)


if __name__ == "__main__":
    main()
