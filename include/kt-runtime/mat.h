// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Matrices of any shape: R rows of C values, packed row after row.

#ifndef KT_RUNTIME_MAT_H
#define KT_RUNTIME_MAT_H

#include "kt-runtime/vec.h"

namespace wp {

template <int R, int C, class T>
struct mat_t : elements<mat_t<R, C, T>, R, vec_t<C, T>, T> {
  using base = elements<mat_t<R, C, T>, R, vec_t<C, T>, T>;

  mat_t() = default;
  KT_HOST_DEVICE explicit constexpr mat_t(T all) {
    for (int i = 0; i < R; ++i)
      base::c[i] = vec_t<C, T>(all);
  }
  /// All scalars, row after row.
  template <class... Rest>
  KT_HOST_DEVICE constexpr mat_t(T first, T second, Rest... rest) {
    static_assert(R * C == 2 + sizeof...(rest));
    const T all[] = {first, second, T(rest)...};
    for (int i = 0; i < R * C; ++i)
      base::c[i / C].c[i % C] = all[i];
  }
  template <class U>
  KT_HOST_DEVICE explicit constexpr mat_t(const mat_t<R, C, U> &other) {
    for (int i = 0; i < R; ++i)
      base::c[i] = vec_t<C, T>(other.c[i]);
  }
};

// The names of the common ones: the suffix is the element's type, none is float.

#define KT_MAT_ALIASES(suffix, type)                                                                                   \
  using mat22##suffix = mat_t<2, 2, type>;                                                                             \
  using mat33##suffix = mat_t<3, 3, type>;                                                                             \
  using mat44##suffix = mat_t<4, 4, type>;

KT_MAT_ALIASES(, float)
KT_MAT_ALIASES(h, half)
KT_MAT_ALIASES(f, float)
KT_MAT_ALIASES(d, double)

#undef KT_MAT_ALIASES

using spatial_matrix = mat_t<6, 6, float>;
using spatial_matrixh = mat_t<6, 6, half>;
using spatial_matrixf = mat_t<6, 6, float>;
using spatial_matrixd = mat_t<6, 6, double>;

template <int C, class T, class... Rest>
KT_HOST_DEVICE mat_t<1 + sizeof...(Rest), C, T> matrix_from_rows(const vec_t<C, T> &first, const Rest &...rest) {
  mat_t<1 + sizeof...(Rest), C, T> result;
  const vec_t<C, T> all[] = {first, rest...};
  for (int i = 0; i < int(1 + sizeof...(Rest)); ++i)
    result.c[i] = all[i];
  return result;
}

template <int R, int C, class T>
KT_HOST_DEVICE mat_t<C, R, T> transpose(const mat_t<R, C, T> &a) {
  mat_t<C, R, T> result;
  for (int i = 0; i < C; ++i)
    for (int j = 0; j < R; ++j)
      result.c[i].c[j] = a.c[j].c[i];
  return result;
}

template <int R, class T, class... Rest>
KT_HOST_DEVICE mat_t<R, 1 + sizeof...(Rest), T> matrix_from_cols(const vec_t<R, T> &first, const Rest &...rest) {
  return transpose(matrix_from_rows(first, rest...));
}

template <int R, int C, class T>
KT_HOST_DEVICE vec_t<R, T> operator*(const mat_t<R, C, T> &a, const vec_t<C, T> &v) {
  vec_t<R, T> result;
  for (int i = 0; i < R; ++i)
    result.c[i] = dot(a.c[i], v);
  return result;
}

template <int R, int C, class T>
KT_HOST_DEVICE vec_t<C, T> operator*(const vec_t<R, T> &v, const mat_t<R, C, T> &a) {
  vec_t<C, T> result;
  for (int j = 0; j < C; ++j) {
    result.c[j] = cw_mul(v.c[0], a.c[0].c[j]);
    for (int i = 1; i < R; ++i)
      result.c[j] = T(result.c[j] + cw_mul(v.c[i], a.c[i].c[j]));
  }
  return result;
}

template <int R, int K, int C, class T>
KT_HOST_DEVICE mat_t<R, C, T> operator*(const mat_t<R, K, T> &a, const mat_t<K, C, T> &b) {
  mat_t<R, C, T> result;
  for (int i = 0; i < R; ++i)
    for (int j = 0; j < C; ++j) {
      T sum = cw_mul(a.c[i].c[0], b.c[0].c[j]);
      for (int k = 1; k < K; ++k)
        sum = T(sum + cw_mul(a.c[i].c[k], b.c[k].c[j]));
      result.c[i].c[j] = sum;
    }
  return result;
}

/// wp.ddot(a, b): the sum of the products of all elements.
template <int R, int C, class T>
KT_HOST_DEVICE T ddot(const mat_t<R, C, T> &a, const mat_t<R, C, T> &b) {
  T sum = dot(a.c[0], b.c[0]);
  for (int i = 1; i < R; ++i)
    sum = T(sum + dot(a.c[i], b.c[i]));
  return sum;
}

template <int R, int C, class T>
KT_HOST_DEVICE mat_t<R, C, T> outer(const vec_t<R, T> &a, const vec_t<C, T> &b) {
  mat_t<R, C, T> result;
  for (int i = 0; i < R; ++i)
    result.c[i] = a.c[i] * b;
  return result;
}

template <class T>
KT_HOST_DEVICE mat_t<3, 3, T> skew(const vec_t<3, T> &v) {
  return mat_t<3, 3, T>(T(0), T(-v.c[2]), v.c[1], v.c[2], T(0), T(-v.c[0]), T(-v.c[1]), v.c[0], T(0));
}

template <int N, class T>
KT_HOST_DEVICE mat_t<N, N, T> diag(const vec_t<N, T> &v) {
  mat_t<N, N, T> result;
  for (int i = 0; i < N; ++i)
    result.c[i].c[i] = v.c[i];
  return result;
}

template <int N, class T>
KT_HOST_DEVICE mat_t<N, N, T> identity() {
  return diag(vec_t<N, T>(T(1)));
}

template <int N, class T>
KT_HOST_DEVICE vec_t<N, T> get_diag(const mat_t<N, N, T> &a) {
  vec_t<N, T> result;
  for (int i = 0; i < N; ++i)
    result.c[i] = a.c[i].c[i];
  return result;
}

template <int N, class T>
KT_HOST_DEVICE T trace(const mat_t<N, N, T> &a) {
  T sum = a.c[0].c[0];
  for (int i = 1; i < N; ++i)
    sum = T(sum + a.c[i].c[i]);
  return sum;
}

// Determinant and inverse, of sizes 2, 3 and 4. The inverse of a singular matrix is zero.

template <class T>
KT_HOST_DEVICE T determinant(const mat_t<2, 2, T> &a) {
  return a.c[0].c[0] * a.c[1].c[1] - a.c[0].c[1] * a.c[1].c[0];
}

template <class T>
KT_HOST_DEVICE T determinant(const mat_t<3, 3, T> &a) {
  return dot(a.c[0], cross(a.c[1], a.c[2]));
}

/// The 2x2 minors of two rows of a 4x4 matrix, over the column pairs 01 02 03 12 13 23.
template <class T>
KT_HOST_DEVICE vec_t<6, T> minors(const vec_t<4, T> &a, const vec_t<4, T> &b) {
  return vec_t<6, T>(a.c[0] * b.c[1] - a.c[1] * b.c[0], a.c[0] * b.c[2] - a.c[2] * b.c[0],
                     a.c[0] * b.c[3] - a.c[3] * b.c[0], a.c[1] * b.c[2] - a.c[2] * b.c[1],
                     a.c[1] * b.c[3] - a.c[3] * b.c[1], a.c[2] * b.c[3] - a.c[3] * b.c[2]);
}

/// Laplace's expansion over the upper two and the lower two rows.
template <class T>
KT_HOST_DEVICE T expand(const vec_t<6, T> &up, const vec_t<6, T> &low) {
  return up.c[0] * low.c[5] - up.c[1] * low.c[4] + up.c[2] * low.c[3] + up.c[3] * low.c[2] - up.c[4] * low.c[1] +
         up.c[5] * low.c[0];
}

template <class T>
KT_HOST_DEVICE T determinant(const mat_t<4, 4, T> &a) {
  return expand(minors(a.c[0], a.c[1]), minors(a.c[2], a.c[3]));
}

template <class T>
KT_HOST_DEVICE mat_t<2, 2, T> inverse(const mat_t<2, 2, T> &a) {
  const T det = determinant(a);
  if (det == T(0))
    return mat_t<2, 2, T>();
  return mat_t<2, 2, T>(a.c[1].c[1], -a.c[0].c[1], -a.c[1].c[0], a.c[0].c[0]) * (T(1) / det);
}

template <class T>
KT_HOST_DEVICE mat_t<3, 3, T> inverse(const mat_t<3, 3, T> &a) {
  const T det = determinant(a);
  if (det == T(0))
    return mat_t<3, 3, T>();
  return matrix_from_cols(cross(a.c[1], a.c[2]), cross(a.c[2], a.c[0]), cross(a.c[0], a.c[1])) * (T(1) / det);
}

/// One row of the inverse's adjugate: `m` holds the minors that leave the row's column out.
template <class T>
KT_HOST_DEVICE T cofactor(const vec_t<4, T> &row, const vec_t<6, T> &m, int i, int j, int k, int ij, int ik, int jk) {
  return row.c[i] * m.c[jk] - row.c[j] * m.c[ik] + row.c[k] * m.c[ij];
}

template <class T>
KT_HOST_DEVICE mat_t<4, 4, T> inverse(const mat_t<4, 4, T> &a) {
  const vec_t<6, T> up = minors(a.c[0], a.c[1]);
  const vec_t<6, T> low = minors(a.c[2], a.c[3]);
  const T det = expand(up, low);
  if (det == T(0))
    return mat_t<4, 4, T>();
  mat_t<4, 4, T> result;
  for (int i = 0; i < 4; ++i) {
    // The column of the inverse that belongs to row i: that row's partner, and the minors of the other two.
    const vec_t<4, T> &row = a.c[i ^ 1];
    const vec_t<6, T> &m = i < 2 ? low : up;
    const T sign = i % 2 == 0 ? T(1) / det : T(-1) / det;
    result.c[0].c[i] = sign * cofactor(row, m, 1, 2, 3, 3, 4, 5);
    result.c[1].c[i] = -sign * cofactor(row, m, 0, 2, 3, 1, 2, 5);
    result.c[2].c[i] = sign * cofactor(row, m, 0, 1, 3, 0, 2, 4);
    result.c[3].c[i] = -sign * cofactor(row, m, 0, 1, 2, 0, 1, 3);
  }
  return result;
}

} // namespace wp

#endif
