# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Sends files through kernel-translate and says what became of each kernel."""

import concurrent.futures
import dataclasses
import json
import subprocess
import tempfile
import time
from pathlib import Path

# Exit statuses of kernel-translate that are answers; others mean that it failed at its own job.
ANSWERS = {0, 1}
CHECK_FAILED = 3


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


def translate(tool, path, stem, verify="syntax", timeout=120):
    """A file's report. Where the check of the unit failed, each kernel that got there is asked alone."""
    options = ["--target=both", "--keep-going", f"--verify={verify}"]
    run = call(tool, path, options, timeout, stem)
    if run.code == CHECK_FAILED:
        for entry in filter(is_check_failure, run.report):
            alone = call(tool, path, [*options, f"--kernel={entry['kernel']}"], timeout)
            entry.update(next((e for e in alone.report if e["line"] == entry["line"]), {}))
    return run


def is_check_failure(entry):
    return any(diagnostic["slug"] == "check-failed" for diagnostic in entry["diagnostics"])


def outcome(kernel, run):
    """What the report says about a kernel that the survey found."""
    entries = [entry for entry in run.report if entry["kernel"] == kernel.name]
    if not entries:
        last = run.stderr.strip().splitlines()[-1:]
        return Outcome(message=f"exit status {run.code}: {last[0] if last else ''}") if run.failed() else Outcome()
    # Of several kernels with one name, the one nearest to where Python saw it: decorators may count or not.
    entry = min(entries, key=lambda entry: abs(entry["line"] - kernel.line))
    errors = [diagnostic for diagnostic in entry["diagnostics"] if diagnostic["severity"] == "error"]
    if not errors:
        return Outcome(entry["status"], "" if entry["status"] == "ok" else "no-reason", "")
    first = errors[0]
    message = first["message"]
    if first["slug"] == "check-failed":
        message += ": " + " ".join(note["message"] for note in first.get("notes", [])[:2])
    elsewhere = first.get("file", run.file) != run.file
    return Outcome(entry["status"], first["slug"], message, first.get("line", 0),
                   first["file"] if elsewhere else "")


def in_parallel(work, items, jobs):
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(work, items)
