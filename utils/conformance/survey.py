# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Which kernels a package has, and whether they use tiles or geometry objects, as Python's own parser sees it.

Nothing is imported or run. What a kernel uses is what stands in it, in the functions that it names, and in those that
these name, across the modules of the package. A name that can't be followed counts for nothing.
"""

import ast
import dataclasses
import re
from pathlib import Path

# What names of Warp's tell of a kernel. The first two need a tile or an object that the host has built.
NAMES = {
    "tiles": r"(un)?tile(_\w+)?|block_dim",
    "geometry": r"(mesh|bvh|hash_grid|volume|texture)_\w+|(Mesh|Bvh|HashGrid|Volume|Texture)\w*",
    "vectors and matrices": r"(vec|mat)\d\w*|(vec|mat|vector|matrix)(_\w+)?|identity|dot|cross|outer|transpose|inverse|svd\d|qr\d",
    "quaternions, transforms and spatial types": r"(quat|transform|spatial_)\w*",
    "random numbers and noise": r"rand\w*|sample_\w+|\w*noise|poisson",
    "atomics": r"atomic_\w+",
    "expectations and printing": r"expect_\w+|print|printf",
    "indexed and fabric arrays": r"indexed\w*|fabric\w*",
    "static expressions": r"static",
    "generics": r"Any|Scalar|Float|Int",
}
OUT_OF_SCOPE = {"tiles", "geometry"}

# The modules whose names are those of the kernel language.
WARP_MODULES = {"warp", "warp.context", "warp._src.builtins", "warp._src.types", "warp._src.context"}


@dataclasses.dataclass
class Found:
    """A kernel as Python's parser sees it."""

    file: str
    name: str
    line: int
    features: list[str]
    within: str = ""  # the Python function that makes it, if one does

    def in_scope(self):
        return not OUT_OF_SCOPE & set(self.features)


class Module:
    """A file, and what the names in it mean."""

    def __init__(self, path, shown, tree):
        self.path, self.shown, self.tree = path, str(shown), tree
        self.package = ("warp", *Path(shown).parent.parts)
        self.warp = set()  # names of the warp module
        self.from_warp = {}  # what it calls a member of the warp module, and the member
        self.stars = []  # modules whose names are all here
        self.imports = {}  # name: (module, its name there or None for the module)
        self.defs = {}  # name: every definition of it, at any depth
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                self.add_import(node)
            elif isinstance(node, ast.ImportFrom):
                self.add_import_from(node)
            elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                self.defs.setdefault(node.name, []).append(node)

    def add_import(self, node):
        for alias in node.names:
            name = alias.asname or alias.name
            if alias.name in WARP_MODULES:
                self.warp.add(name)
            else:
                self.imports[name] = (alias.name, None)

    def add_import_from(self, node):
        module = node.module
        if node.level:  # relative to this file's package
            module = ".".join([*self.package[:len(self.package) + 1 - node.level], *filter(None, [module])])
        for alias in node.names:
            name = alias.asname or alias.name
            if alias.name == "*":
                self.stars.append(module)
            elif module in WARP_MODULES:
                self.from_warp[name] = alias.name
            else:
                self.imports[name] = (module, alias.name)

    def member_of_warp(self, node):
        """`tid` for `wp.tid` and, where it was imported by name, for `tid`; else None."""
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in self.warp:
            return node.attr
        if isinstance(node, ast.Name) and node.id not in self.defs:
            return self.from_warp.get(node.id) or (node.id if set(self.stars) & WARP_MODULES else None)
        return None

    def is_kernel(self, function):
        for decorator in function.decorator_list:
            target = decorator.func if isinstance(decorator, ast.Call) else decorator
            if self.member_of_warp(target) == "kernel" or dotted(target).endswith("dynamic_kernel"):
                return True
        return False


def dotted(node):
    if isinstance(node, ast.Attribute):
        return dotted(node.value) + "." + node.attr
    return node.id if isinstance(node, ast.Name) else "?"


class Survey:
    """The modules of one package, or some files of it, by path and by name."""

    def __init__(self, package, files=None):
        self.package, self.modules, self.cache = package, {}, {}
        for path in sorted(package.rglob("*.py") if files is None else (package / file for file in files)):
            try:
                self.modules[path] = Module(path, path.relative_to(package), ast.parse(path.read_bytes()))
            except (SyntaxError, ValueError):
                pass  # a file that tests how Python refuses it
        for module in self.modules.values():
            for star in module.stars:
                for other in self.named(star):
                    module.warp |= other.warp
                    module.from_warp = other.from_warp | module.from_warp

    def write_embedded(self, folder):
        """Files of kernels that stand in strings, as tests have them that write files, are written for us too."""
        for path, module in list(self.modules.items()):
            for node in ast.walk(module.tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and "@wp.kernel" in node.value:
                    try:
                        tree = ast.parse(node.value)
                    except SyntaxError:
                        continue
                    shown = Path(module.shown).with_name(f"{path.stem}_line_{node.lineno}.py")
                    copy = folder / shown
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    copy.write_text(node.value)
                    self.modules[copy] = Module(copy, shown, tree)

    def kernels(self, path):
        """Every kernel of a file, those that functions make included."""
        module = self.modules.get(path)
        if module is None:
            return []
        return [Found(module.shown, node.name, node.lineno, sorted(self.uses(module, node)), within)
                for node, within in functions_in(module.tree, "") if module.is_kernel(node)]

    def uses(self, module, start):
        """What `start` uses, with all that it names."""
        if (module.path, start) in self.cache:
            return self.cache[module.path, start]
        found, seen, todo = set(), {start}, [(module, start)]
        while todo:
            where, definition = todo.pop()
            for node in ast.walk(definition):
                found |= classify(where, node)
                for target in self.follow(where, node):
                    found.add("structs" if isinstance(target[1], ast.ClassDef) else "functions")
                    if target[1] not in seen:
                        seen.add(target[1])
                        todo.append(target)
        self.cache[module.path, start] = found
        return found

    def follow(self, module, node):
        """The definitions that a name, or an attribute of a module or of a class, may mean."""
        if isinstance(node, ast.Name):
            return self.meaning(module, node.id)
        if not isinstance(node, ast.Attribute):
            return []
        base = dotted(node.value)
        target, name = module.imports.get(base, (None, None))
        modules = self.named(f"{target}.{name}" if name else target)
        modules += [where for where, _ in self.meaning(module, base)]
        return [found for where in modules for found in self.meaning(where, node.attr)]

    def meaning(self, module, name, depth=0):
        """The definitions of a name of a module, which may have them from others."""
        if name in module.defs:
            return [(module, definition) for definition in module.defs[name]]
        target, original = module.imports.get(name, (None, None))
        sources = [(target, original)] if original else [(star, name) for star in module.stars]
        if depth > 4:
            return []
        return [found for source, name in sources for other in self.named(source)
                for found in self.meaning(other, name, depth + 1)]

    def named(self, name):
        if not name or not name.startswith(self.package.name):
            return []
        base = self.package.parent / Path(*name.split("."))
        return [self.modules[path] for path in (base.with_suffix(".py"), base / "__init__.py") if path in self.modules]


SYNTAX = {ast.For: "loops", ast.While: "loops", ast.Slice: "slices", ast.Assert: "expectations and printing"}


def classify(module, node):
    if type(node) in SYNTAX:
        return {SYNTAX[type(node)]}
    if isinstance(node, ast.Name) and node.id == "Any":
        return {"generics"}
    member = module.member_of_warp(node)
    return {feature for feature, names in NAMES.items() if member and re.fullmatch(names, member)}


def functions_in(node, within):
    """Each function below `node`, and the functions and classes that it stands in."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield child, within
            yield from functions_in(child, f"{within}.{child.name}".lstrip("."))
        elif isinstance(child, ast.ClassDef):
            yield from functions_in(child, f"{within}.{child.name}".lstrip("."))
        else:
            yield from functions_in(child, within)
