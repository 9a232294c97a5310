#!/usr/bin/env python3
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Registers and spills of emitted CUDA code beside those of Warp's own CUDA code of the same kernels.

The kernels are those of bench_emitted.py. Both go through NVRTC, since nothing else takes Warp's text, and `ptxas -v`
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
    """Registers, and the bytes that are spilled to memory."""
    flags = [f"--gpu-architecture=compute_{options.arch}", "-DNDEBUG", "-default-device",
             *(f"-I{folder}" for folder in includes)]
    status, log, ptx = compile_unit(nvrtc, str(unit), folders, flags)
    if status != 0:
        sys.exit(f"NVRTC refuses {unit}:\n{log[:2000]}")
    assembly = unit.with_suffix(".ptx")
    assembly.write_bytes(ptx)
    report = subprocess.run([options.ptxas, "-v", f"-arch=sm_{options.arch}", assembly, "-o", assembly.with_suffix(".o")],
                            check=True, capture_output=True, text=True).stderr
    spills = sum(map(int, re.findall(r"(\d+) bytes spill", report)))
    return int(re.search(r"Used (\d+) registers", report).group(1)), spills


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
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

    print(f"{f'sm_{options.arch}':16}{'registers':>12}{'Warp':>8}{'spilled bytes':>16}{'Warp':>8}")
    with tempfile.TemporaryDirectory(prefix="kt-bench-") as folder:
        for path in sorted(KERNELS.glob("*.py")):
            sources = write_sources(path, Path(folder), options, target="cuda")
            unit, include = sources["ours"]
            ours = needs(unit, [include], [], nvrtc, options)
            warp = ("", "")
            if WARP:
                unit, include = sources["warp"]
                warp = needs(unit, [], [include], nvrtc, options)
            print(f"{path.stem:16}{ours[0]:12}{warp[0]:>8}{ours[1]:16}{warp[1]:>8}", flush=True)


if __name__ == "__main__":
    main()
