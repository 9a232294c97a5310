# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Arguments of kernels as numpy sees them, and how they lie in memory for the binary interface.
#
# A numpy array is an array of scalars or, if its type has fields, of structs. vectors(a) and matrices(a) say that the
# last axis, or the last two, belong to each element. value(a) is passed by value: a vector, a matrix or a quaternion. A
# numpy scalar has its own type, a record of a structured array is a struct, and Python's int, float and bool are int32,
# float32 and bool. A struct's field of type ARRAY holds array_field(a). What ctypes describes is passed as it is.

import ctypes
import dataclasses

import numpy as np

# wp::array_t.
ARRAY = np.dtype([("data", "u8"), ("grad", "u8"), ("shape", "4i4"), ("strides", "4i4"), ("ndim", "i4")], align=True)

# wp::indexedarray_t.
INDEXED = np.dtype([("arr", ARRAY), ("indices", "4u8"), ("shape", "4i4")], align=True)

keep_alive = []


@dataclasses.dataclass
class Elements:
    """An array whose last `inner` axes belong to each element."""

    data: np.ndarray
    inner: int


@dataclasses.dataclass
class Indexed:
    """Of an array, what these indices choose in each dimension; all where they are None."""

    data: np.ndarray
    indices: tuple


@dataclasses.dataclass
class Value:
    data: np.ndarray


@dataclasses.dataclass
class Struct:
    """A struct that is passed by value, whose fields are arguments."""

    fields: dict


def vectors(data):
    return Elements(np.asarray(data), 1)


def matrices(data):
    return Elements(np.asarray(data), 2)


def value(data):
    return Value(np.asarray(data))


def struct(*fields):
    """The type of a struct that is laid out as C does it."""
    return np.dtype(list(fields), align=True)


def record(dtype, **fields):
    """One struct with these fields, and zeros in the others."""
    result = np.zeros((), dtype)
    for name, content in fields.items():
        result[name] = content
    return result[()]


def describe(data, inner=0):
    """The array_t of a numpy array."""
    rank = data.ndim - inner
    shape, strides = (tuple(axes[:rank]) + (0,) * (4 - rank) for axes in (data.shape, data.strides))
    return record(ARRAY, data=data.ctypes.data, shape=shape, strides=strides, ndim=rank)


def describe_indexed(data, indices):
    """The indexedarray_t of a numpy array and the indices into it."""
    addresses, shape = [0] * 4, [0] * 4
    for axis, chosen in enumerate(indices):
        addresses[axis] = 0 if chosen is None else chosen.ctypes.data
        shape[axis] = data.shape[axis] if chosen is None else len(chosen)
    return record(INDEXED, arr=describe(data), indices=addresses, shape=shape)


def array_field(data):
    keep_alive.append(data)
    return describe(data)


def copy_in_place(data):
    """A copy whose elements lie as far apart as those of `data`, which may be a view."""
    whole = data
    while isinstance(whole.base, np.ndarray):
        whole = whole.base
    offset = data.ctypes.data - whole.ctypes.data
    return np.ndarray(data.shape, data.dtype, buffer=whole.copy(), offset=offset, strides=data.strides)


def fresh(argument):
    """An argument that a launch may change."""
    if isinstance(argument, Elements):
        return Elements(copy_in_place(argument.data), argument.inner)
    if isinstance(argument, Indexed):
        return Indexed(copy_in_place(argument.data), argument.indices)
    if isinstance(argument, Struct):
        return Struct({name: fresh(field) for name, field in argument.fields.items()})
    return copy_in_place(argument) if isinstance(argument, np.ndarray) else argument


def as_numpy(argument):
    """The bytes of an argument, in an array of no dimensions whose type knows how they are aligned."""
    if isinstance(argument, Elements):
        return np.array(describe(argument.data, argument.inner))
    if isinstance(argument, Indexed):
        return np.array(describe_indexed(argument.data, argument.indices))
    if isinstance(argument, np.ndarray):
        return np.array(describe(argument))
    if isinstance(argument, Value):
        return np.array(argument.data)
    if isinstance(argument, Struct):
        fields = {name: as_numpy(field) for name, field in argument.fields.items()}
        dtype = struct(*((name, field.dtype, field.shape) for name, field in fields.items()))
        return np.array(record(dtype, **fields))
    if isinstance(argument, (ctypes._SimpleCData, ctypes.Array, ctypes.Structure)):
        return np.frombuffer(bytes(argument), np.dtype(type(argument)).base).copy()
    python_types = {bool: np.bool_, int: np.int32, float: np.float32}
    return np.array(argument, python_types.get(type(argument)))


def content(argument):
    """What a launch may have changed, or None."""
    if isinstance(argument, (Elements, Indexed)):
        return argument.data
    return argument if isinstance(argument, np.ndarray) else None
