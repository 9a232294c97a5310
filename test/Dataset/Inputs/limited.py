# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""limited.py BYTES COMMAND …: runs a command that can't write a file larger than that, as on a full disk."""

import resource
import signal
import subprocess
import sys

limit = int(sys.argv[1])


def prepare():
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # so that writing fails, rather than the program


sys.exit(subprocess.run(sys.argv[2:], preexec_fn=prepare, restore_signals=False).returncode)
