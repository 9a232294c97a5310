#!/usr/bin/env python3
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checked CPU+CUDA pairs a second of kernel-dataset against Warp's unchecked code generation of the same sources.

Ours is timed as a user would: the whole process, with generation, duplicates dropped, all checks, files written.
Warp is timed from the second that it is imported. Both have the same number of processes, one after the other.
"""

import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def produce(options, folder):
    """Seconds, and the Python sources of the pairs that were made."""
    cpu, cuda = Path(folder, "cpu.jsonl"), Path(folder, "cuda.jsonl")
    command = [options.tool, "produce", "--device=both", f"--target-mb-cpu={options.mb}",
               f"--target-mb-cuda={options.mb}", f"--seed={options.seed}", f"--jobs={options.jobs}",
               "--include-backward" if options.backward else "--no-backward", "--verify=syntax", f"--out-cpu={cpu}", f"--out-cuda={cuda}",
               f"--stats-out={Path(folder, 'stats.json')}", "--progress=none"]
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - start

    sources = []
    for path in (cpu, cuda):
        with path.open(encoding="utf-8") as lines:
            sources.append({record["id"]: record["python_source"] for record in map(json.loads, lines)})
    # The files end at a size, so that one may hold a few records more: a pair is counted when both halves are there.
    pairs = [source for key, source in sources[0].items() if key in sources[1]]
    return seconds, len(sources[0]) + len(sources[1]), pairs


def generate_with_warp(options, folder, sources):
    """For each way to use Warp: pairs made, why others were refused, and the seconds of the slowest process."""
    workers = []
    for job in range(options.jobs):
        share = Path(folder, f"sources{job}.json")
        share.write_text(json.dumps(sources[job::options.jobs]), encoding="utf-8")
        workers.append(subprocess.Popen([options.python, str(Path(__file__).parent / "warp_codegen.py"), "--sources",
                                         str(share), *["--backward"] * options.backward], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True))
    results = [json.loads(worker.communicate()[0].splitlines()[-1]) for worker in workers]
    return {way: {"pairs": sum(result[way]["pairs"] for result in results),
                  "refusals": sum((collections.Counter(result[way]["refusals"]) for result in results),
                                  collections.Counter()),
                  "seconds": max(result[way]["seconds"] for result in results)} for way in results[0]}


def main():
    venv = ROOT / "build" / "venv" / "bin" / "python"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mb", type=float, default=4, help="megabytes a target to produce")
    parser.add_argument("--sample", type=int, default=1000, help="at most so many of the sources go to Warp, evenly")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--backward", action="store_true", help="with adjoint code, on both sides")
    parser.add_argument("--tool", default=str(ROOT / "build" / "bin" / "kernel-dataset"))
    parser.add_argument("--python", default=str(venv) if venv.exists() else sys.executable, help="one that has Warp")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix="kt-bench-") as folder:
        seconds, records, pairs = produce(options, folder)
        # Every source in its turn, from all over the files: the corpus is not sorted, but its start need not be typical.
        sample = pairs[:: max(1, len(pairs) // options.sample)][: options.sample]
        warp = generate_with_warp(options, folder, sample)

    ours = len(pairs) / seconds
    print(f"kernel-dataset: {len(pairs)} checked pairs ({records} records) in {seconds:.1f} s: {ours:.0f} pairs/s, "
          f"{options.jobs} jobs")
    for way, result in warp.items():
        rate = result["pairs"] / result["seconds"]
        print(f"Warp, {way.replace('_', ' ')}: {result['pairs']} unchecked pairs in {result['seconds']:.1f} s: "
              f"{rate:.0f} pairs/s ({result['refusals'].total()} refused); ratio {ours / rate:.2f}")
    for reason, count in sorted(warp["one_builder"]["refusals"].items(), key=lambda entry: (-entry[1], entry[0])):
        print(f"refused by Warp {count} times: {reason}")


if __name__ == "__main__":
    main()
