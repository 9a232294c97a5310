// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Precedence.h"
#include "clang/AST/ExprCXX.h"

using namespace kt;
using namespace clang;

bool kt::isPrimary(const Expr &expr) {
  return !isa<BinaryOperator>(expr) && !isa<UnaryOperator>(expr) && !isa<ConditionalOperator>(expr);
}

bool kt::needsParens(UnaryOperatorKind op, const Expr &operand) {
  if (isPrimary(operand))
    return false;
  auto *inner = dyn_cast<UnaryOperator>(&operand);
  // `- -x` must not become `--x`.
  return !inner || inner->getOpcode() == op;
}

static bool isBitwise(BinaryOperatorKind op) { return op == BO_And || op == BO_Or || op == BO_Xor; }
static bool isShift(BinaryOperatorKind op) { return op == BO_Shl || op == BO_Shr; }
static bool isComparison(BinaryOperatorKind op) { return BinaryOperator::isComparisonOp(op); }

/// The larger, the tighter it binds.
static int precedence(BinaryOperatorKind op) {
  if (BinaryOperator::isMultiplicativeOp(op))
    return 10;
  if (BinaryOperator::isAdditiveOp(op))
    return 9;
  if (isShift(op))
    return 8;
  if (BinaryOperator::isRelationalOp(op))
    return 7;
  if (BinaryOperator::isEqualityOp(op))
    return 6;
  if (op == BO_And)
    return 5;
  if (op == BO_Xor)
    return 4;
  if (op == BO_Or)
    return 3;
  if (op == BO_LAnd)
    return 2;
  if (op == BO_LOr)
    return 1;
  return 0; // assignments
}

/// Combinations that are right as they are, and still warned about.
static bool isSuspect(BinaryOperatorKind outer, BinaryOperatorKind inner) {
  if (isBitwise(outer) || isShift(outer))
    return inner != outer || isShift(outer);
  if (outer == BO_LOr)
    return inner == BO_LAnd;
  return isComparison(outer) && isComparison(inner);
}

bool kt::needsParens(BinaryOperatorKind op, const Expr &operand, Side side) {
  if (isPrimary(operand))
    return false;
  if (BinaryOperator::isAssignmentOp(op))
    return false;
  if (isa<ConditionalOperator>(operand))
    return true;
  if (auto *unary = dyn_cast<UnaryOperator>(&operand))
    return unary->getOpcode() == UO_LNot && isComparison(op);
  BinaryOperatorKind inner = cast<BinaryOperator>(operand).getOpcode();
  if (precedence(inner) < precedence(op) || isSuspect(op, inner))
    return true;
  return side == Side::Right && precedence(inner) == precedence(op) && inner != BO_LAnd && inner != BO_LOr;
}
