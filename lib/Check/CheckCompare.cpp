// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Comparisons. Operands of two types are compared in one that holds the values of both exactly, or not at all.

#include "FunctionChecker.h"

using namespace kt;
using namespace kt::ast;

/// Bits that a number of this type has at most: of an integer without its sign, of a float its significand.
static unsigned precision(const ScalarType *type) {
  if (!type->isFloat())
    return type->bitWidth() - (type->isSignedInteger() ? 1 : 0);
  return type->bitWidth() == 16 ? 11 : type->bitWidth() == 32 ? 24 : 53;
}

/// The narrowest type that holds every value of both; null if there is none.
static const ScalarType *commonType(const ScalarType *left, const ScalarType *right, TypeContext &types) {
  if (left == right)
    return left;
  if (left->isBool() || right->isBool())
    return nullptr;
  if (left->isFloat() || right->isFloat()) {
    const ScalarType *wide =
        left->isFloat() && (!right->isFloat() || left->bitWidth() > right->bitWidth()) ? left : right;
    const ScalarType *other = wide == left ? right : left;
    for (const ScalarType *type : {wide, types.scalar(ScalarKind::Float64)})
      if (precision(other) <= precision(type))
        return type;
    return nullptr;
  }
  unsigned bits = std::max(precision(left), precision(right));
  bool isSigned = left->isSignedInteger() || right->isSignedInteger();
  for (const ScalarType *type :
       {left, right, types.scalar(ScalarKind::Int16), types.int32(), types.scalar(ScalarKind::Int64)})
    if (type->isSignedInteger() == isSigned && precision(type) >= bits)
      return type;
  return nullptr;
}

/// Can the constant be written as a `type` without changing its value?
static bool isExactlyA(const kt::Constant &constant, const ScalarType *type) {
  if (type->isBool() && !constant.isBool() && constant.isFloat())
    return false;
  kt::Constant converted = convert(constant, type);
  return convert(converted, cast<ScalarType>(constant.type)) == constant &&
         // An unsigned pattern would come back from the wrong sign.
         (constant.isFloat() || type->isFloat() ||
          (constant.type->isSignedInteger() && constant.asInt() < 0) ==
              (type->isSignedInteger() && converted.asInt() < 0));
}

/// A number that is known becomes one of the other operand's type: `f > 0`, `u == 1`.
void FunctionChecker::adaptConstants(ArrayRef<const Expr *> operands) {
  const ScalarType *wanted = nullptr;
  for (const Expr *operand : operands)
    if (!constantOf(operand))
      wanted = wanted ? wanted : dyn_cast<ScalarType>(typeOf(operand));
  if (!wanted)
    return;
  for (const Expr *operand : operands) {
    const kt::Constant *constant = constantOf(operand);
    if (constant && constant->isScalar() && constant->type != wanted && isExactlyA(*constant, wanted))
      coerce(operand, wanted);
  }
}

/// The one type in which all operands are compared; null after a report.
const Type *FunctionChecker::comparisonType(const Compare *expr, ArrayRef<const Expr *> operands) {
  adaptConstants(operands);
  const Type *common = typeOf(operands[0]);
  for (const Expr *operand : operands.drop_front()) {
    const Type *type = typeOf(operand);
    if (type == common)
      continue;
    const auto *left = dyn_cast<ScalarType>(common), *right = dyn_cast<ScalarType>(type);
    const ScalarType *both = left && right ? commonType(left, right, types) : nullptr;
    if (!both) {
      Diagnostic &diag = error(expr->loc, diag::MixedComparison, text(operands[0]), common->spelling(), text(operand),
                               type->spelling());
      if (left && right) {
        bool castsLeft = right->isFloat() && !left->isFloat();
        diag.help(("cast one of them: `" + castName(castsLeft ? right : left) + "(" +
                   text(castsLeft ? operands[0] : operand) + ")`")
                      .str());
      }
      return nullptr;
    }
    common = both;
  }
  return common;
}

static bool isOrdering(CompareOperator op) {
  switch (op) {
  case CompareOperator::Lt:
  case CompareOperator::LtE:
  case CompareOperator::Gt:
  case CompareOperator::GtE: return true;
  case CompareOperator::Eq:
  case CompareOperator::NotEq:
  case CompareOperator::Is:
  case CompareOperator::IsNot:
  case CompareOperator::In:
  case CompareOperator::NotIn: return false;
  }
  llvm_unreachable("every operator returned");
}

// left < middle <= right
// ----------------------
const Type *FunctionChecker::checkCompare(const Compare *expr) {
  for (CompareOperator op : expr->ops) {
    bool isIdentity = op == CompareOperator::Is || op == CompareOperator::IsNot;
    if (isIdentity)
      return refuseExpr(expr, op == CompareOperator::Is ? "`is`" : "`is not`", "compare values with `==` or `!=`");
    if (op == CompareOperator::In || op == CompareOperator::NotIn)
      return refuseExpr(expr, op == CompareOperator::In ? "`in`" : "`not in`", "write a loop over the elements");
  }
  if (expr->ops.size() > maxExprDepth)
    return refuseDepth(expr);
  llvm::SmallVector<const Expr *, 4> operands{expr->left};
  operands.append(expr->comparators.begin(), expr->comparators.end());
  bool failed = false;
  for (const Expr *operand : operands)
    failed |= checkValue(operand)->isError();
  if (failed)
    return types.boolean();
  const Type *type = comparisonType(expr, operands);
  if (!type)
    return types.boolean();
  bool isComparable = type->isScalar() || (type->isComposite() && llvm::none_of(expr->ops, isOrdering));
  if (!isComparable) {
    Diagnostic &diag = error(expr->loc, diag::NotComparable, spelling(expr->ops[0]), type->spelling());
    if (type->isArray())
      diag.help("compare the elements, or the `ptr` of both");
    return types.boolean();
  }
  for (const Expr *operand : operands)
    if (typeOf(operand) != type)
      coerce(operand, cast<ScalarType>(type));
  return types.boolean();
}
