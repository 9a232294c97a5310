# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# run.py [--first-line] EXIT-STATUS COMMAND...: fails unless the command ends with that status.
# --first-line reads one line of its output and closes the pipe: being ended by SIGPIPE is as good as ending by itself.

import signal
import subprocess
import sys

args = sys.argv[1:]
first_line = "--first-line" in args[:2]
if first_line:
    args.remove("--first-line")
wanted, command = args[0], args[1:]

process = subprocess.Popen(command, stdout=subprocess.PIPE if first_line else None, restore_signals=True)
if first_line:
    process.stdout.readline()
    process.stdout.close()
status = process.wait()
if first_line and status == -signal.SIGPIPE:
    status = 0
if status != int(wanted):
    sys.exit(f"exit status {status}, not {wanted}: {' '.join(command)}")
