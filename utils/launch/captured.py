# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What compiled kernels print.

import ctypes
import os
import sys
import tempfile


class Captured:
    """What the C library writes to standard output (`out`) and standard error (`err`) within a `with`."""

    def __enter__(self):
        flush()
        self.files = [tempfile.TemporaryFile(), tempfile.TemporaryFile()]
        self.saved = [os.dup(1), os.dup(2)]
        for file, stream in zip(self.files, (1, 2)):
            os.dup2(file.fileno(), stream)
        return self

    def __exit__(self, *exception):
        flush()
        for saved, stream in zip(self.saved, (1, 2)):
            os.dup2(saved, stream)
            os.close(saved)
        self.out, self.err = map(read, self.files)

    @property
    def text(self):
        return self.out + self.err


def read(file):
    file.seek(0)
    return file.read().decode(errors="replace")


def flush():
    sys.stdout.flush()
    ctypes.CDLL(None).fflush(None)
