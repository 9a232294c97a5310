# RUN: kernel-translate %s --stop-after=check --dump | FileCheck %s
# Renewed by update_checks.py.
# Elements, views of structs, shapes, atomics, and places within places.

import warp as wp


@wp.struct
class Cell:
    pos: wp.vec3
    rot: wp.mat22
    ids: wp.array(dtype=int)


@wp.kernel
def arrays(x: wp.array2d(dtype=float), small: wp.array(dtype=wp.int8), cells: wp.array(dtype=Cell), v: wp.array(dtype=wp.vec3)):
    i, j = wp.tid()
    rows, columns = x.shape
    x[i, j] = x[i][-1] + float(x.shape[-1] + x.ndim + len(x))
    x[i, j] += 1.0
    x[i][j] -= 2.0
    x[i, j] *= 3.0
    small[i] += wp.int8(1)
    v[i] += wp.vec3(1.0)
    v[i].x += 2.0
    v[i][-1] = 4.0
    c = cells[i]
    c.pos.y = c.rot[0, 1] + c.rot[1][0]
    c.rot[-1] = wp.vec2(1.0, 2.0)
    c.ids[0] = c.ids[1]
    cells[i].ids[j] += 1
    cells[i] = c
    x[i, 0], x[i, 1] = x[i, 1], x[i, 0]

# CHECK: struct Cell
# CHECK-NEXT:   pos: vec3
# CHECK-NEXT:   rot: mat22
# CHECK-NEXT:   ids: array(dtype=int32)
# CHECK-EMPTY:
# CHECK-NEXT: kernel arrays(x: array2d(dtype=float32), small: array(dtype=int8), cells: array(dtype=Cell), v: array(dtype=vec3))
# CHECK-NEXT:   var i: int32
# CHECK-NEXT:   var j: int32
# CHECK-NEXT:   var rows: int32
# CHECK-NEXT:   var columns: int32
# CHECK-NEXT:   var c: Cell
# CHECK-NEXT:   17: i, j = wp.tid()
# CHECK-NEXT:     wp.tid(): tuple[int32, int32], thread id
# CHECK-NEXT:   18: rows, columns = x.shape
# CHECK-NEXT:     x.shape: tuple[int32, int32]
# CHECK-NEXT:   19: x[i, j] = x[i][-1] + float(x.shape[-1] + x.ndim + len(x))
# CHECK-NEXT:     x[i, j]: float32
# CHECK-NEXT:     x[i][-1] + float(x.shape[-1] + x.ndim + len(x)): float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     x[i][-1]: float32
# CHECK-NEXT:     x[i]: array(dtype=float32)
# CHECK-NEXT:     -1: int32 = -1
# CHECK-NEXT:     float(x.shape[-1] + x.ndim + len(x)): float32, cast
# CHECK-NEXT:     x.shape[-1] + x.ndim + len(x): int32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     x.shape[-1] + x.ndim: int32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     x.shape[-1]: int32
# CHECK-NEXT:     x.shape: tuple[int32, int32]
# CHECK-NEXT:     -1: int32 = 1
# CHECK-NEXT:     x.ndim: int32 = 2
# CHECK-NEXT:     len(x): int32, builtin len(a: array(dtype=V)) -> int32, V any type
# CHECK-NEXT:   20: x[i, j] += 1.0
# CHECK-NEXT:     x[i, j] += 1.0, builtin atomic_add(arr: array2d(dtype=T), i: int, j: int, value: T) -> T, T any 32- or 64-bit int, float, or vector, matrix, quaternion or transform of these
# CHECK-NEXT:     x[i, j]: float32
# CHECK-NEXT:     1.0: float32 = 1.0
# CHECK-NEXT:   21: x[i][j] -= 2.0
# CHECK-NEXT:     x[i][j] -= 2.0, builtin atomic_sub(arr: array2d(dtype=T), i: int, j: int, value: T) -> T, T any 32- or 64-bit int, float, or vector, matrix, quaternion or transform of these
# CHECK-NEXT:     x[i][j]: float32
# CHECK-NEXT:     x[i]: array(dtype=float32)
# CHECK-NEXT:     2.0: float32 = 2.0
# CHECK-NEXT:   22: x[i, j] *= 3.0
# CHECK-NEXT:     x[i, j] *= 3.0, builtin mul(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     x[i, j]: float32
# CHECK-NEXT:     3.0: float32 = 3.0
# CHECK-NEXT:   23: small[i] += wp.int8(1)
# CHECK-NEXT:     small[i] += wp.int8(1), builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     small[i]: int8
# CHECK-NEXT:     wp.int8(1): int8 = 1, cast
# CHECK-NEXT:   24: v[i] += wp.vec3(1.0)
# CHECK-NEXT:     v[i] += wp.vec3(1.0), builtin atomic_add(arr: array(dtype=T), i: int, value: T) -> T, T any 32- or 64-bit int, float, or vector, matrix, quaternion or transform of these
# CHECK-NEXT:     v[i]: vec3
# CHECK-NEXT:     wp.vec3(1.0): vec3, construct
# CHECK-NEXT:     1.0: float32 = 1.0
# CHECK-NEXT:   25: v[i].x += 2.0
# CHECK-NEXT:     v[i].x += 2.0, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     v[i].x: float32
# CHECK-NEXT:     v[i]: vec3
# CHECK-NEXT:     2.0: float32 = 2.0
# CHECK-NEXT:   26: v[i][-1] = 4.0
# CHECK-NEXT:     v[i][-1]: float32
# CHECK-NEXT:     v[i]: vec3
# CHECK-NEXT:     -1: int32 = 2
# CHECK-NEXT:     4.0: float32 = 4.0
# CHECK-NEXT:   27: c = cells[i]
# CHECK-NEXT:     cells[i]: Cell
# CHECK-NEXT:   28: c.pos.y = c.rot[0, 1] + c.rot[1][0]
# CHECK-NEXT:     c.pos.y: float32
# CHECK-NEXT:     c.pos: vec3
# CHECK-NEXT:     c.rot[0, 1] + c.rot[1][0]: float32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     c.rot[0, 1]: float32
# CHECK-NEXT:     c.rot: mat22
# CHECK-NEXT:     0: int32 = 0
# CHECK-NEXT:     1: int32 = 1
# CHECK-NEXT:     c.rot[1][0]: float32
# CHECK-NEXT:     c.rot[1]: vec2
# CHECK-NEXT:     c.rot: mat22
# CHECK-NEXT:     1: int32 = 1
# CHECK-NEXT:     0: int32 = 0
# CHECK-NEXT:   29: c.rot[-1] = wp.vec2(1.0, 2.0)
# CHECK-NEXT:     c.rot[-1]: vec2
# CHECK-NEXT:     c.rot: mat22
# CHECK-NEXT:     -1: int32 = 1
# CHECK-NEXT:     wp.vec2(1.0, 2.0): vec2, construct
# CHECK-NEXT:     1.0: float32 = 1.0
# CHECK-NEXT:     2.0: float32 = 2.0
# CHECK-NEXT:   30: c.ids[0] = c.ids[1]
# CHECK-NEXT:     c.ids[0]: int32
# CHECK-NEXT:     c.ids: array(dtype=int32)
# CHECK-NEXT:     0: int32 = 0
# CHECK-NEXT:     c.ids[1]: int32
# CHECK-NEXT:     c.ids: array(dtype=int32)
# CHECK-NEXT:     1: int32 = 1
# CHECK-NEXT:   31: cells[i].ids[j] += 1
# CHECK-NEXT:     cells[i].ids[j] += 1, builtin atomic_add(arr: array(dtype=T), i: int, value: T) -> T, T any 32- or 64-bit int, float, or vector, matrix, quaternion or transform of these
# CHECK-NEXT:     cells[i].ids[j]: int32
# CHECK-NEXT:     cells[i].ids: array(dtype=int32)
# CHECK-NEXT:     cells[i]: Cell
# CHECK-NEXT:     1: int32 = 1
# CHECK-NEXT:   32: cells[i] = c
# CHECK-NEXT:     cells[i]: Cell
# CHECK-NEXT:   33: x[i, 0], x[i, 1] = x[i, 1], x[i, 0]
# CHECK-NEXT:     x[i, 0]: float32
# CHECK-NEXT:     0: int32 = 0
# CHECK-NEXT:     x[i, 1]: float32
# CHECK-NEXT:     1: int32 = 1
# CHECK-NEXT:     x[i, 1], x[i, 0]: tuple[float32, float32]
# CHECK-NEXT:     x[i, 1]: float32
# CHECK-NEXT:     1: int32 = 1
# CHECK-NEXT:     x[i, 0]: float32
# CHECK-NEXT:     0: int32 = 0
# CHECK-EMPTY:
