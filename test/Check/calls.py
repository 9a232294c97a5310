# RUN: kernel-translate %s --stop-after=check --dump | FileCheck %s
# Renewed by update_checks.py.
# Funcs by position, keyword and default; overloads; several results; user operators; bare builtins.

import warp as wp


@wp.struct
class Pair:
    a: float
    b: float


@wp.func
def area(w: float, h: float = 2.0) -> float:
    return w * h


@wp.func
def area(side: int):
    return side * side


@wp.func
def add(p: Pair, q: Pair):
    return Pair(p.a + q.a, p.b + q.b)


@wp.func
def both(p: Pair) -> tuple[float, float]:
    return p.a, p.b


@wp.func
def nothing(x: "wp.array(dtype=float)"):
    x[0] = 1.0


size = area


@wp.kernel
def calls(x: wp.array(dtype=float), n: int):
    p = Pair(b=1.0, a=2.0) + Pair()
    a, b = both(p)
    x[0] = size(h=a, w=b) + area(a) + float(size(n))
    nothing(x)
    x[1] = wp.clamp(low=0.0, x=a, high=1.0) + min(a, b) + sin(a) + abs(b)
    m = wp.identity(n=3, dtype=wp.float64)
    q = wp.quat_identity()
    x[2] = x.dtype(n) + type(a)(n) + wp.cast(n, float)
    wp.printf("%d %f\n", n, a)
    print(p.a)
    print("done")

# CHECK: struct Pair
# CHECK-NEXT:   a: float32
# CHECK-NEXT:   b: float32
# CHECK-EMPTY:
# CHECK-NEXT: func add(p: Pair, q: Pair) -> Pair
# CHECK-NEXT:   26: return Pair(p.a + q.a, p.b + q.b)
# CHECK-NEXT:     Pair(p.a + q.a, p.b + q.b): Pair, construct
# CHECK-NEXT:     p.a + q.a: float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     p.a: float32
# CHECK-NEXT:     q.a: float32
# CHECK-NEXT:     p.b + q.b: float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     p.b: float32
# CHECK-NEXT:     q.b: float32
# CHECK-EMPTY:
# CHECK-NEXT: func both(p: Pair) -> tuple[float32, float32]
# CHECK-NEXT:   31: return p.a, p.b
# CHECK-NEXT:     p.a, p.b: tuple[float32, float32]
# CHECK-NEXT:     p.a: float32
# CHECK-NEXT:     p.b: float32
# CHECK-EMPTY:
# CHECK-NEXT: func area[float32](w: float32, h: float32) -> float32
# CHECK-NEXT:   16: return w * h
# CHECK-NEXT:     w * h: float32, builtin mul(a: T, b: T) -> T, T any int or float
# CHECK-EMPTY:
# CHECK-NEXT: func area[int32](side: int32) -> int32
# CHECK-NEXT:   21: return side * side
# CHECK-NEXT:     side * side: int32, builtin mul(a: T, b: T) -> T, T any int or float
# CHECK-EMPTY:
# CHECK-NEXT: func nothing(x: array(dtype=float32))
# CHECK-NEXT:   36: x[0] = 1.0
# CHECK-NEXT:     x[0]: float32
# CHECK-NEXT:     0: int32 = 0
# CHECK-NEXT:     1.0: float32 = 1.0
# CHECK-EMPTY:
# CHECK-NEXT: kernel calls(x: array(dtype=float32), n: int32)
# CHECK-NEXT:   var p: Pair
# CHECK-NEXT:   var a: float32
# CHECK-NEXT:   var b: float32
# CHECK-NEXT:   var m: mat33d
# CHECK-NEXT:   var q: quat
# CHECK-NEXT:   15: def area(w: float, h: float = 2.0) -> float:
# CHECK-NEXT:     2.0: float32 = 2.0
# CHECK-NEXT:   44: p = Pair(b=1.0, a=2.0) + Pair()
# CHECK-NEXT:     Pair(b=1.0, a=2.0) + Pair(): Pair, func add
# CHECK-NEXT:     Pair(b=1.0, a=2.0): Pair, construct
# CHECK-NEXT:     1.0: float32 = 1.0
# CHECK-NEXT:     2.0: float32 = 2.0
# CHECK-NEXT:     Pair(): Pair, construct
# CHECK-NEXT:   45: a, b = both(p)
# CHECK-NEXT:     both(p): tuple[float32, float32], func both
# CHECK-NEXT:   46: x[0] = size(h=a, w=b) + area(a) + float(size(n))
# CHECK-NEXT:     x[0]: float32
# CHECK-NEXT:     0: int32 = 0
# CHECK-NEXT:     size(h=a, w=b) + area(a) + float(size(n)): float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     size(h=a, w=b) + area(a): float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     size(h=a, w=b): float32, func area[float32]
# CHECK-NEXT:     area(a): float32, func area[float32]
# CHECK-NEXT:     float(size(n)): float32, cast
# CHECK-NEXT:     size(n): int32, func area[int32]
# CHECK-NEXT:   47: nothing(x)
# CHECK-NEXT:     nothing(x), func nothing
# CHECK-NEXT:   48: x[1] = wp.clamp(low=0.0, x=a, high=1.0) + min(a, b) + sin(a) + abs(b)
# CHECK-NEXT:     x[1]: float32
# CHECK-NEXT:     1: int32 = 1
# CHECK-NEXT:     wp.clamp(low=0.0, x=a, high=1.0) + min(a, b) + sin(a) + abs(b): float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     wp.clamp(low=0.0, x=a, high=1.0) + min(a, b) + sin(a): float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     wp.clamp(low=0.0, x=a, high=1.0) + min(a, b): float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     wp.clamp(low=0.0, x=a, high=1.0): float32, builtin clamp(x: T, low: T, high: T) -> T, T any int or float
# CHECK-NEXT:     0.0: float32 = 0.0
# CHECK-NEXT:     1.0: float32 = 1.0
# CHECK-NEXT:     min(a, b): float32, builtin min(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     sin(a): float32, builtin sin(x: F) -> F, F any float
# CHECK-NEXT:     abs(b): float32, builtin abs(x: T) -> T, T any int or float
# CHECK-NEXT:   49: m = wp.identity(n=3, dtype=wp.float64)
# CHECK-NEXT:     wp.identity(n=3, dtype=wp.float64): mat33d, builtin identity(n: int, dtype: type T) -> matrix((N, N), T), T any int or float
# CHECK-NEXT:   50: q = wp.quat_identity()
# CHECK-NEXT:     wp.quat_identity(): quat, builtin quat_identity() -> quaternion(float32)
# CHECK-NEXT:   51: x[2] = x.dtype(n) + type(a)(n) + wp.cast(n, float)
# CHECK-NEXT:     x[2]: float32
# CHECK-NEXT:     2: int32 = 2
# CHECK-NEXT:     x.dtype(n) + type(a)(n) + wp.cast(n, float): float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     x.dtype(n) + type(a)(n): float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     x.dtype(n): float32, cast
# CHECK-NEXT:     type(a)(n): float32, cast
# CHECK-NEXT:     wp.cast(n, float): float32, reinterpret
# CHECK-NEXT:   52: wp.printf("%d %f\n", n, a)
# CHECK-NEXT:     wp.printf("%d %f\n", n, a), printf
# CHECK-NEXT:     "%d %f\n": str
# CHECK-NEXT:   53: print(p.a)
# CHECK-NEXT:     print(p.a), builtin print(value: scalar, vector, matrix, quaternion, transform or str)
# CHECK-NEXT:     p.a: float32
# CHECK-NEXT:   54: print("done")
# CHECK-NEXT:     print("done"), builtin print(value: scalar, vector, matrix, quaternion, transform or str)
# CHECK-NEXT:     "done": str
# CHECK-EMPTY:
