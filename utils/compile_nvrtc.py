# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Compiles a CUDA unit with NVRTC, which sees only the files handed to it. Prints what NVRTC has to say; the exit status
# is 1 if it refuses the unit or warns.

import argparse
import ctypes
import pathlib
import sys


def text_array(texts):
    return (ctypes.c_char_p * len(texts))(*texts)


def headers_below(folders):
    """Name, as it stands in an include line, and text of each header."""
    for folder in map(pathlib.Path, folders):
        for path in sorted([*folder.glob("*.h"), *folder.glob("kt-runtime/*.h")]):
            yield str(path.relative_to(folder)).encode(), path.read_bytes()


def compile_unit(nvrtc, unit, folders, flags):
    """NVRTC's status, what it says, and the PTX if it took the unit."""
    headers = list(headers_below(folders))
    program = ctypes.c_void_p()
    text = pathlib.Path(unit).read_bytes()
    texts, names = text_array([text for _, text in headers]), text_array([name for name, _ in headers])
    status = nvrtc.nvrtcCreateProgram(ctypes.byref(program), text, unit.encode(), len(headers), texts, names)
    if status != 0:
        sys.exit(f"nvrtcCreateProgram: {status}")
    options = [b"--std=c++17", *[flag.encode() for flag in flags]]
    status = nvrtc.nvrtcCompileProgram(program, len(options), text_array(options))
    size = ctypes.c_size_t()
    nvrtc.nvrtcGetProgramLogSize(program, ctypes.byref(size))
    log = ctypes.create_string_buffer(size.value)
    nvrtc.nvrtcGetProgramLog(program, log)
    ptx = ctypes.create_string_buffer(0)
    if status == 0:
        nvrtc.nvrtcGetPTXSize(program, ctypes.byref(size))
        ptx = ctypes.create_string_buffer(size.value)
        nvrtc.nvrtcGetPTX(program, ptx)
    nvrtc.nvrtcDestroyProgram(ctypes.byref(program))
    return status, log.value.decode(errors="replace"), ptx.value


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("unit", nargs="+")
    parser.add_argument("--nvrtc", default="libnvrtc.so")
    parser.add_argument("--arch", default="compute_80")
    parser.add_argument("-I", dest="folders", action="append", default=[])
    parser.add_argument("-D", dest="macros", action="append", default=[])
    args = parser.parse_args()
    nvrtc = ctypes.CDLL(args.nvrtc)
    flags = ["--gpu-architecture=" + args.arch, *["-D" + macro for macro in args.macros]]
    failed = False
    for unit in args.unit:
        status, log, _ = compile_unit(nvrtc, unit, args.folders, flags)
        if status != 0 or log.strip():
            print(f"{unit}: status {status}\n{log}")
            failed = True
    sys.exit(failed)


if __name__ == "__main__":
    main()
