# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Holds the adjoints of generated kernels against central differences, both run by the interpreter. A kernel is written
# over for float64 first. Arguments are random; a launch that fails, or whose difference quotients of two step sizes
# disagree, says nothing and is counted apart, as are kernels that have no adjoint and parameters that are not made up.

import argparse
import ast
import collections
import io
import json
import os
import re
import sys
import tokenize

import numpy as np

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")
sys.path.insert(0, os.path.join(ROOT, "utils", "launch"))

from backends import Ended, Interpreter
from values import Value

LENGTH, THREADS = 24, 3
STEP, TOLERANCE = 1e-6, 2e-4
SHAPES = {"vec2d": (2,), "vec3d": (3,), "vec4d": (4,), "quatd": (4,), "mat22d": (2, 2), "mat33d": (3, 3),
          "mat44d": (4, 4), "float64": (), "vec2i": (2,), "vec3i": (3,), "vec4i": (4,)}
INTS = {"int": np.int32, "int32": np.int32, "uint32": np.uint32, "int64": np.int64, "uint8": np.uint8, "int8": np.int8,
        "int16": np.int16, "uint16": np.uint16, "uint64": np.uint64, "bool": np.bool_}


def in_float64(source):
    """The same kernels with float64 for float32, literals too."""
    words, before = [], None
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        text = token.string
        if token.type == tokenize.NUMBER and re.search(r"[.e]", text) and not text.startswith("0x"):
            text = f"wp.float64({text})"
        elif token.type == tokenize.NAME and text == "float":
            text = "wp.float64"
        elif token.type == tokenize.NAME and before == ".":
            if re.fullmatch(r"vec[234]|mat(22|33|44)|quat|transform|spatial_vector|spatial_matrix", text):
                text += "d"
            text = "float64" if text == "float32" else "transformd" if text == "transformation" else text
        words.append((token.type, text))
        before = text
    return tokenize.untokenize(words)


class Unmade(Exception):
    """A parameter of a type for which there are no random values."""


def random_values(dtype, shape, random):
    if dtype in INTS:
        return random.integers(0, 2, shape).astype(INTS[dtype])
    if dtype not in SHAPES or dtype.endswith("i"):
        raise Unmade(dtype)
    return random.uniform(0.3, 1.2, shape + SHAPES[dtype])


def make_argument(annotation, random):
    text = ast.unparse(annotation).replace(" ", "")
    array = re.fullmatch(r"wp\.array(?:([234])d)?\((?:dtype=)?(?:wp\.)?(\w+)(?:,ndim=([1234]))?\)", text)
    if array:
        rank = int(array[1] or array[3] or 1)
        if rank > 2 and len(SHAPES.get(array[2], ())) + rank > 4:
            raise Unmade("arrays of such a rank")
        return random_values(array[2], (LENGTH if rank == 1 else 8,) * rank, random)
    name = text.removeprefix("wp.")
    value = random_values(name, (), random)
    if name in INTS:
        return INTS[name](3)
    return np.float64(value) if name == "float64" else Value(value)


class Check:
    """`fixed` are arrays that keep the gradient of what was in them, though it may have been replaced: those whose
    elements are made least or greatest."""

    def __init__(self, interpreter, kernel, args, dim, fixed):
        self.interpreter, self.kernel, self.args, self.dim, self.fixed = interpreter, kernel, args, dim, fixed
        self.floats = [i for i, arg in enumerate(args) if isinstance(arg, np.ndarray) and arg.ndim and arg.dtype.kind == "f"]

    def launch(self, args):
        args = [arg.copy() if isinstance(arg, np.ndarray) else arg for arg in args]
        self.interpreter.launch(self.kernel, self.dim, args)
        return args

    def slope(self, direction, seeds, step):
        def objective(sign):
            args = list(self.args)
            for i in self.floats:
                args[i] = args[i] + sign * step * direction[i]
            after = self.launch(args)
            return sum(float(np.sum(after[i] * seeds[i])) for i in self.floats)
        return (objective(1) - objective(-1)) / (2 * step)

    def run(self, random):
        """wrong, right, or why neither."""
        seeds = {i: random.uniform(-1, 1, self.args[i].shape) for i in self.floats}
        after = self.launch(self.args)
        size = sum(float(np.sum(np.abs(after[i] * seeds[i]))) for i in self.floats)
        if not size * 1e-16 / STEP < TOLERANCE:
            return "not precise"
        adjoints = [seeds[i].copy() if i in seeds else zero_of(arg) for i, arg in enumerate(self.args)]
        self.interpreter.backward(self.kernel, self.dim, after, adjoints)
        for _ in range(3):
            direction = {i: random.uniform(-1, 1, self.args[i].shape) * (i not in self.fixed) for i in self.floats}
            gradient = sum(float(np.sum(adjoints[i] * direction[i])) for i in self.floats)
            slopes = [self.slope(direction, seeds, step) for step in (STEP, STEP / 4)]
            if not np.all(np.isfinite(slopes)) or not np.isclose(*slopes, rtol=TOLERANCE / 2, atol=TOLERANCE / 2):
                return "not smooth"
            if not np.isfinite(gradient):
                return "not finite"
            if not np.isclose(gradient, slopes[0], rtol=TOLERANCE, atol=TOLERANCE):
                return f"wrong: {gradient} instead of {slopes[0]}"
        return "right"


def zero_of(arg):
    return Value(arg.data * 0) if isinstance(arg, Value) else np.zeros_like(arg) if arg.ndim else type(arg)(0)


def check(record, folder, random):
    source = in_float64("import warp as wp\n" + record["python_source"])
    path = os.path.join(folder, record["id"] + ".py")
    with open(path, "w") as file:
        file.write(source)
    interpreter = Interpreter(path, "differentiate")
    kernel = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)
              and "kernel" in ast.unparse(node.decorator_list[0])][-1]
    if not interpreter.has(kernel.name):
        return "not in float64"
    if not interpreter.has("adj_" + kernel.name):
        return "refused: " + interpreter.messages().strip().split(": ")[-1]
    try:
        args = [make_argument(arg.annotation, random) for arg in kernel.args.args]
        dim = (THREADS,) * max(1, record["metadata"]["launch_rank"])
        names = set(re.findall(r"atomic_(?:min|max)\s*\(\s*(\w+)", source))
        fixed = {i for i, arg in enumerate(kernel.args.args) if arg.arg in names}
        return Check(interpreter, kernel.name, args, dim, fixed).run(random)
    except Unmade as unmade:
        return f"no values of {unmade}"
    except Ended as ended:
        return "launch ended: " + str(ended).split(": ")[-1]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("records")
    parser.add_argument("folder", help="for the kernels; those that are wrong stay there")
    parser.add_argument("--count", type=int, default=10**9)
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    random, outcomes = np.random.default_rng(11), collections.Counter()
    with open(options.records) as lines:
        for _, line in zip(range(options.count), lines):
            record = json.loads(line)
            outcome = check(record, options.folder, random)
            if outcome.startswith("wrong"):
                print(f"{record['id']} ({record['category']}): {outcome}", flush=True)
            else:
                os.remove(os.path.join(options.folder, record["id"] + ".py"))
            outcomes[outcome.split(":")[0] if outcome.startswith("wrong") else outcome] += 1
    for outcome, count in outcomes.most_common():
        print(f"{count:6} {outcome}")
    sys.exit(outcomes["wrong"] > 0 or not outcomes["right"])


main()
