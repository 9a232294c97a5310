// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "StaticValue.h"
#include "llvm/ADT/APFloat.h"
#include <cmath>

using namespace kt;
using ast::BinaryOperator;
using ast::CompareOperator;
using ast::UnaryOperator;
using llvm::APInt;

namespace {

constexpr const char *tooManyBits = "the number needs more than 256 bits";

/// A bool counts as 0 or 1.
APInt toInteger(const StaticValue &value) {
  return value.is(StaticValue::Kind::Bool) ? APInt(StaticValue::intWidth, value.boolean) : value.integer;
}

StaticValue intOrTooLarge(APInt value, bool overflow, Location loc) {
  return overflow ? StaticValue::tooLarge(loc, tooManyBits) : StaticValue::ofInt(std::move(value));
}

// Integer arithmetic
// ------------------

/// Python rounds a quotient down; the remainder has the sign of the divisor.
APInt floorDivide(const APInt &left, const APInt &right) {
  APInt quotient = left.sdiv(right);
  bool isExact = (quotient * right) == left;
  if (!isExact && left.isNegative() != right.isNegative())
    quotient -= 1;
  return quotient;
}

StaticValue power(APInt base, const APInt &exponent, Location loc) {
  if (exponent.isNegative())
    return StaticValue::ofFloat(std::pow(base.signedRoundToDouble(), exponent.signedRoundToDouble()));
  if (base.isZero() || base.isOne())
    return StaticValue::ofInt(exponent.isZero() ? APInt(StaticValue::intWidth, 1) : base);
  if (base.isAllOnes())
    return StaticValue::ofInt(exponent[0] ? -1 : 1);
  if (exponent.ugt(StaticValue::intWidth))
    return StaticValue::tooLarge(loc, tooManyBits);
  APInt result(StaticValue::intWidth, 1);
  bool overflow = false;
  for (uint64_t i = 0, e = exponent.getZExtValue(); i < e && !overflow; ++i)
    result = result.smul_ov(base, overflow);
  return intOrTooLarge(std::move(result), overflow, loc);
}

/// Rounded once: the quotient is made to 113 bits, of which 53 stay.
StaticValue trueDivide(const APInt &left, const APInt &right) {
  llvm::APFloat dividend(llvm::APFloat::IEEEquad()), divisor(llvm::APFloat::IEEEquad());
  dividend.convertFromAPInt(left, true, llvm::APFloat::rmNearestTiesToEven);
  divisor.convertFromAPInt(right, true, llvm::APFloat::rmNearestTiesToEven);
  dividend.divide(divisor, llvm::APFloat::rmNearestTiesToEven);
  bool losesInfo;
  dividend.convert(llvm::APFloat::IEEEdouble(), llvm::APFloat::rmNearestTiesToEven, &losesInfo);
  return StaticValue::ofFloat(dividend.convertToDouble());
}

StaticValue shift(BinaryOperator op, const APInt &left, const APInt &right, Location loc) {
  if (right.isNegative())
    return StaticValue::unknown(loc, "a shift by a negative number raises ValueError");
  if (op == BinaryOperator::RShift)
    return StaticValue::ofInt(
        left.ashr(right.ugt(StaticValue::intWidth - 1) ? StaticValue::intWidth - 1 : right.getZExtValue()));
  if (left.isZero())
    return StaticValue::ofInt(0);
  bool overflow = right.ugt(StaticValue::intWidth - 1);
  APInt result = overflow ? left : left.sshl_ov(right, overflow);
  return intOrTooLarge(std::move(result), overflow, loc);
}

StaticValue integerBinary(BinaryOperator op, const APInt &left, const APInt &right, Location loc) {
  bool overflow = false;
  APInt result;
  switch (op) {
  case BinaryOperator::Add: result = left.sadd_ov(right, overflow); break;
  case BinaryOperator::Sub: result = left.ssub_ov(right, overflow); break;
  case BinaryOperator::Mult: result = left.smul_ov(right, overflow); break;
  case BinaryOperator::MatMult: return StaticValue::unknown(loc, "Python has no `@` for numbers");
  case BinaryOperator::Div:
  case BinaryOperator::FloorDiv:
  case BinaryOperator::Mod:
    if (right.isZero())
      return StaticValue::unknown(loc, "a division by zero raises ZeroDivisionError");
    if (op == BinaryOperator::Div)
      return trueDivide(left, right);
    result = floorDivide(left, right);
    if (op == BinaryOperator::Mod)
      result = left - result * right;
    break;
  case BinaryOperator::Pow: return power(left, right, loc);
  case BinaryOperator::LShift:
  case BinaryOperator::RShift: return shift(op, left, right, loc);
  case BinaryOperator::BitOr: result = left | right; break;
  case BinaryOperator::BitXor: result = left ^ right; break;
  case BinaryOperator::BitAnd: result = left & right; break;
  }
  return intOrTooLarge(std::move(result), overflow, loc);
}

// Floating point
// --------------

double floatMod(double left, double right) {
  double rest = std::fmod(left, right);
  if (rest != 0 && (rest < 0) != (right < 0))
    return rest + right;
  return rest == 0 ? std::copysign(0.0, right) : rest;
}

/// Python's own algorithm: exact where floor(left / right) would round up.
double floatFloorDivide(double left, double right) {
  double quotient = (left - floatMod(left, right)) / right;
  if (quotient == 0)
    return std::copysign(0.0, left / right);
  double result = std::floor(quotient);
  return quotient - result > 0.5 ? result + 1 : result;
}

StaticValue floatPower(double left, double right, Location loc) {
  if (left == 0 && right < 0)
    return StaticValue::unknown(loc, "a division by zero raises ZeroDivisionError");
  if (left < 0 && std::isfinite(left) && std::isfinite(right) && right != std::floor(right))
    return StaticValue::unknown(loc, "the result is a complex number");
  double result = std::pow(left, right);
  if (std::isinf(result) && std::isfinite(left) && std::isfinite(right))
    return StaticValue::tooLarge(loc, "the result is too large for a float");
  return StaticValue::ofFloat(result);
}

StaticValue floatBinary(BinaryOperator op, double left, double right, Location loc) {
  switch (op) {
  case BinaryOperator::Add: return StaticValue::ofFloat(left + right);
  case BinaryOperator::Sub: return StaticValue::ofFloat(left - right);
  case BinaryOperator::Mult: return StaticValue::ofFloat(left * right);
  case BinaryOperator::Pow: return floatPower(left, right, loc);
  case BinaryOperator::Div:
  case BinaryOperator::FloorDiv:
  case BinaryOperator::Mod:
    if (right == 0)
      return StaticValue::unknown(loc, "a division by zero raises ZeroDivisionError");
    return StaticValue::ofFloat(op == BinaryOperator::Div   ? left / right
                                : op == BinaryOperator::Mod ? floatMod(left, right)
                                                            : floatFloorDivide(left, right));
  case BinaryOperator::MatMult:
  case BinaryOperator::LShift:
  case BinaryOperator::RShift:
  case BinaryOperator::BitOr:
  case BinaryOperator::BitXor:
  case BinaryOperator::BitAnd: break;
  }
  return StaticValue::unknown(loc, "Python has no `" + ast::spelling(op) + "` for floats");
}

} // namespace

double kt::toDouble(const StaticValue &number) {
  if (number.is(StaticValue::Kind::Float))
    return number.real;
  if (number.is(StaticValue::Kind::Bool))
    return number.boolean;
  llvm::APFloat result(llvm::APFloat::IEEEdouble());
  result.convertFromAPInt(number.integer, /*IsSigned=*/true, llvm::APFloat::rmNearestTiesToEven);
  return result.convertToDouble();
}

StaticValue kt::evaluateBinary(BinaryOperator op, const StaticValue &left, const StaticValue &right, Location loc) {
  if (left.isMissing())
    return left;
  if (right.isMissing())
    return right;
  if (!left.isNumber() || !right.isNumber())
    return StaticValue::unknown(loc, "`" + ast::spelling(op) + "` is worked out for plain numbers only");
  if (left.is(StaticValue::Kind::Float) || right.is(StaticValue::Kind::Float))
    return floatBinary(op, toDouble(left), toDouble(right), loc);
  bool isLogical = op == BinaryOperator::BitAnd || op == BinaryOperator::BitOr || op == BinaryOperator::BitXor;
  StaticValue result = integerBinary(op, toInteger(left), toInteger(right), loc);
  if (isLogical && left.is(StaticValue::Kind::Bool) && right.is(StaticValue::Kind::Bool))
    return StaticValue::ofBool(!result.integer.isZero());
  return result;
}

StaticValue kt::evaluateUnary(UnaryOperator op, const StaticValue &operand, Location loc) {
  if (operand.isMissing())
    return operand;
  if (op == UnaryOperator::Not) {
    if (std::optional<bool> truth = truthOf(operand))
      return StaticValue::ofBool(!*truth);
  } else if (operand.is(StaticValue::Kind::Float) && op != UnaryOperator::Invert) {
    return StaticValue::ofFloat(op == UnaryOperator::USub ? -operand.real : operand.real);
  } else if (operand.is(StaticValue::Kind::Int) || operand.is(StaticValue::Kind::Bool)) {
    APInt value = toInteger(operand);
    if (op == UnaryOperator::Invert)
      return StaticValue::ofInt(~value);
    return op == UnaryOperator::UAdd ? StaticValue::ofInt(value) : StaticValue::ofInt(-value);
  }
  return StaticValue::unknown(loc, "`" + ast::spelling(op) + "` is worked out for plain numbers only");
}
