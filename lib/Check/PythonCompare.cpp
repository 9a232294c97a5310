// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Comparisons as Python makes them, of numbers and of everything else that is known.

#include "StaticValue.h"
#include "llvm/ADT/STLExtras.h"
#include <cmath>

using namespace kt;
using ast::CompareOperator;
using llvm::APInt;
using Kind = StaticValue::Kind;

// Numbers
// -------

static APInt toInteger(const StaticValue &value) {
  return value.is(Kind::Bool) ? APInt(StaticValue::intWidth, value.boolean) : value.integer;
}

/// Negative, zero or positive; nothing where a NaN stands.
static std::optional<int> order(const StaticValue &left, const StaticValue &right) {
  if (left.is(Kind::Float) || right.is(Kind::Float)) {
    double l = toDouble(left), r = toDouble(right);
    if (std::isnan(l) || std::isnan(r))
      return std::nullopt;
    return l < r ? -1 : l > r;
  }
  APInt l = toInteger(left), r = toInteger(right);
  return l.slt(r) ? -1 : l.sgt(r);
}

static bool meets(CompareOperator op, int relation) {
  switch (op) {
  case CompareOperator::Lt: return relation < 0;
  case CompareOperator::LtE: return relation <= 0;
  case CompareOperator::Gt: return relation > 0;
  case CompareOperator::GtE: return relation >= 0;
  case CompareOperator::Eq:
  case CompareOperator::NotEq:
  case CompareOperator::Is:
  case CompareOperator::IsNot:
  case CompareOperator::In:
  case CompareOperator::NotIn: break;
  }
  llvm_unreachable("not an order");
}

// Equality
// --------

static std::optional<bool> areEqual(ArrayRef<StaticValue> left, ArrayRef<StaticValue> right);

/// `left == right`; nothing for what has an equality of its own that is not worked out.
static std::optional<bool> isEqual(const StaticValue &left, const StaticValue &right) {
  if (left.isNumber() && right.isNumber()) {
    std::optional<int> relation = order(left, right);
    return relation && *relation == 0;
  }
  if (left.is(Kind::Typed) || right.is(Kind::Typed) || left.is(Kind::Dict) || right.is(Kind::Dict))
    return std::nullopt;
  if (left.is(Kind::Sequence) && right.is(Kind::Sequence))
    return areEqual(left.elements, right.elements);
  return isSame(left, right);
}

static std::optional<bool> areEqual(ArrayRef<StaticValue> left, ArrayRef<StaticValue> right) {
  if (left.size() != right.size())
    return false;
  for (auto [leftElement, rightElement] : llvm::zip_equal(left, right)) {
    std::optional<bool> equal = isEqual(leftElement, rightElement);
    if (!equal || !*equal)
      return equal;
  }
  return true;
}

/// `value in container`
static std::optional<bool> isIn(const StaticValue &value, const StaticValue &container) {
  if (container.is(Kind::String) && value.is(Kind::String))
    return container.text.contains(value.text);
  if (!container.is(Kind::Sequence) && !container.is(Kind::Dict))
    return std::nullopt;
  size_t step = container.is(Kind::Dict) ? 2 : 1;
  for (size_t i = 0; i < container.elements.size(); i += step) {
    std::optional<bool> equal = isEqual(value, container.elements[i]);
    if (!equal || *equal)
      return equal;
  }
  return false;
}

/// `left is right`, for what there is one of.
static std::optional<bool> isIdentical(const StaticValue &left, const StaticValue &right) {
  auto isUnique = [](const StaticValue &value) {
    return value.is(Kind::None) || value.is(Kind::Bool) || value.is(Kind::Type) || value.is(Kind::Funcs) ||
           value.is(Kind::Class) || value.is(Kind::EnumMember) || value.is(Kind::PlainFunc);
  };
  if (isUnique(left) || isUnique(right))
    return isSame(left, right);
  return std::nullopt;
}

static std::optional<bool> holds(CompareOperator op, const StaticValue &left, const StaticValue &right) {
  auto negated = [](std::optional<bool> value) { return value ? std::optional(!*value) : value; };
  switch (op) {
  case CompareOperator::Eq: return isEqual(left, right);
  case CompareOperator::NotEq: return negated(isEqual(left, right));
  case CompareOperator::Is: return isIdentical(left, right);
  case CompareOperator::IsNot: return negated(isIdentical(left, right));
  case CompareOperator::In: return isIn(left, right);
  case CompareOperator::NotIn: return negated(isIn(left, right));
  case CompareOperator::Lt:
  case CompareOperator::LtE:
  case CompareOperator::Gt:
  case CompareOperator::GtE: break;
  }
  if (!left.isNumber() || !right.isNumber())
    return std::nullopt;
  std::optional<int> relation = order(left, right);
  return relation && meets(op, *relation);
}

StaticValue kt::evaluateCompare(CompareOperator op, const StaticValue &left, const StaticValue &right, Location loc) {
  if (left.isMissing())
    return left;
  if (right.isMissing())
    return right;
  if (std::optional<bool> result = holds(op, left, right))
    return StaticValue::ofBool(*result);
  return StaticValue::unknown(loc, "`" + ast::spelling(op) + "` is not worked out for these values");
}
