# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Where kernels are launched: the emitted C++, the emitted CUDA behind the grid emulation, the interpreter of the IR, and
# Warp itself.

import ctypes
import os
import re
import shutil
import subprocess
import sys

import numpy as np

from joined import join
from values import Elements, Indexed, Struct, Value, as_numpy

# Undefined behaviour ends the program: emitted code has none.
FLAGS = ["-std=c++17", "-O1", "-fPIC", "-fsanitize=undefined", "-fsanitize-trap=undefined"]


class Bounds(ctypes.Structure):
    """wp::launch_bounds_t."""

    _fields_ = [("shape", ctypes.c_int * 4), ("ndim", ctypes.c_int), ("size", ctypes.c_size_t)]

    def __init__(self, dim):
        dims = (dim,) if isinstance(dim, int) else tuple(dim)
        super().__init__(dims + (1,) * (4 - len(dims)), len(dims), int(np.prod(dims)))


class Units:
    """Both units of one file, translated and compiled into one library. With `options` for the translator."""

    def __init__(self, tools, source, output, options=()):
        run_tool([tools.translate, source, "--target=both", "-o", output, *options])
        self.load(tools, output, FLAGS)

    def load(self, tools, output, flags):
        cpu, cuda, library = output + ".cpp", output + ".cu", output + ".so"
        self.keys = dict(keys_of(read(cpu)))
        emulated = output + ".emulated.cu"
        with open(emulated, "w") as unit:
            unit.write(read(cuda))
            kernels = re.findall(r"void (\w+_cuda_kernel_(?:forward|backward))\(", read(cuda))
            unit.writelines(f"KT_EMULATE({kernel})\n" for kernel in kernels)
        compiler = [tools.clangxx, *flags, "-x", "c++", "-I", tools.include]
        run_tool([*compiler, "-c", cpu, "-o", cpu + ".o"])
        run_tool([*compiler, "-include", tools.emulation, "-c", emulated, "-o", cuda + ".o"])
        run_tool([tools.clangxx, "-shared", cpu + ".o", cuda + ".o", "-o", library])
        self.library = ctypes.CDLL(library)


class JoinedUnits(Units):
    """The units of several files, as pairs of texts, compiled as one."""

    def __init__(self, tools, pairs, output, flags=FLAGS):
        for ending, texts in zip((".cpp", ".cu"), zip(*pairs)):
            with open(output + ending, "w") as file:
                file.write(join(texts))
                file.writelines(f"using namespace unit{number};\n" for number in range(len(texts)))
        self.load(tools, output, flags)
        self.keys_of_file = [dict(keys_of(cpu)) for cpu, _ in pairs]

    def of(self, number):
        """Launches what this file's kernels are called: those of others may have the same names."""
        self.keys = self.keys_of_file[number]
        return self


def keys_of(cpu):
    """(name, name with its hash) of each kernel of a unit."""
    return [(name, f"{name}_{code}") for name, code in re.findall(r"void (\w+)_([0-9a-f]{8})_cpu_forward\(", cpu)]


def run_tool(command):
    if subprocess.run(command).returncode != 0:
        sys.exit("failed: " + " ".join(map(str, command)))


def read(path):
    with open(path) as file:
        return file.read()


class Cpu:
    name = "cpu"

    def __init__(self, units):
        self.units = units

    def launch(self, kernel, dim, args):
        entry = self.units.library[self.units.keys[kernel] + "_cpu_forward"]
        entry.argtypes, entry.restype = [Bounds, ctypes.c_void_p], None
        packed = pack(args)
        entry(Bounds(dim), packed.ctypes.data)

    def backward(self, kernel, dim, args, adjoints):
        """Launches the adjoint, with the gradient of each argument in its place in `adjoints`."""
        entry = self.units.library[self.units.keys[kernel] + "_cpu_backward"]
        entry.argtypes, entry.restype = [Bounds, ctypes.c_void_p, ctypes.c_void_p], None
        packed, packed_adjoints = pack(args), pack(adjoints)
        entry(Bounds(dim), packed.ctypes.data, packed_adjoints.ctypes.data)


class Cuda:
    name = "cuda under emulation"

    def __init__(self, units, blocks=2, threads=3):
        self.units, self.blocks, self.threads = units, blocks, threads

    def launch(self, kernel, dim, args):
        self.run(kernel, "forward", dim, args)

    def backward(self, kernel, dim, args, adjoints):
        self.run(kernel, "backward", dim, [*args, *adjoints])

    def run(self, kernel, sweep, dim, args):
        entry = self.units.library[f"{self.units.keys[kernel]}_cuda_kernel_{sweep}_grid"]
        entry.argtypes, entry.restype = [ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p], None
        bounds, params = Bounds(dim), list(map(as_numpy, args))
        addresses = np.array([ctypes.addressof(bounds), *(param.ctypes.data for param in params)], "u8")
        entry(self.blocks, self.threads, addresses.ctypes.data)


class Ended(Exception):
    """A launch did not end well, and why."""


class Interpreter:
    """The IR of one file's kernels after a stage of the compiler: lower, simplify, differentiate or legalize."""

    def __init__(self, source, stage, translate="kernel-translate", steps=10**9, packages=""):
        self.name, self.steps = f"interpreter after {stage}", steps
        binary = os.path.realpath(shutil.which(translate))
        self.library = ctypes.CDLL(os.path.join(os.path.dirname(binary), "..", "lib", "libkt-interpreter.so"))
        self.library.kt_load.restype = self.library.kt_output.restype = ctypes.c_void_p
        self.library.kt_run.restype = self.library.kt_messages.restype = ctypes.c_char_p
        self.library.kt_has_kernel.restype, self.library.kt_steps.restype = ctypes.c_bool, ctypes.c_uint64
        self.session = ctypes.c_void_p(self.library.kt_load(source.encode(), stage.encode(), str(packages).encode()))

    def __del__(self):
        self.library.kt_unload(self.session)

    def has(self, kernel):
        return self.library.kt_has_kernel(self.session, kernel.encode())

    def steps_of_last_launch(self):
        return self.library.kt_steps(self.session)

    def messages(self):
        """What is wrong with kernels that are not there."""
        return self.library.kt_messages(self.session).decode()

    def launch(self, kernel, dim, args):
        if not self.has(kernel):
            raise Ended(f"there is no kernel {kernel}:\n{self.messages()}")
        packed, bounds = pack(args), Bounds(dim)
        error = self.library.kt_run(self.session, kernel.encode(), ctypes.byref(bounds),
                                    ctypes.c_void_p(packed.ctypes.data), ctypes.c_uint64(self.steps))
        size = ctypes.c_uint64()
        output = self.library.kt_output(self.session, ctypes.byref(size))
        sys.stdout.flush()
        os.write(1, ctypes.string_at(output, size.value))
        if error:
            raise Ended(error.decode())

    def backward(self, kernel, dim, args, adjoints):
        self.launch("adj_" + kernel, dim, [*args, *adjoints])


class Warp:
    name = "warp"

    def __init__(self, module):
        import warp

        warp.config.quiet = True
        warp.init()
        self.wp, self.module = warp, module

    def kernel(self, name):
        return getattr(self.module, name)

    def launch(self, kernel, dim, args):
        kernel, self.copies = self.kernel(kernel), []
        given = [self.convert(param.type, arg) for param, arg in zip(kernel.adj.args, args)]
        self.wp.launch(kernel, dim=dim, inputs=given, device="cpu")
        for data, array in self.copies:
            data[...] = array.numpy()

    def backward(self, kernel, dim, args, adjoints):
        kernel, self.copies = self.kernel(kernel), []
        types = [param.type for param in kernel.adj.args]
        gradients = [self.convert(of, adjoint) for of, adjoint in zip(types, adjoints)]
        copies = self.copies
        given = [self.convert(*parts) for parts in zip(types, args, gradients)]
        self.wp.launch(kernel, dim=dim, inputs=given, adj_inputs=gradients, adjoint=True, device="cpu")
        for data, array in copies:
            data[...] = array.numpy()

    def convert(self, of, arg, gradient=None):
        """An argument as Warp has it; of arrays, the `gradient` too."""
        if isinstance(arg, (np.ndarray, Elements)):
            data = arg.data if isinstance(arg, Elements) else arg
            array = self.wp.array(data, dtype=of.dtype, device="cpu")
            array.grad = gradient
            self.copies.append((data, array))
            return array
        if isinstance(arg, Indexed):
            indices = [i if i is None else self.wp.array(i, dtype=int, device="cpu") for i in arg.indices]
            base = self.wp.array(arg.data, dtype=of.dtype, device="cpu")
            base.grad = gradient.data if gradient else None
            self.copies.append((arg.data, base))
            return self.wp.indexedarray(base, indices)
        if isinstance(arg, Value):
            return of(*arg.data.flatten().tolist())
        if isinstance(arg, Struct):
            result = of()
            for name, var in of.vars.items():
                setattr(result, name, self.convert(var.type, arg.fields[name], gradient and getattr(gradient, name)))
            return result
        if isinstance(arg, np.void):
            return self.convert_struct(of, arg)
        return arg

    def convert_struct(self, of, arg):
        result = of()
        for name, var in of.vars.items():
            field = arg[name]
            if isinstance(field, np.void):
                field = self.convert_struct(var.type, field)
            elif isinstance(field, np.ndarray):
                field = var.type(*field.flatten().tolist())
            setattr(result, name, field)
        return result


def pack(args):
    """The arguments as the members of one C struct."""
    packed = b""
    for param in map(as_numpy, args):
        # A vector is aligned as its element is.
        alignment = param.dtype.alignment
        packed += b"\0" * (-len(packed) % alignment) + param.tobytes()
    return np.frombuffer(packed + b"\0" * 16, np.uint8).copy()
