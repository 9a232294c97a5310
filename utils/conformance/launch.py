# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Launches kernels on Warp's CPU device, on ours and in the interpreter, with the same made-up arguments, and compares
what they do.

A launch has a process of its own: what a kernel does with made-up arguments may end it. Warp is built in its debug
mode, in which it says when an index is outside of its array.
"""

import ast
import contextlib
import ctypes
import dataclasses
import importlib
import importlib.util
import inspect
import json
import os
import re
import resource
import signal
import sys
import tempfile
import textwrap
import traceback
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "utils" / "launch"))

import numpy as np
import warp as wp
import warp._src.context as warp_context

import arguments
import stand_ins
import survey
from backends import Cpu, Cuda, Ended, Interpreter, Units
from captured import Captured

# Overflow of ints is defined here: the numbers are made up.
FLAGS = ["-std=c++17", "-O0", "-fPIC", "-fwrapv", "-w"]
TOLERANCE = {2: 4e-3, 4: 1e-4, 8: 1e-9}
SECONDS_A_LAUNCH = 20
SECONDS_A_BATCH = 400
STEPS = 10**8
FILES_A_BATCH = 24
RANKS = ["differs", "agrees", "refused by Warp", "not launched"]  # of several results the first is told


@dataclasses.dataclass
class Launched:
    """What came of launching a kernel."""

    result: str  # one of RANKS
    why: str = ""
    plan: str = ""


def start_warp(cache):
    wp.config.quiet = True
    wp.config.mode = "debug"
    wp.config.enable_backward = False
    wp.config.kernel_cache_dir = str(cache)
    wp.init()


# Warp's side of a file
# ---------------------


def import_file(shown, path):
    """The module of a file, as Warp's own programs would have it: nothing but its definitions is run."""
    if path.name != Path(shown).name or "site-packages" not in str(path):
        spec = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        return module
    return importlib.import_module("warp." + ".".join(Path(shown).with_suffix("").parts))


def warp_kernel(module, found):
    """The kernel that stands at a line, which need not be the one that its name means at the end of the file."""
    candidates = [kernel for kernel in wp.get_module(module.__name__).live_kernels if kernel.key == found.name]
    named = getattr(module, found.name, None)
    if isinstance(named, wp.Kernel) and named not in candidates:
        candidates.append(named)
    lines = {kernel.adj.fun_lineno: kernel for kernel in candidates}
    nearest = min(lines, key=lambda line: abs(line - found.line), default=None)
    return lines[nearest] if nearest is not None and abs(nearest - found.line) < 8 else None


def warp_type(text, module):
    """The type that a report spells as `array(dtype=vec3)`; structs are the module's."""
    makers = {name: getattr(wp.types, name) for name in ("vector", "matrix", "quaternion", "transformation")}
    return eval(text, {**vars(module), **vars(wp), **makers})


def refused_by_warp(kernels):
    """Those that Warp itself refuses, with what it says."""
    probe, refused = warp_context.ModuleBuilder(warp_context.Module("probe"), dict(warp_context.Module("").options)), {}
    for kernel in kernels:
        try:
            probe.build_kernel(kernel)
        except Exception as error:
            refused[kernel] = without_paths(str(error).strip().splitlines()[-1].strip(";"))
    return refused


def without_paths(text):
    """The text with files named from Warp's package on: where that is, is this machine's affair."""
    return re.sub(r"/\S*/site-packages/", "", text.replace("\n", " "))


def build_with_warp(name, kernels):
    """Builds these kernels, of whatever files, as one module."""
    together = warp_context.Module(f"conformance_{name}")
    for kernel in kernels:
        kernel.module = together
        together.register_kernel(kernel)
    if kernels:
        together.load("cpu")


# Launching one kernel
# --------------------


def thread_dimensions(kernel):
    """How many indices a kernel asks wp.tid() for."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(kernel.func)))
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and isinstance(node.targets[0], ast.Tuple):
            called = node.value.func
            if getattr(called, "attr", getattr(called, "id", "")) == "tid":
                return len(node.targets[0].elts)
    return 1


class Comparison:
    def __init__(self, chosen, plan):
        self.kernel, self.name, self.units, self.plan = chosen.kernel, chosen.name, chosen.units, plan
        self.dim = (plan.threads,) * thread_dimensions(chosen.kernel)

    def run(self, tell):
        """The result, or None where the plan does not fit the kernel."""
        tell("making arguments")
        self.make_arguments()
        tell("on Warp")
        expected, text, log = self.on_warp()
        if "Assertion failed" in log:
            return None
        for backend in (Cpu(self.units), Cuda(self.units), self.units.interpreter):
            tell(f"on {backend.name}")
            difference = self.difference(backend, expected, text)
            if difference and isinstance(backend, Cuda):
                # In the grid's order, atomic operations may come out in another order than Warp's.
                difference = self.difference(Cuda(self.units, 1, 1), expected, text)
            if difference:
                return Launched("differs", f"{backend.name}: {difference}", self.plan.description)
        return Launched("agrees", "" if expected or text else "nothing to compare", self.plan.description)

    def make_arguments(self):
        self.maker = arguments.Maker(zlib.crc32(self.kernel.key.encode()), self.plan)
        types = [arg.type for arg in self.kernel.adj.args]
        values = [self.maker.make(of) for of in types]
        return types, values

    def after(self, types, values):
        named = zip(self.kernel.adj.args, types, values)
        return {name: data for arg, of, value in named for name, data in arguments.contents(of, value, arg.label)}

    def on_warp(self):
        types, values = self.make_arguments()
        with Captured() as captured:
            wp.launch(self.kernel, dim=self.dim, inputs=values, device="cpu")
        return self.after(types, values), captured.out, captured.err

    def difference(self, backend, expected, text):
        types, values = self.make_arguments()
        device = wp.get_device("cpu")
        packed = [warp_context.pack_arg(self.kernel, of, "", value, device) for of, value in zip(types, values)]
        try:
            with Captured() as captured:
                backend.launch(self.name.rpartition("_")[0], self.dim, packed)
        except Ended as ended:
            if "does not run C++" in str(ended):  # the body of a func that is the user's own
                return ""
            raise
        for name, data in self.after(types, values).items():
            if difference := compare(data, expected[name]):
                return f"`{name}`: {difference}"
        return compare_text(captured.out, text)


def compare(actual, expected):
    if actual.dtype.kind != "f":
        same = actual == expected
        return "" if np.all(same) else tell_first(actual, expected, ~same)
    with np.errstate(all="ignore"):
        bound = TOLERANCE[actual.dtype.itemsize]
        largest = np.max(np.abs(expected), initial=1.0, where=np.isfinite(expected))
        same = np.isclose(actual, expected, rtol=bound, atol=bound * min(float(largest), 100.0), equal_nan=True)
    return "" if np.all(same) else tell_first(actual, expected, ~same)


def tell_first(actual, expected, different):
    index = tuple(int(i) for i in np.argwhere(different)[0])
    return f"{actual[index]!s} at {list(index)} is {expected[index]!s} with Warp"


NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|nan|inf)")


def in_our_words(text):
    """Warp tells of an expectation that fails in words of its own, with the difference, which follows from the values,
    and with a blank behind vectors and rows of matrices."""
    text = re.sub(r"Error, (expect_\w+)\(\) failed[^\n]*\n\s*Expected: ", r"\1 failed\n  expected: ", text)
    text = re.sub(r"\n\s*(Max a|A)bsolute difference: [^\n]*", "", text)
    return re.sub(r"[ \t]+$", "", re.sub(r"\n\s*Actual: ", "\n  actual: ", text), flags=re.MULTILINE)


def compare_text(actual, expected):
    actual, expected = in_our_words(actual), in_our_words(expected)
    if NUMBER.sub("#", actual) != NUMBER.sub("#", expected):
        return f"it printed {actual[:60]!r}, with Warp {expected[:60]!r}"
    for ours, theirs in zip(NUMBER.findall(actual), NUMBER.findall(expected)):
        if not np.isclose(float(ours), float(theirs), rtol=1e-4, atol=1e-5, equal_nan=True):
            return f"it printed {ours}, with Warp {theirs}"
    return ""


def guarded(work):
    """Runs `work(tell)` in a process of its own; its result, or how far it got and how it ended."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_A_LAUNCH, SECONDS_A_LAUNCH))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.alarm(4 * SECONDS_A_LAUNCH)

        def tell(**what):
            os.write(writer, (json.dumps(what) + "\n").encode())

        try:
            result = work(lambda stage: tell(stage=stage))
            tell(result=dataclasses.asdict(result) if result else None)
        except arguments.CannotMake as reason:
            tell(result={"result": "not launched", "why": str(reason)})
        except Exception as error:
            tell(error="".join(traceback.format_exception_only(error)).strip().splitlines()[0])
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        told = [json.loads(line) for line in pipe]
    status = os.waitpid(child, 0)[1]
    stage = next((what["stage"] for what in reversed(told) if "stage" in what), "at the start")
    if told and "result" in told[-1]:
        return told[-1]["result"], "", stage
    return None, told[-1]["error"] if told and "error" in told[-1] else f"signal {os.WTERMSIG(status)}", stage


def launch_kernel(chosen):
    ended = "its indices leave its arrays"
    for plan in arguments.PLANS:
        result, fault, stage = guarded(Comparison(chosen, plan).run)
        if result:
            return Launched(**result)
        if fault and stage not in ("on Warp", "at the start", "making arguments"):
            return Launched("differs", f"{stage}: ended by {fault}", plan.description)
        if fault:
            ended = f"{stage}: ended by {fault}"
    return Launched("not launched", ended)


class OurUnits(Units):
    """A file's units, which exist, and the interpreter of what they were made of."""

    def __init__(self, file, options):
        self.load(options, str(file.stem), FLAGS)
        self.interpreter = Interpreter(str(file.path), "lower", options.tool, STEPS, options.packages)


# Files
# -----


@dataclasses.dataclass
class File:
    """A file whose units were written; its kernels, and the instances of each that were translated."""

    shown: str
    path: Path
    stem: Path
    kernels: list[survey.Found]
    instances: list[list]


@dataclasses.dataclass
class Chosen:
    """A kernel, or one instance of a generic one; `name` is what our units call it, if they have it."""

    found: survey.Found
    kernel: object
    name: str | None
    units: OurUnits | None
    is_instance: bool = False


class Launcher:
    def __init__(self, options):
        self.options, self.results, self.chosen = options, [], []

    def launch(self, files):
        """(kernel, what came of it) of every kernel of these files. Called once in a process."""
        stand_ins.install_missing_packages()
        for file in files:
            self.choose(file)
        refused = refused_by_warp([chosen.kernel for chosen in self.chosen])
        ready = [chosen for chosen in self.chosen if chosen.name and chosen.kernel not in refused]
        build_with_warp(files[0].stem.name, [chosen.kernel for chosen in ready])
        for chosen in self.chosen:
            if chosen.kernel in refused and chosen.is_instance:
                self.skip(chosen.found, f"Warp refuses `{chosen.name}`: {refused[chosen.kernel]}")
            elif chosen.kernel in refused:
                self.results.append((chosen.found, Launched("refused by Warp", refused[chosen.kernel])))
        for chosen in ready:
            self.results.append((chosen.found, launch_kernel(chosen)))
        return self.results

    def choose(self, file):
        try:
            with contextlib.redirect_stdout(sys.stderr):
                module = import_file(file.shown, file.path)
        except Exception as error:
            for found in file.kernels:
                self.skip(found, f"Python can't import the file: {error}")
            return
        units = OurUnits(file, self.options) if any(file.instances) else None
        for found, instances in zip(file.kernels, file.instances):
            kernel = warp_kernel(module, found)
            if kernel is None:
                self.skip(found, "it was replaced by a later definition")
            elif not kernel.is_generic:
                name = instances[0][0] if instances else None
                self.chosen.append(Chosen(found, kernel, name, units))
            elif not instances:
                self.skip(found, "generic")
            for name, types in instances if kernel and kernel.is_generic else []:
                try:
                    overload = kernel.add_overload([warp_type(text, module) for text in types])
                    self.chosen.append(Chosen(found, overload, name, units, is_instance=True))
                except Exception as error:
                    self.skip(found, f"Warp makes no instance of it: {error}")

    def skip(self, found, why):
        self.results.append((found, Launched("not launched", why)))


# Many files
# ----------


class Batch:
    """Some files in a process of their own, which Warp builds as one module."""

    def __init__(self, files, options):
        self.files, self.answer = files, tempfile.TemporaryFile("w+")
        self.child = os.fork()
        if self.child == 0:
            self.run(options)

    def run(self, options):
        signal.alarm(SECONDS_A_BATCH)
        try:
            results = Launcher(options).launch(self.files)
            json.dump([[found.file, found.name, found.line, dataclasses.asdict(what)] for found, what in results],
                      self.answer)
            self.answer.flush()
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)

    def results(self):
        """By file, name and line; or None if the process did not get to its end. Of instances, the one that counts most."""
        self.answer.seek(0)
        text = self.answer.read()
        if not text:
            return None
        results = {}
        for *place, what in json.loads(text):
            launched = Launched(**what)
            known = results.setdefault(tuple(place), launched)
            if RANKS.index(launched.result) < RANKS.index(known.result):
                results[tuple(place)] = launched
        return results


def launch_all(files, options, size=FILES_A_BATCH):
    """What came of each kernel, by file, name and line."""
    todo = [files[start:start + size] for start in range(0, len(files), size)]
    running, results = {}, {}
    while todo or running:
        while todo and len(running) < options.jobs:
            batch = Batch(todo.pop(0), options)
            running[batch.child] = batch
        child, status = os.wait()
        batch = running.pop(child)
        found = batch.results()
        if found is not None:
            results.update(found)
        elif len(batch.files) > 1:
            todo += [[file] for file in batch.files]
        else:
            why = Launched("not launched", f"building it ended with {os.waitstatus_to_exitcode(status)}")
            results.update({(k.file, k.name, k.line): why for k in batch.files[0].kernels})
    return results
