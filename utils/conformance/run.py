#!/usr/bin/env python3
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Translates kernels that other people wrote, counts them, and says why each refused one was refused.

  run.py                         the kernels of the installed Warp package: its examples, tests and own modules
  run.py --launch                also launches them, on Warp's CPU device and in all of our ways, and compares
  run.py --sample                launches the hundred of sample.txt
  run.py --root FOLDER           any other folder of .py files
  run.py --crash-test FOLDER     parses every .py file there: no crash, no hang, whatever Python it is

Warp is imported only for a launch: else its files are read. Kernels that use tiles, or geometry that the host builds,
are counted apart; survey.py finds them.
"""

import argparse
import collections
import dataclasses
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import survey
import translate
from document import PARTS, Kernel, document

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = Path(__file__).parent / "sample.txt"


def installed_warp(python):
    """The folder of the Warp package that `python` would import. Looking it up does not execute it."""
    probe = "import importlib.util as u; print(u.find_spec('warp').submodule_search_locations[0])"
    done = subprocess.run([python, "-c", probe], capture_output=True, text=True)
    return Path(done.stdout.strip()) if done.returncode == 0 else None


def default_python():
    venv = ROOT / "build" / "venv" / "bin" / "python"
    return str(venv) if venv.exists() else sys.executable


def part_of(shown, parts):
    first = Path(shown).parts[0]
    return first if first in parts else None


@dataclasses.dataclass
class File:
    """A file with kernels, and where its units are."""

    shown: str
    path: Path
    stem: Path
    kernels: list[Kernel]


def read_sample():
    """(file, kernel) of each line."""
    return {tuple(line.split()) for line in SAMPLE.read_text().splitlines() if line and line[0] != "#"}


def translate_files(modules, folder, options):
    """Every file that has kernels, with what became of these, and how often the tool failed at its own job."""
    sample = read_sample() if options.sample else None

    def work(module):
        if sample is not None and not any(file == module.shown for file, _ in sample):
            return None
        found = [kernel for kernel in modules.kernels(module.path) if sample is None or
                 (kernel.file, kernel.name) in sample and not kernel.within]
        if not found:
            return None
        stem = (options.units or folder / "units") / Path(module.shown).with_suffix("")
        stem.parent.mkdir(parents=True, exist_ok=True)
        run = translate.translate(options.tool, module.path, stem, options.packages, options.verify, options.timeout)
        kernels = [Kernel(part_of(k.file, PARTS) or "all", k, translate.outcome(k, run)) for k in found]
        return File(module.shown, module.path, stem, kernels), run

    parts = [options.part] if options.part else PARTS
    chosen = [module for module in modules.modules.values() if options.root or part_of(module.shown, parts)]
    files, failures = [], 0
    for done in filter(None, translate.in_parallel(work, chosen, options.jobs)):
        files.append(done[0])
        failures += tell_failure(done[1])
    return files, failures


def launch_files(files, options):
    """Launches what was translated. Warp is imported here, by the Python that runs this."""
    import launch

    launch.start_warp(options.cache)
    todo = []
    for file in files:
        kernels = [kernel for kernel in file.kernels if kernel.found.in_scope() and not kernel.found.within]
        if kernels:
            todo.append(launch.File(file.shown, file.path, file.stem, [kernel.found for kernel in kernels],
                                    [kernel.outcome.instances if kernel.ok() else [] for kernel in kernels]))
    results = launch.launch_all(todo, options)
    for kernel in (kernel for file in files for kernel in file.kernels):
        kernel.launched = results.get((kernel.found.file, kernel.found.name, kernel.found.line))


def crash_test(options):
    files = sorted(path for path in options.crash_test.rglob("*.py") if path.is_file())
    parse = ["--emit=ast", "--keep-going"]
    runs = list(translate.in_parallel(lambda path: translate.call(options.tool, path, parse, options.timeout), files,
                                      options.jobs))
    failures = sum(map(tell_failure, runs))
    slowest = max(runs, key=lambda run: run.seconds, default=None)
    print(f"{len(runs)} files parsed, {failures} crashes or hangs"
          + (f"; the slowest took {slowest.seconds:.2f} s: {slowest.file}" if slowest else ""))
    return failures


# Telling
# -------


def tell_failure(run):
    if run.failed():
        last = run.stderr.strip().splitlines()[-1:] or ["nothing on standard error"]
        print(f"{run.file}: FAILED with {run.code}: {last[0]}", flush=True)
    return run.failed()


def page(kernels):
    return re.sub("\n\n+", "\n\n", "\n".join(document(kernels)) + "\n")


def tell_sample(kernels):
    """How many of the sample's kernels are not what they should be."""
    faults = 0
    for file, name in sorted(read_sample()):
        kernel = next((k for k in kernels if (k.found.file, k.found.name) == (file, name)), None)
        result = kernel.result() if kernel else "not found"
        if result not in ("agrees", "explained"):
            why = kernel.launched.why if kernel and kernel.launched and kernel.ok() else kernel and kernel.refusal()
            print(f"{file} {name}: {result or 'refused'}: {why}")
            faults += 1
    print(f"{len(read_sample())} kernels of the sample, {faults} refused or different")
    return faults


def tell_reasons(refused):
    groups = collections.defaultdict(collections.Counter)
    for kernel in refused:
        groups[kernel.outcome.slug][kernel.outcome.message] += 1
    for slug, messages in sorted(groups.items(), key=lambda group: (-group[1].total(), group[0])):
        print(f"{messages.total():5} {slug}")
        for message, count in sorted(messages.items(), key=lambda group: (-group[1], group[0])):
            print(f"{count:9} {message}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, help="folder to translate instead of Warp's package")
    parser.add_argument("--part", choices=PARTS, help="only this part of Warp's package")
    parser.add_argument("--sample", action="store_true",
                        help="launch the kernels of sample.txt only, and fail if one of them is refused or differs")
    parser.add_argument("--launch", action="store_true", help="also launch what was translated, here and with Warp")
    parser.add_argument("--cache", type=Path, default=ROOT / "build" / "conformance",
                        help="where Warp keeps what it built")
    parser.add_argument("--clangxx", default="clang++-22")
    parser.add_argument("--at-least", type=int, default=0, metavar="N",
                        help="fail if fewer of the kernels at module level and in scope are translated")
    parser.add_argument("--crash-test", type=Path, metavar="FOLDER", help="only parse, and look for crashes and hangs")
    parser.add_argument("--python", default=default_python(), help="whose site-packages to look for Warp in")
    parser.add_argument("--tool", default=str(ROOT / "build" / "bin" / "kernel-translate"))
    parser.add_argument("--verify", default="syntax", choices=["none", "syntax", "compile"])
    parser.add_argument("--timeout", type=float, help="seconds a file (default: 120, in a crash test 10)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--document", type=Path, help="write the page here, not to standard output")
    parser.add_argument("--units", type=Path, metavar="FOLDER",
                        help="keep the units here, for compile_units.py to hand to other compilers")
    parser.add_argument("--json", type=Path, help="also write all results here")
    options = parser.parse_args()
    options.include, options.emulation = ROOT / "include", ROOT / "utils" / "emulation" / "grid_emulation.h"
    options.timeout = options.timeout or (10 if options.crash_test else 120)
    if options.crash_test:
        return 1 if crash_test(options) else 0

    package = options.root or installed_warp(options.python)
    if package is None:
        print(f"{options.python} has no warp-lang: `pip install warp-lang==1.10.1`, or say --root", file=sys.stderr)
        return 2
    options.packages = package.parent
    with tempfile.TemporaryDirectory(prefix="kt-conformance-") as folder:
        if options.sample:
            modules = survey.Survey(package, {file for file, _ in read_sample()} | {"tests/unittest_utils.py"})
        else:
            modules = survey.Survey(package)
            modules.write_embedded(Path(folder))
        files, failures = translate_files(modules, Path(folder), options)
        if options.launch or options.sample:
            launch_files(files, options)
    kernels = [kernel for file in files for kernel in file.kernels]
    if options.sample:
        failures += tell_sample(kernels)
    elif options.document:
        options.document.write_text(page(kernels))
    else:
        print(page(kernels))
        tell_reasons([kernel for kernel in kernels if kernel.counts() and not kernel.ok() and not kernel.found.within])
    if options.json:
        options.json.write_text(json.dumps([dataclasses.asdict(kernel) for kernel in kernels], indent=1) + "\n")
    translated = sum(kernel.ok() and kernel.found.in_scope() and not kernel.found.within for kernel in kernels)
    if translated < options.at_least:
        print(f"{translated} translated, which is less than {options.at_least}")
    return 1 if failures or translated < options.at_least else 0


if __name__ == "__main__":
    sys.exit(main())
