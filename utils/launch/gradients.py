# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Checks of gradients: what an adjoint makes of random seeds against difference quotients of the kernel in float64.

import io
import re
import tokenize

import numpy as np

from values import Elements, Indexed, Struct, Value, fresh

STEP = 1e-6

# float32 and float16 under each of their names, and what they are in float64.
NARROW = re.compile(r"(vec[234]|mat(?:22|33|44)|quat|transform|spatial_vector|spatial_matrix)[fh]?")
RENAMED = {"float": "float64", "float32": "float64", "float16": "float64", "half": "float64"}


def in_float64(source):
    """The same kernels with float64 for float32 and float16, literals too."""
    words, before = [], None
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    for token, following in zip(tokens, [*tokens[1:], tokens[-1]]):
        text = token.string
        if token.type == tokenize.NUMBER and re.search(r"[.e]", text) and not text.startswith("0x"):
            text = f"wp.float64({text})"
        elif token.type == tokenize.NAME and text == "float" and before != ".":
            text = "wp.float64"
        elif token.type == tokenize.NAME and before == ".":
            narrow = NARROW.fullmatch(text)
            text = narrow[1] + "d" if narrow else RENAMED.get(text, text)
            if text == "transformation" and following.string != "(":  # which as a call is of what it is given
                text = "transformd"
        words.append((token.type, text))
        before = token.string
    return tokenize.untokenize(words)


def wide(dtype):
    """A numpy type with float64 for narrower floats, in the fields of structs too."""
    dtype = np.dtype(dtype)
    if dtype.fields:
        return np.dtype([(name, wide(dtype[name])) for name in dtype.names], align=True)
    if dtype.subdtype:
        return np.dtype((wide(dtype.base), dtype.shape))
    return np.dtype(np.float64) if dtype.kind == "f" else dtype


def argument_in_float64(arg):
    """The same argument for a kernel that in_float64 has made."""
    if isinstance(arg, (Elements, Indexed, Value)):
        return type(arg)(**{**vars(arg), "data": arg.data.astype(wide(arg.data.dtype))})
    if isinstance(arg, Struct):
        return Struct({name: argument_in_float64(field) for name, field in arg.fields.items()})
    if isinstance(arg, (np.ndarray, np.generic)):
        converted = np.asarray(arg).astype(wide(arg.dtype))
        return converted if isinstance(arg, np.ndarray) else converted[()]
    return np.float64(arg) if isinstance(arg, float) else arg


def floats(name, arg):
    """(name, numbers) of each array of floats in an argument: those of which there is a gradient."""
    if isinstance(arg, (Elements, Indexed)):
        arg = arg.data
    if isinstance(arg, Struct):
        for field, content in arg.fields.items():
            yield from floats(f"{name}.{field}", content)
    elif isinstance(arg, np.ndarray) and arg.ndim:
        for field in arg.dtype.names or ():
            yield from floats(f"{name}.{field}", arg[field])
        if arg.dtype.kind == "f":
            yield name, arg


def zeros(arg):
    """The adjoint of an argument before anything was added to it."""
    if isinstance(arg, Struct):
        return Struct({name: zeros(field) for name, field in arg.fields.items()})
    if isinstance(arg, (Elements, Indexed, Value)):
        return type(arg)(**{**vars(arg), "data": np.zeros_like(arg.data)})
    return np.zeros_like(arg)[()] if isinstance(arg, (np.ndarray, np.generic)) else type(arg)(0)


class Gradients:
    """A kernel with arguments. Gradients, seeds and directions are lists of arrays, one for each array of floats, in the
    order of `names`."""

    def __init__(self, kernel, dim, named_args):
        self.kernel, self.dim, self.args = kernel, dim, list(named_args.values())
        self.arg_names = list(named_args)
        self.names = [name for name, _ in self.floats_of(self.args)]
        self.contents = [numbers for _, numbers in self.floats_of(self.args)]

    def floats_of(self, args):
        return [pair for name, arg in zip(self.arg_names, args) for pair in floats(name, arg)]

    def in_float64(self):
        return Gradients(self.kernel, self.dim, dict(zip(self.arg_names, map(argument_in_float64, self.args))))

    def is_float64(self):
        return all(numbers.dtype == np.float64 for numbers in self.contents)

    def random(self, generator):
        """Numbers from -1 to 1, as seeds or as a direction."""
        return [generator.uniform(-1, 1, numbers.shape) for numbers in self.contents]

    def launch(self, backend, moved=None):
        """The arguments as a launch leaves them, if their floats are `moved` by so much."""
        args = [fresh(arg) for arg in self.args]
        for (_, numbers), step in zip(self.floats_of(args), moved or ()):
            numbers += step
        backend.launch(self.kernel, self.dim, args)
        return args

    def adjoint(self, backend, seeds):
        """What the adjoint makes of seeds for what the launch leaves."""
        after, adjoints = self.launch(backend), [zeros(arg) for arg in self.args]
        for (_, gradient), seed in zip(self.floats_of(adjoints), seeds):
            gradient[...] = seed
        backend.backward(self.kernel, self.dim, after, adjoints)
        return [gradient for _, gradient in self.floats_of(adjoints)]

    def slope(self, backend, direction, seeds, step=STEP):
        """The difference quotient of the seeds' sum in a direction."""
        ends = []
        for sign in (1, -1):
            after = self.launch(backend, [sign * step * part for part in direction])
            # Differences of each element first: large ones must not drown small ones.
            ends.append([numbers.astype(float) for _, numbers in self.floats_of(after)])
        return sum(float(np.sum((up - down) * seed)) for up, down, seed in zip(*ends, seeds)) / (2 * step)

    def column(self, backend, number, element, seeds, step=STEP):
        """The difference quotient for one element of one array."""
        direction = [0.0] * len(self.contents)
        direction[number] = np.zeros(self.contents[number].shape)
        direction[number][element] = 1.0
        return self.slope(backend, direction, seeds, step)

    def columns(self, backend, number, seeds, step=STEP):
        """The difference quotient for each element of one array."""
        found = np.zeros(self.contents[number].shape)
        for element in np.ndindex(found.shape):
            found[element] = self.column(backend, number, element, seeds, step)
        return found


def not_replaced(source):
    """The arrays whose elements a kernel makes least or greatest. They keep the gradient of what was in them, though it
    may have been replaced: no thread knows."""
    return set(re.findall(r"atomic_(?:min|max)\s*\(\s*([\w.]+)", source))


def along(gradients, direction):
    return sum(float(np.sum(gradient * part)) for gradient, part in zip(gradients, direction))
