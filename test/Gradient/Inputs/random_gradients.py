# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Holds the adjoints of generated kernels against central differences along random directions. A kernel is written over for
# float64 first, and the interpreter runs it and its adjoint. Of the first `--emitted` kernels, the adjoints of the CPU unit
# and of the CUDA unit under emulation of the grid are compared with the interpreter's. Arguments are random; a launch that
# fails, or whose difference quotients of two step sizes disagree, says nothing and is counted apart, as are kernels that
# have no adjoint and parameters that are not made up.

import argparse
import ast
import collections
import json
import os
import re
import subprocess
import sys

import numpy as np

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")
sys.path.insert(0, os.path.join(ROOT, "utils", "launch"))

from backends import Cpu, Cuda, Ended, Interpreter, JoinedUnits, read
from gradients import STEP, Gradients, along, in_float64, not_replaced
from values import Elements, Struct, Value

# Overflow of ints is defined here: the numbers are made up.
FLAGS = ["-std=c++17", "-O1", "-fPIC", "-fwrapv", "-w"]
LENGTH, THREADS, BATCH = 24, 3, 40
TOLERANCE = 2e-4
INTS = {"int": np.int32, "int32": np.int32, "uint32": np.uint32, "int64": np.int64, "uint8": np.uint8, "int8": np.int8,
        "int16": np.int16, "uint16": np.uint16, "uint64": np.uint64, "bool": np.bool_}
SHAPES = {"quat": (4,), "transform": (7,), "spatial_vector": (6,), "spatial_matrix": (6, 6)}


class Unmade(Exception):
    """A parameter of a type for which there are no random values."""


def scalar_and_shape(name):
    """A numpy type and the shape of one element, of a type by its name in Warp."""
    if name in INTS:
        return INTS[name], ()
    if name == "float64":
        return np.float64, ()
    composite = re.fullmatch(r"(?:(vec|mat)(\d+)|(\w+?))([di])", name)
    if not composite:
        raise Unmade(name)
    digits = composite[2] or ""
    shape = SHAPES.get(composite[3]) or ((int(digits),) if composite[1] == "vec" else tuple(map(int, digits)))
    return np.int32 if composite[4] == "i" else np.float64, shape


class Maker:
    """Random arguments for the kernels of one file, whose structs it knows."""

    def __init__(self, tree, random):
        self.random = random
        self.structs = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}

    def argument(self, annotation):
        text = ast.unparse(annotation).replace(" ", "")
        array = re.fullmatch(r"wp\.array(?:([234])d)?\((?:dtype=)?(?:wp\.)?(\w+)(?:,ndim=([1234]))?\)", text)
        if array:
            return self.array(array[2], int(array[1] or array[3] or 1))
        name = text.removeprefix("wp.")
        if name in self.structs:
            return Struct({field.target.id: self.argument(field.annotation) for field in self.structs[name].body})
        scalar, shape = scalar_and_shape(name)
        if shape:
            return Value(self.numbers(scalar, shape))
        return scalar(3) if name in INTS else np.float64(self.numbers(scalar, shape))

    def array(self, name, rank):
        extents = (LENGTH if rank == 1 else 8,) * rank
        if name in self.structs:
            return self.structs_in_array(name, extents)
        scalar, shape = scalar_and_shape(name)
        return Elements(self.numbers(scalar, extents + shape), len(shape)) if shape else self.numbers(scalar, extents)

    def structs_in_array(self, name, extents):
        result = np.zeros(extents, self.struct_type(name))
        for numbers, (scalar, shape) in self.fields(result, name):
            numbers[...] = self.numbers(scalar, extents + shape)
        return result

    def struct_type(self, name):
        def of(field):
            inner = ast.unparse(field.annotation).removeprefix("wp.")
            return (field.target.id, *((self.struct_type(inner),) if inner in self.structs else scalar_and_shape(inner)))
        return np.dtype([of(field) for field in self.structs[name].body], align=True)

    def fields(self, numbers, name):
        for field in self.structs[name].body:
            inner, of = ast.unparse(field.annotation).removeprefix("wp."), numbers[field.target.id]
            if inner in self.structs:
                yield from self.fields(of, inner)
            else:
                yield of, scalar_and_shape(inner)

    def numbers(self, scalar, shape):
        if scalar is np.float64:
            return self.random.uniform(0.3, 1.2, shape)
        return self.random.integers(0, 2, shape).astype(scalar)


class Case:
    """One generated kernel with arguments."""

    def __init__(self, record, folder, random):
        self.id, self.category, self.outcome, self.problem = record["id"], record["category"], None, None
        source = in_float64("import warp as wp\n" + record["python_source"])
        self.path = os.path.join(folder, self.id + ".py")
        with open(self.path, "w") as file:
            file.write(source)
        tree = ast.parse(source)
        kernel = [node for node in tree.body if isinstance(node, ast.FunctionDef)
                  and "kernel" in ast.unparse(node.decorator_list[0])][-1]
        self.interpreter = Interpreter(self.path, "differentiate")
        if not self.interpreter.has(kernel.name):
            self.outcome = "not in float64"
        elif not self.interpreter.has("adj_" + kernel.name):
            self.outcome = "refused: " + self.interpreter.messages().strip().split("\n")[0].split(": ")[-1]
        else:
            self.make_arguments(tree, kernel, record, random)
        self.fixed = not_replaced(source)

    def make_arguments(self, tree, kernel, record, random):
        maker, dim = Maker(tree, random), (THREADS,) * max(1, record["metadata"]["launch_rank"])
        try:
            args = {arg.arg: maker.argument(arg.annotation) for arg in kernel.args.args}
        except Unmade as unmade:
            self.outcome = f"no values of {unmade}"
            return
        self.problem = Gradients(kernel.name, dim, args)

    def check(self, random):
        """Sets the outcome, and keeps the seeds and the gradients."""
        try:
            self.outcome = self.compare_slopes(random)
        except Ended as ended:
            self.outcome = "launch ended: " + str(ended).split(": ")[-1]

    def compare_slopes(self, random):
        problem = self.problem
        self.seeds = problem.random(random)
        self.gradients = problem.adjoint(self.interpreter, self.seeds)
        after = [numbers for _, numbers in problem.floats_of(problem.launch(self.interpreter))]
        largest = max((np.max(np.abs(numbers), initial=0.0) for numbers in after), default=0.0)
        if not largest * 1e-16 / STEP < TOLERANCE:
            return "not precise"
        for _ in range(3):
            direction = [part * (name not in self.fixed) for name, part in zip(problem.names, problem.random(random))]
            found = along(self.gradients, direction)
            slopes = [problem.slope(self.interpreter, direction, self.seeds, step) for step in (STEP, STEP / 4)]
            if not np.all(np.isfinite(slopes)) or not np.isclose(*slopes, rtol=TOLERANCE / 2, atol=TOLERANCE / 2):
                return "not smooth"
            if not np.isfinite(found):
                return "not finite"
            if not np.isclose(found, slopes[0], rtol=TOLERANCE, atol=TOLERANCE):
                return f"wrong: {found} instead of {slopes[0]}"
        return "right"

    def compare_emitted(self, units):
        """With what the interpreter has made of the same seeds."""
        for backend in (Cpu(units), Cuda(units)):
            for name, found, expected in zip(self.problem.names, self.problem.adjoint(backend, self.seeds), self.gradients):
                largest = np.max(np.abs(expected), initial=1.0)
                if not np.allclose(found, expected, rtol=1e-7, atol=1e-9 * largest, equal_nan=True):
                    self.outcome = f"wrong: on {backend.name}, the gradient of {name} is another one"


def translate(tools, case):
    """The texts of both units. A unit that Clang refuses is wrong, too."""
    stem = os.path.splitext(case.path)[0]
    done = subprocess.run([tools.translate, case.path, "--target=both", "--backward", "-o", stem], capture_output=True, text=True)
    if done.returncode != 0:
        case.outcome = "wrong: its units are refused: " + done.stderr[:500]
        return None
    return read(stem + ".cpp"), read(stem + ".cu")


def compare_emitted(tools, cases, folder):
    for start in range(0, len(cases), BATCH):
        texts = {case: translate(tools, case) for case in cases[start:start + BATCH]}
        # Only the first of those that are the same: C names may not meet in one file.
        cpu_names = {}
        for case, pair in texts.items():
            if pair:
                cpu_names.setdefault(re.search(r"(\w+)_cpu_forward\(", pair[0])[1], case)
        batch = list(cpu_names.values())
        units = JoinedUnits(tools, [texts[case] for case in batch], os.path.join(folder, f"units-{start}"), FLAGS)
        for number, case in enumerate(batch):
            case.compare_emitted(units.of(number))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("records")
    parser.add_argument("folder", help="for the kernels; those that are wrong stay there")
    parser.add_argument("--count", type=int, default=10**9)
    parser.add_argument("--emitted", type=int, default=0, help="so many are also run as emitted code")
    parser.add_argument("--translate", default="kernel-translate")
    parser.add_argument("--clangxx", default="clang++-22")
    options = parser.parse_args()
    options.include = os.path.join(ROOT, "include")
    options.emulation = os.path.join(ROOT, "utils", "emulation", "grid_emulation.h")
    os.makedirs(options.folder, exist_ok=True)
    random, cases = np.random.default_rng(11), []
    with open(options.records) as lines:
        for _, line in zip(range(options.count), lines):
            cases.append(Case(json.loads(line), options.folder, random))
            if cases[-1].problem:
                cases[-1].check(random)
    compare_emitted(options, [case for case in cases if case.outcome == "right"][:options.emitted], options.folder)
    outcomes = collections.Counter()
    for case in cases:
        if case.outcome.startswith("wrong"):
            print(f"{case.id} ({case.category}): {case.outcome}")
        else:
            os.remove(case.path)
        outcomes[case.outcome.split(":")[0] if case.outcome.startswith("wrong") else case.outcome] += 1
    for outcome, count in outcomes.most_common():
        print(f"{count:6} {outcome}")
    sys.exit(outcomes["wrong"] > 0 or not outcomes["right"])


main()
