// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The scalar types of the language as types of C++ whose operators do what the language says: integers wrap, and have a
// quotient and a shift for all operands; float16 is rounded after each operation. Each has the size and the bytes that
// it has in memory, and generic code over them computes as a kernel of that type would.

#ifndef KT_LIB_INTERPRET_SCALARS_H
#define KT_LIB_INTERPRET_SCALARS_H

#include "kt/Types/Type.h"
#include "llvm/Support/ErrorHandling.h"
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

namespace kt {

// Integers
// --------

/// An integer of the width and sign of `Rep`.
template <class Rep>
struct Int {
  Rep value;

  Int() = default;
  explicit Int(int small) : value(Rep(small)) {}
  /// The low bits of `bits`.
  static Int wrap(uint64_t bits) {
    Int result;
    result.value = Rep(bits);
    return result;
  }
  /// Sign- or zero-extended.
  uint64_t bits() const { return uint64_t(value); }

  friend Int operator+(Int a, Int b) { return wrap(a.bits() + b.bits()); }
  friend Int operator-(Int a, Int b) { return wrap(a.bits() - b.bits()); }
  friend Int operator*(Int a, Int b) { return wrap(a.bits() * b.bits()); }
  friend Int operator-(Int a) { return wrap(-a.bits()); }
  friend Int operator~(Int a) { return wrap(~a.bits()); }
  friend Int operator&(Int a, Int b) { return wrap(a.bits() & b.bits()); }
  friend Int operator|(Int a, Int b) { return wrap(a.bits() | b.bits()); }
  friend Int operator^(Int a, Int b) { return wrap(a.bits() ^ b.bits()); }
  friend auto operator<=>(Int, Int) = default;

  // By zero the quotient is 0 and the remainder what was divided. The lowest number divided by -1 wraps to itself.
  friend Int operator/(Int a, Int b) {
    if (b.value == 0)
      return Int(0);
    return b.bits() == ~uint64_t(0) && std::is_signed_v<Rep> ? -a : wrap(uint64_t(a.value / b.value));
  }
  friend Int operator%(Int a, Int b) { return a - b * (a / b); }

  // A shift by the width or more, or by a negative number, leaves no bit of what was there but the sign.
  friend Int operator<<(Int a, Int b) { return b.bits() < width ? wrap(a.bits() << b.bits()) : Int(0); }
  friend Int operator>>(Int a, Int b) {
    uint64_t distance = b.bits() < width ? b.bits() : width - 1;
    bool isLost = b.bits() >= width && !std::is_signed_v<Rep>;
    return isLost ? Int(0) : wrap(uint64_t(a.value >> distance));
  }

private:
  static constexpr uint64_t width = 8 * sizeof(Rep);
};

using Int8 = Int<int8_t>;
using UInt8 = Int<uint8_t>;
using Int16 = Int<int16_t>;
using UInt16 = Int<uint16_t>;
using Int32 = Int<int32_t>;
using UInt32 = Int<uint32_t>;
using Int64 = Int<int64_t>;
using UInt64 = Int<uint64_t>;

// float16
// -------

/// The bits of `value` rounded to float16, to nearest and ties to even; and the other way.
uint16_t halfBits(float value);
float halfValue(uint16_t bits);

struct Half {
  uint16_t bits;

  Half() = default;
  explicit Half(float value) : bits(halfBits(value)) {}
  explicit Half(double value) : Half(float(value)) {}
  explicit Half(int value) : Half(float(value)) {}
  explicit operator float() const { return halfValue(bits); }
  explicit operator double() const { return halfValue(bits); }

  friend Half operator+(Half a, Half b) { return Half(float(a) + float(b)); }
  friend Half operator-(Half a, Half b) { return Half(float(a) - float(b)); }
  friend Half operator*(Half a, Half b) { return Half(float(a) * float(b)); }
  friend Half operator/(Half a, Half b) { return Half(float(a) / float(b)); }
  friend Half operator-(Half a) { return Half(-float(a)); }
  friend bool operator==(Half a, Half b) { return float(a) == float(b); }
  friend auto operator<=>(Half a, Half b) { return float(a) <=> float(b); }
};

// All of them
// -----------

template <class S>
constexpr bool isFloat = std::is_floating_point_v<S> || std::is_same_v<S, Half>;

/// Hands a type to a lambda.
template <class S>
struct Tag {
  using Type = S;
};

/// Calls `function` with the Tag of the scalar type of `kind`.
template <class Function>
auto withScalar(ScalarKind kind, Function function) {
  switch (kind) {
  case ScalarKind::Bool: return function(Tag<bool>());
  case ScalarKind::Int8: return function(Tag<Int8>());
  case ScalarKind::UInt8: return function(Tag<UInt8>());
  case ScalarKind::Int16: return function(Tag<Int16>());
  case ScalarKind::UInt16: return function(Tag<UInt16>());
  case ScalarKind::Int32: return function(Tag<Int32>());
  case ScalarKind::UInt32: return function(Tag<UInt32>());
  case ScalarKind::Int64: return function(Tag<Int64>());
  case ScalarKind::UInt64: return function(Tag<UInt64>());
  case ScalarKind::Float16: return function(Tag<Half>());
  case ScalarKind::Float32: return function(Tag<float>());
  case ScalarKind::Float64: return function(Tag<double>());
  }
  llvm_unreachable("not a scalar");
}

/// A float cut off toward zero, kept to the range of the integer type; NaN is 0.
template <class Rep>
Int<Rep> toInt(double value) {
  if (std::isnan(value))
    return Int<Rep>(0);
  using Limits = std::numeric_limits<Rep>;
  // One more than the highest number is a power of two, which a double holds exactly.
  if (value >= std::ldexp(1.0, Limits::digits))
    return Int<Rep>::wrap(uint64_t(Limits::max()));
  if (value <= double(Limits::min()))
    return Int<Rep>::wrap(uint64_t(Limits::min()));
  return Int<Rep>::wrap(uint64_t(Rep(value)));
}

/// The language's cast from one scalar type to another.
template <class To, class From>
To convertScalar(From from) {
  if constexpr (std::is_same_v<To, From>) {
    return from;
  } else if constexpr (std::is_same_v<To, bool>) {
    return from != From(0);
  } else if constexpr (std::is_same_v<From, bool>) {
    return To(int(from));
  } else if constexpr (isFloat<To>) {
    using Step = std::conditional_t<std::is_same_v<To, double>, double, float>;
    if constexpr (isFloat<From>)
      return To(Step(from));
    else
      return To(Step(from.value));
  } else if constexpr (isFloat<From>) {
    return toInt<decltype(To::value)>(double(from));
  } else {
    return To::wrap(from.bits());
  }
}

} // namespace kt

#endif
