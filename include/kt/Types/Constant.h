// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A value known when translating: a scalar or composite, held exactly as its type holds it. Arithmetic on constants
// lives with whoever needs it.

#ifndef KT_TYPES_CONSTANT_H
#define KT_TYPES_CONSTANT_H

#include "kt/Types/Type.h"
#include "llvm/ADT/SmallVector.h"

namespace kt {

/// One scalar. Integers and bool are kept as their 64-bit pattern, sign- or zero-extended as the type says; floats as a
/// double that is already rounded to the type.
struct ScalarValue {
  union {
    uint64_t bits;
    double real;
  };
  static ScalarValue ofInt(uint64_t bits) {
    ScalarValue v;
    v.bits = bits;
    return v;
  }
  static ScalarValue ofReal(double real) {
    ScalarValue v;
    v.real = real;
    return v;
  }
};

/// `scalarCount(type)` scalars, matrices row by row.
struct Constant {
  const Type *type = nullptr;
  llvm::SmallVector<ScalarValue, 1> values;

  static Constant boolean(bool value, TypeContext &types);
  static Constant int32(int32_t value, TypeContext &types);
  /// Wraps `value` to the width of `type`.
  static Constant integer(const ScalarType *type, uint64_t value);
  /// Rounds `value` to `type`.
  static Constant real(const ScalarType *type, double value);

  /// The quaternion of no rotation, or the transform that moves nothing.
  static Constant identity(const Type *type);

  bool isBool() const { return type->isBool(); }
  bool isInteger() const { return type->isInteger(); }
  bool isFloat() const { return type->isFloat(); }
  bool isScalar() const { return type->isScalar(); }
  bool asBool() const { return values[0].bits != 0; }
  int64_t asInt() const { return int64_t(values[0].bits); }
  uint64_t asUnsigned() const { return values[0].bits; }
  double asReal() const { return values[0].real; }

  /// Equal type and equal bits (so that -0.0 differs from 0.0 and NaN equals itself).
  bool operator==(const Constant &other) const;
  /// As it stands in a dump: `3`, `0.5`, `true`, `(1, 0, 0)`.
  std::string spelling() const;
};

/// `value` as `type` holds it, by the language's casts: wrap, truncate toward zero (saturating), round to nearest.
Constant convert(const Constant &value, const ScalarType *type);

} // namespace kt

#endif
