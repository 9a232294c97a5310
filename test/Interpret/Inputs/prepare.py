# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes all kernels of a file ready to be interpreted, which ends the process if it cannot be done."""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "utils", "launch"))

from backends import Interpreter, read

path = sys.argv[1]
interpreter = Interpreter(path, "simplify")
kernels = re.findall(r"^@wp\.kernel\ndef (\w+)", read(path), re.MULTILINE)
missing = [kernel for kernel in kernels if not interpreter.has(kernel)]
print(f"{len(kernels)} kernels, {len(missing)} of them missing: {missing}")
sys.exit(bool(missing or not kernels))
