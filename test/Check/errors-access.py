# RUN: kernel-translate %s --stop-after=check --verify-diagnostics
# Indices, components and fields.

import warp as wp


@wp.struct
class Cell:
    mass: float


@wp.kernel
def access(
    x: wp.array(dtype=float),
    x2: wp.array2d(dtype=float),
    v: wp.array(dtype=wp.vec3),
    w: wp.vec3,
    m: wp.mat22,
    q: wp.quat,
    cell: Cell,
    f: float,
    n: int,
):
    a1 = x[f]  # error: [index-type] "an index is an integer; `f` is `float32`"
    a3 = x2[n, n, n]  # error: [too-many-indices] "`array2d(dtype=float32)` takes 2 indices, not 3"
    a4 = x2[n][n]
    a5 = v[n, 0]  # error: [too-many-indices] "`array(dtype=vec3)` takes 1 indices, not 2"
    a6 = w[3]  # error: [index-out-of-range] "there is no index 3 in a `vec3`, which has 3"
    a7 = w[-4]  # error: [index-out-of-range] "there is no index -4 in a `vec3`"
    a8 = m[0, 2]  # error: [index-out-of-range] "there is no index 2 in a `mat22`, which has 2"
    a9 = m[0, 1, 1]  # error: [too-many-indices] "`mat22` takes 2 indices, not 3"
    b1 = w.w  # error: [no-attribute] "`vec3` has no `.w`"
    b2 = w.xy  # error: [no-attribute] "`vec3` has no `.xy`"
    b3 = m.x  # error: [no-attribute] "`mat22` has no `.x`"
    b4 = cell.maas  # error: [no-attribute] "`Cell` has no `.maas`"
    b5 = x.strides  # error: [no-attribute] "`array(dtype=float32)` has no `.strides`"
    b6 = f.x  # error: [no-attribute] "`float32` has no `.x`"
    b7 = n[0]  # error: [not-indexable] "`n` is `int32`, which has no elements"
    b8 = cell[0]  # error: [not-indexable] "`cell` is `Cell`, which has no elements"
    b9 = x2.shape[4]  # error: [index-out-of-range] "there is no index 4 in a `tuple[int32, int32]`, which has 2"
    c1 = x2.shape[-3]  # error: [index-out-of-range] "there is no index -3 in a `tuple[int32, int32]`, which has 2"
    c2 = x.shape + 1  # error: [no-operator] "there is no `+` for `tuple[int32]` and `int32`"
    c3 = q[4]  # error: [index-out-of-range] "there is no index 4 in a `quat`, which has 4"
    c4 = x[True]  # error: [index-type] "an index is an integer; `True` is `bool`"
    d1 = x2[n][0:2, n]  # error: [too-many-indices] "`array2d(dtype=float32)` takes 2 indices, not 3"
    d2 = x[0:1:0]  # error: [slice-step-zero] "the step of a slice can't be zero"
    d3 = x[f:]  # error: [index-type] "an index is an integer; `f` is `float32`"
    d4 = w[n:]  # error: [slice-not-static] "a slice of `vec3` needs known integers: `n` is none"
    d5 = w[2:1]  # error: [empty-slice] "the slice takes nothing of `vec3`, which has 3"
    d6 = m[:, 5:]  # error: [empty-slice] "the slice takes nothing of `mat22`, which has 2"
    d7 = w[0:2, 0]  # error: [too-many-indices] "`vec3` takes 1 indices, not 2"
    x2[0] = x  # error: [assign-to-view] "`x2[0]` is a part of an array, which can't be assigned as a whole"
    x[0:2] = 1.0  # error: [assign-to-view] "`x[0:2]` is a part of an array"
    w[0:2][1] = 1.0  # error: [assign-to-value] "`w[0:2][1]` is no place to store to"
    w[0:2] = 1.0  # error: [assign-type] "`w[0:2]` holds `vec2`; the value is `float32`"
    w[0:2] += w  # error: [no-operator] "there is no `+` for `vec2` and `vec3`"


@wp.func
def leaks(n: int):  # error: [returns-local-array] "`leaks` returns an array while it has one of its own"
    own = wp.zeros(shape=(2, 3), dtype=float)
    return own[n]


@wp.kernel
def own_arrays(x: wp.array(dtype=float), ix: wp.indexedarray2d(dtype=float), n: int):
    a1 = leaks(0)
    a2 = wp.zeros(shape=n, dtype=float)  # error: [zeros-shape] "`n` is none"
    a3 = wp.zeros(shape=(300, 300), dtype=float)  # error: [zeros-shape] "65536 elements at most"
    a4 = wp.zeros(shape=3)  # error: [missing-keyword] "`dtype`"
    a5 = wp.zeros(shape=3, dtype=wp.array(dtype=float))  # error: [not-a-type] "`wp.array(dtype=float)` is no type"
    a6 = wp.array(ptr=x.ptr, shape=(1, 1, 1, 1, n), dtype=float)  # error: [array-rank] "an array has 1 to 4 dimensions, not 5"
    a7 = wp.array(ptr=n, shape=n, dtype=float)  # error: [address-type] "an address is `uint64`; `n` is `int32`"
    a8 = ix[0:1]  # error: [indexed-slice] "`indexedarray2d(dtype=float32)` takes no slices"
    a9 = ix.ptr  # error: [no-attribute] "`indexedarray2d(dtype=float32)` has no `.ptr`"
    b1 = wp.zeros(shape=3, dtype=float)
    b1 = x  # error: [type-change] "`b1` is `fixedarray(shape=(3,), dtype=float32)` and can't become `array(dtype=float32)`"
