# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Launches each kernel K of a file with `arguments_K`, a number of threads and the arguments. It has to end where the
next comment `# fault: COLUMN: TEXT` of the file stands, with that text."""

import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [os.path.join(HERE, "..", "..", "..", "utils", "launch"), os.path.join(HERE, "..", "..", "Run", "Inputs")]

import stand_ins
from backends import Ended, Interpreter, read
from run_kernels import load
from values import fresh

STEPS = 10000


def fault_of(interpreter, kernel, dim, *args):
    try:
        interpreter.launch(kernel, dim, list(map(fresh, args)))
    except Ended as ended:
        return str(ended)
    return "ended well"


stand_ins.install_warp()
path = sys.argv[1]
interpreter = Interpreter(path, "simplify", steps=STEPS)
launches = [(name.removeprefix("arguments_"), args) for name, args in vars(load(path)).items() if "arguments_" in name]
expected = []
for number, line in enumerate(read(path).splitlines(), 1):
    expected += [f"{path}:{number}:{fault}" for fault in re.findall(r"# fault: (\d+: .*)", line)]
actual = [fault_of(interpreter, kernel, *args) for kernel, args in launches]
for (kernel, _), ended, wanted in zip(launches, actual, expected):
    if ended != wanted:
        print(f"{kernel}:\n  {ended}\nnot\n  {wanted}")
print(f"{len(actual)} launches")
sys.exit(actual != expected)
