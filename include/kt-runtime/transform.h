// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rigid motions: a translation p and a rotation q, packed in this order. As a value of seven scalars, these are p's
// three and then q's four.

#ifndef KT_RUNTIME_TRANSFORM_H
#define KT_RUNTIME_TRANSFORM_H

#include "kt-runtime/atomic.h"
#include "kt-runtime/quat.h"

namespace wp {

template <class T>
struct transform_t {
  vec_t<3, T> p;
  quat_t<T> q;

  transform_t() = default;
  KT_HOST_DEVICE constexpr transform_t(const vec_t<3, T> &p, const quat_t<T> &q) : p(p), q(q) {}
  KT_HOST_DEVICE constexpr transform_t(T px, T py, T pz, T qx, T qy, T qz, T qw) : p(px, py, pz), q(qx, qy, qz, qw) {}
  template <class U>
  KT_HOST_DEVICE explicit constexpr transform_t(const transform_t<U> &other) : p(other.p), q(other.q) {}

  /// One of the seven scalars. A negative index counts from the end.
  KT_HOST_DEVICE constexpr T &operator[](int i) { return i < 0 ? (*this)[i + 7] : i < 3 ? p.c[i] : q.c[i - 3]; }
  KT_HOST_DEVICE constexpr const T &operator[](int i) const {
    return i < 0 ? (*this)[i + 7] : i < 3 ? p.c[i] : q.c[i - 3];
  }
};

using transform = transform_t<float>;
using transformh = transform_t<half>;
using transformf = transform_t<float>;
using transformd = transform_t<double>;

template <class T>
KT_HOST_DEVICE int len(const transform_t<T> &) {
  return 7;
}

template <class T>
KT_HOST_DEVICE bool operator==(const transform_t<T> &a, const transform_t<T> &b) {
  return a.p == b.p && a.q == b.q;
}
template <class T>
KT_HOST_DEVICE transform_t<T> operator+(const transform_t<T> &a, const transform_t<T> &b) {
  return transform_t<T>(a.p + b.p, a.q + b.q);
}
template <class T>
KT_HOST_DEVICE transform_t<T> operator-(const transform_t<T> &a, const transform_t<T> &b) {
  return transform_t<T>(a.p - b.p, a.q - b.q);
}
template <class T>
KT_HOST_DEVICE transform_t<T> operator*(const transform_t<T> &a, T s) {
  return transform_t<T>(a.p * s, a.q * s);
}
template <class T>
KT_HOST_DEVICE transform_t<T> operator*(T s, const transform_t<T> &a) {
  return a * s;
}
/// The motion `b`, then the motion `a`.
template <class T>
KT_HOST_DEVICE transform_t<T> operator*(const transform_t<T> &a, const transform_t<T> &b) {
  return transform_t<T>(a.p + quat_rotate(a.q, b.p), a.q * b.q);
}

// Of a transform each scalar is a step of its own.

#define KT_FETCH(name)                                                                                                 \
  template <class T>                                                                                                   \
  KT_DEVICE transform_t<T> name(transform_t<T> &at, const transform_t<T> &b) {                                         \
    return transform_t<T>(name(at.p, b.p), name(at.q, b.q));                                                           \
  }

KT_FETCH(fetch_add)
KT_FETCH(fetch_sub)

#undef KT_FETCH

template <class T = float>
KT_HOST_DEVICE transform_t<T> transform_identity() {
  return transform_t<T>(vec_t<3, T>(), quat_identity<T>());
}

template <class T>
KT_HOST_DEVICE vec_t<3, T> transform_get_translation(const transform_t<T> &t) {
  return t.p;
}
template <class T>
KT_HOST_DEVICE quat_t<T> transform_get_rotation(const transform_t<T> &t) {
  return t.q;
}

template <class T>
KT_HOST_DEVICE void transform_set_translation(transform_t<T> &t, const vec_t<3, T> &p) {
  t.p = p;
}
template <class T>
KT_HOST_DEVICE void transform_set_rotation(transform_t<T> &t, const quat_t<T> &q) {
  t.q = q;
}

template <class T>
KT_HOST_DEVICE transform_t<T> transform_multiply(const transform_t<T> &a, const transform_t<T> &b) {
  return a * b;
}

template <class T>
KT_HOST_DEVICE transform_t<T> transform_inverse(const transform_t<T> &t) {
  return transform_t<T>(-quat_rotate_inv(t.q, t.p), quat_inverse(t.q));
}

template <class T>
KT_HOST_DEVICE vec_t<3, T> transform_point(const transform_t<T> &t, const vec_t<3, T> &v) {
  return t.p + quat_rotate(t.q, v);
}
template <class T>
KT_HOST_DEVICE vec_t<3, T> transform_vector(const transform_t<T> &t, const vec_t<3, T> &v) {
  return quat_rotate(t.q, v);
}

// As matrices, whose last row is 0, 0, 0, 1 and whose last column is the translation.

template <class T>
KT_HOST_DEVICE vec_t<3, T> transform_vector(const mat_t<4, 4, T> &m, const vec_t<3, T> &v) {
  const vec_t<4, T> moved = m * vec_t<4, T>(v.c[0], v.c[1], v.c[2], T(0));
  return vec_t<3, T>(moved.c[0], moved.c[1], moved.c[2]);
}
template <class T>
KT_HOST_DEVICE vec_t<3, T> transform_point(const mat_t<4, 4, T> &m, const vec_t<3, T> &v) {
  const vec_t<4, T> moved = m * vec_t<4, T>(v.c[0], v.c[1], v.c[2], T(1));
  return vec_t<3, T>(moved.c[0], moved.c[1], moved.c[2]);
}

/// Scales, then rotates, then translates.
template <class T>
KT_HOST_DEVICE mat_t<4, 4, T> transform_compose(const vec_t<3, T> &p, const quat_t<T> &q, const vec_t<3, T> &scale) {
  const mat_t<3, 3, T> rotation = quat_to_matrix(q);
  mat_t<4, 4, T> result;
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j)
      result.c[i].c[j] = scale.c[j] * rotation.c[i].c[j];
    result.c[i].c[3] = p.c[i];
  }
  result.c[3].c[3] = T(1);
  return result;
}
template <class T>
KT_HOST_DEVICE mat_t<4, 4, T> transform_to_matrix(const transform_t<T> &t) {
  return transform_compose(t.p, t.q, vec_t<3, T>(T(1)));
}

template <class T>
KT_HOST_DEVICE vec_t<3, T> translation_of(const mat_t<4, 4, T> &m) {
  return vec_t<3, T>(m.c[0].c[3], m.c[1].c[3], m.c[2].c[3]);
}
template <class T>
KT_HOST_DEVICE transform_t<T> transform_from_matrix(const mat_t<4, 4, T> &m) {
  return transform_t<T>(translation_of(m), quat_from_matrix(m));
}

/// The scales are the lengths of the first three columns.
template <class T>
KT_HOST_DEVICE tuple3_t<vec_t<3, T>, quat_t<T>, vec_t<3, T>> transform_decompose(const mat_t<4, 4, T> &m) {
  mat_t<3, 3, T> columns;
  vec_t<3, T> scale;
  for (int j = 0; j < 3; ++j) {
    const vec_t<3, T> column(m.c[0].c[j], m.c[1].c[j], m.c[2].c[j]);
    scale.c[j] = length(column);
    columns.c[j] = normalize(column);
  }
  return {translation_of(m), quat_from_matrix(transpose(columns)), scale};
}

} // namespace wp

#endif
