// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Types/Constant.h"
#include "llvm/ADT/APFloat.h"
#include "llvm/ADT/APSInt.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/bit.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MathExtras.h"
#include <charconv>
#include <cmath>

namespace kt {

namespace {

using llvm::APFloat;

const llvm::fltSemantics &semantics(const ScalarType *type) {
  assert(type->isFloat());
  if (type->bitWidth() == 16)
    return APFloat::IEEEhalf();
  return type->bitWidth() == 32 ? APFloat::IEEEsingle() : APFloat::IEEEdouble();
}

/// A float16 is made of a float32, as the emitted code makes it.
double roundTo(const ScalarType *type, APFloat value) {
  bool losesInfo;
  if (type->bitWidth() == 16)
    value.convert(APFloat::IEEEsingle(), APFloat::rmNearestTiesToEven, &losesInfo);
  value.convert(semantics(type), APFloat::rmNearestTiesToEven, &losesInfo);
  value.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven, &losesInfo);
  return value.convertToDouble();
}

/// By way of double, a large int64 would be rounded twice on its way to float32.
double intToReal(const ScalarType *from, uint64_t bits, const ScalarType *to) {
  APFloat value(to->bitWidth() == 64 ? APFloat::IEEEdouble() : APFloat::IEEEsingle());
  value.convertFromAPInt(llvm::APInt(64, bits), from->isSignedInteger(), APFloat::rmNearestTiesToEven);
  return roundTo(to, value);
}

/// Toward zero; what does not fit becomes the nearest value that does, and NaN becomes 0.
uint64_t realToInt(double real, const ScalarType *to) {
  llvm::APSInt value(to->bitWidth(), /*isUnsigned=*/!to->isSignedInteger());
  bool isExact;
  APFloat(real).convertToInteger(value, APFloat::rmTowardZero, &isExact);
  return value.isSigned() ? uint64_t(value.getSExtValue()) : value.getZExtValue();
}

ScalarValue convertScalar(const ScalarType *from, ScalarValue value, const ScalarType *to) {
  if (to->isBool())
    return ScalarValue::ofInt(from->isFloat() ? value.real != 0 : value.bits != 0);
  if (to->isFloat())
    return ScalarValue::ofReal(from->isFloat() ? roundTo(to, APFloat(value.real)) : intToReal(from, value.bits, to));
  if (from->isFloat())
    return ScalarValue::ofInt(realToInt(value.real, to));
  return Constant::integer(to, value.bits).values[0];
}

/// The shortest decimal that `type` reads back as `value`, with a point or exponent so that it is seen to be a float.
std::string spellReal(const ScalarType *type, double value) {
  if (std::isnan(value))
    return "nan";
  if (std::isinf(value))
    return value < 0 ? "-inf" : "inf";
  char buffer[40];
  for (int digits = 1;; ++digits) {
    char *end = std::to_chars(std::begin(buffer), std::end(buffer), value, std::chars_format::general, digits).ptr;
    APFloat read(semantics(type));
    llvm::cantFail(read.convertFromString(StringRef(buffer, end - buffer), APFloat::rmNearestTiesToEven).takeError());
    if (roundTo(type, read) != value)
      continue;
    std::string text(buffer, end);
    return StringRef(text).find_first_of(".e") == StringRef::npos ? text + ".0" : text;
  }
}

std::string spellScalar(const ScalarType *type, ScalarValue value) {
  if (type->isBool())
    return value.bits ? "true" : "false";
  if (type->isFloat())
    return spellReal(type, value.real);
  return type->isSignedInteger() ? std::to_string(int64_t(value.bits)) : std::to_string(value.bits);
}

uint64_t bitsOf(const ScalarType *type, ScalarValue value) {
  return type->isFloat() ? llvm::bit_cast<uint64_t>(value.real) : value.bits;
}

} // namespace

Constant Constant::boolean(bool value, TypeContext &types) { return {types.boolean(), {ScalarValue::ofInt(value)}}; }

Constant Constant::int32(int32_t value, TypeContext &types) { return integer(types.int32(), uint64_t(int64_t(value))); }

Constant Constant::integer(const ScalarType *type, uint64_t value) {
  assert(!type->isFloat() && "use real() for floats");
  unsigned width = type->bitWidth();
  uint64_t bits = type->isSignedInteger() ? uint64_t(llvm::SignExtend64(value, width))
                                          : value & llvm::maskTrailingOnes<uint64_t>(width);
  return {type, {ScalarValue::ofInt(bits)}};
}

Constant Constant::real(const ScalarType *type, double value) {
  return {type, {ScalarValue::ofReal(roundTo(type, APFloat(value)))}};
}

Constant Constant::identity(const Type *type) {
  assert((type->isQuaternion() || type->isTransform()) && "of no other type");
  Constant result{type, {}};
  result.values.assign(scalarCount(type), ScalarValue::ofReal(0));
  result.values.back() = ScalarValue::ofReal(1);
  return result;
}

bool Constant::operator==(const Constant &other) const {
  if (type != other.type)
    return false;
  const ScalarType *scalar = scalarOf(type);
  return llvm::equal(values, other.values, [&](ScalarValue left, ScalarValue right) {
    return bitsOf(scalar, left) == bitsOf(scalar, right);
  });
}

std::string Constant::spelling() const {
  const ScalarType *scalar = scalarOf(type);
  if (type->isScalar())
    return spellScalar(scalar, values[0]);
  std::string text = "(";
  llvm::interleave(values, [&](ScalarValue value) { text += spellScalar(scalar, value); }, [&] { text += ", "; });
  return text + ")";
}

Constant convert(const Constant &value, const ScalarType *type) {
  const auto *from = cast<ScalarType>(value.type);
  if (from == type)
    return value;
  return {type, {convertScalar(from, value.values[0], type)}};
}

} // namespace kt
