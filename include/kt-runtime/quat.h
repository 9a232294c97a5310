// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Quaternions: x, y, z and the real part w, packed in this order; those of length 1 stand for rotations.

#ifndef KT_RUNTIME_QUAT_H
#define KT_RUNTIME_QUAT_H

#include "kt-runtime/mat.h"
#include "kt-runtime/tuple.h"

namespace wp {

template <class T>
struct quat_t : elements<quat_t<T>, 4, T, T> {
  using base = elements<quat_t<T>, 4, T, T>;

  quat_t() = default;
  KT_HOST_DEVICE constexpr quat_t(T x, T y, T z, T w) : base{{x, y, z, w}} {}
  KT_HOST_DEVICE constexpr quat_t(const vec_t<3, T> &v, T w) : base{{v.c[0], v.c[1], v.c[2], w}} {}
  template <class U>
  KT_HOST_DEVICE explicit constexpr quat_t(const quat_t<U> &q) : base{{T(q.c[0]), T(q.c[1]), T(q.c[2]), T(q.c[3])}} {}
};

using quat = quat_t<float>;
using quath = quat_t<half>;
using quatf = quat_t<float>;
using quatd = quat_t<double>;

/// Hamilton's product.
template <class T>
KT_HOST_DEVICE quat_t<T> operator*(const quat_t<T> &a, const quat_t<T> &b) {
  return quat_t<T>(a.c[3] * b.c[0] + a.c[0] * b.c[3] + a.c[1] * b.c[2] - a.c[2] * b.c[1],
                   a.c[3] * b.c[1] + a.c[1] * b.c[3] + a.c[2] * b.c[0] - a.c[0] * b.c[2],
                   a.c[3] * b.c[2] + a.c[2] * b.c[3] + a.c[0] * b.c[1] - a.c[1] * b.c[0],
                   a.c[3] * b.c[3] - a.c[0] * b.c[0] - a.c[1] * b.c[1] - a.c[2] * b.c[2]);
}

template <class T = float>
KT_HOST_DEVICE quat_t<T> quat_identity() {
  return quat_t<T>(T(0), T(0), T(0), T(1));
}

/// The zero quaternion becomes the identity.
template <class T>
KT_HOST_DEVICE quat_t<T> normalize(const quat_t<T> &a) {
  const T size = length(a);
  return size > T(0) ? a / size : quat_identity<T>();
}

/// The conjugate, which is the inverse of a rotation.
template <class T>
KT_HOST_DEVICE quat_t<T> quat_inverse(const quat_t<T> &a) {
  return quat_t<T>(-a.c[0], -a.c[1], -a.c[2], a.c[3]);
}

/// 2 w (u x v) + (2 w w - 1) v + 2 (u . v) u, with u the first three of the quaternion and w the last: what a rotation
/// makes of `v`.
template <class T>
KT_HOST_DEVICE vec_t<3, T> quat_rotate(const quat_t<T> &q, const vec_t<3, T> &v) {
  const vec_t<3, T> axis(q.c[0], q.c[1], q.c[2]);
  const T w = q.c[3];
  return cross(axis, v) * (T(2) * w) + v * (T(2) * w * w - T(1)) + axis * (T(2) * dot(axis, v));
}

template <class T>
KT_HOST_DEVICE vec_t<3, T> quat_rotate_inv(const quat_t<T> &q, const vec_t<3, T> &v) {
  return quat_rotate(quat_inverse(q), v);
}

// Rotations in other words
// ------------------------

/// By `angle` around `axis`, which is of length 1.
template <class T>
KT_HOST_DEVICE quat_t<T> quat_from_axis_angle(const vec_t<3, T> &axis, T angle) {
  const T halved = angle * T(0.5f);
  return quat_t<T>(axis * sin(halved), cos(halved));
}

/// The angle is from 0 to pi.
template <class T>
KT_HOST_DEVICE tuple2_t<vec_t<3, T>, T> quat_to_axis_angle(const quat_t<T> &q) {
  const vec_t<3, T> v(q.c[0], q.c[1], q.c[2]);
  return {q.c[3] < T(0) ? -normalize(v) : normalize(v), T(2) * atan2(length(v), abs(q.c[3]))};
}
template <class T>
KT_HOST_DEVICE void quat_to_axis_angle(const quat_t<T> &q, vec_t<3, T> &axis, T &angle) {
  const tuple2_t<vec_t<3, T>, T> result = quat_to_axis_angle(q);
  axis = result.r0;
  angle = result.r1;
}

/// Around x, then around y, then around z.
template <class T>
KT_HOST_DEVICE quat_t<T> quat_rpy(T roll, T pitch, T yaw) {
  const T sr = sin(roll * T(0.5f)), cr = cos(roll * T(0.5f));
  const T sp = sin(pitch * T(0.5f)), cp = cos(pitch * T(0.5f));
  const T sy = sin(yaw * T(0.5f)), cy = cos(yaw * T(0.5f));
  return quat_t<T>(sr * cp * cy - cr * sp * sy, cr * sp * cy + sr * cp * sy, cr * cp * sy - sr * sp * cy,
                   cr * cp * cy + sr * sp * sy);
}

/// From `a` (t is 0) to `b` (t is 1) at constant speed, the short way round.
template <class T>
KT_HOST_DEVICE quat_t<T> quat_slerp(const quat_t<T> &a, const quat_t<T> &b, T t) {
  const tuple2_t<vec_t<3, T>, T> turn = quat_to_axis_angle(quat_inverse(a) * b);
  return a * quat_from_axis_angle(turn.r0, t * turn.r1);
}

template <class T>
KT_HOST_DEVICE mat_t<3, 3, T> quat_to_matrix(const quat_t<T> &q) {
  const T one = T(1), zero = T(0);
  return matrix_from_cols(quat_rotate(q, vec_t<3, T>(one, zero, zero)), quat_rotate(q, vec_t<3, T>(zero, one, zero)),
                          quat_rotate(q, vec_t<3, T>(zero, zero, one)));
}

/// Of the rotation in the upper left 3x3 elements. What is divided by is the largest of the four, so that no digits are
/// lost.
template <int N, class T>
KT_HOST_DEVICE quat_t<T> quat_from_matrix(const mat_t<N, N, T> &m) {
  static_assert(N == 3 || N == 4);
  const T trace = m.c[0].c[0] + m.c[1].c[1] + m.c[2].c[2];
  if (trace >= T(0)) {
    const T size = sqrt(trace + T(1)), factor = T(0.5f) / size;
    return normalize(quat_t<T>((m.c[2].c[1] - m.c[1].c[2]) * factor, (m.c[0].c[2] - m.c[2].c[0]) * factor,
                               (m.c[1].c[0] - m.c[0].c[1]) * factor, T(0.5f) * size));
  }
  int i = m.c[1].c[1] > m.c[0].c[0] ? 1 : 0;
  if (m.c[2].c[2] > m.c[i].c[i])
    i = 2;
  const int j = (i + 1) % 3, k = (i + 2) % 3;
  const T size = sqrt(m.c[i].c[i] - (m.c[j].c[j] + m.c[k].c[k]) + T(1)), factor = T(0.5f) / size;
  quat_t<T> q;
  q.c[i] = T(0.5f) * size;
  q.c[j] = (m.c[i].c[j] + m.c[j].c[i]) * factor;
  q.c[k] = (m.c[i].c[k] + m.c[k].c[i]) * factor;
  q.c[3] = (m.c[k].c[j] - m.c[j].c[k]) * factor;
  return normalize(q);
}

} // namespace wp

#endif
