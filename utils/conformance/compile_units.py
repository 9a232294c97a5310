# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

"""Hands emitted units to every compiler they are meant for, and counts who takes them without a word.

  compile_units.py CORPUS.jsonl... FOLDER...     records of a corpus, or folders of .cpp and .cu files

C++ goes to clang++ and g++ with -Wall -Wextra; CUDA to Clang with the SDK's headers and without any, device and host
side, and a sample of it to nvcc, NVRTC and ptxas. Many units are compiled as one file, each in a namespace of its own:
the runtime header is then read once.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "utils" / "launch"))

from joined import join

WARNINGS = ["-std=c++17", "-Wall", "-Wextra", "-Werror", "-I", str(ROOT / "include")]


def read_units(paths):
    """(name, device, text) of each unit."""
    for path in map(pathlib.Path, paths):
        if path.is_dir():
            for file in sorted([*path.rglob("*.cpp"), *path.rglob("*.cu")]):
                yield str(file), "cpu" if file.suffix == ".cpp" else "cuda", file.read_text()
            continue
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                yield record["id"], record["device"], record["generated_code"]


def distinct(units):
    """Without those whose kernels are the same as an earlier one's: C names may not meet in one file."""
    seen = set()
    for unit in units:
        if unit[2] not in seen:
            seen.add(unit[2])
            yield unit


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode == 0, (done.stdout + done.stderr).strip()


class Compilers:
    def __init__(self, cuda, arch):
        self.cuda, self.arch = cuda, arch

    def for_device(self, device):
        if device == "cpu":
            return {"clang++": self.clang, "g++": self.gxx}
        without = {f"clang cuda {side}, no SDK": self.clang_cuda(side, None) for side in ("device", "host")}
        with_sdk = {f"clang cuda {side}, SDK": self.clang_cuda(side, self.cuda) for side in ("device", "host")}
        return {**without, **(with_sdk if self.cuda else {})}

    def for_sample(self):
        return {"nvcc -c": self.nvcc, "NVRTC": self.nvrtc} if self.cuda else {}

    def clang(self, file):
        return run(["clang++-22", *WARNINGS, "-fsyntax-only", file])

    def gxx(self, file):
        return run(["g++", *WARNINGS, "-fsyntax-only", file])

    def clang_cuda(self, side, sdk):
        where = [f"--cuda-path={sdk}"] if sdk else ["-nocudainc", "-nocudalib"]
        return lambda file: run(["clang++-22", *WARNINGS, "-fsyntax-only", "-x", "cuda", f"--cuda-{side}-only",
                                 f"--cuda-gpu-arch={self.arch}", "-Wno-unknown-cuda-version", *where, file])

    def nvcc(self, file):
        """Both halves, down to machine code: ptxas is run by it."""
        return run([f"{self.cuda}/bin/nvcc", "-std=c++17", "-c", f"-arch={self.arch}", "-Werror", "all-warnings",
                    "-I", str(ROOT / "include"), file, "-o", file + ".o"])

    def nvrtc(self, file):
        script = ROOT / "utils" / "compile_nvrtc.py"
        return run([sys.executable, str(script), "--nvrtc", f"{self.cuda}/lib64/libnvrtc.so",
                    "-I", str(ROOT / "include"), file])


def compile_all(units, compilers, size, folder):
    """Compiles in batches; a batch that is refused is done again one by one, to name the guilty."""
    counts = {name: 0 for name in compilers}
    faults = []
    for start in range(0, len(units), size):
        batch = units[start:start + size]
        for name, accepts in compilers.items():
            ok, log = accepts(write(folder, batch))
            if ok:
                counts[name] += len(batch)
                continue
            for unit in batch if len(batch) > 1 else []:
                ok, unit_log = accepts(write(folder, [unit]))
                counts[name] += ok
                if not ok:
                    faults.append((name, unit[0], unit_log))
            if len(batch) == 1:
                faults.append((name, batch[0][0], log))
    return counts, faults


def write(folder, batch):
    file = pathlib.Path(folder) / ("units.cu" if batch[0][1] == "cuda" else "units.cpp")
    file.write_text(join(text for _, _, text in batch))
    return str(file)


def find_cuda(given):
    nvcc = shutil.which("nvcc")
    root = given or (str(pathlib.Path(nvcc).resolve().parents[1]) if nvcc else "/usr/local/cuda")
    return root if pathlib.Path(root, "bin", "nvcc").exists() else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--limit", type=int, default=1000, help="units a device (default: %(default)s)")
    parser.add_argument("--sample", type=int, default=100, help="CUDA units for nvcc, NVRTC and ptxas (default: %(default)s)")
    parser.add_argument("--batch", type=int, default=50, help="units a file (default: %(default)s)")
    parser.add_argument("--cuda", help="the SDK's folder")
    parser.add_argument("--arch", default="sm_80")
    args = parser.parse_args()

    cuda = find_cuda(args.cuda)
    if not cuda:
        print("no CUDA SDK here: nvcc, NVRTC, ptxas and Clang with the SDK are left out")
    compilers = Compilers(cuda, args.arch)
    units = list(distinct(read_units(args.paths)))
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for device in ("cpu", "cuda"):
            chosen = [unit for unit in units if unit[1] == device][:args.limit]
            parts = [(chosen, compilers.for_device(device))]
            if device == "cuda":
                sample = chosen[::max(1, len(chosen) // args.sample)][:args.sample]
                parts.append((sample, compilers.for_sample()))
            for part, table in parts:
                counts, faults = compile_all(part, table, args.batch, folder)
                for name, count in counts.items():
                    print(f"{device:4}  {name:24} {count} of {len(part)} without a warning", flush=True)
                for name, unit, log in faults[:20]:
                    print(f"  {unit} ({name}): {log.splitlines()[0] if log else 'no output'}")
                failed |= bool(faults)
    sys.exit(failed)


main()
