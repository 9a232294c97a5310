#!/bin/sh
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Installs what is missing, builds, translates the examples for both targets and writes a small checked corpus.
# What it makes stays in build/demo.
set -eu
cd "$(dirname "$0")/.."

say() { printf '\n== %s\n' "$*"; }

utils/setup.sh
out=build/demo
rm -rf "$out"
mkdir -p "$out"

say "translating docs/examples for both targets; Clang checks each unit before it is written"
for source in docs/examples/*.py; do
  name=$(basename "$source" .py)
  build/bin/kernel-translate "$source" --target=both -o "$out/$name"
  printf '%s -> %s (%d lines), %s (%d lines)\n' "$source" \
    "$out/$name.cpp" "$(wc -l <"$out/$name.cpp")" "$out/$name.cu" "$(wc -l <"$out/$name.cu")"
done

say "docs/examples/saxpy.py"
cat docs/examples/saxpy.py
say "$out/saxpy.cpp"
cat "$out/saxpy.cpp"
say "$out/saxpy.cu"
cat "$out/saxpy.cu"

say "compiling the C++ as any program would, warnings as errors"
for unit in "$out"/*.cpp; do
  clang++-22 -std=c++17 -O2 -Wall -Wextra -Werror -Iinclude -c "$unit" -o "${unit%.cpp}.o"
  printf '%s: clean\n' "$unit"
done

say "a corpus of 1 MB per target from seed 42, every record checked by Clang"
build/bin/kernel-dataset produce --device both --target-mb-cpu 1 --target-mb-cuda 1 --seed 42 --jobs "$(nproc)" \
  --out-cpu "$out/corpus_cpu.jsonl" --out-cuda "$out/corpus_cuda.jsonl" --stats-out "$out/corpus_stats.json"

echo
exec python3 - "$out" <<'PYTHON'
import collections, json, pathlib, sys

for path in sorted(pathlib.Path(sys.argv[1]).glob("corpus_*.jsonl")):
    records = [json.loads(line) for line in path.open()]
    categories = collections.Counter(record["category"] for record in records)
    print(f"{path}: {len(records)} records")
    print("  " + ", ".join(f"{name} {count}" for name, count in sorted(categories.items())))

# A pair shares its id: this kernel stands in both files, with its C++ in one and its CUDA in the other.
print(f"\nthe first kernel, {records[0]['id']}:\n")
print("    " + records[0]["python_source"].rstrip().replace("\n", "\n    "))
PYTHON
