#!/usr/bin/env python3
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Holds the tree against its own picture: which folder may include which, who may see Clang, and licence lines.

Prints one line per fault, `file:line: text`, and exits with 1 if there was one. Long files are warned about only.
"""

import argparse
import os
import re
import sys
from pathlib import Path

# The order of the compiler: a folder includes only folders before it.
ORDER = ["Support", "RuntimeHeaders", "Types", "Builtins", "Lex", "AST", "Parse", "Check", "IR", "Lower", "Transform", "Differentiate",
         "Interpret", "Emit", "Verify", "Translate", "Generate", "Dataset"]

SYNTAX = {"Lex", "AST", "Parse", "Check"}

# What the order would allow and the design does not.
NEVER = {
    "Lex": {"Types", "Builtins"},
    "AST": {"Types", "Builtins"},
    "Parse": {"Types", "Builtins"},
    "IR": SYNTAX,
    "Transform": SYNTAX | {"Lower"},
    "Differentiate": SYNTAX | {"Lower"},
    "Interpret": SYNTAX | {"Lower", "Differentiate"},
    "Emit": SYNTAX | {"Lower", "Interpret", "Differentiate"},
    "Verify": SYNTAX | {"Lower", "Interpret", "IR", "Transform"},
    "Translate": {"Verify"},
    "Generate": {"IR", "Lower", "Transform", "Differentiate", "Interpret", "Emit", "Verify", "Translate"},
}

SEES_CLANG = {"Emit", "Verify"}

LICENCE = ("Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.",
           "SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception")

SOURCES = {".h", ".cpp", ".def", ".td", ".inc"}
LICENSED = SOURCES | {".py", ".sh", ".cu", ".in"}
LINE_LIMIT = 700

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')


def folder_of(path):
    """The phase a file of include/kt or lib belongs to, or None for a file that stands beside the phases."""
    parts = path.parts
    if parts[:2] == ("include", "kt") and len(parts) > 3:
        return parts[2]
    if parts[0] == "lib" and len(parts) > 2:
        return parts[1]
    return None


def layer_fault(folder, path, included):
    """Why a file of phase `folder` may not include `included`, or None."""
    parts = included.split("/")
    if parts[0] == "kt-runtime":
        return "emitted code alone includes the runtime"
    if parts[0] == "clang" and folder not in SEES_CLANG:
        return f"only {' and '.join(sorted(SEES_CLANG))} see Clang"
    if parts[0] == "nlohmann" and path.parts[:2] != ("lib", "Dataset"):
        return "only lib/Dataset sees nlohmann/json"
    if parts[:2] == ["llvm", "TableGen"]:
        return "only kt-tblgen sees TableGen"
    if folder == "Support" and parts[0] == "llvm" and parts[1] not in ("ADT", "Support", "Config"):
        return "Support includes only ADT, Support and Config of LLVM"
    if ".." in parts and folder != folder_of(Path(os.path.normpath(path.parent / included))):
        return "name the header from include/ or from its own folder"
    if parts[0] != "kt" or len(parts) < 3 or parts[1] == folder:
        return None
    if parts[1] not in ORDER:
        return f"{parts[1]} is not a folder that check_layers.py knows"
    if ORDER.index(parts[1]) > ORDER.index(folder):
        return f"{folder} stands above {parts[1]}"
    if parts[1] in NEVER.get(folder, ()):
        return f"{folder} never sees {parts[1]}"
    return None


def include_fault(path, included):
    if path.parts[:2] == ("include", "kt-runtime"):
        first = included.split("/")[0]
        return "the runtime stands alone" if first in ("kt", "clang", "llvm") else None
    if path.parts[0] == "tools":
        first = included.split("/")[0]
        return "tools see neither Clang nor nlohmann/json" if first in ("clang", "nlohmann") else None
    folder = folder_of(path)
    if folder is None:
        return None
    if folder not in ORDER:
        return f"{folder} is not a folder that check_layers.py knows"
    return layer_fault(folder, path, included)


def check_includes(path, lines):
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        fault = match and include_fault(path, match.group(2))
        if fault:
            yield number, f"includes {match.group(2)}: {fault}"


def check_licence(lines):
    body = lines[1:] if lines and lines[0].startswith("#!") else lines
    found = [line.lstrip("/#; *").strip() for line in body[:2]]
    if found != list(LICENCE):
        yield 1, "does not begin with the two licence lines"


def needs_licence(path):
    """Inputs and goldens of tests are what they are; all else says whose it is."""
    if path.name == "CMakeLists.txt":
        return True
    if path.parts[0] == "test" and path.parts[:2] != ("test", "Unit") and not path.name.startswith("lit."):
        return False
    return path.suffix in LICENSED


def tracked_files(root):
    for top in ("include", "lib", "tools", "utils", "test", "docs"):
        for path in sorted((root / top).rglob("*")):
            inside = path.relative_to(root)
            if path.is_file() and "__pycache__" not in inside.parts and "Output" not in inside.parts:
                yield inside
    yield Path("CMakeLists.txt")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent)
    root = parser.parse_args().root

    faults = 0
    for path in tracked_files(root):
        wants_licence = needs_licence(path)
        if not wants_licence and path.suffix not in SOURCES:
            continue
        lines = (root / path).read_text(encoding="utf-8", errors="replace").splitlines()
        found = list(check_includes(path, lines)) if path.suffix in SOURCES else []
        found += check_licence(lines) if wants_licence else []
        for number, text in found:
            print(f"{path}:{number}: {text}")
        faults += len(found)
        if len(lines) > LINE_LIMIT and path.suffix in {".h", ".cpp", ".py"}:
            print(f"{path}:1: warning: {len(lines)} lines; look for the second idea in it")
    print(f"{faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
