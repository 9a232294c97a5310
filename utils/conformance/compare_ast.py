#!/usr/bin/env python3
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compares the syntax tree of kernel-translate with that of Python's own `ast` module.

    compare_ast.py                      every kernel, func and struct of the installed warp package
    compare_ast.py --all FOLDER FILE    whole modules

Nothing is imported or run: both sides only parse. What Python refuses must be refused here too, and the other way
round. Differences are listed; the exit status is 1 if one of them has no explanation.
"""

import argparse
import ast
import collections
import concurrent.futures
import difflib
import importlib.util
import json
import os
import pathlib
import re
import subprocess
import sys
import warnings

DECORATORS = {"kernel", "func", "func_native", "func_grad", "func_replay", "overload", "struct"}
DEFINITIONS = {"FunctionDef", "AsyncFunctionDef", "ClassDef"}
LEFT_OUT = {"ctx", "type_comment", "type_ignores"}

# Refusals that are a rule of ours, by the slug of the diagnostic. Python reads such a file.
OWN_REFUSALS = {
    "source-encoding": "only UTF-8 is read",
    "name-not-normal": "names that are not in normal form are refused",
    "nested-too-deeply": "the depth of the tree is limited",
}


# Python's tree in the shape of our dump
# --------------------------------------


def dump_value(value):
    if value is None or value is True or value is False:
        return str(value)
    if value is Ellipsis:
        return "Ellipsis"
    if isinstance(value, int):
        return str(value) if value < 1 << 64 else hex(value)
    if isinstance(value, complex):
        return repr(value.imag) + "j"
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, bytes):
        return "b" + dump_value(value.decode("latin-1"))
    return json.dumps(value).replace("\x7f", "\\u007f")


def dump_plain(node, field, value):
    """A field that stands on its node's own line, or None if it has no place there."""
    if isinstance(value, (ast.operator, ast.unaryop, ast.boolop)):
        return type(value).__name__
    if field == "ops":
        return ",".join(type(op).__name__ for op in value)
    if isinstance(value, list) and value and isinstance(value[0], str):
        return ",".join(value)
    if isinstance(node, (ast.Constant, ast.MatchSingleton)) and field == "value":
        return dump_value(value)
    if field == "conversion":
        return chr(value) if value >= 0 else None
    if isinstance(value, (str, int)) and value:
        return str(value)
    return None


def dump(node, depth, out):
    """Appends the lines of `node`; the first one continues the last line of `out`."""
    out[-1] += type(node).__name__
    if hasattr(node, "lineno"):
        end = "" if node.end_lineno == node.lineno else f"{node.end_lineno}:"
        out[-1] += f" {node.lineno}:{node.col_offset + 1}-{end}{node.end_col_offset + 1}"
    children = []
    for field, value in ast.iter_fields(node):
        if field in LEFT_OUT:
            continue
        plain = dump_plain(node, field, value)
        if plain is not None:
            out[-1] += f" {field}={plain}"
        elif isinstance(value, ast.AST):
            children.append((field, value))
        elif isinstance(value, list):
            children += [(field, element) for element in value]
    for field, child in children:
        out.append("  " * (depth + 1) + field + ": ")
        if child is None:
            out[-1] += "None"
        else:
            dump(child, depth + 1, out)


def python_dump(source):
    lines = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        module = ast.parse(source)
    for stmt in module.body:
        lines.append("")
        dump(stmt, 0, lines)
    return lines


# Parts of a dump
# ---------------

NODE = re.compile(r"^( *)(?:\w+: )?(\w+)( \d+:\d+-(?:\d+:)?\d+)?")


def depth_of(line):
    return (len(line) - len(line.lstrip(" "))) // 2


def without_fstring_ranges(lines):
    """Python tells where the parts of an f-string stand only since 3.12."""
    out, inside = [], None
    for line in lines:
        match = NODE.match(line)
        depth = depth_of(line)
        if inside is not None and depth <= inside:
            inside = None
        if inside is not None and match.group(3):
            line = line[: match.start(3)] + line[match.end(3):]
        if inside is None and match.group(2) == "JoinedStr":
            inside = depth
        out.append(line)
    return out


def decorated_parts(lines):
    """The dumps of decorated kernels, funcs and structs, by their line and range."""
    parts = {}
    for index, line in enumerate(lines):
        match = NODE.match(line)
        if match.group(2) not in DEFINITIONS:
            continue
        depth = depth_of(line)
        end = index + 1
        while end < len(lines) and depth_of(lines[end]) > depth:
            end += 1
        part = [inner[2 * depth:] for inner in lines[index:end]]
        if has_known_decorator(part):
            parts[match.group(2) + match.group(3)] = part
    return parts


def has_known_decorator(part):
    for index, line in enumerate(part):
        if not line.startswith("  decorator_list: "):
            continue
        while "Call " in line and index + 1 < len(part):
            index += 1
            line = part[index]
        match = re.search(r" (?:attr|id)=(\w+)$", line)
        if match and match.group(1) in DECORATORS:
            return True
    return False


# Comparing
# ---------


class Result:
    def __init__(self):
        self.compared = 0
        self.refused_by_both = 0
        self.explained = []
        self.unexplained = []


def our_dump(tool, path):
    """The lines of our dump, the slugs of the errors, and the exit status."""
    run = subprocess.run([*tool, path], capture_output=True, timeout=60, check=False)
    slugs = re.findall(r"^error\[([\w-]+)\]", run.stderr.decode("utf-8", "replace"), re.MULTILINE)
    return run.stdout.decode("utf-8").splitlines(), slugs, run.returncode


def compare_file(tool, path, whole_modules):
    result = Result()
    ours, slugs, status = our_dump(tool, path)
    if status not in (0, 1):
        result.unexplained.append(f"{path}: exit status {status}")
        return result
    try:
        theirs = python_dump(pathlib.Path(path).read_bytes())
    except (SyntaxError, ValueError) as error:
        if status == 1:
            result.refused_by_both = 1
        else:
            explain_acceptance(result, path, error)
        return result
    except RecursionError:
        result.explained.append(f"{path}: too deep for Python's own stack")
        return result

    if sys.version_info < (3, 12):
        ours, theirs = without_fstring_ranges(ours), without_fstring_ranges(theirs)
    if slugs:
        whose = result.explained if set(slugs) <= set(OWN_REFUSALS) else result.unexplained
        whose.append(f"{path}: refused here: {', '.join(OWN_REFUSALS.get(slug, slug) for slug in sorted(set(slugs)))}")
    elif whole_modules:
        compare_parts(result, path, {"module": theirs}, {"module": ours})
    if not whole_modules:
        compare_parts(result, path, decorated_parts(theirs), decorated_parts(ours))
    return result


def explain_acceptance(result, path, error):
    line = f"{path}: read here, refused by Python {sys.version_info[0]}.{sys.version_info[1]}: {error}"
    # Python 3.12 freed f-strings of their limits. Declaring another encoding does no harm to a file of plain ASCII.
    is_newer = sys.version_info < (3, 12) and "f-string" in str(error)
    is_encoding = "encoding" in str(error)
    (result.explained if is_newer or is_encoding else result.unexplained).append(line)


def compare_parts(result, path, theirs, ours):
    for name, part in theirs.items():
        result.compared += 1
        if part != ours.get(name):
            diff = list(difflib.unified_diff(part, ours.get(name, []), "python", "kernel-translate", lineterm="", n=2))
            result.unexplained.append(f"{path}: {name} differs\n    " + "\n    ".join(diff[:30]))
    for name in ours.keys() - theirs.keys():
        result.unexplained.append(f"{path}: {name} is found only here")


def python_files(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders.sort()
            yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith(".py"))


def warp_folder():
    spec = importlib.util.find_spec("warp")  # finds the package without importing it
    if spec is None:
        sys.exit("compare_ast.py: the warp package is not installed; name the folders to compare")
    return os.path.dirname(spec.origin)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", help="files and folders (default: the installed warp package)")
    parser.add_argument("--all", action="store_true", help="compare whole modules, not only kernels, funcs and structs")
    parser.add_argument("--tool", default="kernel-translate --emit=ast --keep-going",
                        help="the command that prints the tree of the file named last (default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    args = parser.parse_args()
    files = list(python_files(args.paths or [warp_folder()]))
    sys.setrecursionlimit(10000)

    tally = collections.Counter(files=len(files))
    with concurrent.futures.ProcessPoolExecutor(args.jobs) as pool:
        work = [pool.submit(compare_file, args.tool.split(), path, args.all) for path in files]
        for future in work:
            result = future.result()
            tally["compared"] += result.compared
            tally["refused by both"] += result.refused_by_both
            tally["explained"] += len(result.explained)
            tally["unexplained"] += len(result.unexplained)
            for line in result.explained:
                print("explained:", line)
            for line in result.unexplained:
                print("DIFFERENCE:", line)
    print(", ".join(f"{name}: {count}" for name, count in tally.items()))
    return 1 if tally["unexplained"] else 0


if __name__ == "__main__":
    sys.exit(main())
