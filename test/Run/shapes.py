# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Vectors, matrices and quaternions of all sizes: construction, access, operators and functions.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import matrices, value, vectors

vec5 = wp.types.vector(length=5, dtype=float)
mat23 = wp.types.matrix(shape=(2, 3), dtype=float)
mat23d = wp.types.matrix(shape=(2, 3), dtype=wp.float64)
mat32d = wp.types.matrix(shape=(3, 2), dtype=wp.float64)
vec2u8 = wp.types.vector(2, wp.uint8)

V = np.array([[1, -2, 3], [4, 5, -6], [0, 0, 0], [0.5, 0.25, -1]], np.float32)
W = np.array([[2, 2, 2], [-1, 0.5, 3], [1, 2, 3], [7, -8, 9]], np.float32)


@wp.kernel
def vector_operators(v: wp.array(dtype=wp.vec3), w: wp.array(dtype=wp.vec3), s: float, out: wp.array2d(dtype=wp.vec3)):
    i = wp.tid()
    out[i, 0] = v[i] + w[i] * s - v[i] / s
    out[i, 1] = -v[i] + s * w[i]
    out[i, 2] = wp.cw_mul(v[i], w[i])
    out[i, 3] = wp.cw_div(v[i], wp.vec3(2.0, 4.0, 8.0))
    out[i, 4] = wp.min(v[i], w[i]) + wp.max(v[i], w[i]) * 2.0
    out[i, 5] = wp.abs(v[i])
    out[i, 6] = wp.cross(v[i], w[i])
    out[i, 7] = wp.normalize(v[i])
    out[i, 8] = wp.lerp(v[i], w[i], 0.25)


def check_vector_operators(run):
    s = 3.0
    with np.errstate(invalid="ignore"):
        unit = np.nan_to_num(V / np.linalg.norm(V, axis=1)[:, None])
    columns = [V + W * s - V / s, -V + s * W, V * W, V / [2, 4, 8], np.minimum(V, W) + 2 * np.maximum(V, W), abs(V),
               np.cross(V, W), unit, V + (W - V) * 0.25]
    run(4, v=vectors(V), w=vectors(W), s=s, out=vectors(np.zeros((4, 9, 3), np.float32)),
        expect={"out": np.stack(columns, axis=1)})


@wp.kernel
def vector_reductions(v: wp.array(dtype=wp.vec3), w: wp.array(dtype=wp.vec3), out: wp.array2d(dtype=float)):
    i = wp.tid()
    out[i, 0] = wp.dot(v[i], w[i])
    out[i, 1] = wp.length(v[i])
    out[i, 2] = wp.length_sq(v[i])
    out[i, 3] = wp.min(v[i])
    out[i, 4] = wp.max(v[i])
    out[i, 5] = float(wp.argmin(v[i]))
    out[i, 6] = float(wp.argmax(v[i]))
    out[i, 7] = v[i].x + v[i][1] * 10.0 + v[i][-1] * 100.0


def check_vector_reductions(run):
    columns = [(V * W).sum(axis=1), np.linalg.norm(V, axis=1), (V * V).sum(axis=1), V.min(axis=1), V.max(axis=1),
               V.argmin(axis=1), V.argmax(axis=1), V @ [1, 10, 100]]
    run(4, v=vectors(V), w=vectors(W), out=np.zeros((4, 8), np.float32), expect={"out": np.stack(columns, axis=1)})


@wp.kernel
def vector_construction(x: float, v: wp.vec3, out: wp.array(dtype=wp.vec4), longs: wp.array(dtype=vec5)):
    out[0] = wp.vec4()
    out[1] = wp.vec4(x)
    out[2] = wp.vec4(x, 2.0, v[0], v.z)
    out[3] = wp.vec4(wp.vec4d(wp.float64(1.0), wp.float64(2.0), wp.float64(3.0), wp.float64(4.0)))
    a = vec5(1.0, 2.0, 3.0, 4.0, x)
    for i in range(5):
        a[i] = a[i] + a[4 - i]
    longs[0] = a
    longs[1] = wp.vector(1.0, 2.0, 3.0, 4.0, 5.0) * 2.0


def check_vector_construction(run):
    x = 7.0
    out = [[0] * 4, [x] * 4, [x, 2, 1, 3], [1, 2, 3, 4]]
    longs = [[8, 6, 6, 10, 15], [2, 4, 6, 8, 10]]
    run(1, x=x, v=value(np.array([1, 2, 3], np.float32)), out=vectors(np.ones((4, 4), np.float32)),
        longs=vectors(np.zeros((2, 5), np.float32)), expect={"out": out, "longs": longs})


@wp.kernel
def integer_vectors(a: wp.array(dtype=wp.vec3i), b: wp.array(dtype=vec2u8), sums: wp.array(dtype=int)):
    i = wp.tid()
    v = a[i]
    a[i] = v * 3 - wp.vec3i(1, 2, 3) + wp.abs(v) / 2
    b[i] = b[i] + b[i] * wp.uint8(2)
    sums[i] = wp.dot(v, v) + wp.max(v) + int(wp.length_sq(b[i]))


def check_integer_vectors(run):
    a, b = np.array([[1, -2, 3], [-7, 9, 11]], np.int32), np.array([[100, 3], [200, 5]], np.uint8)
    tripled = b * np.uint8(3)
    length_sq = (tripled * tripled).sum(axis=1, dtype=np.uint8)
    run(2, a=vectors(a), b=vectors(b), sums=np.zeros(2, np.int32),
        expect={"a": a * 3 - [1, 2, 3] + abs(a) // 2, "b": tripled,
                "sums": (a * a).sum(axis=1) + a.max(axis=1) + length_sq})


@wp.kernel
def half_and_double_vectors(a: wp.array(dtype=wp.vec2h), b: wp.array(dtype=wp.vec2d), s: wp.float16):
    i = wp.tid()
    a[i] = a[i] * s + wp.vec2h(s, s)
    b[i] = wp.vec2d(b[i][1], b[i][0]) / wp.length(b[i])


def check_half_and_double_vectors(run):
    a, b = np.array([[1, 2], [3, 4]], np.float16), np.array([[3.0, 4.0], [5.0, 12.0]])
    run(2, a=vectors(a), b=vectors(b), s=np.float16(1.5), expect={"a": a * 1.5 + 1.5, "b": b[:, ::-1] / [[5], [13]]})


@wp.kernel
def comparisons(v: wp.array(dtype=wp.vec3), w: wp.array(dtype=wp.vec3), out: wp.array(dtype=int)):
    i = wp.tid()
    if v[i] == w[i]:
        out[i] += 1
    if not v[i] == w[i]:
        out[i] += 2
    if wp.mat22(1.0) == wp.mat22(1.0, 1.0, 1.0, 1.0):
        out[i] += 4


def check_comparisons(run):
    w = V.copy()
    w[1, 2] = 0
    run(4, v=vectors(V), w=vectors(w), out=np.zeros(4, np.int32), expect={"out": [5, 6, 5, 5]})


M = np.array([[[2, -1, 0.5], [3, 4, 1], [-2, 5, 7]], [[1, 2, 3], [2, 4, 6], [1, 1, 1]]], np.float32)


@wp.kernel
def matrix_operators(m: wp.array(dtype=wp.mat33), v: wp.array(dtype=wp.vec3), out: wp.array2d(dtype=wp.mat33),
                     vec: wp.array2d(dtype=wp.vec3)):
    i = wp.tid()
    a = m[i]
    out[i, 0] = a * a + a * 2.0 - a / 4.0
    out[i, 1] = a @ wp.transpose(a)
    out[i, 2] = wp.outer(v[i], v[i]) + wp.diag(v[i]) - wp.skew(v[i])
    out[i, 3] = wp.cw_mul(a, a) + wp.cw_div(a, wp.mat33(2.0))
    out[i, 4] = wp.identity(n=3, dtype=float) * 3.0 + -a
    vec[i, 0] = a * v[i]
    vec[i, 1] = a @ v[i]
    vec[i, 2] = v[i] * a
    vec[i, 3] = wp.get_diag(a) + a[1] + a[-1]


def check_matrix_operators(run):
    v, one = V[:2], np.eye(3)
    skew = np.stack([np.cross(np.eye(3), each) for each in v])
    columns = [M @ M + M * 2 - M / 4, M @ M.swapaxes(1, 2), v[:, :, None] * v[:, None, :] + v[:, None] * one - skew,
               M * M + M / 2, 3 * one - M]
    image = np.einsum("nij,nj->ni", M, v)
    vec = [image, image, np.einsum("nj,nji->ni", v, M), np.einsum("nii->ni", M) + M[:, 1] + M[:, 2]]
    run(2, m=matrices(M), v=vectors(v), out=matrices(np.zeros((2, 5, 3, 3), np.float32)),
        vec=vectors(np.zeros((2, 4, 3), np.float32)),
        expect={"out": np.stack(columns, axis=1), "vec": np.stack(vec, axis=1)})


@wp.kernel
def matrix_functions(m: wp.array(dtype=wp.mat33), out: wp.array2d(dtype=float), inverse: wp.array(dtype=wp.mat33)):
    i = wp.tid()
    a = m[i]
    out[i, 0] = wp.determinant(a)
    out[i, 1] = wp.trace(a)
    out[i, 2] = wp.ddot(a, a)
    out[i, 3] = wp.determinant(wp.mat22(a[0, 0], a[0, 1], a[1, 0], a[1, 1]))
    out[i, 4] = a[0, 2] + a[-1, -3]
    inverse[i] = wp.inverse(a)


def check_matrix_functions(run):
    inverse = np.stack([np.linalg.inv(M[0]), np.zeros((3, 3))])
    columns = [[80.5, 0], np.trace(M, axis1=1, axis2=2), (M * M).sum(axis=(1, 2)), [11, 0], [-1.5, 4]]
    run(2, m=matrices(M), out=np.zeros((2, 5), np.float32), inverse=matrices(M),
        expect={"out": np.stack(columns, axis=1), "inverse": inverse})


@wp.kernel
def inverses(a: wp.array(dtype=wp.mat22d), b: wp.array(dtype=wp.mat44d), det: wp.array(dtype=wp.float64)):
    det[0] = wp.determinant(a[0])
    det[1] = wp.determinant(b[0])
    a[0] = wp.inverse(a[0])
    b[0] = wp.inverse(b[0])


def check_inverses(run):
    a = np.array([[[1.0, 2], [3, 4]]])
    b = np.array([[[1.0, 2, 0, 1], [3, -1, 4, 2], [0, 5, 6, -3], [2, 1, 1, 8]]])
    run(1, a=matrices(a), b=matrices(b), det=np.zeros(2),
        expect={"a": np.linalg.inv(a), "b": np.linalg.inv(b), "det": [-2, -380]})


@wp.kernel
def rectangles(a: wp.array(dtype=mat23), b: wp.array(dtype=mat32d), v: wp.vec3, out: wp.array(dtype=wp.vec2),
               square: wp.array(dtype=wp.mat22)):
    m = a[0]
    m[1, 2] = m[0, 0] + m[-1, 0]
    out[0] = m * v
    square[0] = m * wp.transpose(m)
    b[0] = wp.transpose(mat23d(m)) * wp.float64(2.0)
    out[1] = wp.vec2(float(len(m)), float(len(b[0])))


def check_rectangles(run):
    a, v = np.arange(6, dtype=np.float32).reshape(1, 2, 3), np.array([1, 2, 3], np.float32)
    m = np.array([[0, 1, 2], [3, 4, 3]], np.float32)
    run(1, a=matrices(a), b=matrices(np.zeros((1, 3, 2))), v=value(v), out=vectors(np.zeros((2, 2), np.float32)),
        square=matrices(np.zeros((1, 2, 2), np.float32)),
        expect={"b": m.T * 2, "out": [m @ v, [2, 3]], "square": m @ m.T})


@wp.kernel
def matrix_construction(out: wp.array(dtype=wp.mat22)):
    a = wp.vec2(1.0, 2.0)
    b = wp.vec2(3.0, 4.0)
    out[0] = wp.mat22(1.0, 2.0, 3.0, 4.0)
    out[1] = wp.matrix_from_rows(a, b)
    out[2] = wp.matrix_from_cols(a, b)
    out[3] = wp.mat22(5.0)
    m = wp.mat22()
    m[1] = b
    out[4] = m
    out[5] = wp.matrix(1.0, 2.0, 3.0, 4.0, shape=(2, 2))


def check_matrix_construction(run):
    rows = [[1, 2], [3, 4]]
    expected = [rows, rows, [[1, 3], [2, 4]], [[5, 5], [5, 5]], [[0, 0], [3, 4]], rows]
    run(1, out=matrices(np.ones((6, 2, 2), np.float32)), expect={"out": expected})


def product(a, b):
    x, y, z, w = a
    return np.array([[w, -z, y, x], [z, w, -x, y], [-y, x, w, z], [-x, -y, -z, w]]) @ b


@wp.kernel
def quaternions(a: wp.array(dtype=wp.quat), b: wp.quat, out: wp.array2d(dtype=wp.quat),
                numbers: wp.array2d(dtype=float)):
    i = wp.tid()
    q = a[i]
    out[i, 0] = q * b
    out[i, 1] = q + b * 2.0 - 3.0 * q
    out[i, 2] = wp.normalize(q)
    out[i, 3] = wp.lerp(q, b, 0.5) / 2.0
    out[i, 4] = wp.quat_identity() * b
    out[i, 5] = wp.quat(wp.vec3(q[0], q[1], q[2]), -q[3])
    out[i, 6] = -wp.quat(q.w, q.x, q.y, q.z)
    numbers[i, 0] = wp.dot(q, b)
    numbers[i, 1] = wp.length(q)
    numbers[i, 2] = wp.length_sq(q)


def check_quaternions(run):
    a, b = np.array([[1, 2, 3, 4], [0, 0, 0, 0], [0.5, -0.5, 0.5, 0.5]], np.float32), np.array([5, 6, 7, 8], np.float32)
    unit = np.array([a[0] / np.sqrt(30), [0, 0, 0, 1], a[2]])
    columns = [np.array([product(each, b) for each in a]), b * 2 - a * 2, unit, (a + b) / 4, np.tile(b, (3, 1)),
               a * [1, 1, 1, -1], -a[:, [3, 0, 1, 2]]]
    numbers = [a @ b, np.linalg.norm(a, axis=1), (a * a).sum(axis=1)]
    run(3, a=vectors(a), b=value(b), out=vectors(np.zeros((3, 7, 4), np.float32)), numbers=np.zeros((3, 3), np.float32),
        expect={"out": np.stack(columns, axis=1), "numbers": np.stack(numbers, axis=1)})


@wp.kernel
def indices_from_the_end(v: wp.array(dtype=vec5), m: wp.array(dtype=mat23), q: wp.quat, out: wp.array2d(dtype=float)):
    i = wp.tid()
    for j in range(-4, 4):
        row = j / 4 + j % 2
        a = v[i]
        out[i, j + 4] = a[j] + m[i][row, j / 2] + q[j]
        a[j] = 0.0
        if j == -2:
            v[i] = a


def check_indices_from_the_end(run):
    v, m = np.arange(10, dtype=np.float32).reshape(2, 5), np.arange(12, dtype=np.float32).reshape(2, 2, 3) * 10
    q = np.array([100, 200, 300, 400], np.float32)
    changed = v.copy()
    changed[:, -2] = 0

    def at(i, j):
        row = int(j / 4) + int(np.fmod(j, 2))
        return (v if j <= -2 else changed)[i, j] + m[i, row, int(j / 2)] + q[j]

    run(2, v=vectors(v), m=matrices(m), q=value(q), out=np.zeros((2, 8), np.float32),
        expect={"v": changed, "out": [[at(i, j) for j in range(-4, 4)] for i in range(2)]})


@wp.kernel
def norms(v: wp.array(dtype=wp.vec3), out: wp.array2d(dtype=float), unit: wp.array2d(dtype=wp.vec3)):
    i = wp.tid()
    out[i, 0] = wp.norm_l1(v[i])
    out[i, 1] = wp.norm_l2(v[i])
    out[i, 2] = wp.norm_huber(v[i])
    out[i, 3] = wp.norm_huber(v[i], 5.0)
    out[i, 4] = wp.norm_pseudo_huber(v[i])
    out[i, 5] = wp.norm_pseudo_huber(v[i], delta=2.0)
    unit[i, 0] = wp.smooth_normalize(v[i])
    unit[i, 1] = wp.smooth_normalize(v[i], 0.5)


def check_norms(run):
    size = np.linalg.norm(V, axis=1)

    def huber(delta):
        return np.where(size <= delta, size**2 / 2, delta * (size - delta / 2))

    def pseudo_huber(delta):
        return delta * np.sqrt(1 + (size / delta) ** 2)

    columns = [abs(V).sum(axis=1), size, huber(1), huber(5), pseudo_huber(1), pseudo_huber(2)]
    unit = np.stack([V / pseudo_huber(1)[:, None], V / pseudo_huber(0.5)[:, None]], axis=1)
    run(4, v=vectors(V), out=np.zeros((4, 6), np.float32), unit=vectors(np.zeros((4, 2, 3), np.float32)),
        expect={"out": np.stack(columns, axis=1), "unit": unit})
