# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

# The unit tests, each a test of lit's own.

import os

import lit.formats

config.name = "kernel-translate-unit"
config.test_format = lit.formats.GoogleTest(".", "-unit-tests")
config.test_exec_root = os.path.join(config.kt_binary_dir, "bin")
config.test_source_root = config.test_exec_root
