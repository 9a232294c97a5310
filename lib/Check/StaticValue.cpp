// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "StaticValue.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/bit.h"
#include <cmath>

using namespace kt;

StaticValue StaticValue::ofKind(Kind kind) {
  StaticValue result;
  result.kind = kind;
  return result;
}

StaticValue StaticValue::unknown(Location loc, const llvm::Twine &reason) {
  StaticValue result = ofKind(Kind::Unknown);
  result.loc = loc;
  result.reason = reason.str();
  return result;
}

StaticValue StaticValue::tooLarge(Location loc, const llvm::Twine &reason) {
  StaticValue result = unknown(loc, reason);
  result.kind = Kind::TooLarge;
  return result;
}

StaticValue StaticValue::ofBool(bool value) {
  StaticValue result = ofKind(Kind::Bool);
  result.boolean = value;
  return result;
}

StaticValue StaticValue::ofInt(int64_t value) { return ofInt(llvm::APInt(intWidth, value, /*isSigned=*/true)); }

StaticValue StaticValue::ofInt(llvm::APInt value) {
  StaticValue result = ofKind(Kind::Int);
  result.integer = std::move(value);
  return result;
}

StaticValue StaticValue::ofFloat(double value) {
  StaticValue result = ofKind(Kind::Float);
  result.real = value;
  return result;
}

StaticValue StaticValue::ofTyped(Constant value) {
  StaticValue result = ofKind(Kind::Typed);
  result.typed = std::move(value);
  return result;
}

StaticValue StaticValue::ofType(const Type *type) {
  StaticValue result = ofKind(Kind::Type);
  result.type = type;
  return result;
}

StaticValue StaticValue::ofTemplate(const TypeTemplate *pattern) {
  StaticValue result = ofKind(Kind::Generic);
  result.pattern = pattern;
  return result;
}

StaticValue StaticValue::ofSequence(std::vector<StaticValue> elements) {
  StaticValue result = ofKind(Kind::Sequence);
  result.elements = std::move(elements);
  return result;
}

StaticValue StaticValue::ofNamespace(Namespace space) {
  StaticValue result = ofKind(Kind::Namespace);
  result.space = space;
  return result;
}

StaticValue StaticValue::ofText(Kind kind, StringRef text) {
  StaticValue result = ofKind(kind);
  result.text = text;
  return result;
}

StaticValue StaticValue::ofFunction(Kind kind, const ast::FunctionDef *function, ModuleScope &scope) {
  StaticValue result = ofText(kind, function->name.text);
  result.function = function;
  result.module = &scope;
  return result;
}

/// NaN is the same as itself, and -0.0 is not the same as 0.0.
static bool isSameReal(double left, double right) {
  return llvm::bit_cast<uint64_t>(left) == llvm::bit_cast<uint64_t>(right);
}

bool kt::isSame(const StaticValue &left, const StaticValue &right) {
  if (left.kind != right.kind || left.elements.size() != right.elements.size())
    return false;
  if (left.isMissing())
    return left.loc == right.loc && left.reason == right.reason;
  for (auto [leftElement, rightElement] : llvm::zip_equal(left.elements, right.elements))
    if (!isSame(leftElement, rightElement))
      return false;
  bool isSameConstant =
      left.typed.type ? left.typed == right.typed : !right.typed.type; // there are no values without a type
  bool isSameInteger = left.integer.getBitWidth() == right.integer.getBitWidth() && left.integer == right.integer;
  return left.boolean == right.boolean && left.space == right.space && isSameReal(left.real, right.real) &&
         isSameInteger && left.text == right.text && isSameConstant && left.type == right.type &&
         left.module == right.module && left.classDef == right.classDef && left.function == right.function &&
         left.funcs == right.funcs;
}

std::optional<bool> kt::truthOf(const StaticValue &value) {
  switch (value.kind) {
  case StaticValue::Kind::None: return false;
  case StaticValue::Kind::Bool: return value.boolean;
  case StaticValue::Kind::Int: return !value.integer.isZero();
  case StaticValue::Kind::Float: return value.real != 0;
  case StaticValue::Kind::String: return !value.text.empty();
  case StaticValue::Kind::Sequence:
  case StaticValue::Kind::Dict: return !value.elements.empty();
  case StaticValue::Kind::Typed:
    if (!value.typed.isScalar())
      return std::nullopt;
    return value.typed.isFloat() ? value.typed.asReal() != 0 : value.typed.asInt() != 0;
  case StaticValue::Kind::Unknown:
  case StaticValue::Kind::TooLarge:
  case StaticValue::Kind::EnumMember:
  case StaticValue::Kind::Type:
  case StaticValue::Kind::Generic:
  case StaticValue::Kind::Unsupported:
  case StaticValue::Kind::Namespace:
  case StaticValue::Kind::Module:
  case StaticValue::Kind::Class:
  case StaticValue::Kind::WarpName:
  case StaticValue::Kind::PythonName:
  case StaticValue::Kind::MathName:
  case StaticValue::Kind::PlainFunc:
  case StaticValue::Kind::Funcs:
  case StaticValue::Kind::Kernel: return std::nullopt;
  }
  llvm_unreachable("every kind returned");
}

static bool fits(const llvm::APInt &value, const ScalarType *type) {
  return type->isSignedInteger() ? value.isSignedIntN(type->bitWidth())
                                 : !value.isNegative() && value.isIntN(type->bitWidth());
}

std::optional<Constant> kt::toConstant(const StaticValue &number, const ScalarType *type) {
  assert(number.isNumber() && "only numbers become constants");
  if (type->isFloat())
    return Constant::real(type, toDouble(number));
  if (type->isBool())
    return Constant::integer(type, *truthOf(number));
  if (number.is(StaticValue::Kind::Float))
    return std::nullopt;
  if (number.is(StaticValue::Kind::Bool))
    return Constant::integer(type, number.boolean);
  if (!fits(number.integer, type))
    return std::nullopt;
  return Constant::integer(type, number.integer.trunc(64).getZExtValue());
}
