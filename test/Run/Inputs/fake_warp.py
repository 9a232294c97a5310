# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Stands in for the `warp` package, so that a file of kernels can be run for its checks without it: decorators return
# what they decorate, and every other name is something that can be called, subscripted and looked into.

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


def decorator(*args, **kwargs):
    return args[0] if args else decorator


class FakeWarp(types.ModuleType):
    kernel = func = struct = staticmethod(decorator)
    constant = staticmethod(lambda content: content)

    def __getattr__(self, name):
        return Anything()


def install():
    sys.modules["warp"] = FakeWarp("warp")
