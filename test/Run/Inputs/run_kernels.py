# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Translates a file of kernels for both targets, compiles and launches them, runs their IR in the interpreter, and holds
# what they do against what the file's own checks expect. The file is Python that runs: beside each kernel K stands `check_K(run)`, which calls
#
#     run(dim, x=..., n=..., expect={"x": ...}, prints=..., aborts=..., tolerance=...)
#
# with the kernel's arguments by name and in order. Every array must hold afterwards what `expect` says, and what it
# held before where that says nothing. `prints` is the standard output, `aborts` a part of the last words of a launch
# that must not end well. With --oracle=warp the kernels are launched by Warp, which shows whether the expectations are
# its meaning; run(..., warp="why not") is left out then.

import argparse
import faulthandler
import importlib.util
import os
import signal
import sys
import tempfile

import numpy as np

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")
sys.path.insert(0, os.path.join(ROOT, "utils", "launch"))

import stand_ins
from backends import Cpu, Cuda, Ended, Interpreter, Units, Warp
from captured import Captured
from values import content, fresh

# The interpreter runs the IR as it is after each of these: that holds the passes against each other, too.
STAGES = ["lower", "simplify", "legalize"]

TOLERANCE = {2: 2e-3, 4: 1e-5, 8: 1e-12}


class Mismatch(Exception):
    pass


def same(actual, expected, tolerance):
    if actual.dtype.names:
        return all(same(actual[name], expected[name], tolerance) for name in actual.dtype.names)
    if actual.dtype.kind != "f":
        return np.array_equal(actual, expected)
    bound = tolerance if tolerance is not None else TOLERANCE[actual.dtype.itemsize]
    with np.errstate(all="ignore"):
        return np.allclose(actual, np.asarray(expected, actual.dtype), rtol=bound, atol=bound, equal_nan=True)


def ends_by_signal(launch):
    """Runs `launch` in a process of its own; the signal that ended it, or 0."""
    child = os.fork()
    if child == 0:
        faulthandler.disable()
        try:
            launch()
        except Ended as ended:
            os.write(2, str(ended).encode())
            os.abort()
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


class Runner:
    def __init__(self, backend, kernel):
        self.backend, self.kernel = backend, kernel

    def __call__(self, dim, /, expect=None, prints=None, aborts=None, tolerance=None, warp=None, **args):
        if warp and isinstance(self.backend, Warp):
            print(f"{self.kernel}: left out: {warp}")
            return
        given = {name: fresh(arg) for name, arg in args.items()}
        expect = expect or {}
        unknown = expect.keys() - args.keys()
        if unknown:
            raise Mismatch(f"expects something of {unknown}, which is no argument")

        def launch():
            self.backend.launch(self.kernel, dim, list(given.values()))

        with Captured() as captured:
            ended = ends_by_signal(launch) if aborts else launch()
        if aborts and (ended != signal.SIGABRT or aborts not in captured.text):
            raise Mismatch(f"ended by signal {ended}, with the words {captured.text!r}")
        if prints is not None and captured.text != prints:
            raise Mismatch(f"printed {captured.text!r}, not {prints!r}")
        for name, arg in given.items():
            self.compare(name, content(arg), expect.get(name, content(args[name])), tolerance)

    def compare(self, name, actual, expected, tolerance):
        if actual is not None and not same(actual, np.broadcast_to(expected, actual.shape), tolerance):
            raise Mismatch(f"`{name}` is\n{actual}\nnot\n{expected}")


def load(path):
    spec = importlib.util.spec_from_file_location(os.path.splitext(os.path.basename(path))[0], path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def checks_of(module):
    return {name.removeprefix("check_"): check for name, check in vars(module).items() if name.startswith("check_")}


def run_checks(checks, backend):
    failed = 0
    for kernel, check in checks.items():
        try:
            check(Runner(backend, kernel))
        except (Mismatch, Ended) as mismatch:
            print(f"{kernel} on {backend.name}: {mismatch}")
            failed += 1
    print(f"{len(checks)} kernels on {backend.name}, {failed} wrong", flush=True)
    return failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--output", help="what the names of the files that are made begin with")
    parser.add_argument("--translate", default="kernel-translate")
    parser.add_argument("--clangxx", default="clang++-22")
    parser.add_argument("--root", default=ROOT)
    parser.add_argument("--native", action="store_true", help="there is C++ in the file, which no interpreter runs")
    parser.add_argument("--oracle", choices=["warp"])
    args = parser.parse_args()
    args.include = os.path.join(args.root, "include")
    args.emulation = os.path.join(args.root, "utils", "emulation", "grid_emulation.h")

    faulthandler.enable()
    if not args.oracle:
        stand_ins.install_warp()
    module = load(args.file)
    checks = checks_of(module)
    if args.oracle:
        sys.exit(run_checks(checks, Warp(module)) != 0)
    units = Units(args, args.file, args.output or os.path.join(tempfile.mkdtemp(), "unit"), ["--no-backward"])
    if units.keys.keys() != checks.keys():
        sys.exit(f"kernels and checks differ: {units.keys.keys() ^ checks.keys()}")
    backends = [Cpu(units), Cuda(units)]
    if not args.native:
        backends += [Interpreter(args.file, stage, args.translate) for stage in STAGES]
    sys.exit(sum(run_checks(checks, backend) for backend in backends) != 0)


if __name__ == "__main__":
    main()
