# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Holds the adjoints of a file's kernels, as the emitted CPU unit, the CUDA unit under emulation of the grid and the
# interpreter run them, against central differences, which the interpreter makes of the kernels in float64. A kernel that
# has narrower floats is rebuilt in float64 for that, and then the adjoint of what was rebuilt is checked as well. The file
# is Python that runs: beside each kernel K stands `check_K(check)`, which calls
#
#     check(dim, x=..., n=..., expect={"x": [...]})
#
# with the kernel's arguments by name and in order. Arrays of floats get gradients, those in fields of structs too: all are
# given random ones, which are taken back through the kernel and compared, element by element, or along random directions
# if there are many elements. `expect` says what they are besides, for a gradient of 1 of what the kernel writes.
# `refused="..."` says that there is no adjoint and a part of why; `unchecked` names arrays that are not compared.

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
from gradients import Gradients, along, in_float64

# Of the largest component of a gradient, by the size of a float; and what difference quotients are off at best.
TOLERANCES = {8: 1e-5, 4: 1e-2, 2: 1e-1}
ROUNDING = 1e-7
COLUMNS = 100  # elements, of all arrays together, up to which each is moved alone
DIRECTIONS = 5


class Checker:
    def __init__(self, source, output, units):
        self.interpreter = Interpreter(source, "differentiate")
        self.backends = [self.interpreter, Cpu(units), Cuda(units)]
        wide = output + ".float64.py"
        with open(source) as original, open(wide, "w") as rebuilt:
            rebuilt.write(in_float64(original.read()))
        self.in_float64 = Interpreter(wide, "differentiate")
        self.wrong, self.kernel = [], None

    def __call__(self, dim, expect=None, refused=None, unchecked=(), **args):
        if refused is not None:
            if self.interpreter.has("adj_" + self.kernel) or refused not in self.interpreter.messages():
                self.fail(f"is not refused for: {refused}\n{self.interpreter.messages()}")
            return
        if not self.interpreter.has("adj_" + self.kernel):
            return self.fail("has no adjoint:\n" + self.interpreter.messages())
        problem = Gradients(self.kernel, dim, args)
        self.compare(problem, unchecked)
        if expect is not None:
            self.compare_expected(problem, expect)

    def compare(self, problem, unchecked):
        random = np.random.default_rng(7)
        seeds = problem.random(random)
        tolerance = max(TOLERANCES[numbers.dtype.itemsize] for numbers in problem.contents)
        found = {backend.name: (problem.adjoint(backend, seeds), tolerance) for backend in self.backends}
        precise, primal = problem, self.interpreter
        if not problem.is_float64():
            precise, primal = problem.in_float64(), self.in_float64
            found["interpreter in float64"] = precise.adjoint(primal, seeds), TOLERANCES[8]
        compared = [i for i, name in enumerate(problem.names) if name not in unchecked]
        if sum(problem.contents[i].size for i in compared) > COLUMNS:
            self.compare_directions(precise, primal, random, seeds, compared, found)
            return
        for i in compared:
            columns = precise.columns(primal, i, seeds)
            for backend, (gradients, tolerance) in found.items():
                if not close(gradients[i], columns, tolerance):
                    self.fail(f"on {backend}, the gradient of {problem.names[i]} is\n{gradients[i]}, by differences\n"
                              f"{columns}")

    def compare_directions(self, problem, primal, random, seeds, compared, found):
        for _ in range(DIRECTIONS):
            direction = [part * (i in compared) for i, part in enumerate(problem.random(random))]
            slope = problem.slope(primal, direction, seeds)
            for backend, (gradients, tolerance) in found.items():
                if not close(along(gradients, direction), slope, tolerance):
                    self.fail(f"on {backend}, the slope is {along(gradients, direction)}, by differences {slope}")

    def compare_expected(self, problem, expect):
        after = problem.floats_of(problem.launch(self.interpreter))
        written = [not np.array_equal(numbers, before, equal_nan=True)
                   for (_, numbers), before in zip(after, problem.contents)]
        ones = [np.ones(numbers.shape) * is_written for numbers, is_written in zip(problem.contents, written)]
        gradients = dict(zip(problem.names, problem.adjoint(self.interpreter, ones)))
        for name, value in expect.items():
            if not close(gradients[name], np.array(value, float), TOLERANCES[8]):
                self.fail(f"gradient of {name} is {gradients[name]}, not {value}")

    def fail(self, text):
        self.wrong.append(f"{self.kernel}: {text}")


def close(found, expected, tolerance):
    bound = tolerance * np.max(np.abs(expected), initial=0.0) + ROUNDING
    return np.allclose(found, expected, rtol=0.0, atol=bound)


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
    checker, count = Checker(options.source, output, Units(options, options.source, output)), 0
    for name in [name for name in vars(module) if name.startswith("check_")]:
        checker.kernel = name.removeprefix("check_")
        if options.kernel in (None, checker.kernel):
            getattr(module, name)(checker)
            count += 1
    print("\n".join(checker.wrong))
    print(f"{count} kernels, {len(checker.wrong)} wrong")
    sys.exit(bool(checker.wrong) or not count)


main()
