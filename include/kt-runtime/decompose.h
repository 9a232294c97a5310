// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// wp.qr3, wp.eig3, wp.svd3, wp.svd2. The three by three ones are built of plane rotations, after McAdams et al.,
// "Computing the Singular Value Decomposition of 3x3 matrices with minimal branching and elementary floating point
// operations" (2011): a fixed number of sweeps with approximate angles, so that all threads do the same.

#ifndef KT_RUNTIME_DECOMPOSE_H
#define KT_RUNTIME_DECOMPOSE_H

#include "kt-runtime/mat.h"
#include "kt-runtime/math.h"
#include "kt-runtime/tuple.h"

namespace wp {

/// Rows `p` and `q` as seen after a turn in their plane by an angle with cosine `a` and sine `b`.
template <class T>
KT_HOST_DEVICE void turn(vec_t<3, T> &p, vec_t<3, T> &q, T a, T b) {
  const vec_t<3, T> old = p;
  p = a * old + b * q;
  q = a * q - b * old;
}

/// Turns two rows of `r`, and of `q` with it, so that the element of the lower one in column `k` becomes zero.
template <class T>
KT_HOST_DEVICE void annihilate(mat_t<3, 3, T> &r, mat_t<3, 3, T> &q, int k, int lower) {
  const T epsilon = sizeof(T) == sizeof(double) ? T(1e-12) : T(1e-6f);
  const T pivot = r.c[k].c[k];
  const T below = r.c[lower].c[k];
  const T length = sqrt(pivot * pivot + below * below);
  const T small = length > epsilon ? below : T(0);
  const T large = abs(pivot) + max(length, epsilon);
  // Cosine and sine of half the angle, first up to their length.
  const T cosine = pivot < T(0) ? small : large;
  const T sine = pivot < T(0) ? large : small;
  const T scale = T(1) / sqrt(cosine * cosine + sine * sine);
  const T c = cosine * scale;
  const T s = sine * scale;
  const T a = T(1) - T(2) * s * s;
  const T b = T(2) * c * s;
  turn(r.c[k], r.c[lower], a, b);
  turn(q.c[k], q.c[lower], a, b);
}

/// A = Q R, with Q a rotation and R an upper triangle.
template <class T>
KT_HOST_DEVICE tuple2_t<mat_t<3, 3, T>, mat_t<3, 3, T>> qr3(const mat_t<3, 3, T> &a) {
  mat_t<3, 3, T> r = a;
  mat_t<3, 3, T> q = identity<3, T>();
  annihilate(r, q, 0, 1);
  annihilate(r, q, 0, 2);
  annihilate(r, q, 1, 2);
  return {transpose(q), r};
}

template <class T>
KT_HOST_DEVICE void qr3(const mat_t<3, 3, T> &a, mat_t<3, 3, T> &q, mat_t<3, 3, T> &r) {
  const tuple2_t<mat_t<3, 3, T>, mat_t<3, 3, T>> result = qr3(a);
  q = result.r0;
  r = result.r1;
}

/// A rotation whose columns are close to the eigenvectors of a symmetric matrix, of which the lower triangle is read.
/// Jacobi's method, with the rotation kept as a quaternion `v`, `w`.
template <class T>
KT_HOST_DEVICE mat_t<3, 3, T> eigenvectors(const mat_t<3, 3, T> &a) {
  vec_t<3, T> diagonal(a.c[0].c[0], a.c[1].c[1], a.c[2].c[2]);
  vec_t<3, T> opposite(a.c[2].c[1], a.c[2].c[0], a.c[1].c[0]); // what is in neither row nor column i
  vec_t<3, T> v;
  T w = T(1);
  const int sweeps = sizeof(T) == sizeof(double) ? 8 : 4;
  for (int i = 0; i < 3 * sweeps; ++i) {
    const int x = i % 3, y = (i + 1) % 3, z = (i + 2) % 3;
    // Half the angle that makes the element at x, y small, pi / 8 if that would be larger.
    T c = T(2) * (diagonal.c[x] - diagonal.c[y]);
    T s = opposite.c[z];
    const bool is_small = T(5.82842712474619) * s * s < c * c;
    const T scale = T(1) / sqrt(c * c + s * s);
    c = is_small ? scale * c : T(0.9238795325112867);
    s = is_small ? scale * s : T(0.3826834323650898);

    const T norm = c * c + s * s;
    const T cosine = (c * c - s * s) / norm;
    const T sine = (T(2) * s * c) / norm;
    const T xx = cosine * diagonal.c[x] + sine * opposite.c[z];
    const T xy = cosine * opposite.c[z] + sine * diagonal.c[y];
    const T yx = cosine * opposite.c[z] - sine * diagonal.c[x];
    const T yy = cosine * diagonal.c[y] - sine * opposite.c[z];
    diagonal.c[x] = cosine * xx + sine * xy;
    diagonal.c[y] = cosine * yy - sine * yx;
    opposite.c[z] = cosine * yx + sine * yy;
    const T xz = opposite.c[y];
    const T yz = opposite.c[x];
    opposite.c[y] = cosine * xz + sine * yz;
    opposite.c[x] = cosine * yz - sine * xz;

    const vec_t<3, T> old = v;
    v.c[x] = old.c[x] * c + old.c[y] * s;
    v.c[y] = old.c[y] * c - old.c[x] * s;
    v.c[z] = old.c[z] * c + w * s;
    w = w * c - old.c[z] * s;
  }
  const T x = v.c[0], y = v.c[1], z = v.c[2];
  const T one = T(1), two = T(2);
  return mat_t<3, 3, T>(one - two * (y * y + z * z), two * (x * y - w * z), two * (x * z + w * y),
                        two * (x * y + w * z), one - two * (x * x + z * z), two * (y * z - w * x),
                        two * (x * z - w * y), two * (y * z + w * x), one - two * (x * x + y * y));
}

/// The columns of the first result are eigenvectors of a symmetric matrix, the second its eigenvalues.
template <class T>
KT_HOST_DEVICE tuple2_t<mat_t<3, 3, T>, vec_t<3, T>> eig3(const mat_t<3, 3, T> &a) {
  const mat_t<3, 3, T> q = eigenvectors(a);
  return {q, get_diag(transpose(q) * a * q)};
}

template <class T>
KT_HOST_DEVICE void eig3(const mat_t<3, 3, T> &a, mat_t<3, 3, T> &q, vec_t<3, T> &d) {
  const tuple2_t<mat_t<3, 3, T>, vec_t<3, T>> result = eig3(a);
  q = result.r0;
  d = result.r1;
}

/// Puts the longer of two rows first, and the same rows of `axes` with them. Both frames keep their handedness.
template <class T>
KT_HOST_DEVICE void put_longer_first(mat_t<3, 3, T> &rows, mat_t<3, 3, T> &axes, int first, int second) {
  if (!(length_sq(rows.c[first]) < length_sq(rows.c[second])))
    return;
  turn(rows.c[first], rows.c[second], T(0), T(1));
  turn(axes.c[first], axes.c[second], T(0), T(1));
}

/// A = U diag(sigma) V^T, with rotations U and V. The last singular value has the sign of A's determinant.
template <class T>
KT_HOST_DEVICE tuple3_t<mat_t<3, 3, T>, vec_t<3, T>, mat_t<3, 3, T>> svd3(const mat_t<3, 3, T> &a) {
  const mat_t<3, 3, T> v = eigenvectors(transpose(a) * a);
  mat_t<3, 3, T> columns = transpose(a * v);
  mat_t<3, 3, T> axes = transpose(v);
  put_longer_first(columns, axes, 0, 1);
  put_longer_first(columns, axes, 0, 2);
  put_longer_first(columns, axes, 1, 2);
  const tuple2_t<mat_t<3, 3, T>, mat_t<3, 3, T>> qr = qr3(transpose(columns));
  return {qr.r0, get_diag(qr.r1), transpose(axes)};
}

template <class T>
KT_HOST_DEVICE void svd3(const mat_t<3, 3, T> &a, mat_t<3, 3, T> &u, vec_t<3, T> &sigma, mat_t<3, 3, T> &v) {
  const tuple3_t<mat_t<3, 3, T>, vec_t<3, T>, mat_t<3, 3, T>> result = svd3(a);
  u = result.r0;
  sigma = result.r1;
  v = result.r2;
}

/// A = U diag(sigma) V^T, with V a rotation and no singular value negative.
template <class T>
KT_HOST_DEVICE tuple3_t<mat_t<2, 2, T>, vec_t<2, T>, mat_t<2, 2, T>> svd2(const mat_t<2, 2, T> &a) {
  const mat_t<2, 2, T> square = transpose(a) * a;
  const T trace = square.c[0].c[0] + square.c[1].c[1];
  if (trace == T(0))
    return {identity<2, T>(), vec_t<2, T>(), identity<2, T>()};
  const T difference = square.c[0].c[0] - square.c[1].c[1];
  const T mixed = T(2) * square.c[0].c[1];
  const T root = sqrt(difference * difference + mixed * mixed);
  // Of the two ways to write an eigenvector of A^T A, the one in which nothing cancels.
  vec_t<2, T> axis = difference < T(0) ? vec_t<2, T>(-mixed, difference - root) : vec_t<2, T>(difference + root, mixed);
  const T axis_length = length(axis);
  // A multiple of a rotation or reflection stretches every axis alike.
  axis = axis_length == T(0) ? vec_t<2, T>(T(1), T(0)) : axis * (T(1) / axis_length);
  const T first = sqrt((trace + root) * T(0.5));
  const vec_t<2, T> image = (a * axis) * (T(1) / first);
  const T area = determinant(a);
  const T orientation = sign(area);
  // A difference of trace and root would be lost in rounding where the second singular value is small.
  return {mat_t<2, 2, T>(image.c[0], -image.c[1] * orientation, image.c[1], image.c[0] * orientation),
          vec_t<2, T>(first, abs(area) / first), mat_t<2, 2, T>(axis.c[0], -axis.c[1], axis.c[1], axis.c[0])};
}

template <class T>
KT_HOST_DEVICE void svd2(const mat_t<2, 2, T> &a, mat_t<2, 2, T> &u, vec_t<2, T> &sigma, mat_t<2, 2, T> &v) {
  const tuple3_t<mat_t<2, 2, T>, vec_t<2, T>, mat_t<2, 2, T>> result = svd2(a);
  u = result.r0;
  sigma = result.r1;
  v = result.r2;
}

} // namespace wp

#endif
