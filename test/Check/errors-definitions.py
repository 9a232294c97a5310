# RUN: kernel-translate %s --stop-after=check --verify-diagnostics
# Kernels, funcs and structs as a whole.

import functools
import warp as wp


@wp.struct
class Node:
    value: float
    next: "Node"  # error@-2: [recursive-struct] "the struct `Node` contains itself"


@wp.struct
class Pair:
    a: float
    a: int  # error: [duplicate-field] "`Pair` has two fields `a`"


@wp.struct
class Base:
    a: float


@wp.struct
class Derived(Base):  # error: [struct-base] "the struct `Derived` has a base class"
    b: float


@wp.struct
class Preset:
    a: float = 1.0


@wp.struct
class Wrong:
    a: wp.Mesh  # error: [unsupported-type] "`Mesh` is not supported yet"


@wp.kernel
def use_node(a: Node):
    pass


@wp.kernel
def use_pair(a: wp.array(dtype=Pair)):
    pass


@wp.kernel
def use_derived():
    d = Derived()


@wp.kernel
def use_preset(a: Preset):
    pass


@wp.kernel
def use_wrong(a: Wrong):
    pass


@wp.kernel
def again(a: float):  # warning: [duplicate-kernel] "the file defines the kernel `again` again: this one is translated as `again.1`"
    pass


@wp.kernel
def again(a: int):
    pass


@functools.cache  # error: [unknown-decorator] "what the decorator `functools.cache` does can't be known"
@wp.kernel
def decorated(a: float):
    pass


@wp.kernel
def preset(a: float = 1.0):  # error: [kernel-default] "the kernel's parameter `a` has a default"
    pass


@wp.kernel
def generic[T](a: float):  # error: [generic-type] "`T` stands for several types"
    pass


@wp.func
def doubled(a: float, a: float):  # error: [duplicate-param] "`a` is a parameter of `doubled` twice"
    return a


@wp.kernel
def use_doubled(x: wp.array(dtype=float)):
    x[0] = doubled(1.0, 2.0)
