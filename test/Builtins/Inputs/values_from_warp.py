# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What Warp computes for the kernels that `kt-tblgen --gen-tests` makes. Where it does not have one of the calls of a
kernel, the others are asked alone."""

import ast
import copy
import importlib.util
import os
import pickle
import re
import tempfile

import warp as wp
import warp._src.context as warp_context

from backends import Warp


def parts_of(node):
    """The kernel's calls as kernels of their own, with the parameters that they need."""
    first, *rest = node.body
    calls = {}
    for stmt in rest:
        numbers = [re.search(r"\d+(?=$|_)", name) for name in sorted(names_in(stmt))]
        number = next(int(found[0]) for found in numbers if found)
        calls.setdefault(number, []).extend(apart(stmt))
    for number, body in calls.items():
        part = copy.deepcopy(node)
        part.name, part.body = f"{node.name}__{number}", [first, *body]
        part.args.args = [param for param in part.args.args if param.arg in set().union(*map(names_in, body))]
        yield part


def names_in(stmt):
    return {name.id for name in ast.walk(stmt) if isinstance(name, ast.Name)}


def apart(stmt):
    """Warp gives several results to plain variables only."""
    if not isinstance(stmt, ast.Assign) or not isinstance(stmt.targets[0], ast.Tuple):
        return [stmt]
    targets = stmt.targets[0].elts
    names = [f"part_{position}" for position in range(len(targets))]
    texts = [f"{', '.join(names)} = {ast.unparse(stmt.value)}"]
    texts += [f"{ast.unparse(target)} = {name}" for target, name in zip(targets, names)]
    return ast.parse("\n".join(texts)).body


def import_kernels(nodes, folder):
    path = os.path.join(folder, "parts.py")
    with open(path, "w") as file:
        file.write("import warp as wp\n\n" + "\n\n".join(ast.unparse(node) for node in nodes) + "\n")
    spec = importlib.util.spec_from_file_location("parts", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def accepted(module, names):
    """Those that Warp takes; the others are not built."""
    probe = warp_context.ModuleBuilder(warp_context.Module("probe"), dict(wp.get_module("parts").options))
    for name in names:
        kernel = getattr(module, name)
        try:
            probe.build_kernel(kernel)
            yield name
        except Exception as error:
            print(f"{name}: Warp refuses it: {str(error).strip().splitlines()[-1]}")
            kernel.adj.skip_build = True


def guarded(kernel, backend):
    """What the kernel leaves in its arrays, or nothing if Warp's code ends the process, which is one of its own."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        with os.fdopen(writer, "wb") as pipe:
            pickle.dump(kernel.launch(backend), pipe)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        answer = pipe.read()
    if os.waitpid(child, 0)[1] == 0:
        return pickle.loads(answer)
    print(f"{kernel.name}: with Warp it does not end well")
    return {}


def launch(kernels):
    """(kernel, what it leaves in its arrays) of each, by the arrays' names."""
    wp.config.quiet, wp.config.enable_backward, wp.config.mode = True, False, "debug"
    with tempfile.TemporaryDirectory() as folder:
        parts = {kernel.name: list(parts_of(kernel.node)) for kernel in kernels}
        module = import_kernels([part for group in parts.values() for part in group], folder)
        backend = Warp(module)
        taken = set(accepted(module, [part.name for group in parts.values() for part in group]))
        if taken:
            wp.load_module(module, device="cpu")
        for kernel in kernels:
            arrays = {}
            for part in parts[kernel.name]:
                if part.name in taken:
                    alone = copy.copy(kernel)
                    alone.name = part.name
                    alone.args = {param.arg: kernel.args[param.arg] for param in part.args.args}
                    arrays |= guarded(alone, backend)
            yield kernel, arrays
