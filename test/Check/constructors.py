# RUN: kernel-translate %s --stop-after=check --dump | FileCheck %s
# Renewed by update_checks.py.
# Vectors, matrices and quaternions: from nothing, one number, all numbers, parts, and another one.

import warp as wp

vec5 = wp.types.vector(length=5, dtype=wp.float64)
mat23 = wp.types.matrix(shape=(2, 3), dtype=float)
Real = wp.float64


@wp.kernel
def constructors(a: vec5, m: mat23, f: float, n: int, w: wp.vec3, q: wp.quat):
    b = vec5()
    c = vec5(Real(1.0))
    d = mat23(f, f, f, f, f, f)
    e = mat23(wp.vec2(f), wp.vec2(f), wp.vec2(f))
    g = wp.vec3d(w)
    h = wp.vector(f, f, f, f, f, f)
    i = wp.vector(n, length=7)
    j = wp.vector(w, dtype=wp.float16)
    k = wp.matrix(f, shape=(3, 2))
    l = wp.matrix(shape=(2, 2), dtype=wp.float64)
    o = wp.quat(w, f)
    p = wp.quatd(q)
    r = wp.quaternion(f, f, f, f)
    s = type(w)(1.0) + wp.matrix_from_rows(w, w, w) * w

# CHECK: kernel constructors(a: vector(length=5, dtype=float64), m: matrix(shape=(2, 3), dtype=float32), f: float32, n: int32, w: vec3, q: quat)
# CHECK-NEXT:   var b: vector(length=5, dtype=float64)
# CHECK-NEXT:   var c: vector(length=5, dtype=float64)
# CHECK-NEXT:   var d: matrix(shape=(2, 3), dtype=float32)
# CHECK-NEXT:   var e: matrix(shape=(2, 3), dtype=float32)
# CHECK-NEXT:   var g: vec3d
# CHECK-NEXT:   var h: spatial_vector
# CHECK-NEXT:   var i: vector(length=7, dtype=int32)
# CHECK-NEXT:   var j: vec3h
# CHECK-NEXT:   var k: matrix(shape=(3, 2), dtype=float32)
# CHECK-NEXT:   var l: mat22d
# CHECK-NEXT:   var o: quat
# CHECK-NEXT:   var p: quatd
# CHECK-NEXT:   var r: quat
# CHECK-NEXT:   var s: vec3
# CHECK-NEXT:   14: b = vec5()
# CHECK-NEXT:     vec5(): vector(length=5, dtype=float64), construct
# CHECK-NEXT:   15: c = vec5(Real(1.0))
# CHECK-NEXT:     vec5(Real(1.0)): vector(length=5, dtype=float64), construct
# CHECK-NEXT:     Real(1.0): float64 = 1.0, cast
# CHECK-NEXT:   16: d = mat23(f, f, f, f, f, f)
# CHECK-NEXT:     mat23(f, f, f, f, f, f): matrix(shape=(2, 3), dtype=float32), construct
# CHECK-NEXT:   17: e = mat23(wp.vec2(f), wp.vec2(f), wp.vec2(f))
# CHECK-NEXT:     mat23(wp.vec2(f), wp.vec2(f), wp.vec2(f)): matrix(shape=(2, 3), dtype=float32), construct
# CHECK-NEXT:     wp.vec2(f): vec2, construct
# CHECK-NEXT:     wp.vec2(f): vec2, construct
# CHECK-NEXT:     wp.vec2(f): vec2, construct
# CHECK-NEXT:   18: g = wp.vec3d(w)
# CHECK-NEXT:     wp.vec3d(w): vec3d, construct
# CHECK-NEXT:   19: h = wp.vector(f, f, f, f, f, f)
# CHECK-NEXT:     wp.vector(f, f, f, f, f, f): spatial_vector, construct
# CHECK-NEXT:   20: i = wp.vector(n, length=7)
# CHECK-NEXT:     wp.vector(n, length=7): vector(length=7, dtype=int32), construct
# CHECK-NEXT:   21: j = wp.vector(w, dtype=wp.float16)
# CHECK-NEXT:     wp.vector(w, dtype=wp.float16): vec3h, construct
# CHECK-NEXT:   22: k = wp.matrix(f, shape=(3, 2))
# CHECK-NEXT:     wp.matrix(f, shape=(3, 2)): matrix(shape=(3, 2), dtype=float32), construct
# CHECK-NEXT:   23: l = wp.matrix(shape=(2, 2), dtype=wp.float64)
# CHECK-NEXT:     wp.matrix(shape=(2, 2), dtype=wp.float64): mat22d, construct
# CHECK-NEXT:   24: o = wp.quat(w, f)
# CHECK-NEXT:     wp.quat(w, f): quat, construct
# CHECK-NEXT:   25: p = wp.quatd(q)
# CHECK-NEXT:     wp.quatd(q): quatd, construct
# CHECK-NEXT:   26: r = wp.quaternion(f, f, f, f)
# CHECK-NEXT:     wp.quaternion(f, f, f, f): quat, construct
# CHECK-NEXT:   27: s = type(w)(1.0) + wp.matrix_from_rows(w, w, w) * w
# CHECK-NEXT:     type(w)(1.0) + wp.matrix_from_rows(w, w, w) * w: vec3, builtin add(a: vector(N, T), b: vector(N, T)) -> vector(N, T), T any int or float
# CHECK-NEXT:     type(w)(1.0): vec3, construct
# CHECK-NEXT:     1.0: float32 = 1.0
# CHECK-NEXT:     wp.matrix_from_rows(w, w, w) * w: vec3, builtin mul(a: matrix((R, C), T), b: vector(C, T)) -> vector(R, T), T any int or float
# CHECK-NEXT:     wp.matrix_from_rows(w, w, w): mat33, builtin matrix_from_rows(*rows: vector(C, T)) -> matrix((R, C), T), T any int or float
# CHECK-EMPTY:
