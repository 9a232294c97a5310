# RUN: kernel-translate %s --stop-after=check --dump 2>&1 | FileCheck %s
# Renewed by update_checks.py.
# An instance for each set of argument types, with tables of its own; functions as arguments are part of the set.

import warp as wp
from typing import Any, Callable

vec5 = wp.types.vector(length=5, dtype=float)


@wp.func
def twice(x: Any):
    return x + type(x)(x)


@wp.func
def apply(f: Callable, a: wp.array(dtype=Any), i: int, scale: Any = 2.0):
    return f(a[i]) * scale


@wp.func
def first(v: wp.types.Vector[Any, wp.Float]) -> Any:
    return v[0]


@wp.kernel
def calls(a: wp.array(dtype=float)):
    a[0] = twice(a[0]) + float(twice(3)) + twice(a[1])
    a[1] = apply(twice, a, 0) + apply(wp.sin, a, 1, 3.0)
    a[2] = first(vec5()) + first(wp.vec2())


@wp.kernel
def store(x: wp.array(dtype=Any), y: wp.array(dtype=Any), n: wp.Int):
    i = wp.tid()
    x[i] = y[i] * x.dtype(n)


for T in (float, wp.float64):
    for N in [int]:
        wp.overload(store, [wp.array(dtype=T), wp.array(dtype=T), N])
wp.overload(store, {"x": wp.array(dtype=float), "y": wp.array(dtype=float), "n": int})  # as the first one

# CHECK: func twice[float32](x: float32) -> float32
# CHECK-NEXT:   13: return x + type(x)(x)
# CHECK-NEXT:     x + type(x)(x): float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     type(x)(x): float32, cast
# CHECK-EMPTY:
# CHECK-NEXT: func twice[int32](x: int32) -> int32
# CHECK-NEXT:   13: return x + type(x)(x)
# CHECK-NEXT:     x + type(x)(x): int32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     type(x)(x): int32, cast
# CHECK-EMPTY:
# CHECK-NEXT: func apply[twice, float32](a: array(dtype=float32), i: int32, scale: float32) -> float32
# CHECK-NEXT:   18: return f(a[i]) * scale
# CHECK-NEXT:     f(a[i]) * scale: float32, builtin mul(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     f(a[i]): float32, func twice[float32]
# CHECK-NEXT:     a[i]: float32
# CHECK-EMPTY:
# CHECK-NEXT: func apply[sin, float32](a: array(dtype=float32), i: int32, scale: float32) -> float32
# CHECK-NEXT:   18: return f(a[i]) * scale
# CHECK-NEXT:     f(a[i]) * scale: float32, builtin mul(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     f(a[i]): float32, builtin sin(x: F) -> F, F any float
# CHECK-NEXT:     a[i]: float32
# CHECK-EMPTY:
# CHECK-NEXT: func first[vector(length=5, dtype=float32)](v: vector(length=5, dtype=float32)) -> float32
# CHECK-NEXT:   23: return v[0]
# CHECK-NEXT:     v[0]: float32
# CHECK-NEXT:     0: int32 = 0
# CHECK-EMPTY:
# CHECK-NEXT: func first[vec2](v: vec2) -> float32
# CHECK-NEXT:   23: return v[0]
# CHECK-NEXT:     v[0]: float32
# CHECK-NEXT:     0: int32 = 0
# CHECK-EMPTY:
# CHECK-NEXT: kernel calls(a: array(dtype=float32))
# CHECK-NEXT:   17: def apply(f: Callable, a: wp.array(dtype=Any), i: int, scale: Any = 2.0):
# CHECK-NEXT:     2.0: float32 = 2.0
# CHECK-NEXT:   28: a[0] = twice(a[0]) + float(twice(3)) + twice(a[1])
# CHECK-NEXT:     a[0]: float32
# CHECK-NEXT:     0: int32 = 0
# CHECK-NEXT:     twice(a[0]) + float(twice(3)) + twice(a[1]): float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     twice(a[0]) + float(twice(3)): float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     twice(a[0]): float32, func twice[float32]
# CHECK-NEXT:     a[0]: float32
# CHECK-NEXT:     0: int32 = 0
# CHECK-NEXT:     float(twice(3)): float32, cast
# CHECK-NEXT:     twice(3): int32, func twice[int32]
# CHECK-NEXT:     3: int32 = 3
# CHECK-NEXT:     twice(a[1]): float32, func twice[float32]
# CHECK-NEXT:     a[1]: float32
# CHECK-NEXT:     1: int32 = 1
# CHECK-NEXT:   29: a[1] = apply(twice, a, 0) + apply(wp.sin, a, 1, 3.0)
# CHECK-NEXT:     a[1]: float32
# CHECK-NEXT:     1: int32 = 1
# CHECK-NEXT:     apply(twice, a, 0) + apply(wp.sin, a, 1, 3.0): float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     apply(twice, a, 0): float32, func apply[twice, float32]
# CHECK-NEXT:     0: int32 = 0
# CHECK-NEXT:     apply(wp.sin, a, 1, 3.0): float32, func apply[sin, float32]
# CHECK-NEXT:     1: int32 = 1
# CHECK-NEXT:     3.0: float32 = 3.0
# CHECK-NEXT:   30: a[2] = first(vec5()) + first(wp.vec2())
# CHECK-NEXT:     a[2]: float32
# CHECK-NEXT:     2: int32 = 2
# CHECK-NEXT:     first(vec5()) + first(wp.vec2()): float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     first(vec5()): float32, func first[vector(length=5, dtype=float32)]
# CHECK-NEXT:     vec5(): vector(length=5, dtype=float32), construct
# CHECK-NEXT:     first(wp.vec2()): float32, func first[vec2]
# CHECK-NEXT:     wp.vec2(): vec2, construct
# CHECK-EMPTY:
# CHECK-NEXT: kernel store[float32, int32](x: array(dtype=float32), y: array(dtype=float32), n: int32)
# CHECK-NEXT:   var i: int32
# CHECK-NEXT:   35: i = wp.tid()
# CHECK-NEXT:     wp.tid(): int32, thread id
# CHECK-NEXT:   36: x[i] = y[i] * x.dtype(n)
# CHECK-NEXT:     x[i]: float32
# CHECK-NEXT:     y[i] * x.dtype(n): float32, builtin mul(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     y[i]: float32
# CHECK-NEXT:     x.dtype(n): float32, cast
# CHECK-EMPTY:
# CHECK-NEXT: kernel store[float64, int32](x: array(dtype=float64), y: array(dtype=float64), n: int32)
# CHECK-NEXT:   var i: int32
# CHECK-NEXT:   35: i = wp.tid()
# CHECK-NEXT:     wp.tid(): int32, thread id
# CHECK-NEXT:   36: x[i] = y[i] * x.dtype(n)
# CHECK-NEXT:     x[i]: float64
# CHECK-NEXT:     y[i] * x.dtype(n): float64, builtin mul(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     y[i]: float64
# CHECK-NEXT:     x.dtype(n): float64, cast
# CHECK-EMPTY:
