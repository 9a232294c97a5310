#!/usr/bin/env python3
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Lets Warp generate code, forward only unless --backward is given, for the benchmarks to compare with. Needs warp-lang 1.10.1.

  warp_codegen.py FILE.py               both targets of one module; prints how many characters came out
  warp_codegen.py FILE.py --print=cpu   the text of one target
  warp_codegen.py --sources FILE.json   each string of a JSON list as a module of its own; prints times as JSON

Nothing is compiled or checked: what is measured is the way from Python source to C++ and CUDA text.
"""

import argparse
import collections
import importlib.util
import json
import sys
import tempfile
import time
from pathlib import Path

import warp as wp
from warp._src import context

DEVICES = ("cpu", "cuda")


def load(path, name):
    """Runs the file as Warp's users do, by importing it: Warp reads kernels back from the file."""
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return context.get_module(name)


def generate(path, name, one_builder):
    """Both targets' text. Warp itself builds each kernel again for each device; `one_builder` spares it that."""
    module = load(path, name)
    options = {**module.options, "enable_backward": wp.config.enable_backward, "output_arch": None}
    texts, builder = [], None
    for device in DEVICES:
        if builder is None or not one_builder:
            builder = context.ModuleBuilder(module, options, hasher=context.ModuleHasher(module))
        texts.append(builder.codegen(device))
    return texts


def forget(name):
    context.user_modules.pop(name, None)
    sys.modules.pop(name, None)


def generate_all(sources, one_builder):
    done, refusals = 0, collections.Counter()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="kt-bench-") as folder:
        for number, source in enumerate(sources):
            name = f"bench_module_{one_builder:d}_{number}"
            path = Path(folder, name + ".py")
            path.write_text("import warp as wp\n\n" + source, encoding="utf-8")
            try:
                generate(path, name, one_builder)
                done += 1
            except Exception as error:  # whatever Warp refuses is counted and named
                refusals[str(error).strip().splitlines()[-1].lstrip(";")[:120]] += 1
            forget(name)
    return {"pairs": done, "refusals": refusals, "seconds": time.perf_counter() - start}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--sources", type=Path)
    parser.add_argument("--print", choices=DEVICES)
    parser.add_argument("--backward", action="store_true", help="with adjoints")
    options = parser.parse_args()
    wp.config.quiet = True
    wp.config.enable_backward = options.backward
    wp.set_module_options({"enable_backward": options.backward})

    if options.file:
        texts = generate(options.file, options.file.stem, one_builder=True)
        print(texts[DEVICES.index(options.print)] if options.print else sum(map(len, texts)))
        return
    sources = json.loads(options.sources.read_text(encoding="utf-8"))
    print(json.dumps({"one_builder": generate_all(sources, True), "builder_per_device": generate_all(sources, False)}))


if __name__ == "__main__":
    main()
