// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The scalar types, and the builtins and operators that integers have too. Division, remainder, shifts and casts have a
// value for all operands. Most functions have one body for scalars of every type and for vectors, matrices and
// quaternions, which they take element by element: a call has few candidates and is quickly checked.

#ifndef KT_RUNTIME_SCALAR_H
#define KT_RUNTIME_SCALAR_H

#include "kt-runtime/platform.h"

namespace wp {

using int8 = signed char;
using int16 = short;
using int32 = int;
using int64 = long long;
using uint8 = unsigned char;
using uint16 = unsigned short;
using uint32 = unsigned int;
using uint64 = unsigned long long;
using float32 = float;
using float64 = double;

struct half;

template <class T>
constexpr bool is_float = false;
template <>
inline constexpr bool is_float<float> = true;
template <>
inline constexpr bool is_float<double> = true;
template <>
inline constexpr bool is_float<half> = true;

template <class T>
constexpr bool is_signed = T(-1) < T(1);

/// Of what these functions take, a class is a vector, a matrix or a quaternion.
template <class T>
constexpr bool is_elements = __is_class(T);
template <>
inline constexpr bool is_elements<half> = false;

/// Elements go their own way; what follows is for scalars. `expr` sees the element's index as `i`.
#define KT_EACH(expr)                                                                                                  \
  if constexpr (is_elements<T>) {                                                                                      \
    T result;                                                                                                          \
    for (int i = 0; i < T::size; ++i)                                                                                  \
      result.c[i] = expr;                                                                                              \
    return result;                                                                                                     \
  } else

// int(x), wp.int8(x), ... of a float: rounds towards zero, keeps to the type's range, and takes NaN to 0.

template <class To = int, class From>
KT_HOST_DEVICE constexpr To to_int(From x) {
  static_assert(is_float<From>);
  constexpr To highest = is_signed<To> ? To((uint64(1) << (8 * sizeof(To) - 1)) - 1) : To(-1);
  constexpr To lowest = is_signed<To> ? To(-highest - 1) : To(0);
  constexpr From end = From(2 * float(uint64(highest) / 2 + 1));
  // Two comparisons that compilers make one of: with the absolute value.
  if (x < end && x > (is_signed<To> ? From(-end) : From(-1)))
    return To(x);
  return x >= end ? highest : x < From(0) ? lowest : To(0);
}

/// A conversion between any two scalar types, defined for all values.
template <class To, class From>
KT_HOST_DEVICE constexpr To convert(From x) {
  if constexpr (is_float<From> && !is_float<To> && To(2) != To(true))
    return to_int<To>(x);
  else
    return To(x);
}

template <class T>
KT_HOST_DEVICE bool is_negative(T x) {
  if constexpr (is_signed<T>)
    return x < T(0);
  else
    return false;
}

// a / b, a % b: of integers as in C, towards zero; a remainder has the sign of `a`. By the integer zero the quotient is
// 0 and the remainder is `a`; the most negative value divided by -1 is itself, with remainder 0.

template <class T>
KT_HOST_DEVICE T div(T a, T b) {
  KT_EACH(div(a.c[i], b.c[i]))
  if constexpr (is_float<T>)
    return a / b;
  else if (is_signed<T> && b == T(-1))
    return T(-uint64(a));
  else
    return b == T(0) ? T(0) : T(a / b);
}

KT_HOST_DEVICE inline float mod(float a, float b) { return KT_LIBM(fmodf)(a, b); }
KT_HOST_DEVICE inline double mod(double a, double b) { return KT_LIBM(fmod)(a, b); }
template <class T>
KT_HOST_DEVICE T mod(T a, T b) {
  KT_EACH(mod(a.c[i], b.c[i]))
  if (is_signed<T> && b == T(-1))
    return T(0);
  else
    return b == T(0) ? a : T(a % b);
}

// a << b, a >> b: bits shifted out are lost, and a shift by the width or more, or by a negative count, loses them all.

template <class T>
KT_HOST_DEVICE T lshift(T a, T b) {
  KT_EACH(lshift(a.c[i], b.c[i]))
  return uint64(b) < 8 * sizeof(T) ? T(uint64(a) << uint64(b)) : T(0);
}

template <class T>
KT_HOST_DEVICE T rshift(T a, T b) {
  KT_EACH(rshift(a.c[i], b.c[i]))
  return uint64(b) < 8 * sizeof(T) ? T(a >> b) : is_negative(a) ? T(-1) : T(0);
}

template <class T>
KT_HOST_DEVICE T invert(T a) {
  return T(~a);
}

template <class T>
KT_HOST_DEVICE T cw_mul(T a, T b) {
  KT_EACH(cw_mul(a.c[i], b.c[i]))
  // C++ multiplies two uint16 as ints, which may be too small for the product.
  if constexpr (sizeof(T) == 2 && !is_float<T>)
    return T(1u * a * b);
  else
    return T(a * b);
}

template <class T>
KT_HOST_DEVICE T cw_div(T a, T b) {
  return div(a, b);
}

// Where the order of two values is unknown, as with NaN, the second is taken.

template <class T>
KT_HOST_DEVICE T min(T a, T b) {
  KT_EACH(min(a.c[i], b.c[i]))
  return a < b ? a : b;
}

template <class T>
KT_HOST_DEVICE T max(T a, T b) {
  KT_EACH(max(a.c[i], b.c[i]))
  return a > b ? a : b;
}

template <class T>
KT_HOST_DEVICE T clamp(T x, T low, T high) {
  return min(max(low, x), high);
}

KT_HOST_DEVICE inline float abs(float x) { return KT_LIBM(fabsf)(x); }
KT_HOST_DEVICE inline double abs(double x) { return KT_LIBM(fabs)(x); }
template <class T>
KT_HOST_DEVICE T abs(T x) {
  KT_EACH(abs(x.c[i]))
  return is_negative(x) ? T(-uint64(x)) : x;
}

template <class T>
KT_HOST_DEVICE T sign(T x) {
  KT_EACH(sign(x.c[i]))
  return is_negative(x) ? T(-1) : T(1);
}

template <class T>
KT_HOST_DEVICE T step(T x) {
  return is_negative(x) ? T(1) : T(0);
}
template <class T>
KT_HOST_DEVICE T nonzero(T x) {
  return x == T(0) ? T(0) : T(1);
}

// Only an infinity or a NaN leaves something when it is taken from itself. Of elements isfinite asks for all of them,
// the other two for one.

template <class T>
KT_HOST_DEVICE bool isfinite(T x) {
  return x - x == T();
}
template <class T>
KT_HOST_DEVICE bool isnan(T x) {
  return !(x == x);
}
template <class T>
KT_HOST_DEVICE bool isinf(T x) {
  if constexpr (is_elements<T>) {
    for (int i = 0; i < T::size; ++i)
      if (isinf(x.c[i]))
        return true;
    return false;
  } else {
    return !isfinite(x) && !isnan(x);
  }
}

// Both values are there already, one is taken.

template <class T>
KT_HOST_DEVICE T where(bool condition, const T &if_true, const T &if_false) {
  return condition ? if_true : if_false;
}

template <class T>
KT_HOST_DEVICE T select(bool condition, const T &if_false, const T &if_true) {
  return condition ? if_true : if_false;
}

#undef KT_EACH

/// for i in range(start, stop, step), with a step that is known at run time only: whether an iteration with `i`
/// follows. A step of 0 has none.
template <class T>
KT_HOST_DEVICE bool range_continues(T i, T stop, T step) {
  return is_negative(step) ? i > stop : step != T(0) && i < stop;
}

/// The bytes of `value` as those of another type of this size. Vectors copy in a way of their own, which
/// __builtin_bit_cast refuses.
template <class To, class From>
KT_HOST_DEVICE To cast(const From &value) {
  static_assert(sizeof(To) == sizeof(From), "the bytes of one are those of the other");
  To result;
  for (unsigned i = 0; i < sizeof(To); ++i)
    reinterpret_cast<unsigned char *>(&result)[i] = reinterpret_cast<const unsigned char *>(&value)[i];
  return result;
}

// The values of float types that no literal has.

template <class T>
KT_HOST_DEVICE constexpr T inf() {
  return T(__builtin_bit_cast(float, 0x7f800000u));
}
template <class T>
KT_HOST_DEVICE constexpr T nan() {
  return T(__builtin_bit_cast(float, 0x7fc00000u));
}

} // namespace wp

#endif
