# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Looks for each slug of Diagnostics.def, in brackets as messages show it, in the files under test/."""

import sys
from pathlib import Path

# What no test can bring about, and why.
UNREACHED = {
    "check-failed": "Clang refuses a unit only where a phase of ours is at fault",
}


def main(root):
    sys.path.insert(0, str(root / "utils"))
    from gen_diagnostics_doc import slugs

    tests = "".join(path.read_text(encoding="utf-8", errors="replace")
                    for path in sorted((root / "test").rglob("*")) if path.is_file())
    faults = []
    for slug in slugs(root):
        reached = f"[{slug}]" in tests
        if not reached and slug not in UNREACHED:
            faults.append(f"no test expects [{slug}]")
        if reached and slug in UNREACHED:
            faults.append(f"[{slug}] is expected by a test: take it off the list")
    faults += [f"{slug} is no diagnostic" for slug in UNREACHED if slug not in slugs(root)]
    print("\n".join(faults))
    return 1 if faults else 0


sys.exit(main(Path(sys.argv[1])))
