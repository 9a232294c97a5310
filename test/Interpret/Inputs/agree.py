# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Launches every kernel of a file, with arguments made up from its annotations, as emitted C++ and in the interpreter,
and compares what both leave in the arrays and print."""

import argparse
import ast
import ctypes
import os
import re
import signal
import sys
import types

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..", "..")
sys.path += [os.path.join(ROOT, "utils", "launch"), os.path.join(ROOT, "test", "Run", "Inputs")]

from backends import FLAGS, Cpu, Ended, Interpreter, read, run_tool
from run_kernels import Captured, same
from values import Elements, Value, content, fresh

THREADS = 8
# Each implementation rounds in an order of its own.
TOLERANCE = {2: 2e-2, 4: 2e-5, 8: 1e-11}


# Their arrays describe an articulation, or matrices of given extents, which no random numbers do; test/Run/newer.py and
# test/Run/dense.py have some.
LEFT_OUT = ("test_spatialjacobian", "test_spatialmass", "test_densegemm", "test_densechol", "test_densesubs",
            "test_densesolve")
# A range of indices does not count from the end.
RANGES = ("arr_begin", "arr_end")


# What annotations mean: a scalar is its numpy type, anything else a function that makes an argument.


def filled(dtype, shape, random):
    """Integers that are indices of any array here; floats in the domain of all functions of floats."""
    if dtype == np.bool_:
        return random.integers(0, 2, shape).astype(dtype)
    if np.issubdtype(dtype, np.integer):
        low = 0 if np.issubdtype(dtype, np.unsignedinteger) else -THREADS // 2
        return random.integers(low, THREADS, shape).astype(dtype)
    return random.uniform(0.05, 0.95, shape).astype(dtype)


class Composite:
    def __init__(self, dtype, *inner):
        self.dtype, self.inner = dtype, inner

    def argument(self, random):
        return Value(filled(self.dtype, self.inner, random))


class Array:
    def __init__(self, dtype, ndim=1):
        composite = dtype if isinstance(dtype, Composite) else Composite(dtype)
        self.dtype, self.inner, self.ndim = composite.dtype, composite.inner, ndim

    def argument(self, random):
        return Elements(filled(self.dtype, (THREADS,) * self.ndim + self.inner, random), len(self.inner))


SCALARS = "int8 uint8 int16 uint16 int32 uint32 int64 uint64 float16 float32 float64".split()
WP = types.SimpleNamespace(
    array=Array,
    bool=np.bool_,
    types=types.SimpleNamespace(
        vector=lambda length, dtype: Composite(dtype, length),
        matrix=lambda shape, dtype: Composite(dtype, *shape),
        quaternion=lambda dtype: Composite(dtype, 4),
        transformation=lambda dtype: Composite(dtype, 7),
    ),
    **{name: getattr(np, name) for name in SCALARS},
)


def argument(annotation, random):
    meaning = eval(compile(ast.Expression(annotation), "annotation", "eval"), {"wp": WP})
    if isinstance(meaning, type):
        return filled(meaning, (), random)[()]
    return meaning.argument(random)


class Unit:
    """The emitted C++ of a file, compiled."""

    def __init__(self, source, output, include, clangxx):
        unit, library = output + ".cpp", output + ".so"
        run_tool(["kernel-translate", source, "--no-backward", "--verify=none", "-o", unit])
        run_tool([clangxx, *FLAGS, "-shared", "-I" + include, unit, "-o", library])
        self.keys = {name: f"{name}_{key}" for name, key in re.findall(r"(\w+)_([0-9a-f]{8})_cpu_forward", read(unit))}
        self.library = ctypes.CDLL(library)


def launch(backend, kernel, args):
    with Captured() as captured:
        backend.launch(kernel, THREADS, args)
    return captured.text


def difference(kernel, params, cpu, interpreter):
    random = np.random.default_rng(1)
    names = [param.arg for param in params]
    given = [argument(param.annotation, random) for param in params]
    for param, made in zip(params, given):
        if param.arg.startswith(RANGES):
            made.data = np.abs(made.data)
    emitted, interpreted = ([fresh(arg) for arg in given] for _ in range(2))
    try:
        # First, since it looks at indices.
        printed = launch(interpreter, kernel, interpreted)
    except Ended as ended:
        return str(ended)
    if launch(cpu, kernel, emitted) != printed:
        return f"the interpreter prints {printed!r}"
    for name, left, right in zip(names, map(content, emitted), map(content, interpreted)):
        if left is not None and not same(right, left, TOLERANCE.get(left.dtype.itemsize)):
            return f"`{name}` is\n{left}\nin emitted code and\n{right}\nin the interpreter"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--output", required=True, help="what the names of the files that are made begin with")
    parser.add_argument("--clangxx", default="clang++-22")
    args = parser.parse_args()
    kernels = [node for node in ast.parse(read(args.file)).body
               if isinstance(node, ast.FunctionDef) and node.name not in LEFT_OUT]
    signal.signal(signal.SIGTRAP, signal.SIG_IGN)  # wp.breakpoint()
    cpu = Cpu(Unit(args.file, args.output, os.path.join(ROOT, "include"), args.clangxx))
    interpreter = Interpreter(args.file, "simplify")
    wrong = 0
    for kernel in kernels:
        found = difference(kernel.name, kernel.args.args, cpu, interpreter)
        if found:
            print(f"{kernel.name}: {found}")
            wrong += 1
    print(f"{len(kernels)} kernels, {wrong} differ")
    sys.exit(wrong != 0 or not kernels)


if __name__ == "__main__":
    main()
