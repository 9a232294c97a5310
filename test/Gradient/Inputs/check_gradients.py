# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Holds the adjoints of a file's kernels, as the emitted CPU unit, the CUDA unit under emulation of the grid and the
# interpreter run them, against central differences in float64, which the interpreter makes of the kernels. The file is
# Python that runs: beside each kernel K stands `check_K(check)`, which calls
#
#     check(dim, x=..., n=..., expect={"x": [...]})
#
# with the kernel's arguments by name and in order. Arrays of floats get gradients: those that the kernel writes are given
# random ones, those that it reads are compared, element by element. `expect` says what they are besides, for a gradient
# of 1 everywhere. `refused="..."` says that there is no adjoint and a part of why; `unchecked` names arrays that are not
# compared.

import argparse
import importlib.util
import os
import sys
import tempfile

import numpy as np

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")
sys.path.insert(0, os.path.join(ROOT, "utils", "launch"))

import stand_ins
from backends import Cpu, Cuda, Interpreter, Units

STEP = 1e-6
TOLERANCE = 1e-5


class Checker:
    def __init__(self, source, units):
        self.interpreter = Interpreter(source, "differentiate")
        self.backends = [self.interpreter, Cpu(units), Cuda(units)]
        self.wrong, self.kernel = [], None

    def has_gradient(self, arg):
        return isinstance(arg, np.ndarray) and arg.dtype.kind == "f" and arg.ndim > 0

    def launch(self, dim, args):
        args = [arg.copy() if isinstance(arg, np.ndarray) else arg for arg in args]
        self.interpreter.launch(self.kernel, dim, args)
        return args

    def objective(self, dim, args, seeds):
        after = self.launch(dim, args)
        return sum(float(np.sum(after[i] * seed)) for i, seed in seeds.items())

    def __call__(self, dim, expect=None, refused=None, unchecked=(), **named):
        args = list(named.values())
        if refused is not None:
            if self.interpreter.has("adj_" + self.kernel) or refused not in self.interpreter.messages():
                self.fail(f"is not refused for: {refused}\n{self.interpreter.messages()}")
            return
        if not self.interpreter.has("adj_" + self.kernel):
            return self.fail("has no adjoint:\n" + self.interpreter.messages())
        random = np.random.default_rng(7)
        floats = [i for i, arg in enumerate(args) if self.has_gradient(arg)]
        seeds = {i: random.uniform(-1, 1, args[i].shape) for i in floats}
        self.compare(dim, args, seeds, list(named), unchecked)
        if expect is not None:
            after = self.launch(dim, args)
            written = [i for i in floats if not np.array_equal(after[i], args[i], equal_nan=True)]
            ones = {i: np.ones(args[i].shape) * (i in written) for i in floats}
            gradients = self.gradients(self.interpreter, dim, args, ones)
            for name, value in expect.items():
                found = gradients[list(named).index(name)]
                if not np.allclose(found, value, rtol=TOLERANCE, atol=TOLERANCE):
                    self.fail(f"gradient of {name} is {found}, not {value}")

    def gradients(self, backend, dim, args, seeds):
        """What the adjoint makes of `seeds`, which are for what the launch of the primal leaves."""
        after = self.launch(dim, args)
        adjoints = [seeds[i].copy() if i in seeds else arg * 0 for i, arg in enumerate(args)]
        backend.backward(self.kernel, dim, after, adjoints)
        return adjoints

    def compare(self, dim, args, seeds, names, unchecked):
        adjoints = {backend.name: self.gradients(backend, dim, args, seeds) for backend in self.backends}
        for i in (i for i in seeds if names[i] not in unchecked):
            differences = np.zeros(args[i].shape)
            for element in np.ndindex(args[i].shape):
                values = []
                for step in (STEP, -STEP):
                    moved = [arg.copy() if isinstance(arg, np.ndarray) else arg for arg in args]
                    moved[i][element] += step
                    values.append(self.objective(dim, moved, seeds))
                differences[element] = (values[0] - values[1]) / (2 * STEP)
            for backend, found in adjoints.items():
                if not np.allclose(found[i], differences, rtol=TOLERANCE, atol=TOLERANCE):
                    self.fail(f"on {backend}, the gradient of {names[i]} is\n{found[i]}, by differences\n{differences}")

    def fail(self, text):
        self.wrong.append(f"{self.kernel}: {text}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("--kernel")
    parser.add_argument("--output", help="what the names of the files that are made begin with")
    parser.add_argument("--translate", default="kernel-translate")
    parser.add_argument("--clangxx", default="clang++-22")
    options = parser.parse_args()
    options.include = os.path.join(ROOT, "include")
    options.emulation = os.path.join(ROOT, "utils", "emulation", "grid_emulation.h")
    stand_ins.install_warp()
    spec = importlib.util.spec_from_file_location("kernels", options.source)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    output = options.output or os.path.join(tempfile.mkdtemp(), "unit")
    checker, count = Checker(options.source, Units(options, options.source, output, ["--backward"])), 0
    for name in [name for name in vars(module) if name.startswith("check_")]:
        checker.kernel = name.removeprefix("check_")
        if options.kernel in (None, checker.kernel):
            getattr(module, name)(checker)
            count += 1
    print("\n".join(checker.wrong))
    print(f"{count} kernels, {len(checker.wrong)} wrong")
    sys.exit(bool(checker.wrong) or not count)


main()
