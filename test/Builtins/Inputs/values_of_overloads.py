# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Launches the kernels that `kt-tblgen --gen-tests` makes, one per overload, as emitted C++, as emitted CUDA under grid
emulation, and in the interpreter, and holds what they leave in their arrays against stored values.

    values_of_overloads.py TESTS.py --stored FILE [--output STEM]    compares
    values_of_overloads.py TESTS.py --stored FILE --renew            lets Warp compute values that are not stored yet

A line of the stored file is the name of a kernel, that of an array, whose value it is, and the numbers. The value is
`warp`'s, or the `interpreter`'s where Warp has no such overload: the interpreter has its own implementation of every
builtin. An array that the kernel leaves alone has no line.
"""

import argparse
import ast
import collections
import os
import re
import signal
import sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..", "..")
sys.path += [os.path.join(ROOT, "utils", "launch"), os.path.join(ROOT, "test", "Interpret", "Inputs")]

import agree
from backends import Cpu, Cuda, Ended, Interpreter, Units, read, run_tool
from captured import Captured
from values import Elements, Value, content, fresh

THREADS = 3
# Warp and we round in orders of our own.
TOLERANCE = {2: 4e-3, 4: 2e-5, 8: 1e-11}
DIGITS = {2: 5, 4: 9, 8: 17}

# By the names of parameters: a range is not empty.
NAMES = {"low": ((0, 2), (-2.0, -0.5)), "high": ((3, 7), (0.5, 2.0))}
INDICES = {"i", "j", "k", "l", "indices"}
# A range of indices is the whole array.
RANGES = {"arr_begin": 0, "arr_end": THREADS}
# Ranges of ints and of floats.
ANYTHING = ((-6, 7), (-2.0, 2.0))
DOMAINS = {
    "NonNegative": ((0, 7), (0.0, 2.0)),
    "Positive": ((1, 7), (0.1, 2.0)),
    "NonZero": ((1, 7), (0.2, 2.0)),
    "Unit": ((0, 1), (-0.95, 0.95)),
    "OpenUnit": ((0, 1), (0.05, 0.95)),
    "Moderate": ((0, 4), (-1.5, 1.5)),
    "Exponent": ((0, 4), (-2.0, 2.0)),
    "ShiftAmount": ((0, 7), (0.0, 1.0)),
    "Truth": ((0, 1), (0.0, 1.0)),
}


class Kernel:
    """A generated kernel: its parameters with made-up arguments."""

    def __init__(self, node, domains):
        self.name, self.node = node.name, node
        self.args = {param.arg: self.argument(param, domains) for param in node.args.args}

    def argument(self, param, domains):
        name = param.arg.rstrip("0123456789")
        random = np.random.default_rng(list(param.arg.encode()))
        made = agree.argument(param.annotation, random)
        data = made.data if isinstance(made, (Elements, Value)) else np.asarray(made)
        ints, floats = DOMAINS[domains[name]] if name in domains else NAMES.get(name, ANYTHING)
        if name in RANGES:
            ints = (RANGES[name], RANGES[name])
        elif name in INDICES:
            ints = (-THREADS, THREADS - 1)
        data = filled(data.dtype, self.shape(made, data), ints, floats, random)
        if isinstance(made, Elements):
            return Elements(data, made.inner)
        return Value(data) if isinstance(made, Value) else data[()]

    def shape(self, made, data):
        rank = data.ndim - made.inner if isinstance(made, Elements) else 0
        return (THREADS,) * rank + data.shape[rank:]

    def tolerance(self):
        """Random numbers are Warp's, bit for bit."""
        return 0.0 if self.name.startswith("test_rand") else None

    def launch(self, backend):
        """The arrays that the kernel changes."""
        args = {name: fresh(arg) for name, arg in self.args.items()}
        with Captured():
            backend.launch(self.name, THREADS, list(args.values()))
        after = {name: content(arg) for name, arg in args.items()}
        return {name: data for name, data in after.items()
                if data is not None and (name.startswith("result") or not same(data, content(self.args[name]), 0))}


def filled(dtype, shape, ints, floats, random):
    if dtype == np.bool_:
        return random.integers(0, 2, shape).astype(dtype)
    if dtype.kind == "f":
        return random.uniform(*floats, shape).astype(dtype)
    return random.integers(max(ints[0], 0) if dtype.kind == "u" else ints[0], ints[1] + 1, shape).astype(dtype)


def read_kernels(path):
    text = read(path)
    domains = {}
    for part in text.split("\n\n\n"):
        named = re.search(r"^def (\w+)", part, re.MULTILINE)
        if named:
            domains[named[1]] = dict(re.findall(r"^# (\w+): (\w+)$", part, re.MULTILINE))
    return [Kernel(node, domains[node.name]) for node in ast.parse(text).body
            if isinstance(node, ast.FunctionDef) and node.name not in agree.LEFT_OUT]


def same(actual, expected, tolerance=None):
    if actual.dtype.kind != "f":
        return np.array_equal(actual, expected)
    bound = TOLERANCE[actual.dtype.itemsize] if tolerance is None else tolerance
    with np.errstate(all="ignore"):
        # Cancellation loses digits of the largest component.
        largest = np.max(np.abs(expected), initial=1.0, where=np.isfinite(expected))
        return np.allclose(actual, expected, rtol=bound, atol=bound * float(largest), equal_nan=True)


# Stored values
# -------------


def spell(number):
    if isinstance(number, np.floating):
        return f"{float(number):.{DIGITS[number.itemsize]}g}"
    return str(int(number))


def parse(words, dtype):
    return np.array(list(map(float if dtype.kind == "f" else int, words)), dtype)


def read_stored(path):
    """{kernel: {array: words}}"""
    stored = collections.defaultdict(dict)
    for line in read(path).splitlines():
        if not line.startswith("#"):
            kernel, array, _, *words = line.split(" ")
            stored[kernel][array] = words
    return stored


def renew(kernels, source, path):
    """Adds what is missing, drops what has no kernel any more; to renew a kernel's values, delete its lines."""
    import values_from_warp

    interpreter = Interpreter(source, "lower")
    changed = {kernel.name: kernel.launch(interpreter) for kernel in kernels}
    stored = read_stored(path)
    lines = [line for line in read(path).splitlines() if line.split(" ")[0] in changed]
    new = [kernel for kernel in kernels if not changed[kernel.name].keys() <= stored[kernel.name].keys()]
    for kernel, warps in values_from_warp.launch(new):
        lines = [line for line in lines if line.split(" ")[0] != kernel.name]
        for name, own in changed[kernel.name].items():
            theirs = warps.get(name)
            words = map(spell, (own if theirs is None else theirs).flatten())
            lines.append(f"{kernel.name} {name} {'interpreter' if theirs is None else 'warp'} {' '.join(words)}")
            if theirs is not None and not same(own, theirs, kernel.tolerance()):
                print(f"{kernel.name} {name}: the interpreter has\n{own}\nWarp has\n{theirs}\nof\n{kernel.args}")
    with open(path, "w") as file:
        file.write("".join(line + "\n" for line in sorted(lines)))
    print(f"{len(lines)} arrays, {sum(' interpreter ' in line for line in lines)} of them the interpreter's")


def compare(kernels, backend, stored, path):
    wrong = 0
    for kernel in kernels:
        try:
            arrays = kernel.launch(backend)
        except Ended as ended:
            print(f"{kernel.name} on {backend.name}: {ended}")
            wrong += 1
            continue
        for name in arrays.keys() | stored[kernel.name].keys():
            words, data = stored[kernel.name].get(name), arrays.get(name)
            if words is None:
                print(f"{kernel.name} on {backend.name}: no value of `{name}` is stored in {path}: renew it with Warp "
                      "(`--renew`)")
            elif data is None or not same(data.flatten(), parse(words, data.dtype), kernel.tolerance()):
                print(f"{kernel.name} on {backend.name}: `{name}` is\n{data}\nnot\n{words}")
            else:
                continue
            wrong += 1
    print(f"{len(kernels)} kernels on {backend.name}, {wrong} arrays differ")
    return wrong


class FastUnits(Units):
    """Both units of the file, without optimization: there are many kernels."""

    def __init__(self, tools, source, output):
        run_tool(["kernel-translate", source, "--target=both", "--no-backward", "--verify=none", "-o", output])
        self.load(tools, output, ["-std=c++17", "-O0", "-fPIC", "-fwrapv", "-w"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tests")
    parser.add_argument("--stored", required=True)
    parser.add_argument("--output", help="what the names of the files that are made begin with")
    parser.add_argument("--clangxx", default="clang++-22")
    parser.add_argument("--renew", action="store_true")
    args = parser.parse_args()
    args.include = os.path.join(ROOT, "include")
    args.emulation = os.path.join(ROOT, "utils", "emulation", "grid_emulation.h")
    kernels = read_kernels(args.tests)
    signal.signal(signal.SIGTRAP, signal.SIG_IGN)  # wp.breakpoint()
    if args.renew:
        renew(kernels, args.tests, args.stored)
        return
    stored = read_stored(args.stored)
    units = FastUnits(args, args.tests, args.output or args.tests.removesuffix(".py"))
    # In the order of the threads: an atomic operation returns what was there before.
    backends = [Cpu(units), Cuda(units, 1, 1), Interpreter(args.tests, "legalize")]
    wrong = sum(compare(kernels, backend, stored, os.path.relpath(args.stored, ROOT)) for backend in backends)
    for name in stored.keys() - {kernel.name for kernel in kernels}:
        print(f"{name}: a value is stored, and there is no such overload")
        wrong += 1
    sys.exit(wrong != 0)


if __name__ == "__main__":
    main()
