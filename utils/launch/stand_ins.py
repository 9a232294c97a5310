# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Packages that are not there: every name in them is something that can be called, subscripted and looked into.

import importlib.machinery
import sys
import types


class Anything:
    def __call__(self, *args, **kwargs):
        return self

    def __getattr__(self, name):
        return self

    def __getitem__(self, key):
        return self

    def __mro_entries__(self, bases):
        return ()

    def __lt__(self, other):
        return False

    __gt__ = __le__ = __ge__ = __lt__


def decorator(*args, **kwargs):
    return args[0] if args else decorator


class FakeWarp(types.ModuleType):
    """Runs a file of kernels for its checks: decorators return what they decorate."""

    kernel = func = struct = staticmethod(decorator)
    constant = staticmethod(lambda content: content)

    def __getattr__(self, name):
        return Anything()


def install_warp():
    sys.modules["warp"] = FakeWarp("warp")


class MissingPackages:
    """Finds whatever no one else did."""

    def find_spec(self, name, path=None, target=None):
        return importlib.machinery.ModuleSpec(name, self, is_package=True) if not name.startswith("warp") else None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.__getattr__ = anything_named


def anything_named(name):
    if name in ("__all__", "__file__", "__path__", "__wrapped__"):  # what Python itself asks a module for
        raise AttributeError(name)
    return Anything()


def install_missing_packages():
    sys.meta_path.append(MissingPackages())
