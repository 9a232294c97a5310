# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Which kernels Warp's tests take gradients of, and with what arguments.

A file's tests are run with launches that do nothing but note their arguments, and comparisons that hold: nothing is
compiled. What stood on a tape when `Tape.backward` was called has a gradient that its test looks at.
"""

import dataclasses
import importlib
import unittest

import numpy as np
import warp as wp
import warp._src.context as context
import warp.tests.unittest_utils as unittest_utils
from warp._src.codegen import Struct as WarpStruct, StructInstance

from arguments import CannotMake
from captured import Captured
from values import Elements, Indexed, Struct, Value


@dataclasses.dataclass
class Launch:
    kernel: object
    dim: tuple
    args: list


class Recorder:
    """Within a `with`, notes each launch of a tape that is taken back, once for each kernel."""

    def __init__(self):
        self.found = {}

    def __enter__(self):
        self.saved = [(where, name, getattr(where, name)) for where, name, _ in self.patches()]
        for where, name, instead in self.patches():
            setattr(where, name, instead)
        return self

    def __exit__(self, *exception):
        for where, name, original in self.saved:
            setattr(where, name, original)

    def patches(self):
        recorder = self
        yield from [(wp, "launch", launch), (context, "launch", launch)]
        # What nothing is written to would be of no known content.
        yield from [(wp, "empty", wp.zeros), (wp, "empty_like", wp.zeros_like)]
        yield wp.Tape, "backward", lambda tape, loss=None, grads=None: recorder.take_back(tape)
        for name in ("assert_np_equal", "assert_array_equal"):
            yield unittest_utils, name, lambda *args, **kwargs: None
        for name in [name for name in dir(unittest.TestCase) if name.startswith("assert") and name[6].isupper()]:
            if name not in ("assertRaises", "assertRaisesRegex", "assertWarns", "assertLogs"):
                yield unittest.TestCase, name, lambda *args, **kwargs: None
        for name in ("assert_allclose", "assert_array_equal", "assert_equal", "assert_almost_equal"):
            yield np.testing, name, lambda *args, **kwargs: None

    def take_back(self, tape):
        for launch in tape.launches:
            if isinstance(launch, list):
                kernel, dim, args = launch[0], launch[1], [*launch[3], *launch[4]]
                self.found.setdefault(kernel, Launch(kernel, dim, args))
                for arg in args:
                    tape.get_adjoint(arg)  # which tests look at


def launch(kernel, dim, inputs=(), outputs=(), adj_inputs=(), adj_outputs=(), device=None, stream=None, adjoint=False,
           record_tape=True, record_cmd=False, max_blocks=0, block_dim=256):
    """Instead of wp.launch. Only a tape hears of it."""
    args = [*inputs, *outputs]
    if kernel.is_generic:
        kernel = kernel.add_overload(kernel.infer_argument_types(args))
    if context.runtime.tape and record_tape and not adjoint:
        dims = (dim,) if isinstance(dim, (int, np.integer)) else tuple(dim)
        context.runtime.tape.record_launch(kernel, dims, 0, list(inputs), list(outputs), device)


def record(shown):
    """The launches of a test file of Warp's."""
    with Recorder() as recorder, Captured():
        module = importlib.import_module("warp." + shown.removesuffix(".py").replace("/", "."))
        suite = unittest.defaultTestLoader.loadTestsFromModule(module)
        suite.run(unittest.TestResult())
    return list(recorder.found.values())


def argument(of, given):
    """What was given to a launch, as numpy has it."""
    if isinstance(of, wp.indexedarray):
        indices = [None if chosen is None else chosen.numpy() for chosen in given.indices]
        return Indexed(given.data.numpy(), tuple(indices[:given.ndim]))
    if isinstance(of, wp.array):
        return array(of.dtype, given)
    if isinstance(given, StructInstance):
        return Struct({name: argument(var.type, getattr(given, name)) for name, var in given._cls.vars.items()})
    if hasattr(of, "_wp_scalar_type_"):
        if not hasattr(given, "_wp_scalar_type_"):
            given = of(*given)
        scalar = wp.types.warp_type_to_np_dtype[of._wp_scalar_type_]
        return Value(np.array(list(given), scalar).reshape(of._shape_))
    if of in (int, float, bool) or of in wp.types.warp_type_to_np_dtype:
        of = {int: wp.int32, float: wp.float32, bool: wp.bool}.get(of, of)
        return wp.types.warp_type_to_np_dtype[of](getattr(given, "value", given))
    raise CannotMake(f"no value of type {getattr(of, '__name__', of)}")


def array(dtype, given):
    if given is None:
        raise CannotMake("an array that is not there")
    if not isinstance(given, wp.array):
        raise CannotMake(f"a {type(given).__name__} for an array")
    if isinstance(dtype, WarpStruct):
        if any(isinstance(var.type, wp.array) for var in dtype.vars.values()):
            raise CannotMake("an array of structs with arrays")
        return given.numpy()
    inner = len(getattr(dtype, "_shape_", ())) if hasattr(dtype, "_wp_scalar_type_") else 0
    numbers = given.numpy()
    return Elements(numbers, inner) if inner else numbers
