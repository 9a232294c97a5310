# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

# How the test files of this folder are run. What a machine lacks is said once, with what is skipped for it.

import os
import subprocess
import sys

import lit.formats

config.name = "kernel-translate"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".py", ".test", ".cpp", ".cu"]
config.excludes = ["Unit", "Inputs", "lit.cfg.py", "lit.site.cfg.py"]
config.test_source_root = os.path.dirname(os.path.abspath(__file__))
config.test_exec_root = os.path.join(config.kt_binary_dir, "test")


def first_existing(*paths):
    return next((path for path in paths if path and os.path.exists(path)), None)


def find_python():
    """The interpreter of the test environment that utils/setup.sh makes, or else the one that runs lit."""
    given = os.environ.get("KT_PYTHON")
    return first_existing(given, os.path.join(config.kt_binary_dir, "venv", "bin", "python")) or sys.executable


def find_package(python, name):
    """The folder of an installed package. Looking it up does not execute it: importing would take half a second."""
    probe = f"import importlib.util as u; print(u.find_spec('{name}').submodule_search_locations[0])"
    done = subprocess.run([python, "-c", probe], capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else None


def find_cuda():
    """The CUDA SDK's folder: that of $CUDA_PATH, or of the nvcc on PATH, or the usual one."""
    nvcc = lit.util.which("nvcc")
    from_nvcc = os.path.dirname(os.path.dirname(os.path.realpath(nvcc))) if nvcc else None
    for root in (os.environ.get("CUDA_PATH"), from_nvcc, "/usr/local/cuda"):
        if root and os.path.exists(os.path.join(root, "bin", "nvcc")):
            return root
    return None


def find_nvrtc(cuda):
    if not cuda:
        return None
    folders = [os.path.join(cuda, "lib64"), os.path.join(cuda, "targets", "x86_64-linux", "lib")]
    return first_existing(*[os.path.join(folder, "libnvrtc.so") for folder in folders])


python = find_python()
cuda = find_cuda()
nvrtc = find_nvrtc(cuda)
warp = find_package(python, "warp")

found = {
    "cuda-sdk": (cuda, "compiling emitted CUDA with nvcc and with Clang's SDK mode"),
    "nvrtc": (nvrtc, "compiling emitted CUDA with NVRTC"),
    "numpy": (find_package(python, "numpy"), "comparing the numbers of compiled kernels with numpy's"),
    "warp": (warp, "translating the kernels of an installed Warp package"),
}
for feature, (present, what) in found.items():
    if present:
        config.available_features.add(feature)
    else:
        lit_config.note(f"no {feature} here; skipped: {what}")

# The names that tests use
# ------------------------
bin_dir = os.path.join(config.kt_binary_dir, "bin")
config.environment["PATH"] = os.pathsep.join([bin_dir, config.llvm_tools_dir, os.environ.get("PATH", "")])
config.environment["LC_ALL"] = "C.UTF-8"
config.environment["PYTHONDONTWRITEBYTECODE"] = "1"
for name in ("HOME", "CUDA_PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS"):
    if name in os.environ:
        config.environment[name] = os.environ[name]

config.substitutions += [
    ("%clangxx", config.clangxx),
    ("%gxx", config.gxx),
    ("%nvcc", os.path.join(cuda, "bin", "nvcc") if cuda else "nvcc"),
    ("%nvrtc", nvrtc or "libnvrtc.so"),
    ("%cuda", cuda or "/usr/local/cuda"),
    ("%python", python),
    ("%warp", warp or "warp"),
    ("%runtime", "-I" + os.path.join(config.kt_source_dir, "include")),
    ("%root", config.kt_source_dir),
    ("%build", config.kt_binary_dir),
]
