# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""unzstd.py FILE: the text of a compressed file, by the library's own streaming functions."""

import ctypes
import ctypes.util
import pathlib
import sys

zstd = ctypes.CDLL(ctypes.util.find_library("zstd") or "libzstd.so.1")
zstd.ZSTD_createDStream.restype = ctypes.c_void_p
zstd.ZSTD_decompressStream.restype = ctypes.c_size_t


class Buffer(ctypes.Structure):
    _fields_ = [("data", ctypes.c_char_p), ("size", ctypes.c_size_t), ("at", ctypes.c_size_t)]


stream = ctypes.c_void_p(zstd.ZSTD_createDStream())
data = pathlib.Path(sys.argv[1]).read_bytes()
given, room = Buffer(data, len(data), 0), ctypes.create_string_buffer(1 << 17)
while given.at < given.size:
    taken = Buffer(ctypes.cast(room, ctypes.c_char_p), len(room), 0)
    status = zstd.ZSTD_decompressStream(stream, ctypes.byref(taken), ctypes.byref(given))
    if zstd.ZSTD_isError(ctypes.c_size_t(status)):
        sys.exit("not a Zstandard file")
    sys.stdout.buffer.write(room.raw[:taken.at])
