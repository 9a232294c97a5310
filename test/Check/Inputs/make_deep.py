# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes a kernel with one thing in it that is far too deep, or long."""

import sys

KERNEL = "@wp.kernel\ndef k(x: wp.array(dtype=float), n: int):\n    "


def operands():
    return KERNEL + "b = " + " and ".join(["n > 0"] * 2000)


def calls():
    funcs = [f"@wp.func\ndef f{i}(a: float):\n    return f{i + 1}(a)\n" for i in range(1000)]
    return "".join(funcs) + "@wp.func\ndef f1000(a: float):\n    return a\n" + KERNEL + "x[0] = f0(1.0)"


def nested_calls():
    """Checked in a time that grows with the depth, not with two to its power."""
    func = "@wp.func\ndef f(a: float):\n    return a\n"
    return func + KERNEL + "x[0] = " + "f(" * 60 + "x[0]" + ")" * 60 + " + " + "wp.vector(" * 60 + "wp.vec3()" + \
        ", dtype=float)" * 60 + "[0]"


def constants():
    return "A0 = 1\n" + "".join(f"A{i + 1} = A{i}\n" for i in range(5000)) + KERNEL + "n = A5000"


def structs():
    chain = "".join(f"@wp.struct\nclass S{i}:\n    a: S{i + 1}\n" for i in range(3000))
    return chain + "@wp.struct\nclass S3000:\n    a: float\n@wp.kernel\ndef k(s: S0):\n    pass"


print("import warp as wp\n" + globals()[sys.argv[1].replace("-", "_")]())
