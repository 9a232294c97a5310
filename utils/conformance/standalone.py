# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes a kernel that Warp has in memory as a file of its own, with all that it names.

Warp's tests make most of their kernels in functions, for several types: what such a kernel means by a name is in the
function's variables. They stand in the file as constants, types, funcs and structs; parameters have the types of one
instance.
"""

import ast
import builtins
import enum
import inspect
import textwrap
import types
import typing

import numpy as np
import warp as wp
from warp._src.codegen import Struct


class NotAlone(Exception):
    """A name whose meaning can't be written down."""


SCALARS = {int: "int", float: "float", bool: "bool"}
LETTERS = {wp.float16: "h", wp.float32: "f", wp.float64: "d"}


def spell(of):
    """A type as a kernel names it."""
    if isinstance(of, (wp.array, wp.indexedarray)):
        kind = "indexedarray" if isinstance(of, wp.indexedarray) else "array"
        return f"wp.{kind}(dtype={spell(of.dtype)}, ndim={of.ndim})"
    if isinstance(of, Struct):
        return of.key
    if of in SCALARS:
        return SCALARS[of]
    if of is typing.Any:
        return "Any"
    if isinstance(of, type) and hasattr(of, "_wp_scalar_type_"):
        return spell_composite(of)
    if isinstance(of, type) and of.__module__.startswith("warp") and hasattr(wp, of.__name__):
        return f"wp.{of.__name__}"
    raise NotAlone(f"type {of}")


def spell_composite(of):
    name = {"quat_t": "quat", "transform_t": "transform"}.get(getattr(of, "_wp_generic_type_str_", ""))
    if name:
        return f"wp.{name}{LETTERS[of._wp_scalar_type_]}"
    scalar = f"dtype={spell(of._wp_scalar_type_)}"
    if len(of._shape_) == 1:
        return f"wp.types.vector(length={of._shape_[0]}, {scalar})"
    return f"wp.types.matrix(shape={tuple(of._shape_)}, {scalar})"


class Writer:
    def __init__(self):
        self.parts, self.names = [], {}

    def kernel(self, kernel):
        tree = definition(kernel.adj.source)
        for arg, var in zip(tree.args.args, kernel.adj.args):
            self.define_types(var.type)
            arg.annotation = ast.parse(spell(var.type), mode="eval").body
        self.function(tree, kernel.func, "wp.kernel")
        return "\n\n".join(["from typing import Any\n\nimport warp as wp", *self.parts]) + "\n"

    def function(self, tree, function, decorator):
        tree.decorator_list = [ast.parse(decorator, mode="eval").body]
        scope = {**function.__globals__, **closure(function)}
        own = {arg.arg for arg in tree.args.args} | {node.id for node in ast.walk(tree)
                                                     if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        used = {node.id: None for node in ast.walk(tree) if isinstance(node, ast.Name)}
        for name in used:
            if name not in own and name in scope:
                self.define(name, scope[name])
            elif name not in own and not hasattr(builtins, name):
                raise NotAlone(f"name {name}")
        self.parts.append(ast.unparse(tree))

    def define(self, name, value):
        if name in self.names:
            if self.names[name] is not value:
                raise NotAlone(f"name {name}, which means two things")
            return
        self.names[name] = value
        if name == "wp" and value is wp or hasattr(builtins, name):
            return
        self.parts += filter(None, [self.meaning(name, value)])

    def meaning(self, name, value):
        if isinstance(value, types.ModuleType) and value.__name__ in ("warp", "math"):
            return f"import {value.__name__} as {name}"
        if isinstance(value, wp.Function):
            return self.func(name, value)
        if isinstance(value, Struct):
            return self.struct(value)
        if isinstance(value, (bool, int, float)) and not isinstance(value, enum.Enum):
            return f"{name} = {value!r}"
        if isinstance(value, np.generic) and value.dtype.kind in "iufb":
            return f"{name} = {value.item()!r}"
        if type(value) in wp.types.warp_type_to_np_dtype:
            return f"{name} = wp.constant({spell(type(value))}({value.value!r}))"
        if hasattr(type(value), "_wp_scalar_type_"):
            content = np.array(list(value)).flatten().tolist()
            return f"{name} = wp.constant({spell(type(value))}({', '.join(map(repr, content))}))"
        return "from typing import Any" if value is typing.Any else f"{name} = {spell(value)}"

    def func(self, name, value):
        if value.func is None or value.is_builtin():
            return f"from warp import {value.key} as {name}"
        if value.native_snippet or value.custom_grad_func or value.custom_replay_func:
            raise NotAlone(f"{name}, whose gradient the user has written")
        for overload in (value.user_overloads | value.user_templates).values():
            tree = definition(inspect.getsource(overload.func))
            tree.name = name
            self.function(tree, overload.func, "wp.func")
        return None

    def struct(self, value):
        for var in value.vars.values():
            self.define_types(var.type)
        fields = "".join(f"    {name}: {spell(var.type)}\n" for name, var in value.vars.items())
        return f"@wp.struct\nclass {value.key}:\n{fields}"

    def define_types(self, of):
        of = getattr(of, "dtype", of)
        if isinstance(of, Struct):
            self.define(of.key, of)


def definition(source):
    tree = ast.parse(textwrap.dedent(source))
    return next(node for node in tree.body if isinstance(node, ast.FunctionDef))


def closure(function):
    cells = function.__closure__ or ()
    return {name: cell.cell_contents for name, cell in zip(function.__code__.co_freevars, cells)}


def write_alone(kernel):
    """The text of the file. Its name for the kernel is that of the function."""
    return Writer().kernel(kernel)
