// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The functions of floats: of each one body, which calls the C library's for double or for float. A half goes through
// float.

#ifndef KT_RUNTIME_MATH_H
#define KT_RUNTIME_MATH_H

#include "kt-runtime/half.h"

namespace wp {

#define KT_MATH_1(name)                                                                                                \
  template <class T>                                                                                                   \
  KT_HOST_DEVICE T name(T x) {                                                                                         \
    if constexpr (sizeof(T) == sizeof(double))                                                                         \
      return KT_LIBM(name)(x);                                                                                         \
    else                                                                                                               \
      return T(KT_LIBM(name##f)(float(x)));                                                                            \
  }
#define KT_MATH_2(name)                                                                                                \
  template <class T>                                                                                                   \
  KT_HOST_DEVICE T name(T x, T y) {                                                                                    \
    if constexpr (sizeof(T) == sizeof(double))                                                                         \
      return KT_LIBM(name)(x, y);                                                                                      \
    else                                                                                                               \
      return T(KT_LIBM(name##f)(float(x), float(y)));                                                                  \
  }

KT_MATH_1(sin)
KT_MATH_1(cos)
KT_MATH_1(tan)
KT_MATH_1(asin)
KT_MATH_1(acos)
KT_MATH_1(atan)
KT_MATH_2(atan2)
KT_MATH_1(sinh)
KT_MATH_1(cosh)
KT_MATH_1(tanh)
KT_MATH_1(exp)
KT_MATH_1(log)
KT_MATH_1(log2)
KT_MATH_1(log10)
KT_MATH_2(pow)
KT_MATH_1(cbrt)
KT_MATH_1(erf)
KT_MATH_1(erfc)
KT_MATH_1(round) // half-way cases away from zero
KT_MATH_1(rint)  // half-way cases to even
KT_MATH_1(trunc)
KT_MATH_1(floor)
KT_MATH_1(ceil)

#if defined(KT_CUDA) || !defined(__clang__)
KT_MATH_1(sqrt)
#else
/// Clang's elementwise form never sets errno, so that loops with a root in them can use vector instructions.
template <class T>
T sqrt(T x) {
  if constexpr (sizeof(T) == sizeof(double))
    return __builtin_elementwise_sqrt(x);
  else
    return T(__builtin_elementwise_sqrt(float(x)));
}
#endif

/// `a // b`: of floats the floor of the quotient, of integers the quotient cut towards zero.
template <class T>
KT_HOST_DEVICE T floordiv(T a, T b) {
  if constexpr (is_float<T>)
    return floor(a / b);
  else
    return div(a, b);
}

template <class T>
KT_HOST_DEVICE T frac(T x) {
  return x - trunc(x);
}
template <class T>
KT_HOST_DEVICE T degrees(T x) {
  return x * T(57.29577951308232087680);
}
template <class T>
KT_HOST_DEVICE T radians(T x) {
  return x * T(0.01745329251994329577);
}

/// `a` and `b` may be vectors, matrices or quaternions.
template <class V, class T>
KT_HOST_DEVICE V lerp(const V &a, const V &b, T t) {
  return a * (T(1) - t) + b * t;
}

template <class T>
KT_HOST_DEVICE T smoothstep(T low, T high, T x) {
  const T t = clamp((x - low) / (high - low), T(0), T(1));
  return t * t * (T(3) - T(2) * t);
}

// wp.erfinv, wp.erfcinv. CUDA has them. Elsewhere a rational start (Abramowitz and Stegun 26.2.23) is mended by
// Halley's rule, which triples the number of right digits in each of its steps.

#ifdef KT_CUDA

KT_MATH_1(erfinv)
KT_MATH_1(erfcinv)

#else

/// For x from 0 to 1.
inline double upper_erfcinv(double x) {
  if (!(x > 0))
    return 1 / x;
  const double t = sqrt(-2 * log(x / 2));
  double y = 0.70710678118654752440 *
             (t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
  for (int i = 0; i < 2; ++i) {
    const double error = (erfc(y) - x) / (1.12837916709551257390 * exp(-y * y));
    y += error / (1 - y * error);
  }
  return y;
}

inline double double_erfcinv(double x) {
  if (!(x >= 0 && x <= 2))
    return nan<double>();
  return x <= 1 ? upper_erfcinv(x) : -upper_erfcinv(2 - x);
}

inline double double_erfinv(double x) {
  if (!(abs(x) < 0.5))
    return x > 0 ? double_erfcinv(1 - x) : -double_erfcinv(1 + x);
  // Near zero 1 - x would lose digits: start from the first terms of the series instead.
  const double square = 0.78539816339744830962 * x * x;
  double y = 0.88622692545275801365 * x * (1 + square * (1.0 / 3 + square * (7.0 / 30 + square * (127.0 / 630))));
  for (int i = 0; i < 2; ++i) {
    const double error = (erf(y) - x) / (1.12837916709551257390 * exp(-y * y));
    y -= error / (1 + y * error);
  }
  return y;
}

template <class T>
T erfcinv(T x) {
  return T(double_erfcinv(double(x)));
}
template <class T>
T erfinv(T x) {
  return T(double_erfinv(double(x)));
}

#endif

#undef KT_MATH_1
#undef KT_MATH_2

} // namespace wp

#endif
