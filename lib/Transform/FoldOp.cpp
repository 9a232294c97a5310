// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Integers wrap, floats are rounded to their own type after each step.

#include "FoldOp.h"
#include "llvm/ADT/APFloat.h"
#include "llvm/ADT/APSInt.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/MathExtras.h"
#include <cmath>

namespace kt {

using ir::Op;
using ir::OpKind;
using ir::Predicate;
using llvm::APFloat;

namespace {
enum class Operator {
  None,
  Add,
  Sub,
  Mul,
  Div,
  FloorDiv,
  Mod,
  BitAnd,
  BitOr,
  BitXor,
  Lshift,
  Rshift,
  Neg,
  Pos,
  Invert,
  Select,
  Where,
};
}

static Operator operatorOf(const Builtin &builtin) {
  return llvm::StringSwitch<Operator>(builtin.name)
      .Case("add", Operator::Add)
      .Case("sub", Operator::Sub)
      .Case("mul", Operator::Mul)
      .Case("div", Operator::Div)
      .Case("floordiv", Operator::FloorDiv)
      .Case("mod", Operator::Mod)
      .Case("bit_and", Operator::BitAnd)
      .Case("bit_or", Operator::BitOr)
      .Case("bit_xor", Operator::BitXor)
      .Case("lshift", Operator::Lshift)
      .Case("rshift", Operator::Rshift)
      .Case("neg", Operator::Neg)
      .Case("pos", Operator::Pos)
      .Case("invert", Operator::Invert)
      .Case("select", Operator::Select)
      .Case("where", Operator::Where)
      .Default(Operator::None);
}

const Constant *constantOf(const ir::Value *value) {
  const Op *op = value->definingOp();
  return op && op->kind() == OpKind::Constant ? &op->constant() : nullptr;
}

// Integers
// --------

static bool isLowest(const ScalarType *type, int64_t value) {
  return type->isSignedInteger() && value == llvm::minIntN(type->bitWidth());
}

static std::optional<uint64_t> divide(const ScalarType *type, const Constant &left, const Constant &right,
                                      bool remainder) {
  if (right.asUnsigned() == 0)
    return std::nullopt;
  if (!type->isSignedInteger())
    return remainder ? left.asUnsigned() % right.asUnsigned() : left.asUnsigned() / right.asUnsigned();
  if (isLowest(type, left.asInt()) && right.asInt() == -1)
    return std::nullopt;
  return remainder ? left.asInt() % right.asInt() : left.asInt() / right.asInt();
}

static std::optional<uint64_t> foldInts(Operator op, const ScalarType *type, const Constant &left,
                                        const Constant &right) {
  uint64_t a = left.asUnsigned(), b = right.asUnsigned();
  bool shifts = op == Operator::Lshift || op == Operator::Rshift;
  if (shifts && b >= type->bitWidth()) // a negative amount is a large one
    return std::nullopt;
  switch (op) {
  case Operator::Add: return a + b;
  case Operator::Sub: return a - b;
  case Operator::Mul: return a * b;
  case Operator::Div:
  case Operator::FloorDiv: return divide(type, left, right, /*remainder=*/false);
  case Operator::Mod: return divide(type, left, right, /*remainder=*/true);
  case Operator::BitAnd: return a & b;
  case Operator::BitOr: return a | b;
  case Operator::BitXor: return a ^ b;
  case Operator::Lshift: return a << b;
  case Operator::Rshift: return type->isSignedInteger() ? uint64_t(left.asInt() >> b) : a >> b;
  case Operator::None:
  case Operator::Neg:
  case Operator::Pos:
  case Operator::Invert:
  case Operator::Select:
  case Operator::Where: return std::nullopt;
  }
  llvm_unreachable("not an operator");
}

// Floats
// ------

/// The sum, product … as a double that still has to be rounded to float16 if that is the type: the emitted code
/// computes float16 in float32, too.
static std::optional<double> foldFloats(Operator op, const ScalarType *type, double left, double right) {
  const llvm::fltSemantics &semantics = type->bitWidth() == 64 ? APFloat::IEEEdouble() : APFloat::IEEEsingle();
  bool losesInfo;
  APFloat a(left), b(right);
  a.convert(semantics, APFloat::rmNearestTiesToEven, &losesInfo);
  b.convert(semantics, APFloat::rmNearestTiesToEven, &losesInfo);
  switch (op) {
  case Operator::Add: a.add(b, APFloat::rmNearestTiesToEven); break;
  case Operator::Sub: a.subtract(b, APFloat::rmNearestTiesToEven); break;
  case Operator::Mul: a.multiply(b, APFloat::rmNearestTiesToEven); break;
  case Operator::Div: a.divide(b, APFloat::rmNearestTiesToEven); break;
  case Operator::Mod: a.mod(b); break;
  case Operator::None:
  case Operator::FloorDiv:
  case Operator::BitAnd:
  case Operator::BitOr:
  case Operator::BitXor:
  case Operator::Lshift:
  case Operator::Rshift:
  case Operator::Neg:
  case Operator::Pos:
  case Operator::Invert:
  case Operator::Select:
  case Operator::Where: return std::nullopt;
  }
  a.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven, &losesInfo);
  return a.convertToDouble();
}

static std::optional<Constant> finite(Constant constant) {
  if (!std::isfinite(constant.asReal()))
    return std::nullopt;
  return constant;
}

// Ops
// ---

static std::optional<Constant> foldUnary(Operator op, const ScalarType *type, const Constant &operand) {
  if (op == Operator::Pos)
    return operand;
  if (type->isFloat())
    return op == Operator::Neg ? std::optional(Constant::real(type, -operand.asReal())) : std::nullopt;
  if (op == Operator::Neg)
    return Constant::integer(type, -operand.asUnsigned());
  if (op == Operator::Invert)
    return Constant::integer(type, ~operand.asUnsigned());
  return std::nullopt;
}

static std::optional<Constant> foldBuiltin(const Op &op) {
  if (op.resultCount() != 1)
    return std::nullopt;
  const auto *type = dyn_cast<ScalarType>(op.result()->type);
  const Constant *left = constantOf(op.operand(0));
  if (!type || !left || left->type != type)
    return std::nullopt;
  if (op.operands().size() == 1)
    return foldUnary(operatorOf(op.builtin()), type, *left);
  const Constant *right = op.operands().size() == 2 ? constantOf(op.operand(1)) : nullptr;
  if (!right || right->type != type)
    return std::nullopt;
  if (!type->isFloat()) {
    std::optional<uint64_t> bits = foldInts(operatorOf(op.builtin()), type, *left, *right);
    return bits ? std::optional(Constant::integer(type, *bits)) : std::nullopt;
  }
  std::optional<double> real = foldFloats(operatorOf(op.builtin()), type, left->asReal(), right->asReal());
  return real ? finite(Constant::real(type, *real)) : std::nullopt;
}

template <typename Number>
static bool holds(Predicate predicate, Number left, Number right) {
  switch (predicate) {
  case Predicate::Eq: return left == right;
  case Predicate::Ne: return left != right;
  case Predicate::Lt: return left < right;
  case Predicate::Le: return left <= right;
  case Predicate::Gt: return left > right;
  case Predicate::Ge: return left >= right;
  }
  llvm_unreachable("not a predicate");
}

static std::optional<Constant> foldCompare(const Op &op, TypeContext &types) {
  const Constant *left = constantOf(op.operand(0)), *right = constantOf(op.operand(1));
  if (!left || !right || !left->isScalar())
    return std::nullopt;
  bool result = left->isFloat()                 ? holds(op.predicate(), left->asReal(), right->asReal())
                : left->type->isSignedInteger() ? holds(op.predicate(), left->asInt(), right->asInt())
                                                : holds(op.predicate(), left->asUnsigned(), right->asUnsigned());
  return Constant::boolean(result, types);
}

/// A float that its integer type cannot hold is left to the target.
static std::optional<Constant> foldCast(const Op &op) {
  const Constant *operand = constantOf(op.operand(0));
  if (!operand)
    return std::nullopt;
  const auto *type = cast<ScalarType>(op.result()->type);
  if (operand->isFloat() && type->isInteger()) {
    llvm::APSInt value(type->bitWidth(), !type->isSignedInteger());
    bool isExact;
    if (APFloat(operand->asReal()).convertToInteger(value, APFloat::rmTowardZero, &isExact) == APFloat::opInvalidOp)
      return std::nullopt;
  }
  Constant result = convert(*operand, type);
  return type->isFloat() ? finite(std::move(result)) : result;
}

std::optional<Constant> foldOp(const Op &op, TypeContext &types) {
  if (op.kind() == OpKind::Builtin && !op.operands().empty())
    return foldBuiltin(op);
  if (op.kind() == OpKind::Compare)
    return foldCompare(op, types);
  if (op.kind() == OpKind::Cast)
    return foldCast(op);
  if (op.kind() == OpKind::Not)
    if (const Constant *operand = constantOf(op.operand(0)))
      return Constant::boolean(!operand->asBool(), types);
  return std::nullopt;
}

// Operands that come through unchanged
// ------------------------------------

static bool isNumber(const ir::Value *value, int number) {
  const Constant *constant = constantOf(value);
  if (!constant || !constant->isScalar())
    return false;
  return constant->isFloat() ? constant->asReal() == number && !std::signbit(constant->asReal())
                             : constant->asInt() == number;
}

/// `x + 0.0` is not among them: it makes 0.0 of -0.0. `x - 0.0` is.
static ir::Value *forwardedByOperator(const Op &op) {
  Operator kind = operatorOf(op.builtin());
  if (kind == Operator::Pos)
    return op.operand(0);
  if (kind == Operator::Select || kind == Operator::Where) {
    const Constant *condition = constantOf(op.operand(0));
    if (!condition)
      return nullptr;
    bool second = (condition->asUnsigned() != 0) == (kind == Operator::Select);
    return op.operand(second ? 2 : 1);
  }
  if (op.operands().size() != 2)
    return nullptr;
  ir::Value *left = op.operand(0), *right = op.operand(1);
  bool isInt = op.result()->type->isInteger();
  if (left->type == op.result()->type) {
    bool divides = kind == Operator::Div || (kind == Operator::FloorDiv && isInt);
    bool isOne = (kind == Operator::Mul || divides) && isNumber(right, 1);
    bool isZero = (kind == Operator::Sub || (kind == Operator::Add && isInt)) && isNumber(right, 0);
    if (isOne || isZero)
      return left;
  }
  bool isOne = kind == Operator::Mul && isNumber(left, 1);
  bool isZero = kind == Operator::Add && isInt && isNumber(left, 0);
  return (isOne || isZero) && right->type == op.result()->type ? right : nullptr;
}

/// `true if c else false` is `c`.
static bool yieldsCondition(const Op &op) {
  if (op.resultCount() != 1 || !op.result()->type->isBool())
    return false;
  const Constant *yes = constantOf(op.region(0).terminator()->operand(0));
  const Constant *no = constantOf(op.region(1).terminator()->operand(0));
  return yes && no && yes->asBool() && !no->asBool();
}

ir::Value *forwardedOperand(const Op &op) {
  if (op.kind() == OpKind::If && yieldsCondition(op))
    return op.operand(0);
  if (op.kind() == OpKind::Builtin && op.resultCount() == 1 && !op.operands().empty())
    return forwardedByOperator(op);
  if (op.kind() == OpKind::Cast && op.operand(0)->type == op.result()->type)
    return op.operand(0);
  if (op.kind() == OpKind::Not)
    if (const Op *inner = op.operand(0)->definingOp(); inner && inner->kind() == OpKind::Not)
      return inner->operand(0);
  return nullptr;
}

} // namespace kt
