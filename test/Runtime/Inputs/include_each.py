# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Compiles each header of the runtime alone, as C++ without warnings.

import pathlib
import subprocess
import sys

compiler, include = sys.argv[1:]
flags = ["-std=c++17", "-Wall", "-Wextra", "-Werror", "-I" + include, "-fsyntax-only", "-x", "c++", "-"]
failed = []
for header in sorted(pathlib.Path(include, "kt-runtime").glob("*.h")):
    if header.name == "cuda_declarations.h":
        continue
    text = f'#include "kt-runtime/{header.name}"\n'
    if subprocess.run([compiler, *flags], input=text, text=True).returncode != 0:
        failed.append(header.name)
sys.exit("needs something before it: " + ", ".join(failed) if failed else 0)
