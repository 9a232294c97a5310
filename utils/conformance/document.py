# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Tells what became of the kernels of a package, as docs/Conformance.md has it."""

import collections
import dataclasses
from pathlib import Path

import survey
import translate

PARTS = ["examples", "tests", "_src"]
EXPLAINED = Path(__file__).parent / "explained.txt"


@dataclasses.dataclass
class Kernel:
    part: str
    found: survey.Found
    outcome: translate.Outcome
    launched: object = None  # launch.Launched, if that was asked for

    def counts(self):
        """Whether it is the language's to translate: Warp does, and it needs neither tiles nor geometry."""
        return self.found.in_scope() and not self.is_refused_by_warp()

    def ok(self):
        return self.outcome.status == "ok"

    def is_refused_by_warp(self):
        return self.launched is not None and self.launched.result == "refused by Warp"

    def result(self):
        """What came of launching it: "" if nothing did."""
        if not self.launched or not self.ok():
            return ""
        return "explained" if self.launched.result == "differs" and self.explanation() else self.launched.result

    def explanation(self):
        return explanations().get(f"{self.found.file} {self.found.name}")

    def place(self):
        return f"`{self.found.file}`:{self.found.line} `{self.found.name}`"

    def refusal(self):
        message = f"`{self.outcome.slug}`: {self.outcome.message}"
        return f"{self.place()}: {message}" + (f" (`{short(self.outcome.where)}`)" if self.outcome.where else "")


def short(path):
    return path.partition("/site-packages/warp/")[2] or Path(path).name


def explanations():
    """By file and kernel, which documented correction a difference comes from."""
    lines = [line.split(": ", 1) for line in EXPLAINED.read_text().splitlines() if line and line[0] != "#"]
    return {key: text for key, text in lines}


def share(part, whole):
    return f"{part} = {100 * part / whole:.1f} %" if whole else "0"


def table(head, rows):
    yield "| " + " | ".join(head) + " |"
    yield "| --- |" + " ---: |" * (len(head) - 1)
    yield from ("| " + " | ".join(map(str, row)) + " |" for row in rows)
    yield ""


def listing(title, lines):
    if lines:
        yield from ["", f"## {title}", "", *(f"- {line}" for line in lines), ""]


def by_part(kernels):
    for part in PARTS:
        if group := [kernel for kernel in kernels if kernel.part == part]:
            yield f"`warp/{part}`", group
    yield "together", kernels


def translated(kernels):
    rows = []
    for name, group in by_part(kernels):
        counted = [kernel for kernel in group if kernel.counts()]
        tiles = sum("tiles" in kernel.found.features for kernel in group)
        warp = sum(kernel.found.in_scope() and kernel.is_refused_by_warp() for kernel in group)
        rows.append([name, len(group), tiles, len(group) - tiles - warp - len(counted), warp, len(counted),
                     share(sum(kernel.ok() for kernel in counted), len(counted))])
    return table(["kernels of", "all", "tiles", "geometry", "refused by Warp, too", "the rest", "translated"], rows)


def launched(kernels):
    rows = []
    for name, group in by_part(kernels):
        tally = collections.Counter(kernel.result() for kernel in group)
        ran = tally["agrees"] + tally["explained"] + tally["differs"]
        rows.append([name, sum(kernel.ok() and kernel.counts() for kernel in group), ran,
                     share(tally["agrees"], ran), tally["explained"], tally["differs"]])
    return table(["kernels of", "translated", "launched", "agree", "differ, explained", "differ"], rows)


def by_feature(kernels):
    groups = collections.defaultdict(list)
    for kernel in kernels:
        for feature in kernel.found.features or ["scalars and arrays only"]:
            groups[feature].append(kernel)
    rows = []
    for feature, group in sorted(groups.items(), key=lambda item: -len(item[1])):
        tally = collections.Counter(kernel.result() for kernel in group)
        rows.append([feature, len(group), share(sum(map(Kernel.ok, group)), len(group)),
                     tally["agrees"] + tally["explained"] + tally["differs"], tally["agrees"]])
    return table(["feature", "kernels", "translated", "launched", "agree"], rows)


INTRODUCTION = """\
# Conformance

The kernels of the package of Warp 1.10.1, translated for both targets, launched with made-up
arguments on Warp's CPU device, as emitted C++, as emitted CUDA under grid emulation, and by the interpreter, and
compared: ints and text as they are, floats within rounding. `utils/conformance/run.py --launch --document
docs/Conformance.md` writes this page. A kernel counts as one of tiles or of geometry if it, or a function that it calls,
names a builtin or a type of these; they are left for later, and counted apart. So is what Warp itself refuses: its tests
have such kernels on purpose. With `--verify=syntax`, the default, a kernel counts as translated if Clang has accepted it in
its three modes; with `--verify=none` that is not asked.
"""


def document(kernels):
    """The page, line by line."""
    top = [kernel for kernel in kernels if not kernel.found.within]
    nested = [kernel for kernel in kernels if kernel.found.within]
    counted = [kernel for kernel in top if kernel.counts()]
    yield from INTRODUCTION.splitlines()
    yield from ["", "## Kernels at module level", "", *translated(top), *launched(top)]
    yield from ["## By feature", "", "A kernel stands in each row that it fits.", "", *by_feature(counted)]
    yield from listing("Refused", [kernel.refusal() for kernel in counted if not kernel.ok()])
    yield from listing("Different", [f"{kernel.place()}: {kernel.launched.why}" for kernel in counted
                                     if kernel.result() == "differs"])
    yield from listing("Different, and why", [f"{kernel.place()}: {kernel.explanation()}" for kernel in counted
                                              if kernel.result() == "explained"])
    yield from listing("Not launched", [f"{kernel.place()}: {kernel.launched.why}" for kernel in counted
                                        if kernel.result() == "not launched"])
    yield from listing("Refused by Warp, too", [f"{kernel.place()}: {kernel.launched.why}" for kernel in top
                                                if kernel.found.in_scope() and kernel.is_refused_by_warp()])
    yield from ["", "## Kernels that functions make", "",
                "They are translated where what they capture is known without running Python.", "", *translated(nested)]
    yield from [f"- {kernel.refusal()}" for kernel in nested if kernel.counts() and not kernel.ok()]
