// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the adjoint rules of the builtins need besides the builtins themselves. No kernel calls it.

#ifndef KT_RUNTIME_ADJOINT_H
#define KT_RUNTIME_ADJOINT_H

#include "kt-runtime/mat.h"
#include "kt-runtime/transform.h"

namespace wp {

// Component by component, `x` or `y`.

template <int N, class T>
KT_HOST_DEVICE vec_t<N, T> where_less(const vec_t<N, T> &a, const vec_t<N, T> &b, const vec_t<N, T> &x,
                                      const vec_t<N, T> &y) {
  vec_t<N, T> result;
  for (int i = 0; i < N; ++i)
    result.c[i] = a.c[i] < b.c[i] ? x.c[i] : y.c[i];
  return result;
}

template <class T>
KT_HOST_DEVICE T where_equal(const T &a, const T &b, const T &x, const T &y) {
  if constexpr (is_elements<T>) {
    T result;
    for (int i = 0; i < T::size; ++i)
      result.c[i] = where_equal(a.c[i], b.c[i], x.c[i], y.c[i]);
    return result;
  } else {
    return a == b ? x : y;
  }
}

/// A vector as long as `v`, zero but for `x` as component `i`.
template <int N, class T>
KT_HOST_DEVICE vec_t<N, T> unit(const vec_t<N, T> &, uint32 i, T x) {
  vec_t<N, T> result;
  result.c[i] = x;
  return result;
}

// The derivatives of the determinant: at row i, column j, the signed determinant of what is left without these two.

template <class T>
KT_HOST_DEVICE mat_t<2, 2, T> cofactors(const mat_t<2, 2, T> &a) {
  return mat_t<2, 2, T>(a.c[1].c[1], -a.c[1].c[0], -a.c[0].c[1], a.c[0].c[0]);
}

template <int N, class T>
KT_HOST_DEVICE mat_t<N, N, T> cofactors(const mat_t<N, N, T> &a) {
  mat_t<N, N, T> result;
  mat_t<N - 1, N - 1, T> rest;
  for (int i = 0; i < N; ++i)
    for (int j = 0; j < N; ++j) {
      for (int k = 0; k < N - 1; ++k)
        for (int l = 0; l < N - 1; ++l)
          rest.c[k].c[l] = a.c[k < i ? k : k + 1].c[l < j ? l : l + 1];
      result.c[i].c[j] = (i + j) % 2 ? -determinant(rest) : determinant(rest);
    }
  return result;
}

template <class T>
KT_HOST_DEVICE T dot(const transform_t<T> &a, const transform_t<T> &b) {
  return dot(a.p, b.p) + dot(a.q, b.q);
}

template <class T>
KT_HOST_DEVICE quat_t<T> cw_mul(const quat_t<T> &a, const quat_t<T> &b) {
  return quat_t<T>(a.c[0] * b.c[0], a.c[1] * b.c[1], a.c[2] * b.c[2], a.c[3] * b.c[3]);
}
template <class T>
KT_HOST_DEVICE quat_t<T> cw_div(const quat_t<T> &a, const quat_t<T> &b) {
  return quat_t<T>(a.c[0] / b.c[0], a.c[1] / b.c[1], a.c[2] / b.c[2], a.c[3] / b.c[3]);
}

// Rotations: what the gradient of the argument grows by if those of the results are `grad`.

template <class T>
KT_HOST_DEVICE quat_t<T> adj_quat_rotate(const quat_t<T> &q, const vec_t<3, T> &v, const vec_t<3, T> &grad) {
  const vec_t<3, T> axis(q.c[0], q.c[1], q.c[2]);
  const T w = q.c[3];
  const vec_t<3, T> turned = cross(v, grad) * w + v * dot(axis, grad) + grad * dot(axis, v);
  return quat_t<T>(turned * T(2), T(2) * dot(grad, cross(axis, v)) + T(4) * w * dot(v, grad));
}

/// Zero without a rotation, where the axis is undefined.
template <class T>
KT_HOST_DEVICE quat_t<T> adj_quat_to_axis_angle(const quat_t<T> &q, const vec_t<3, T> &axis_grad, T angle_grad) {
  const vec_t<3, T> v(q.c[0], q.c[1], q.c[2]);
  const T size = length(v), w = q.c[3];
  if (!(size > T(0)))
    return quat_t<T>();
  const T sign = w < T(0) ? T(-1) : T(1), slope = T(2) * angle_grad / (size * size + w * w);
  const vec_t<3, T> unit = v / size;
  const vec_t<3, T> across = (axis_grad - unit * dot(unit, axis_grad)) * (sign / size);
  return quat_t<T>(across + unit * (slope * abs(w)), -sign * slope * size);
}

template <int N, class T>
KT_HOST_DEVICE mat_t<N, N, T> adj_quat_from_matrix(const mat_t<N, N, T> &m, const quat_t<T> &grad) {
  // The quaternion before it is normalized: one part is half of a square root, the others are quotients by that.
  const T trace = m.c[0].c[0] + m.c[1].c[1] + m.c[2].c[2];
  int i = m.c[1].c[1] > m.c[0].c[0] ? 1 : 0;
  if (m.c[2].c[2] > m.c[i].c[i])
    i = 2;
  const bool is_real = trace >= T(0);
  const T size = sqrt((is_real ? trace : T(2) * m.c[i].c[i] - trace) + T(1)), factor = T(0.5f) / size;
  const int main = is_real ? 3 : i;
  const int j = (i + 1) % 3, k = (i + 2) % 3;
  // Part parts[n] is factor * (m[row][column] + signs[n] * m[column][row]), with row rows[n] and column columns[n].
  const int parts[3] = {is_real ? 0 : j, is_real ? 1 : k, is_real ? 2 : 3};
  const int rows[3] = {is_real ? 2 : i, is_real ? 0 : i, is_real ? 1 : k};
  const int columns[3] = {is_real ? 1 : j, is_real ? 2 : k, is_real ? 0 : j};
  const T signs[3] = {is_real ? T(-1) : T(1), is_real ? T(-1) : T(1), T(-1)};
  quat_t<T> q;
  q.c[main] = T(0.5f) * size;
  for (int n = 0; n < 3; ++n)
    q.c[parts[n]] = (m.c[rows[n]].c[columns[n]] + signs[n] * m.c[columns[n]].c[rows[n]]) * factor;
  const quat_t<T> unit = normalize(q);
  const quat_t<T> raw = (grad - unit * dot(unit, grad)) / length(q);

  mat_t<N, N, T> result;
  T size_grad = T(0.5f) * raw.c[main];
  for (int n = 0; n < 3; ++n) {
    const T each = raw.c[parts[n]] * factor;
    result.c[rows[n]].c[columns[n]] += each;
    result.c[columns[n]].c[rows[n]] += signs[n] * each;
    size_grad -= raw.c[parts[n]] * q.c[parts[n]] / size;
  }
  for (int d = 0; d < 3; ++d)
    result.c[d].c[d] += (is_real || d == i ? T(0.5f) : T(-0.5f)) * size_grad / size;
  return result;
}

template <class T>
KT_HOST_DEVICE mat_t<4, 4, T> adj_transform_decompose(const mat_t<4, 4, T> &m, const vec_t<3, T> &p_grad,
                                                      const quat_t<T> &q_grad, const vec_t<3, T> &scale_grad) {
  mat_t<3, 3, T> columns;
  vec_t<3, T> scale;
  for (int j = 0; j < 3; ++j) {
    const vec_t<3, T> column(m.c[0].c[j], m.c[1].c[j], m.c[2].c[j]);
    scale.c[j] = length(column);
    columns.c[j] = normalize(column);
  }
  const mat_t<3, 3, T> rotation_grad = transpose(adj_quat_from_matrix(transpose(columns), q_grad));
  mat_t<4, 4, T> result;
  for (int j = 0; j < 3; ++j) {
    const vec_t<3, T> &unit = columns.c[j], &grad = rotation_grad.c[j];
    const vec_t<3, T> across = scale.c[j] > T(0) ? (grad - unit * dot(unit, grad)) / scale.c[j] : vec_t<3, T>();
    for (int i = 0; i < 3; ++i)
      result.c[i].c[j] = scale_grad.c[j] * unit.c[i] + across.c[i];
    result.c[j].c[3] = p_grad.c[j];
  }
  return result;
}

// Decompositions.

/// 1 / (v[j] - v[i]) at row i, column j, or zero where the two are equal.
template <int N, class T>
KT_HOST_DEVICE mat_t<N, N, T> gaps(const vec_t<N, T> &v) {
  mat_t<N, N, T> result;
  for (int i = 0; i < N; ++i)
    for (int j = 0; j < N; ++j)
      result.c[i].c[j] = v.c[i] == v.c[j] ? T(0) : T(1) / (v.c[j] - v.c[i]);
  return result;
}

/// The symmetric matrix with the lower triangle of `m`.
template <int N, class T>
KT_HOST_DEVICE mat_t<N, N, T> mirror_lower(const mat_t<N, N, T> &m) {
  mat_t<N, N, T> result;
  for (int i = 0; i < N; ++i)
    for (int j = 0; j < N; ++j)
      result.c[i].c[j] = i < j ? m.c[j].c[i] : m.c[i].c[j];
  return result;
}

} // namespace wp

#endif
