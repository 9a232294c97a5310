#!/usr/bin/env python3
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Renews what tests expect, from what the tools say now. Read the difference before keeping it: it is a claim.

Two shapes of RUN line are renewed:

  # RUN: kernel-translate %s --target=cpu -o - | diff %s.expected.cpp -
      the golden file is replaced as a whole;

  # RUN: kernel-translate %s --stop-after=lower --dump | FileCheck %s [--check-prefix=NAME]
      the `# NAME` lines are replaced by the whole dump, at the end of the file. Only in files that ask for it with a
      comment line `# Renewed by update_checks.py.`: other checks are chosen by hand and stay.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MARKER = "# Renewed by update_checks.py."
RUN = re.compile(r"^\s*(?:#|//)\s*RUN:\s*(.*)$")
GOLDEN = re.compile(r"^(?P<command>.*\S)\s*\|\s*diff\s+(?:-\S+\s+)*(?P<file>\S+)\s+-\s*$")
DUMP = re.compile(r"^(?P<command>.*\S)\s*\|\s*FileCheck\s+%s(?P<options>.*)$")
PREFIX = re.compile(r"--?check-prefix[= ](\S+)")


def run_lines(text):
    """The RUN lines of a test, with lines that end in a backslash joined as lit joins them."""
    joined, open_line = [], None
    for line in text.splitlines():
        match = RUN.match(line)
        if not match:
            continue
        part = match.group(1).rstrip()
        whole = part if open_line is None else open_line + " " + part
        open_line = whole[:-1].rstrip() if whole.endswith("\\") else None
        if open_line is None:
            joined.append(whole)
    return joined


def substitute(text, path, build):
    for name, value in (("%clangxx", "clang++-22"), ("%gxx", "g++"), ("%python", sys.executable),
                        ("%runtime", f"-I{ROOT / 'include'}"), ("%root", str(ROOT)), ("%build", str(build)),
                        ("%s", str(path)), ("%S", str(path.parent)), ("%t", str(build / "update-checks.tmp"))):
        text = text.replace(name, value)
    return text


def output_of(command, path, build):
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    environment["PATH"] = os.pathsep.join([str(build / "bin"), "/usr/lib/llvm-22/bin", environment["PATH"]])
    done = subprocess.run(["bash", "-o", "pipefail", "-c", substitute(command, path, build)], env=environment,
                          capture_output=True, text=True, cwd=path.parent)
    if done.returncode != 0:
        raise RuntimeError(f"`{command}` ended with {done.returncode}:\n{done.stderr.strip()}")
    return done.stdout


def escape(line):
    """A line of output as a FileCheck pattern that matches it and nothing else."""
    return line.replace("{{", "{{[{][{]}}").replace("[[", "{{[[][[]}}")


def check_block(prefix, output):
    lines = []
    for line in output.splitlines():
        if not line.strip():
            # FileCheck refuses a first CHECK-EMPTY; nothing is lost by leaving out leading blank lines.
            lines += [f"# {prefix}-EMPTY:"] if lines else []
            continue
        # Indentation is kept readable behind the colon; FileCheck takes any run of blanks for one.
        lines.append(f"# {prefix}{'-NEXT' if lines else ''}: {escape(line)}".rstrip())
    return lines


def renew_dumps(path, text, build):
    if MARKER not in text.splitlines():
        return text
    blocks = {}
    for line in run_lines(text):
        match = DUMP.match(line)
        if match:
            prefix = PREFIX.search(match.group("options"))
            prefix = prefix.group(1) if prefix else "CHECK"
            blocks[prefix] = check_block(prefix, output_of(match.group("command"), path, build))
    if not blocks:
        return text
    old = re.compile(r"^# (?:%s)(?:-[A-Z]+)?:" % "|".join(map(re.escape, blocks)))
    kept = [line for line in text.splitlines() if not old.match(line)]
    while kept and not kept[-1].strip():
        kept.pop()
    return "\n".join(kept + [line for block in blocks.values() for line in ["", *block]]) + "\n"


def write_if_changed(path, text):
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    path.write_text(text, encoding="utf-8")
    print(f"renewed {os.path.relpath(path)}")


def renew(path, build):
    text = path.read_text(encoding="utf-8")
    for line in run_lines(text):
        match = GOLDEN.match(line)
        if match:
            golden = Path(substitute(match.group("file"), path, build))
            write_if_changed(golden, output_of(match.group("command"), path, build))
    write_if_changed(path, renew_dumps(path, text, build))


def tests_in(paths):
    for path in paths:
        if path.is_dir():
            found = (p for p in sorted(path.rglob("*")) if p.suffix in (".py", ".test") and "Inputs" not in p.parts)
            yield from (p for p in found if not p.name.startswith("lit.") and p.is_file())
        else:
            yield path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[ROOT / "test"], help="tests or folders of tests")
    parser.add_argument("--build", type=Path, default=ROOT / "build", help="the build whose tools are asked")
    options = parser.parse_args()
    build = options.build.resolve()
    if not shutil.which("kernel-translate", path=str(build / "bin")):
        parser.error(f"no kernel-translate in {build / 'bin'}: build first, or say --build")

    failures = 0
    for path in tests_in(options.paths):
        try:
            renew(path.resolve(), build)
        except (RuntimeError, UnicodeDecodeError) as error:
            failures += 1
            print(f"{os.path.relpath(path)}: {error}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
