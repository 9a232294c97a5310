# RUN: kernel-translate %s --stop-after=check --verify-diagnostics
# Numbers that no type has a place for, or that take too long to work out.

import warp as wp

TOWER = 2**2**2**2**2**2
BIG = 2**40
ZERO = 1 // 0
TOO_BIG = wp.uint8(300)


@wp.kernel
def numbers(x: wp.array(dtype=float), y: wp.array(dtype=wp.int64)):
    a = 2147483648  # error: [literal-out-of-range] "`2147483648` does not fit in `int32`"
    b = -2147483648
    c = 1e300  # error: [literal-out-of-range] "`1e300` does not fit in `float32`"
    d = 1e999  # error: [literal-out-of-range] "`1e999` does not fit in `float64`"
    e = wp.int64(9223372036854775808)  # error: [literal-out-of-range] "does not fit in `int64`"
    y[0] = wp.int64(9223372036854775807)
    y[1] = wp.int64(BIG)
    f = BIG  # error: [literal-out-of-range] "`BIG` does not fit in `int32`"
    g = TOWER  # error: [constant-too-large] "`TOWER` is too large to work out"
    h = ZERO  # error: [not-static] "`ZERO` can't be known without running Python"
    i = TOO_BIG  # error: [constant-too-large] "`TOO_BIG` is too large to work out"
    j = wp.float16(1e6)  # error: [literal-out-of-range] "`wp.float16(1e6)` does not fit in `float16`"
    k = wp.uint32(4294967296)  # error: [literal-out-of-range] "does not fit in `uint32`"
    x[0] = 1j  # error: [unsupported-syntax] "a kernel can't have a complex number"
