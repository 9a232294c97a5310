# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Many emitted units as one file, so that a compiler reads the runtime headers once.


def join(units):
    """Each unit in a namespace of its own, behind what they include. An entry point keeps its C name, which its hash
    makes unique."""
    includes, parts = {}, []
    for number, text in enumerate(units):
        lines = text.splitlines()
        includes.update(dict.fromkeys(line for line in lines if line.startswith("#include ")))
        body = "\n".join(line for line in lines if not line.startswith("#include "))
        parts.append(f"namespace unit{number} {{\n{body}\n}}\n")
    return "\n".join([*includes, *parts])
