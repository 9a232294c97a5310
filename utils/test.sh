#!/bin/sh
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Installs what is missing, builds, runs every test. The last line reads `N passed, N failed`.
set -eu
cd "$(dirname "$0")/.."

results=build/test-results.json
rm -f "$results"

if utils/setup.sh --test; then
  # lit's exit status says less than its results, which are counted below.
  /usr/lib/llvm-22/bin/lit -sv --order=lexical -o "$results" build/test build/test/Unit || true
fi

exec python3 - "$results" <<'PYTHON'
import collections, json, sys

try:
    with open(sys.argv[1]) as file:
        codes = collections.Counter(test["code"] for test in json.load(file)["tests"])
except (OSError, ValueError):
    print("no results: the build or the run of the tests did not end")
    codes = collections.Counter(FAIL=1)
skipped = sum(codes[code] for code in ("UNSUPPORTED", "SKIPPED", "EXCLUDED"))
if skipped:
    print(f"{skipped} skipped for want of what the notes above name")
passed = codes["PASS"] + codes["XFAIL"] + codes["FLAKYPASS"]
failed = sum(codes.values()) - passed - skipped
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0 or passed == 0)
PYTHON
