# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

"""check_records.py CPU.jsonl CUDA.jsonl STATS.json: the schema of a corpus, record by record."""

import ast
import collections
import json
import sys

FIELDS = ["id", "device", "category", "description", "arg_types", "metadata", "python_source", "generated_code", "warp_metadata",
          "cluster", "split"]
METADATA = ["seed", "index", "generator", "lines", "launch_rank", "funcs", "structs", "loops", "branches", "motifs", "checks"]
TRANSLATION = ["kernel_name", "mangled_name", "device", "arg_names", "arg_types", "has_backward"]
CATEGORIES = ["arithmetic", "vector", "matrix", "control_flow", "math", "atomic", "nested_loop", "multi_conditional",
              "combined", "scalar_param"]
CHECKS = {"cpu": ["clang-cpu"], "cuda": ["clang-cuda-device", "clang-cuda-host"]}
ENTRY = {"cpu": "_cpu_forward(", "cuda": "_cuda_kernel_forward("}


def read(path):
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines(keepends=True)
    assert lines and all(line.endswith("\n") for line in lines), "a line is not whole"
    return [json.loads(line) for line in lines]


def check_record(record, device):
    assert list(record) == FIELDS, list(record)
    assert list(record["metadata"]) == METADATA, list(record["metadata"])
    assert list(record["warp_metadata"]) == TRANSLATION
    assert record["device"] == record["warp_metadata"]["device"] == device
    assert record["metadata"]["checks"] == CHECKS[device]
    assert record["warp_metadata"]["mangled_name"] + ENTRY[device] in record["generated_code"]
    assert record["arg_types"] == dict(zip(record["warp_metadata"]["arg_names"], record["warp_metadata"]["arg_types"]))
    kernel = ast.parse(record["python_source"]).body[-1]
    assert kernel.name == record["warp_metadata"]["kernel_name"]
    assert [arg.arg for arg in kernel.args.args] == record["warp_metadata"]["arg_names"]


def main(cpu_path, cuda_path, stats_path):
    files = {"cpu": read(cpu_path), "cuda": read(cuda_path)}
    for device, records in files.items():
        for record in records:
            check_record(record, device)
        assert len({record["id"] for record in records}) == len(records)
    assert [record["id"] for record in files["cpu"]] == [record["id"] for record in files["cuda"]]

    with open(stats_path, encoding="utf-8") as file:
        stats = json.load(file)
    assert stats["generator_categories"] == CATEGORIES
    for run in stats["runs"]:
        records = files[run["device"]]
        counts = collections.Counter(record["category"] for record in records)
        assert run["records"] == len(records) and run["category_counts"] == {c: counts[c] for c in CATEGORIES}
        with open(run["out_path"], "rb") as file:
            assert run["bytes"] == len(file.read())
    assert all(count == len(files["cpu"]) // 10 for count in counts.values()), counts


main(*sys.argv[1:])
