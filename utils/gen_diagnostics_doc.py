#!/usr/bin/env python3
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes docs/Diagnostics.md to standard output: what Diagnostics.def says, as tables."""

import argparse
import re
from pathlib import Path

HEADER = """\
# Diagnostics

Every message of the tools, by the phase that reports it. Made from `include/kt/Support/Diagnostics.def` by
`utils/gen_diagnostics_doc.py`; do not edit. `…` stands for code of yours, a name, a type or a number.

A slug never changes its meaning.
"""

# A section's comment, or an entry, which may take two lines.
ITEM = re.compile(r'^// (?P<section>.+)$|^DIAG\(\w+,\s*"(?P<slug>[^"]+)",\s*(?P<severity>\w+),\s*"(?P<text>[^"]*)"', re.M)


def read_items(root):
    text = (root / "include/kt/Support/Diagnostics.def").read_text(encoding="utf-8")
    return ITEM.finditer(text.split("#endif", 1)[1])


def slugs(root):
    return [item["slug"] for item in read_items(root) if item["slug"]]


def make_page(root):
    page, title, table_open = HEADER, None, False
    for item in read_items(root):
        if item["section"]:
            if title and not table_open:
                page += f"\n{title}\n"  # a remark: no entry belongs to it
            title, table_open = item["section"], False
            continue
        if not table_open:
            page += f"\n## {title}\n\n| slug | severity | text |\n| --- | --- | --- |\n"
            table_open = True
        text = re.sub(r"\{\d\}", "…", item["text"]).replace("|", "\\|")
        page += f"| `{item['slug']}` | {item['severity'].lower()} | {text} |\n"
    return page


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent)
    print(make_page(parser.parse_args().root), end="")


if __name__ == "__main__":
    main()
