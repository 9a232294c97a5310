# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Sends files through kernel-translate and says what became of each kernel."""

import concurrent.futures
import dataclasses
import json
import re
import subprocess
import tempfile
import time
from pathlib import Path

# Exit statuses of kernel-translate that are answers; others mean that it failed at its own job.
ANSWERS = {0, 1}


@dataclasses.dataclass
class Run:
    """One call of the tool on one file."""

    file: str
    code: int | str
    seconds: float
    stderr: str
    report: list

    def failed(self):
        return self.code not in ANSWERS


@dataclasses.dataclass
class Outcome:
    """What became of one kernel."""

    status: str = "missing"
    slug: str = "not-reported"
    message: str = "the report does not mention it"
    line: int = 0
    where: str = ""  # the file of the error, if it is another one
    instances: list = dataclasses.field(default_factory=list)  # (what we call it, types of its arguments) of each


def call(tool, path, options, timeout, stem=None):
    """Calls the tool with a report. The units are written to `stem` with their endings, if that is told."""
    with tempfile.TemporaryDirectory(prefix="kt-conformance-") as folder:
        report = Path(folder, "report.jsonl")
        command = [tool, str(path), "-o", str(stem or Path(folder, "unit")), f"--report={report}", *options]
        start = time.monotonic()
        try:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.PIPE, timeout=timeout)
            code = done.returncode if done.returncode >= 0 else f"signal {-done.returncode}"
            stderr = done.stderr.decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            code, stderr = "timeout", ""
        seconds = time.monotonic() - start
        lines = report.read_text(encoding="utf-8").splitlines() if report.exists() else []
        return Run(str(path), code, seconds, stderr, [json.loads(line) for line in lines])


def translate(tool, path, stem, packages, verify="syntax", timeout=120):
    """A file's report. A kernel that failed for others of its file is asked alone. `packages` is where imports look."""
    options = ["--target=both", "--keep-going", f"--verify={verify}", "-I", str(packages)]
    run = call(tool, path, options, timeout, stem)
    for entry in filter(is_for_others, run.report):
        alone = call(tool, path, [*options, f"--kernel={entry['kernel']}"], timeout)
        entry.update(next((e for e in alone.report if e["line"] == entry["line"]), {}))
    return run


def is_for_others(entry):
    """The unit was not accepted, or there were too many errors before this kernel."""
    slugs = [diagnostic["slug"] for diagnostic in entry["diagnostics"]]
    return "check-failed" in slugs or entry["status"] == "error" and not slugs


def outcome(kernel, run):
    """What the report says about a kernel that the survey found."""
    def distance(entry):
        return abs(entry["line"] - kernel.line)  # decorators may count or not

    def is_named(entry):
        return kernel.within or re.split(r"[.\[(]", entry["kernel"])[0] == kernel.name

    entries = [entry for entry in run.report if is_named(entry) and distance(entry) < 8]
    if not entries:
        last = run.stderr.strip().splitlines()[-1:]
        return Outcome(message=f"exit status {run.code}: {last[0] if last else ''}") if run.failed() else Outcome()
    # There may be several instances of it, and other kernels of its name.
    nearest = min(map(distance, entries))
    found = [outcome_of(entry, run) for entry in entries if distance(entry) == nearest]
    result = next((outcome for outcome in found if outcome.status != "ok"), found[0])
    result.instances = [instance for outcome in found for instance in outcome.instances]
    return result


def outcome_of(entry, run):
    if entry["status"] == "ok":
        return Outcome("ok", "", "", instances=[(entry["mangled_name"], entry["arg_types"])])
    diagnostics = sorted(entry["diagnostics"], key=lambda diagnostic: diagnostic["severity"] != "error")
    if not diagnostics:
        return Outcome(entry["status"], "no-reason", "")
    first = diagnostics[0]
    message = first["message"]
    if first["slug"] == "check-failed":
        message += ": " + " ".join(note["message"] for note in first.get("notes", [])[:2])
    elsewhere = first.get("file", run.file) != run.file
    return Outcome(entry["status"], first["slug"], message, first.get("line", 0), first["file"] if elsewhere else "")


def in_parallel(work, items, jobs):
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(work, items)
