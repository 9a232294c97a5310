// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What vectors, matrices and quaternions have in common: N elements in a row, and the operators that go element by
// element. A matrix's elements are its rows, so the same few templates reach the scalars of every shape.

#ifndef KT_RUNTIME_ELEMENTS_H
#define KT_RUNTIME_ELEMENTS_H

#include "kt-runtime/math.h"

namespace wp {

template <class A, class B>
constexpr bool is_same = false;
template <class A>
constexpr bool is_same<A, A> = true;

/// The base of `Self`, which has N elements E made of scalars T.
template <class Self, int N, class E, class T>
struct elements {
  using element = E;
  static constexpr int size = N;

  E c[N] = {};

  /// The scalars, in the order in which they lie.
  static constexpr int scalars = N * int(sizeof(E) / sizeof(T));
  KT_HOST_DEVICE constexpr T &at(int i) {
    if constexpr (is_same<E, T>)
      return c[i];
    else
      return c[i / E::size].c[i % E::size];
  }
  KT_HOST_DEVICE constexpr const T &at(int i) const { return const_cast<elements *>(this)->at(i); }

  /// A negative index counts from the end.
  KT_HOST_DEVICE constexpr E &operator[](int i) { return c[i < 0 ? i + N : i]; }
  KT_HOST_DEVICE constexpr const E &operator[](int i) const { return c[i < 0 ? i + N : i]; }
};

// `expr` sees the scalar's index as `i`. Rows that functions hand around would keep compilers from seeing scalars.

#define KT_EACH(signature, expr)                                                                                       \
  template <class Self, int N, class E, class T>                                                                       \
  KT_HOST_DEVICE Self signature {                                                                                      \
    Self result;                                                                                                       \
    for (int i = 0; i < Self::scalars; ++i)                                                                            \
      result.at(i) = T(expr);                                                                                          \
    return result;                                                                                                     \
  }
#define KT_ARG const elements<Self, N, E, T> &

KT_EACH(operator+(KT_ARG a, KT_ARG b), a.at(i) + b.at(i))
KT_EACH(operator-(KT_ARG a, KT_ARG b), a.at(i) - b.at(i))
KT_EACH(operator*(KT_ARG a, T s), cw_mul(a.at(i), s))
KT_EACH(operator*(T s, KT_ARG a), cw_mul(s, a.at(i)))
KT_EACH(operator/(KT_ARG a, T s), div(a.at(i), s))
KT_EACH(operator/(T s, KT_ARG a), div(s, a.at(i)))
KT_EACH(operator-(KT_ARG a), -a.at(i))
KT_EACH(operator&(KT_ARG a, KT_ARG b), a.at(i) & b.at(i))
KT_EACH(operator|(KT_ARG a, KT_ARG b), a.at(i) | b.at(i))
KT_EACH(operator^(KT_ARG a, KT_ARG b), a.at(i) ^ b.at(i))
KT_EACH(operator~(KT_ARG a), ~a.at(i))

#undef KT_EACH

template <class Self, int N, class E, class T>
KT_HOST_DEVICE bool operator==(KT_ARG a, KT_ARG b) {
  for (int i = 0; i < N; ++i)
    if (!(a.c[i] == b.c[i]))
      return false;
  return true;
}

// Of vectors and quaternions.

template <class Self, int N, class T>
KT_HOST_DEVICE T dot(const elements<Self, N, T, T> &a, const elements<Self, N, T, T> &b) {
  T sum = cw_mul(a.c[0], b.c[0]);
  for (int i = 1; i < N; ++i)
    sum = T(sum + cw_mul(a.c[i], b.c[i]));
  return sum;
}

template <class Self, int N, class T>
KT_HOST_DEVICE T length_sq(const elements<Self, N, T, T> &a) {
  return dot(a, a);
}
template <class Self, int N, class T>
KT_HOST_DEVICE T length(const elements<Self, N, T, T> &a) {
  return sqrt(dot(a, a));
}

/// A vector of no length stays as it is.
template <class Self, int N, class T>
KT_HOST_DEVICE Self normalize(const elements<Self, N, T, T> &a) {
  const T size = length(a);
  return size > T(0) ? a / size : Self();
}

template <class Self, int N, class E, class T>
KT_HOST_DEVICE int len(KT_ARG) {
  return N;
}

#undef KT_ARG

// What follows from the operators above, for whatever they take.

template <class A>
KT_HOST_DEVICE A operator+(const A &a) {
  return a;
}
template <class A>
KT_HOST_DEVICE bool operator!=(const A &a, const A &b) {
  return !(a == b);
}
template <class A, class B>
KT_HOST_DEVICE A &operator+=(A &a, const B &b) {
  return a = a + b;
}
template <class A, class B>
KT_HOST_DEVICE A &operator-=(A &a, const B &b) {
  return a = a - b;
}
template <class A, class B>
KT_HOST_DEVICE A &operator*=(A &a, const B &b) {
  return a = a * b;
}
template <class A, class B>
KT_HOST_DEVICE A &operator/=(A &a, const B &b) {
  return a = a / b;
}

} // namespace wp

#endif
