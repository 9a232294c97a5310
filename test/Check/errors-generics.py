# RUN: kernel-translate %s --stop-after=check --verify-diagnostics
# RUN: not kernel-translate %s --stop-after=check 2>&1 | FileCheck %s
# Generic functions and overloads that do not fit, and functions where no function can be.

import warp as wp
from typing import Any, Callable


@wp.func
def number(x: wp.Scalar) -> wp.Int:
    return x  # error: [return-type-differs] "`number` returns `float32` here and `Int` elsewhere"


@wp.func
def half_of(x: Any):
    return x / 2.0  # error: [mixed-operands] "`/` needs two operands of one type: `x` is `int32` and `2.0` is `float32`"


# CHECK: error[mixed-operands]
# CHECK: note: for `half_of(x: int32)`, asked for here
# CHECK: half_of(n)


@wp.func
def forever(x: Any, n: int):
    return forever(wp.float64(x), n)  # error: [recursion] "`forever` calls itself"


@wp.func
def longer(v: wp.types.vector(length=Any, dtype=float)):
    return longer(wp.vector(length=len(v), dtype=float))  # error: [recursion] "`longer` calls itself"


@wp.func
def apply(f: Callable, x: float):
    return f(x)  # error: [no-matching-func] "`half` does not take (float32)"


@wp.func
def half(n: int):
    return n // 2


@wp.kernel
def calls(x: float, n: int, v: wp.vec3):
    a1 = number(x)
    a2 = number(x > 0.0)  # error: [no-matching-func] "`number` does not take (bool)"
    a3 = half_of(n)
    a4 = half_of(x)
    a5 = forever(n, 3)
    a6 = longer(v)
    a7 = apply(half, x)
    a8 = apply(x, x)  # error: [no-matching-func] "`apply` does not take (float32, float32)"
    a9 = half_of(n)  # said once for each set of types
    b1 = half(wp.sin)  # error: [no-matching-func] "`half` does not take (wp.sin)"


@wp.kernel
def passed(f: Callable):  # error: [kernel-function] "the kernel's parameter `f` is a function, which no launch can pass"
    pass


@wp.kernel
def plain(x: float):
    pass


wp.overload(plain, [float])  # error: [overload-not-generic] "`plain` is not generic and has no overloads"


@wp.kernel
def scale(x: wp.array(dtype=wp.Int), s: Any):
    x[wp.tid()] *= s  # error: [mixed-operands] "`x[wp.tid()]` is `int32` and `s` is `float32`"


wp.overload(scale, [wp.array(dtype=int), int])
wp.overload(scale, [wp.array(dtype=int)])  # error: [overload-count] "has 2 parameters; the overload gives 1 types"
wp.overload(scale, [wp.array(dtype=float), int])  # error: [overload-type] "`x` is `array(dtype=Int)`, which `array(dtype=float32)` is none of"
wp.overload(scale, {"y": int})  # error: [overload-param] "the kernel `scale` has no parameter `y`"
wp.overload(scale, {"s": int})  # error: [overload-open] "the overload leaves the parameter `x` of `scale` without a type"
wp.overload(scale, [wp.array(dtype=Any), int])  # error: [generic-type] "`wp.array(dtype=Any)` stands for several types"
wp.overload(scale, [wp.array(dtype=int), unknown])  # error: [not-a-type] "`unknown` is no type that a kernel knows"
wp.overload(scale, [wp.array(dtype=int), float])


@wp.overload
def scale(x: wp.array(dtype=int), s): ...  # error: [not-a-type] "`s` is no type that a kernel knows"


# Without an overload it is of default types, and an error says so.
@wp.kernel
def lonely(x: wp.array(dtype=wp.Int), s: wp.Float):  # note: [default-instance] "it becomes `lonely(x: array(dtype=int32), s: float32)`"
    x[wp.tid()] = s  # error: [assign-type] "`x[wp.tid()]` holds `int32`; the value is `float32`"
