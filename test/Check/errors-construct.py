# RUN: kernel-translate %s --stop-after=check --verify-diagnostics
# Vectors, matrices, quaternions, structs and casts made of the wrong parts.

import warp as wp


@wp.struct
class Cell:
    mass: float
    pos: wp.vec3


@wp.struct
class Gap:
    a: wp.int16
    b: wp.int32


@wp.struct
class Preset:
    a: float
    b: float = 1.0


@wp.kernel
def parts(f: float, n: int, d: wp.float64, v: wp.vec3, m: wp.mat22, q: wp.quat, gap: Gap):
    a1 = wp.vec3(1, 2, 3)  # error: [component-type] "a `vec3` is made of `float32`; `1` is `int32`"
    a2 = wp.vec3(1.0, 2, 3.0)  # error: [component-type] "a `vec3` is made of `float32`; `2` is `int32`"
    a3 = wp.vec3(d)  # error: [component-type] "`d` is `float64`"
    a4 = wp.vec3(f, f)  # error: [component-count] "a `vec3` is made of 3 numbers, not of 2 values"
    a5 = wp.vec2(v)  # error: [component-count] "a `vec2` is made of 2 numbers, not of 1 values"
    a6 = wp.vec3d(1.0, 2.0, 3.0)  # error: [component-type] "a `vec3d` is made of `float64`; `1.0` is `float32`"
    a7 = wp.mat22(f, f, f)  # error: [component-count] "a `mat22` is made of 4 numbers, not of 3 values"
    a8 = wp.mat33(m)  # error: [component-count] "a `mat33` is made of 9 numbers, not of 1 values"
    a9 = wp.mat22(v, v)  # error: [component-count] "a `mat22` is made of 4 numbers"
    b1 = wp.quat(f)  # error: [component-count] "a `quat` is made of 4 numbers, not of 1 values"
    b2 = wp.quat(1, 2, 3, 4)  # error: [component-type] "a `quat` is made of `float32`; `1` is `int32`"
    b3 = wp.vector(length=3)  # error: [missing-keyword] "`wp.vector` needs a `dtype` that is known"
    b4 = wp.vector(f, length=n)  # error: [extent-not-static] "the extent `n` has to be a known integer"
    b5 = wp.matrix(f, f, f, f)  # error: [missing-keyword] "`wp.matrix` needs a `shape` that is known"
    b6 = wp.matrix(f, f, shape=(2, 2))  # error: [component-count] "a `mat22` is made of 4 numbers"
    b7 = wp.vector(f, length=1000000)  # error: [type-too-large] "`1000000` can't be an extent of a type"
    b8 = wp.quaternion(n, n, n, n)  # error: [quaternion-scalar] "a quaternion is made of floats, not of `int32`"
    b9 = wp.vec3(x=f)  # error: [unknown-keyword] "`wp.vec3` has no parameter `x` to give"
    c1 = wp.vector(f, dtype=wp.vec3)  # error: [not-a-scalar-type] "`wp.vec3` is no scalar type"
    c2 = Cell(f)  # error: [field-count] "`Cell` takes no argument or all 2, not 1"
    c3 = Cell(f, f)  # error: [field-type] "the field `pos` holds `vec3`; the value is `float32`"
    c4 = Cell(mass=f, pas=v)  # error: [unknown-keyword] "`Cell` has no parameter `pas` to give"
    c5 = int(v)  # error: [cast-type] "`vec3` can't be cast to `int32`"
    c6 = float()  # error: [argument-count] "`float` takes 1 arguments, not 0"
    c7 = wp.cast(v, wp.int32)  # error: [cast-size] "`wp.cast` keeps the bytes of a value: `v` has 12, and `int32` has 4"
    e5 = wp.cast(n > 0, wp.int8)  # error: [cast-bytes] "the bytes of a `bool` do not make another value"
    e6 = wp.cast(gap, wp.int64)  # error: [cast-bytes] "the bytes of a `Gap` do not make another value"
    e7 = wp.cast(n, wp.bool)  # error: [cast-bytes] "the bytes of a `bool` do not make another value"
    c8 = wp.cast(f)  # error: [argument-count] "`wp.cast` takes 2 arguments, not 1"
    c9 = wp.transform(v, v)  # error: [component-count] "a `transform` is made of 7 numbers, not of 2 values"
    d1 = wp.transform(f)  # error: [component-count] "a `transform` is made of 7 numbers, not of 1 values"
    d2 = wp.transform(q=q)  # error: [component-count] "a `transform` is made of 7 numbers, not of 1 values"
    d3 = wp.transform(v, p=v)  # error: [unknown-keyword] "`wp.transform` has no parameter `p` to give"
    d4 = wp.transform(v, r=q)  # error: [unknown-keyword] "`wp.transform` has no parameter `r` to give"
    d5 = wp.transform(1, 2, 3, 4, 5, 6, 7)  # error: [component-type] "a `transform` is made of `float32`; `1` is `int32`"
    d6 = wp.transformation(dtype=int)  # error: [quaternion-scalar] "a transform is made of floats, not of `int32`"
    d8 = wp.vec3(f, length=4)  # error: [type-keyword] "`4` is not the `length` of `vec3`"
    d9 = wp.mat22(f, shape=(2, 3))  # error: [type-keyword] "`(2, 3)` is not the `shape` of `mat22`"
    e1 = wp.vec3(f, dtype=wp.float64)  # error: [type-keyword] "`wp.float64` is not the `dtype` of `vec3`"
    e2 = wp.quat(f, f, f, f, dtype=float, length=4)  # error: [type-keyword] "`4` is not the `length` of `quat`"
    e3 = Preset()  # error: [field-default] "`Preset()` makes all fields zero, and `b` has a default"
    e4 = Preset(f, f)
    d7 = wp.spatial_vector(v, f)  # error: [component-count] "a `spatial_vector` is made of 6 numbers, not of 2 values"
