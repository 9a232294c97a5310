# RUN: kernel-translate %s --stop-after=check --verify-diagnostics
# A variable keeps its type; a value is stored where there is a place for it.

import warp as wp

GRAVITY = wp.constant(wp.vec3(0.0, -9.8, 0.0))


@wp.struct
class Cell:
    mass: float
    pos: wp.vec3


@wp.func
def pair(a: float):
    return a, a


@wp.func
def vector(a: float):
    return wp.vec3(a)


@wp.kernel
def assignments(x: wp.array(dtype=float), xi: wp.array(dtype=int), cells: wp.array(dtype=Cell), v: wp.vec3, n: int):
    a = 1.0
    a = 1  # error: [type-change] "`a` is `float32` and can't become `int32`"
    n = 2.5  # error: [type-change] "`n` is `int32` and can't become `float32`"
    x[0] = 1  # error: [assign-type] "`x[0]` holds `float32`; the value is `int32`"
    xi[0] = True  # error: [assign-type] "`xi[0]` holds `int32`; the value is `bool`"
    v.x = 1  # error: [assign-type] "`v.x` holds `float32`; the value is `int32`"
    v[0] = wp.vec3()  # error: [assign-type] "`v[0]` holds `float32`; the value is `vec3`"
    cells[0].mass = v  # error: [assign-type] "`cells[0].mass` holds `float32`; the value is `vec3`"
    GRAVITY[0] = 1.0  # error: [assign-to-constant] "`GRAVITY` is a constant of the module"
    GRAVITY.x += 1.0  # error: [assign-to-constant] "`GRAVITY` is a constant of the module"
    vector(1.0).x = 2.0  # error: [assign-to-value] "`vector(1.0).x` is no place to store to"
    x.shape[0] = 3  # error: [assign-to-value] "`x.shape[0]` is no place to store to"
    b, c, d = pair(1.0)  # error: [unpack-count] "there are 2 values for 3 names"
    e, g = 1, 2, 3  # error: [unpack-count] "there are 3 values for 2 names"
    h, i = vector(1.0)  # error: [not-a-tuple] "`vector(1.0)` gives one `vec3`, not 2 values"
    j = pair(1.0)
    j = 1.0, 2  # error: [type-change] "`j` is `tuple[float32, float32]` and can't become `tuple[float32, int32]`"
    j[0] = 1.0  # error: [assign-to-value] "`j[0]` is no place to store to"
    l = (1, v)
    l[1].x = 2.0  # error: [assign-to-value] "`l[1].x` is no place to store to"
    m = l[xi[0]]  # error: [tuple-index] "the items of `tuple[int32, vec3]` have several types"
    n = l[2]  # error: [index-out-of-range] "there is no index 2 in a `tuple[int32, vec3]`, which has 2"
    if j == j:  # error: [not-comparable] "`==` does not compare `tuple[float32, float32]`"
        pass
    k: int = 1.0  # error: [type-change] "`k` is `int32` and can't become `float32`"
    x[0] += 1  # error: [mixed-operands] "`+` needs two operands of one type"
    xi[0] /= 2.0  # error: [mixed-operands] "`/` needs two operands of one type"
    v *= wp.mat33()
    a += v  # error: [no-operator] "there is no `+` for `float32` and `vec3`"
    a *= v  # error: [assign-type] "`a` holds `float32`; the value is `vec3`"


@wp.kernel
def ranks(x: wp.array2d(dtype=float), y: wp.array2d(dtype=int), n: int):
    view = x[0]
    view = x[0:]
    view = y[0]  # error: [type-change] "`view` is `array2d(dtype=float32)` and can't become `array(dtype=int32)`"
    if n > 0:
        view = x[1]  # error: [type-change] "`view` is `array2d(dtype=float32)` and can't become `array(dtype=float32)`"
    for i in range(n):
        part = x[i]
        part = x[i:]
        view = x[i]  # error: [type-change] "`view` is `array2d(dtype=float32)` and can't become `array(dtype=float32)`"
