# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs the command above each marked block of docs/Overview.md and compares.

    <!-- all of: COMMAND -->        the block is the output
    <!-- part of: COMMAND -->       runs of its lines, in their order, with a line `…` between them
    <!-- piece of: COMMAND -->      something within one of its lines
"""

import re
import shlex
import subprocess
import sys
from pathlib import Path

BLOCK = re.compile(r"^<!-- (?P<extent>all|part|piece) of: (?P<command>[^\n]+) -->\n```\w*\n(?P<text>.*?)^```$", re.M | re.S)


def is_shown(block, output):
    if block["extent"] == "all":
        return block["text"] == output
    if block["extent"] == "piece":
        return block["text"].strip() in output
    rest = "\n" + output
    for piece in block["text"].split("…\n"):
        before, found, rest = rest.partition("\n" + piece)
        if not found:
            return False
        rest = "\n" + rest
    return True


def main(root):
    blocks = list(BLOCK.finditer((root / "docs/Overview.md").read_text(encoding="utf-8")))
    faults = 0 if blocks else 1
    for block in blocks:
        run = subprocess.run(shlex.split(block["command"]), cwd=root, capture_output=True, text=True, encoding="utf-8")
        if not is_shown(block, run.stdout):
            print(f"---- docs/Overview.md does not show what this writes: {block['command']}\n{run.stdout}{run.stderr}")
            faults += 1
    print(f"{len(blocks)} blocks, {faults} faults")
    return 1 if faults else 0


sys.exit(main(Path(sys.argv[1])))
