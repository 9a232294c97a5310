#!/usr/bin/env python3
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Translates kernels that other people wrote, counts them, and says why each refused one was refused.

  run.py                         the examples of the installed Warp package, both targets
  run.py --root FOLDER           any other folder of .py files
  run.py --crash-test FOLDER     parses every .py file there: no crash, no hang, whatever Python it is

Warp is not imported: only its files are read.
"""

import argparse
import ast
import collections
import concurrent.futures
import dataclasses
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Exit codes of kernel-translate that are answers; others mean that it failed at its own job.
ANSWERS = {0, 1}


@dataclasses.dataclass
class Kernel:
    """A kernel as CPython's parser sees it, and what became of it."""

    file: str
    name: str
    line: int
    status: str = "missing"
    slug: str = "not-reported"
    message: str = "the report does not mention it"
    error_line: int = 0

    def refusal(self):
        return f"{self.file}:{self.error_line or self.line}: {self.name}: [{self.slug}] {self.message}"


@dataclasses.dataclass
class Run:
    """One call of the tool on one file."""

    file: str
    code: int | str
    seconds: float
    kernels: list[Kernel]
    stderr: str

    def failed(self):
        return self.code not in ANSWERS


def installed_warp(python):
    """The folder of the Warp package that `python` would import. Looking it up does not execute it."""
    probe = "import importlib.util as u; print(u.find_spec('warp').submodule_search_locations[0])"
    done = subprocess.run([python, "-c", probe], capture_output=True, text=True)
    return Path(done.stdout.strip()) if done.returncode == 0 else None


def default_python():
    venv = ROOT / "build" / "venv" / "bin" / "python"
    return str(venv) if venv.exists() else sys.executable


# What is a kernel
# ----------------


def warp_names(tree):
    """The names that a file gives to the warp module and to warp.kernel."""
    modules, kernels = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules |= {alias.asname or alias.name for alias in node.names if alias.name == "warp"}
        elif isinstance(node, ast.ImportFrom) and node.module == "warp":
            kernels |= {alias.asname or alias.name for alias in node.names if alias.name == "kernel"}
    return modules, kernels


def is_kernel(function, modules, kernels):
    for decorator in function.decorator_list:
        target = decorator.func if isinstance(decorator, ast.Call) else decorator
        if isinstance(target, ast.Name) and target.id in kernels:
            return True
        if (isinstance(target, ast.Attribute) and target.attr == "kernel" and isinstance(target.value, ast.Name)
                and target.value.id in modules):
            return True
    return False


def module_level_kernels(path, shown):
    try:
        tree = ast.parse(path.read_bytes())
    except (SyntaxError, ValueError):
        return []
    modules, kernels = warp_names(tree)
    functions = (node for node in tree.body if isinstance(node, ast.FunctionDef))
    return [Kernel(shown, f.name, f.lineno) for f in functions if is_kernel(f, modules, kernels)]


# Running the tool
# ----------------


def call(command, timeout):
    """Exit code (or what ended it), seconds, standard error."""
    start = time.monotonic()
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              timeout=timeout)
        code = done.returncode if done.returncode >= 0 else f"signal {-done.returncode}"
        stderr = done.stderr.decode("utf-8", "replace")
    except subprocess.TimeoutExpired:
        code, stderr = "timeout", ""
    return code, time.monotonic() - start, stderr


def read_report(path):
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def settle(kernels, report):
    """Writes into `kernels` what the report says about them."""
    by_name = {}
    for entry in report:
        by_name.setdefault(entry["kernel"], []).append(entry)
    for kernel in kernels:
        entries = by_name.get(kernel.name)
        if not entries:
            continue
        # Of several kernels with one name, the one nearest to where CPython saw it: decorators may count or not.
        entry = min(entries, key=lambda e: abs(e["line"] - kernel.line))
        kernel.status = entry["status"]
        errors = [d for d in entry["diagnostics"] if d["severity"] == "error"]
        if errors:
            kernel.slug, kernel.message = errors[0]["slug"], errors[0]["message"]
            if Path(errors[0].get("file", "")).name == Path(kernel.file).name:
                kernel.error_line = errors[0]["line"]
        elif kernel.status != "ok":
            kernel.slug, kernel.message = "no-reason", "no diagnostic is given"


def translate(path, root, options):
    shown = str(path.relative_to(root))
    kernels = module_level_kernels(path, shown)
    with tempfile.TemporaryDirectory(prefix="kt-conformance-") as folder:
        report = Path(folder, "report.jsonl")
        command = [options.tool, str(path), "--target=both", "--keep-going", f"--report={report}",
                   f"--verify={options.verify}", "-o", str(Path(folder, path.stem))]
        code, seconds, stderr = call(command, options.timeout)
        settle(kernels, read_report(report))
    return Run(shown, code, seconds, kernels, stderr)


def parse_only(path, root, options):
    code, seconds, stderr = call([options.tool, str(path), "--emit=ast", "--keep-going", "-o", "-"], options.timeout)
    return Run(str(path.relative_to(root)), code, seconds, [], stderr)


def tell_failure(run):
    if run.failed():
        last = run.stderr.strip().splitlines()[-1:] or ["nothing on standard error"]
        print(f"{run.file}: FAILED with {run.code}: {last[0]}", flush=True)


def run_all(work, root, options):
    files = sorted(path for path in root.rglob("*.py") if path.is_file())
    runs = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for run in pool.map(lambda path: work(path, root, options), files):
            tell_failure(run)
            runs.append(run)
    return runs


# Telling
# -------


def tell_kernels(runs):
    kernels = [kernel for run in runs for kernel in run.kernels]
    refused = [kernel for kernel in kernels if kernel.status != "ok"]
    for kernel in refused:
        print(kernel.refusal())

    groups = collections.defaultdict(collections.Counter)
    for kernel in refused:
        groups[kernel.slug][kernel.message] += 1
    if groups:
        print("\nreasons")
    for slug, messages in sorted(groups.items(), key=lambda group: (-group[1].total(), group[0])):
        print(f"{messages.total():5} {slug}")
        for message, count in sorted(messages.items(), key=lambda group: (-group[1], group[0])):
            print(f"{count:9} {message}")
    print(f"\n{len(kernels)} module-level kernels in {len(runs)} files: "
          f"{len(kernels) - len(refused)} translated for both targets, {len(refused)} refused")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, help="folder to translate instead of Warp's examples")
    parser.add_argument("--crash-test", type=Path, metavar="FOLDER", help="only parse, and look for crashes and hangs")
    parser.add_argument("--python", default=default_python(), help="whose site-packages to look for Warp in")
    parser.add_argument("--tool", default=str(ROOT / "build" / "bin" / "kernel-translate"))
    parser.add_argument("--verify", default="syntax", choices=["none", "syntax", "compile"])
    parser.add_argument("--timeout", type=float, help="seconds a file (default: 60, in a crash test 10)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--json", type=Path, help="also write all results here")
    options = parser.parse_args()
    options.timeout = options.timeout or (10 if options.crash_test else 60)

    root = options.crash_test or options.root
    if root is None:
        package = installed_warp(options.python)
        if package is None:
            print(f"{options.python} has no warp-lang: `pip install warp-lang==1.10.1`, or say --root", file=sys.stderr)
            return 2
        root = package / "examples"

    runs = run_all(parse_only if options.crash_test else translate, root, options)
    failures = sum(run.failed() for run in runs)
    if options.crash_test:
        slowest = max(runs, key=lambda run: run.seconds, default=None)
        print(f"{len(runs)} files parsed, {failures} crashes or hangs"
              + (f"; the slowest took {slowest.seconds:.2f} s: {slowest.file}" if slowest else ""))
    else:
        tell_kernels(runs)
    if options.json:
        results = {"root": str(root), "runs": [dataclasses.asdict(run) for run in runs]}
        options.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
