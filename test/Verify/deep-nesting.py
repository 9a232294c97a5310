# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

# What nests as deep as the parser allows gets through Clang too, in every form that nests.

# RUN: %python %s > %t.py
# RUN: kernel-translate --target=both %t.py -o %t

DEPTH = 190
TERMS = 900
forms = {
    "parentheses": "(a + " * DEPTH + "a" + ")" * DEPTH,
    "calls": "wp.sin(" * DEPTH + "a" + ")" * DEPTH,
    "casts": "float(int(" * (DEPTH // 2) + "a" + "))" * (DEPTH // 2),
    "ternaries": "(a if n > 1 else " * DEPTH + "a" + ")" * DEPTH,
    "indices": "x[" + "y[" * (DEPTH - 1) + "n" + "]" * DEPTH,
    "quotients": "float(" + "n // (" * (DEPTH - 1) + "n" + ")" * DEPTH,
    "powers": "a ** " * TERMS + "a",
    "sum": "a + " * TERMS + "a",
    "signs": "-" * TERMS + "a",
}

print("import warp as wp")
for name, expr in forms.items():
    print(f"\n\n@wp.kernel\ndef {name}(x: wp.array(dtype=float), y: wp.array(dtype=int), a: float, n: int):")
    print(f"    x[wp.tid()] = {expr}")
