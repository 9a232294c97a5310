#!/usr/bin/env python3
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Gradients of the kernels whose gradients Warp's own tests look at: ours, Warp's, and central differences.

  warp_gradients.py                    every test file of Warp's that takes a tape back
  warp_gradients.py test_grad.py       some of them
  warp_gradients.py --most 10 ...      at most so many kernels of each

The kernels are those that stand on a tape when a test calls `Tape.backward` (recorded.py), each once, with the arguments
that the test gives it; floats are moved a little, since tests like the points where derivatives don't exist. Each is
written as a file of its own (standalone.py) and translated with --backward. The differences are those of the kernel in
float64. Held against them are our adjoint in float64, our emitted C++ in the kernel's own types, and Warp's adjoint,
which is compared for arrays that the kernel does not write: it keeps the gradient of what was stored over.
"""

import argparse
import collections
import dataclasses
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "utils" / "launch"))

import numpy as np
import warp as wp

import backends
from arguments import CannotMake
from backends import Cpu, Ended, Interpreter, JoinedUnits
from gradients import STEP, Gradients, along, in_float64, not_replaced
from recorded import argument, record
from standalone import NotAlone, write_alone
from warp._src import context

FLAGS = ["-std=c++17", "-O0", "-fPIC", "-fwrapv", "-w"]
# Of the largest component of a gradient, by the size of the narrowest float.
TOLERANCES = {8: 1e-5, 4: 1e-2, 2: 5e-2}
DIRECTIONS = 3
MOVED = 0.05
STEPS = 10**8
SECONDS_A_FILE = 1800
MOST_FLOATS = 10**5


@dataclasses.dataclass
class Result:
    """What became of one kernel. `ours` and `warp` are empty where `status` is not "checked"."""

    file: str
    kernel: str
    status: str = ""
    ours: str = ""  # "right", or what is wrong
    warp: str = ""  # "right", "wrong", "none" or "nothing to compare"
    agree: str = ""  # "yes" or what differs, where Warp is right


class WarpKernels(backends.Warp):
    """Kernels by their number, which Warp has built as one module."""

    def __init__(self, kernels):
        self.wp, self.kernels = wp, kernels

    def kernel(self, name):
        return self.kernels[name]


class Case:
    """One kernel that a test takes back."""

    def __init__(self, file, number, launch, folder, options):
        self.launch, self.result = launch, Result(file, launch.kernel.key)
        self.number, self.stem = number, str(folder / f"kernel_{number}")
        self.texts = self.problem = None
        try:
            self.translate(options)
        except (NotAlone, CannotMake) as reason:
            self.result.status = f"not written alone: {reason}"

    def translate(self, options):
        source, kernel = write_alone(self.launch.kernel), self.launch.kernel
        self.fixed = not_replaced(source)
        Path(self.stem + ".py").write_text(source)
        Path(self.stem + "_float64.py").write_text(in_float64(source))
        args = {var.label: argument(var.type, given) for var, given in zip(kernel.adj.args, self.launch.args)}
        self.problem = Gradients(kernel.func.__name__, self.launch.dim, args)
        sizes = [numbers.dtype.itemsize for numbers in self.problem.contents if numbers.size]
        if not sizes or sum(numbers.size for numbers in self.problem.contents) > MOST_FLOATS:
            self.result.status = "no gradients, or too many"
            return
        self.tolerance = TOLERANCES[min(sizes)]
        done = subprocess.run([options.tool, self.stem + ".py", "--target=both", "--backward", "-o", self.stem],
                              capture_output=True, text=True)
        self.result.status = self.refusal(done)
        if not self.result.status:
            self.texts = Path(self.stem + ".cpp").read_text(), Path(self.stem + ".cu").read_text()

    def refusal(self, done):
        first = next((line for line in done.stderr.splitlines() if re.match(r"(error|warning)\[", line)), "")
        message = first.split(": ", 1)[-1]
        if done.returncode != 0:
            return f"not translated: {message or done.stderr.strip()[-200:]}"
        return f"refused: {message.partition('without its gradient: ')[2]}" if "[no-adjoint]" in first else ""

    def check(self, units, warp):
        """Holds our gradients and Warp's against differences."""
        wide, interpreter = self.problem.in_float64(), Interpreter(self.stem + "_float64.py", "differentiate", steps=STEPS)
        if not interpreter.has("adj_" + wide.kernel):
            return "not in float64"
        for moved in (MOVED, 0.0):
            self.move(wide, moved)
            seeds, precise, fault = self.differences(wide, interpreter)
            if not fault:
                break
        if fault in ("not smooth", "not finite"):
            return fault
        self.move(self.problem, moved)
        ours = self.problem.adjoint(Cpu(units), seeds)
        self.result.ours = fault or self.compare(ours, precise, range(len(ours))) or "right"
        self.compare_with_warp(warp, seeds, precise, ours)
        return "checked"

    def move(self, problem, by):
        """Sets the floats to those of the test, moved by so much; all zeros become something else."""
        random = np.random.default_rng(3)
        given = Gradients(problem.kernel, problem.dim, self.problem_as_given())
        for numbers, original in zip(problem.contents, given.contents):
            start = original.astype(float) if np.any(original) else random.uniform(0.2, 1.0, original.shape)
            numbers[...] = start + by * random.uniform(-1, 1, original.shape)

    def problem_as_given(self):
        kernel = self.launch.kernel
        return {var.label: argument(var.type, given) for var, given in zip(kernel.adj.args, self.launch.args)}

    def differences(self, problem, interpreter):
        """Seeds, our gradients in float64, and what is wrong with them or with the kernel there."""
        random = np.random.default_rng(5)
        seeds = problem.random(random)
        gradients = problem.adjoint(interpreter, seeds)
        for _ in range(DIRECTIONS):
            direction = [part * (name not in self.fixed) for name, part in zip(problem.names, problem.random(random))]
            slopes = [problem.slope(interpreter, direction, seeds, step) for step in (STEP, STEP / 4)]
            if not np.all(np.isfinite(slopes)):
                return seeds, gradients, "not finite"
            if not np.isclose(*slopes, rtol=1e-4, atol=1e-6):
                return seeds, gradients, "not smooth"
            if not np.isclose(along(gradients, direction), slopes[0], rtol=1e-4, atol=1e-6):
                return seeds, gradients, f"in float64, the slope is {along(gradients, direction)}, by differences {slopes[0]}"
        return seeds, gradients, ""

    def compare(self, found, expected, which):
        for i in which:
            with np.errstate(all="ignore"):
                bound = self.tolerance * max(1.0, float(np.max(np.abs(expected[i]), initial=0.0)))
            if not np.allclose(found[i].astype(float), expected[i], rtol=self.tolerance, atol=bound, equal_nan=True):
                worst = np.unravel_index(np.argmax(np.abs(found[i] - expected[i])), found[i].shape)
                return f"{self.problem.names[i]}: {found[i][worst]}, not {expected[i][worst]}"
        return ""

    def compare_with_warp(self, warp, seeds, precise, ours):
        after = [numbers for _, numbers in self.problem.floats_of(self.problem.launch(Interpreter(self.stem + ".py", "lower")))]
        read = [i for i, (before, now) in enumerate(zip(self.problem.contents, after)) if np.array_equal(before, now)]
        if not warp or not read:
            self.result.warp = "nothing to compare" if warp else "none"
            return
        self.problem.kernel, name = self.number, self.problem.kernel
        theirs = self.problem.adjoint(warp, seeds)
        self.problem.kernel = name
        self.result.warp = "wrong" if self.compare(theirs, precise, read) else "right"
        if self.result.warp == "right":
            self.result.agree = self.compare(ours, theirs, read) or "yes"


# Files
# -----


def build_with_warp(name, cases):
    """Warp's kernels, forward and backward, by number; or None if Warp can't build them together."""
    together = context.Module(f"gradients_{name}")
    for case in cases:
        case.launch.kernel.module = together
        case.launch.kernel.options["enable_backward"] = True
        together.register_kernel(case.launch.kernel)
    try:
        together.load(wp.get_device("cpu"))
    except Exception:
        traceback.print_exc()
        return None
    return WarpKernels({case.number: case.launch.kernel for case in cases})


def one_of_each(cases):
    """The kernels whose units may meet in one file, and in one module of Warp's."""
    return list({re.search(r"(\w+)_cpu_forward\(", case.texts[0])[1]: case for case in cases}.values())


def check_file(file, folder, options):
    launches = record(f"tests/{file}")
    chosen = launches if options.most is None else launches[::max(1, len(launches) // options.most)][:options.most]
    cases = [Case(file, number, launch, folder, options) for number, launch in enumerate(chosen)]
    ready = one_of_each([case for case in cases if case.texts])
    if ready:
        units = JoinedUnits(options, [case.texts for case in ready], str(folder / "units"), FLAGS)
        warp = build_with_warp(Path(file).stem, ready)
        for number, case in enumerate(ready):
            try:
                case.result.status = case.check(units.of(number), warp)
            except Ended as ended:
                case.result.status = "launch ended: " + str(ended).split(": ")[-1]
    for case in cases:
        case.result.status = case.result.status or "as another one"
    return [dataclasses.asdict(case.result) for case in cases]


def in_process(file, options):
    """The results of one file, from a process of its own: what a kernel does with its arguments may end it."""
    with tempfile.TemporaryDirectory(prefix="kt-gradients-") as folder, tempfile.TemporaryFile("w+") as answer:
        child = os.fork()
        if child == 0:
            signal.alarm(SECONDS_A_FILE)
            try:
                json.dump(check_file(file, Path(folder), options), answer)
                answer.flush()
                os._exit(0)
            except BaseException:
                traceback.print_exc()
                os._exit(1)
        status = os.waitpid(child, 0)[1]
        answer.seek(0)
        text = answer.read()
        if not text:
            return [Result(file, "", f"the process ended with {os.waitstatus_to_exitcode(status)}")]
        return [Result(**fields) for fields in json.loads(text)]


# Telling
# -------

COLUMNS = ["file", "taken back", "translated", "refused", "checked", "right", "Warp right", "Warp wrong", "agree"]


def row(name, results):
    status = collections.Counter(result.status.split(":")[0] for result in results)
    distinct = len(results) - status["as another one"]
    translated = distinct - status["not translated"] - status["not written alone"] - status["no gradients, or too many"]
    ours, warp = (collections.Counter(getattr(result, side) for result in results) for side in ("ours", "warp"))
    return [name, distinct, translated, status["refused"], status["checked"], ours["right"], warp["right"], warp["wrong"],
            sum(result.agree == "yes" for result in results)]


def tell(results):
    files = sorted({result.file for result in results})
    print("| " + " | ".join(COLUMNS) + " |\n| --- |" + " ---: |" * (len(COLUMNS) - 1))
    for name, group in [(f"`{file}`", [r for r in results if r.file == file]) for file in files] + [("together", results)]:
        print("| " + " | ".join(map(str, row(name, group))) + " |")
    print()
    for status, count in collections.Counter(result.status for result in results).most_common():
        print(f"{count:6} {status}")
    faults = [result for result in results if result.status == "checked" and
              (result.ours != "right" or result.agree not in ("", "yes"))]
    for result in faults:
        print(f"{result.file} {result.kernel}: {result.ours if result.ours != 'right' else 'Warp has ' + result.agree}")
    return len(faults)


def test_files():
    """Those that take a tape back."""
    folder = Path(wp.__file__).parent / "tests"
    return sorted(path.name for path in folder.glob("test_*.py") if re.search(r"\.backward\(", path.read_text()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", help="of warp/tests")
    parser.add_argument("--most", type=int, help="so many kernels of a file, spread over it")
    parser.add_argument("--json", type=Path, help="also write all results here")
    parser.add_argument("--cache", type=Path, default=ROOT / "build" / "conformance",
                        help="where Warp keeps what it built")
    parser.add_argument("--clangxx", default="clang++-22")
    parser.add_argument("--tool", default=str(ROOT / "build" / "bin" / "kernel-translate"))
    options = parser.parse_args()
    options.include, options.emulation = ROOT / "include", ROOT / "utils" / "emulation" / "grid_emulation.h"
    os.environ["PATH"] = str(Path(options.tool).parent) + os.pathsep + os.environ["PATH"]
    wp.config.quiet = True
    wp.config.mode = "debug"
    wp.config.kernel_cache_dir = str(options.cache)
    wp.init()
    results = []
    for file in options.files or test_files():
        found = in_process(file, options)
        print(*row(file, found), file=sys.stderr, flush=True)
        results += found
    if options.json:
        options.json.write_text(json.dumps([dataclasses.asdict(result) for result in results], indent=1) + "\n")
    sys.exit(tell(results) > 0)


if __name__ == "__main__":
    main()
