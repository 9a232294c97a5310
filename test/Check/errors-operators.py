# RUN: kernel-translate %s --stop-after=check --verify-diagnostics
# Operands have one type; bools and integer powers are not computed with.

import warp as wp


@wp.kernel
def operands(f: float, n: int, b: bool, u: wp.uint32, d: wp.float64, v: wp.vec3, m: wp.mat22, q: wp.quat):
    a1 = f + n  # error: [mixed-operands] "`+` needs two operands of one type: `f` is `float32` and `n` is `int32`"
    a2 = f * 2  # error: [mixed-operands] "`f` is `float32` and `2` is `int32`"
    a3 = u >> 1  # error: [mixed-operands] "`u` is `uint32` and `1` is `int32`"
    a4 = d + 1.0  # error: [mixed-operands] "`d` is `float64` and `1.0` is `float32`"
    a5 = n + b  # error: [bool-arithmetic] "`+` does not compute with bools such as `b`"
    a6 = b & b  # error: [bool-arithmetic] "`&` does not compute with bools"
    a7 = ~b  # error: [bool-arithmetic] "`~` does not compute with bools"
    a8 = n**2  # error: [integer-power] "there is no power of integers: `n ** 2`"
    a9 = n / 0  # error: [division-by-zero] "`/` divides by zero"
    b1 = n % 0  # error: [division-by-zero] "`%` divides by zero"
    b2 = n << 32  # error: [shift-out-of-range] "a shift by 32 bits is not within `int32`"
    b3 = n >> -1  # error: [shift-out-of-range] "a shift by -1 bits is not within `int32`"
    b4 = f & f  # error: [no-operator] "there is no `&` for `float32` and `float32`"
    b5 = 2 * v  # error: [no-operator] "there is no `*` for `int32` and `vec3`"
    b6 = v * v  # error: [no-operator] "there is no `*` for `vec3` and `vec3`"
    b7 = v + 1.0  # error: [no-operator] "there is no `+` for `vec3` and `float32`"
    b8 = m @ v  # error: [no-operator] "for `mat22` and `vec3`"
    b9 = ~f  # error: [no-unary-operator] "there is no `~` for `float32`"
    c1 = n if b else f  # error: [ternary-type] "one way gives `int32`, the other `float32`"
    c2 = v if b else q  # error: [ternary-type] "one way gives `vec3`, the other `quat`"


@wp.kernel
def comparisons(x: wp.array(dtype=float), f: float, n64: wp.int64, u64: wp.uint64, b: bool, v: wp.vec3, n: int):
    a1 = n64 < f  # error: [mixed-comparison] "`n64` is `int64` and `f` is `float32`: no type holds both exactly"
    a2 = n64 == u64  # error: [mixed-comparison] "`n64` is `int64` and `u64` is `uint64`"
    a3 = v < v  # error: [not-comparable] "`<` does not compare `vec3`"
    a4 = x == x  # error: [not-comparable] "`==` does not compare `array(dtype=float32)`"
    a5 = b == 2  # error: [mixed-comparison] "`b` is `bool` and `2` is `int32`"
    a6 = n < 2.5
    a7 = n is n  # error: [unsupported-syntax] "a kernel can't have `is`"
    a8 = n in x  # error: [unsupported-syntax] "a kernel can't have `in`"
    if v:  # error: [condition-type] "`v` is `vec3`, which is neither true nor false"
        pass
    while wp.mat22():  # error: [condition-type] "`wp.mat22()` is `mat22`, which is neither true nor false"
        pass
