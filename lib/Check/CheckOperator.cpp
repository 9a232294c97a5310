// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Operators. Both operands have one type, or are a scalar and something made of it; what fits is in Builtins.td.

#include "FunctionChecker.h"
#include "llvm/ADT/StringExtras.h"
#include <cmath>

using namespace kt;
using namespace kt::ast;

StringRef kt::builtinName(BinaryOperator op) {
  switch (op) {
  case BinaryOperator::Add: return "add";
  case BinaryOperator::Sub: return "sub";
  case BinaryOperator::Mult:
  case BinaryOperator::MatMult: return "mul";
  case BinaryOperator::Div: return "div";
  case BinaryOperator::Mod: return "mod";
  case BinaryOperator::Pow: return "pow";
  case BinaryOperator::LShift: return "lshift";
  case BinaryOperator::RShift: return "rshift";
  case BinaryOperator::BitOr: return "bit_or";
  case BinaryOperator::BitXor: return "bit_xor";
  case BinaryOperator::BitAnd: return "bit_and";
  case BinaryOperator::FloorDiv: return "floordiv";
  }
  llvm_unreachable("every operator returned");
}

const Type *FunctionChecker::setCallee(const Node *node, Callee callee) {
  const Type *result = callee.result;
  function.callees[node] = std::move(callee);
  return result;
}

// left op right
// -------------

const Type *FunctionChecker::checkBinOp(const BinOp *expr) {
  const Type *left = checkValue(expr->left);
  const Type *right = checkValue(expr->right);
  if (left->isError() || right->isError())
    return errorType();
  return checkOperation(expr, expr->op, expr->opLoc, expr->left, left, expr->right, right);
}

/// What to write in the place of `expr`, which is no `wanted`.
static std::string castHelp(StringRef text, const kt::Constant *constant, const Type *from, const Type *wanted) {
  if (constant && from->spelling() == "int32" && wanted->spelling() == "float32" &&
      text.find_if_not(llvm::isDigit) == StringRef::npos)
    return ("write `" + text + ".0`").str();
  return ("cast it: `" + castName(wanted) + "(" + text + ")`").str();
}

bool FunctionChecker::checkScalarOperands(const Node *node, BinaryOperator op, const Expr *left, const Type *leftType,
                                          const Expr *right, const Type *rightType) {
  StringRef spelled = spelling(op);
  for (auto [operand, type] : {std::pair(left, leftType), std::pair(right, rightType)}) {
    if (!type->isBool())
      continue;
    Diagnostic &diag = error(operand->loc, diag::BoolArithmetic, spelled, text(operand));
    if (op == BinaryOperator::BitAnd || op == BinaryOperator::BitOr)
      diag.help(op == BinaryOperator::BitAnd ? "write `and`" : "write `or`");
    else
      diag.help(("write `int(" + text(operand) + ")`").str());
    return false;
  }
  if (leftType != rightType) {
    Diagnostic &diag = error(node->loc, diag::MixedOperands, spelled, text(left), leftType->spelling(), text(right),
                             rightType->spelling());
    // The integer gives way to the float, and a constant to what is not one.
    bool castsLeft =
        leftType->isFloat() == rightType->isFloat() ? constantOf(left) && !constantOf(right) : rightType->isFloat();
    diag.help(castsLeft ? castHelp(text(left), constantOf(left), leftType, rightType)
                        : castHelp(text(right), constantOf(right), rightType, leftType));
    return false;
  }
  if (op == BinaryOperator::Pow && leftType->isInteger()) {
    error(node->loc, diag::IntegerPower, text(left), text(right)).help("multiply it out, or cast both to float");
    return false;
  }
  return checkConstantOperand(op, right, leftType);
}

/// What no machine has an answer for: a division by zero, a shift past the width.
bool FunctionChecker::checkConstantOperand(BinaryOperator op, const Expr *right, const Type *leftType) {
  const kt::Constant *constant = constantOf(right);
  if (!constant || !leftType->isInteger())
    return true;
  bool divides = op == BinaryOperator::Div || op == BinaryOperator::FloorDiv || op == BinaryOperator::Mod;
  if (divides && constant->asUnsigned() == 0) {
    error(right->loc, diag::DivisionByZero, spelling(op));
    return false;
  }
  bool shifts = op == BinaryOperator::LShift || op == BinaryOperator::RShift;
  if (shifts && constant->asUnsigned() >= cast<ScalarType>(leftType)->bitWidth()) {
    error(right->loc, diag::ShiftOutOfRange, constant->spelling(), leftType->spelling());
    return false;
  }
  return true;
}

/// A func of the file that is called `add` overloads `+` for the types it takes.
const Type *FunctionChecker::callUserOperator(const Node *node, StringRef name, const Expr *left, const Expr *right) {
  if (scope.bindings(name).empty() || localIndex(name) >= 0)
    return nullptr;
  const StaticValue &value = lookup(session, scope, name);
  if (!value.is(StaticValue::Kind::Funcs))
    return nullptr;
  auto bind = [&](const FuncDecl &decl, llvm::SmallVectorImpl<const Expr *> &exprs) {
    exprs.append({left, right});
    return decl.params.size() == exprs.size();
  };
  std::optional<FuncMatch> match = matchFuncs(*value.funcs, bind);
  if (!match)
    return nullptr;
  FuncInstance &instance = instanceOf(*match->decl, match->args);
  if (instance.state == FuncInstance::InProgress)
    return nullptr; // inside of it the operator is the builtin one
  return finishFuncCall(node, instance, match->exprs);
}

const Type *FunctionChecker::checkOperation(const Node *node, BinaryOperator op, Location opLoc, const Expr *left,
                                            const Type *leftType, const Expr *right, const Type *rightType) {
  StringRef name = builtinName(op);
  if (const Type *result = callUserOperator(node, name, left, right))
    return result;
  bool isScalar = leftType->isScalar() && rightType->isScalar();
  if (isScalar && !checkScalarOperands(node, op, left, leftType, right, rightType))
    return errorType();
  std::optional<BuiltinMatch> match = resolveBuiltin(name, {leftType, rightType}, types);
  if (match)
    return setCallee(node, {Callee::Builtin{match->builtin}, {left, right}, match->result});
  Diagnostic &diag = error(isa<AugAssign>(node) ? node->loc : opLoc, diag::NoOperator, spelling(op),
                           leftType->spelling(), rightType->spelling());
  const ScalarType *leftScalar = scalarOf(leftType), *rightScalar = scalarOf(rightType);
  if (leftScalar && rightScalar && leftScalar != rightScalar && leftType->isScalar() != rightType->isScalar())
    diag.help(leftType->isScalar() ? castHelp(text(left), constantOf(left), leftScalar, rightScalar)
                                   : castHelp(text(right), constantOf(right), rightScalar, leftScalar));
  else if (leftType == rightType && leftType->isVector() && op == BinaryOperator::Mult)
    diag.help("write `wp.cw_mul(a, b)` for each component, or `wp.dot(a, b)`");
  else if (leftType == rightType && leftType->isVector() && op == BinaryOperator::Div)
    diag.help("write `wp.cw_div(a, b)` for each component");
  return errorType();
}

// -operand, +operand, ~operand, not operand
// -----------------------------------------

/// A minus sign belongs to the number after it: -2147483648 is an int32.
const Type *FunctionChecker::checkNegativeLiteral(const UnaryOp *expr, const ast::Constant *literal) {
  bool isInt = literal->constantKind == ast::Constant::Int;
  if (!isInt && literal->constantKind != ast::Constant::Float)
    return nullptr;
  StaticValue number = evaluate(session, scope, expr);
  if (!number.isNumber() || (!isInt && std::isinf(number.real)))
    return nullptr;
  if (isInt)
    return useNumber(expr, number, types.int32());
  return useNumber(expr, number, types.float32());
}

const Type *FunctionChecker::checkUnaryOp(const UnaryOp *expr) {
  if (expr->op == UnaryOperator::Not) {
    checkCondition(expr->operand);
    return types.boolean();
  }
  const auto *literal = dyn_cast<ast::Constant>(expr->operand);
  if (literal && expr->op == UnaryOperator::USub)
    if (const Type *type = checkNegativeLiteral(expr, literal))
      return type;
  const Type *operand = checkValue(expr->operand);
  if (operand->isError())
    return operand;
  if (operand->isBool()) {
    Diagnostic &diag = error(expr->operand->loc, diag::BoolArithmetic, spelling(expr->op), text(expr->operand));
    diag.help(expr->op == UnaryOperator::Invert ? ("write `not " + text(expr->operand) + "`").str()
                                                : ("write `int(" + text(expr->operand) + ")`").str());
    return errorType();
  }
  StringRef name = expr->op == UnaryOperator::USub ? "neg" : expr->op == UnaryOperator::UAdd ? "pos" : "invert";
  std::optional<BuiltinMatch> match = resolveBuiltin(name, {operand}, types);
  if (match)
    return setCallee(expr, {Callee::Builtin{match->builtin}, {expr->operand}, match->result});
  error(expr->loc, diag::NoUnaryOperator, spelling(expr->op), operand->spelling());
  return errorType();
}
