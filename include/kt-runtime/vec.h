// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Vectors of any length: N values of T, packed.

#ifndef KT_RUNTIME_VEC_H
#define KT_RUNTIME_VEC_H

#include "kt-runtime/elements.h"

namespace wp {

template <int N, class T>
struct vec_t : elements<vec_t<N, T>, N, T, T> {
  using base = elements<vec_t<N, T>, N, T, T>;

  vec_t() = default;
#ifndef KT_CUDA
  // Copied element by element. Functions would return a small vector as pairs of floats otherwise, which keeps
  // compilers from making vector instructions of the loops that call them.
  constexpr vec_t(const vec_t &other) : base() { *this = other; }
  constexpr vec_t &operator=(const vec_t &other) {
    for (int i = 0; i < N; ++i)
      base::c[i] = other.c[i];
    return *this;
  }
#endif
  KT_HOST_DEVICE explicit constexpr vec_t(T all) {
    for (int i = 0; i < N; ++i)
      base::c[i] = all;
  }
  KT_HOST_DEVICE constexpr vec_t(T x, T y) : base{{x, y}} { static_assert(N == 2); }
  KT_HOST_DEVICE constexpr vec_t(T x, T y, T z) : base{{x, y, z}} { static_assert(N == 3); }
  KT_HOST_DEVICE constexpr vec_t(T x, T y, T z, T w) : base{{x, y, z, w}} { static_assert(N == 4); }
  template <class... Rest>
  KT_HOST_DEVICE constexpr vec_t(T x, T y, T z, T w, T v, Rest... rest) : base{{x, y, z, w, v, T(rest)...}} {
    static_assert(N == 5 + sizeof...(rest));
  }
  KT_HOST_DEVICE constexpr vec_t(const vec_t<3, T> &top, const vec_t<3, T> &bottom)
      : base{{top.c[0], top.c[1], top.c[2], bottom.c[0], bottom.c[1], bottom.c[2]}} {
    static_assert(N == 6);
  }
  template <class U>
  KT_HOST_DEVICE explicit constexpr vec_t(const vec_t<N, U> &other) {
    for (int i = 0; i < N; ++i)
      base::c[i] = convert<T>(other.c[i]);
  }
};

// The names of the common ones: the suffix is the element's type, none is float.

#define KT_VEC_ALIASES(suffix, type)                                                                                   \
  using vec2##suffix = vec_t<2, type>;                                                                                 \
  using vec3##suffix = vec_t<3, type>;                                                                                 \
  using vec4##suffix = vec_t<4, type>;

KT_VEC_ALIASES(, float)
KT_VEC_ALIASES(b, int8)
KT_VEC_ALIASES(ub, uint8)
KT_VEC_ALIASES(s, int16)
KT_VEC_ALIASES(us, uint16)
KT_VEC_ALIASES(i, int32)
KT_VEC_ALIASES(ui, uint32)
KT_VEC_ALIASES(l, int64)
KT_VEC_ALIASES(ul, uint64)
KT_VEC_ALIASES(h, half)
KT_VEC_ALIASES(f, float)
KT_VEC_ALIASES(d, double)

#undef KT_VEC_ALIASES

using spatial_vector = vec_t<6, float>;
using spatial_vectorh = vec_t<6, half>;
using spatial_vectorf = vec_t<6, float>;
using spatial_vectord = vec_t<6, double>;

template <class T>
KT_HOST_DEVICE vec_t<3, T> cross(const vec_t<3, T> &a, const vec_t<3, T> &b) {
  const vec_t<3, T> left(a.c[1], a.c[2], a.c[0]), right(a.c[2], a.c[0], a.c[1]);
  return cw_mul(left, vec_t<3, T>(b.c[2], b.c[0], b.c[1])) - cw_mul(right, vec_t<3, T>(b.c[1], b.c[2], b.c[0]));
}

// Over the elements of one vector. Of equal elements argmin and argmax take the first.

template <int N, class T>
KT_HOST_DEVICE uint32 argmin(const vec_t<N, T> &a) {
  uint32 best = 0;
  for (uint32 i = 1; i < N; ++i)
    if (a.c[i] < a.c[best])
      best = i;
  return best;
}

template <int N, class T>
KT_HOST_DEVICE uint32 argmax(const vec_t<N, T> &a) {
  uint32 best = 0;
  for (uint32 i = 1; i < N; ++i)
    if (a.c[i] > a.c[best])
      best = i;
  return best;
}

template <int N, class T>
KT_HOST_DEVICE T min(const vec_t<N, T> &a) {
  return a.c[argmin(a)];
}
template <int N, class T>
KT_HOST_DEVICE T max(const vec_t<N, T> &a) {
  return a.c[argmax(a)];
}

// Norms, and what they make of a vector. Huber's goes on straight where the length passes `delta`.

template <int N, class T>
KT_HOST_DEVICE T norm_l1(const vec_t<N, T> &v) {
  T sum = abs(v.c[0]);
  for (int i = 1; i < N; ++i)
    sum = sum + abs(v.c[i]);
  return sum;
}
template <int N, class T>
KT_HOST_DEVICE T norm_l2(const vec_t<N, T> &v) {
  return length(v);
}
template <int N, class T>
KT_HOST_DEVICE T norm_huber(const vec_t<N, T> &v, T delta) {
  const T square = dot(v, v);
  return square <= delta * delta ? T(0.5f) * square : delta * (sqrt(square) - T(0.5f) * delta);
}
template <int N, class T>
KT_HOST_DEVICE T norm_pseudo_huber(const vec_t<N, T> &v, T delta) {
  return delta * sqrt(T(1) + dot(v, v) / (delta * delta));
}
template <int N, class T>
KT_HOST_DEVICE vec_t<N, T> smooth_normalize(const vec_t<N, T> &v, T delta) {
  return v / norm_pseudo_huber(v, delta);
}

} // namespace wp

#endif
