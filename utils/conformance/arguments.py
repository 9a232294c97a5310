# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes up arguments for a kernel of Warp's: the same ones each time for the same seed."""

import dataclasses

import numpy as np
import warp as wp
from warp._src.codegen import Struct


class CannotMake(Exception):
    """There is no made-up value for an argument."""


@dataclasses.dataclass
class Plan:
    """Sizes and ranges. Indices that a kernel makes of its arguments have to stay inside of its arrays."""

    threads: int  # of each dimension of the launch
    extents: list[int]  # of each axis of an array of rank 1, 2, 3 and 4
    contents: tuple[int, int]  # ints in arrays are from here to there
    scalars: tuple[int, int]  # int arguments are
    description: str
    ones: bool = False  # all floats are 1


# Tried one after the other until the kernel stays inside of its arrays.
PLANS = [
    Plan(6, [48, 8, 8, 8], (0, 5), (2, 4), "small"),
    Plan(3, [2048, 40, 16, 8], (0, 2), (1, 2), "roomy"),
    Plan(1, [64, 8, 8, 8], (0, 0), (1, 1), "one thread"),
    Plan(1, [64, 8, 8, 8], (0, 0), (0, 0), "zeros"),
    Plan(2, [300000, 520, 40, 12], (0, 2), (1, 2), "large"),
    Plan(4, [64, 8, 8, 8], (1, 1), (1, 1), "ones", ones=True),
]


def is_array(of):
    return isinstance(of, (wp.array, wp.indexedarray))


class Maker:
    def __init__(self, seed, plan):
        self.random, self.plan = np.random.default_rng(seed), plan
        self.kept = []  # structs: the memory of an array in one is freed with it, but stays named in an array of them

    def make(self, of):
        if isinstance(of, wp.indexedarray):
            return self.indexed_array(of)
        if isinstance(of, wp.array):
            return self.array(of.dtype, of.ndim)
        if isinstance(of, Struct):
            return self.struct(of)
        if not isinstance(of, type):
            raise CannotMake(f"no value of type {of} can be made up")
        if of in (wp.bool, bool) or issubclass(of, tuple(wp.types.int_types + wp.types.float_types)):
            return of(self.numbers(of, (), *self.plan.scalars).item())
        if hasattr(of, "_wp_scalar_type_"):
            return of(*self.numbers(of._wp_scalar_type_, (int(np.prod(of._shape_)),), *self.plan.scalars).tolist())
        raise CannotMake(f"no value of type {of.__name__} can be made up")

    def numbers(self, scalar, shape, low, high):
        dtype = wp.types.warp_type_to_np_dtype[scalar]
        if dtype == np.bool_:
            return self.random.integers(0, 2, shape).astype(dtype)
        if np.dtype(dtype).kind in "iu":
            return self.random.integers(low, high + 1, shape).astype(dtype)
        return np.ones(shape, dtype) if self.plan.ones else self.random.uniform(0.25, 1.75, shape).astype(dtype)

    def array(self, dtype, rank):
        shape = (self.plan.extents[rank - 1],) * rank
        if isinstance(dtype, Struct):
            values = [self.struct(dtype) for _ in range(int(np.prod(shape)))]
            self.kept += values
            return wp.array(values, dtype=dtype, device="cpu").reshape(shape)
        if not hasattr(dtype, "_wp_scalar_type_"):
            return wp.array(self.contents(dtype, shape), dtype=dtype, device="cpu")
        return wp.array(self.contents(dtype._wp_scalar_type_, shape + tuple(dtype._shape_)), dtype=dtype, device="cpu")

    def contents(self, scalar, shape):
        """Of both signs, where it can be."""
        numbers = self.numbers(scalar, shape, *self.plan.contents)
        if numbers.dtype.kind != "f" or self.plan.ones:
            return numbers
        return np.where(self.random.integers(0, 3, shape) == 0, -numbers, numbers)

    def indexed_array(self, of):
        base = self.array(of.dtype, of.ndim)
        indices = [wp.array(self.random.permutation(extent).astype(np.int32), dtype=wp.int32, device="cpu")
                   for extent in base.shape]
        return wp.indexedarray(base, indices)

    def struct(self, of):
        result = of()
        for name, var in of.vars.items():
            setattr(result, name, self.make(var.type))
        return result


def contents(of, value, name):
    """(name, numbers) of every array in an argument."""
    if is_array(of):
        base = value.data if isinstance(of, wp.indexedarray) else value
        yield from numbers_of(base.dtype, base.numpy(), name)
    elif isinstance(of, Struct):
        for field, var in of.vars.items():
            yield from contents(var.type, getattr(value, field), f"{name}.{field}")


def numbers_of(dtype, data, name):
    """An array's numbers. Of structs, one entry for each field; arrays in structs in arrays are left out."""
    if not isinstance(dtype, Struct):
        yield name, np.array(data)
        return
    for field, var in dtype.vars.items():
        if isinstance(var.type, Struct):
            yield from numbers_of(var.type, data[field], f"{name}.{field}")
        elif not is_array(var.type):
            yield f"{name}.{field}", np.array(data[field])
