// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Quaternions: x, y, z and the real part w, packed in this order.

#ifndef KT_RUNTIME_QUAT_H
#define KT_RUNTIME_QUAT_H

#include "kt-runtime/vec.h"

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

} // namespace wp

#endif
