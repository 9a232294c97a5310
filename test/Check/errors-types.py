# RUN: kernel-translate %s --stop-after=check --verify-diagnostics
# Annotations that name no type, or one that is not supported yet.

import warp as wp
from typing import Any, Tuple

huge = wp.types.vector(length=1000000000, dtype=float)
empty = wp.types.vector(length=-1, dtype=float)


class NotAStruct:
    x: float


@wp.kernel
def no_types(
    a: 3,  # error: [not-a-type] "`3` is no type that a kernel knows"
    b: wp.array,  # error: [not-a-type] "`wp.array` is no type"
    c: NotAStruct,  # error: [not-a-type] "`NotAStruct` is no type"
    d: str,  # error: [unsupported-string] "a kernel can't compute with text"
    e: wp.array(dtype=float, ndim=5),  # error: [not-a-type] "`wp.array(dtype=float, ndim=5)` is no type"
    f: huge,  # error: [type-too-large] "`huge` can't be an extent of a type: an extent lies between 1 and 256"
    g: empty,  # error: [type-too-large] "`empty`"
    h: Missing,  # error: [not-a-type] "`Missing` is no type"
    i: "wp.arrow(dtype=float)",  # error: [not-a-type] "`wp.arrow(dtype=float)` is no type"
    j: wp.array(dtype=wp.array(dtype=float)),  # error: [not-a-type] "is no type"
):
    pass


@wp.kernel
def not_yet(
    e: wp.fabricarray(dtype=float),  # error: [unsupported-type] "`fabricarray` is not supported yet"
    f: wp.array(dtype=wp.Mesh),  # error: [unsupported-type] "`Mesh` is not supported yet"
):
    pass


@wp.struct
class Open:
    a: Any  # error: [generic-type] "`Any` stands for several types, and one is wanted here"
    b: wp.array(dtype=wp.Float)  # error: [generic-type] "`wp.array(dtype=wp.Float)` stands for several types"


@wp.kernel
def holds(a: Open):
    pass


@wp.kernel
def unannotated(a, b: float):  # error: [missing-annotation] "the parameter `a` of `unannotated` has no type"
    pass


@wp.struct
class Tagged:
    tag: Tuple[int, float]  # error: [local-type] "a field can't be `tuple[int32, float32]`"


@wp.kernel
def tuples(
    a: Tuple[int, int],  # error: [local-type] "a kernel's parameter can't be `tuple[int32, int32]`"
    b: Tagged,
    c: wp.fixedarray(shape=(2, 3), dtype=int),  # error: [local-type] "a parameter can't be `fixedarray(shape=(2, 3), dtype=int32)`"
):
    pass
