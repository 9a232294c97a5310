// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Spelling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace kt;
using namespace kt::ir;

bool kt::isStatement(const Op &op) {
  switch (op.kind()) {
  case OpKind::Constant:
  case OpKind::ThreadId:
  case OpKind::Construct:
  case OpKind::Cast:
  case OpKind::Reinterpret:
  case OpKind::Compare:
  case OpKind::Not:
  case OpKind::ArrayShape:
  case OpKind::View:
  case OpKind::Element:
  case OpKind::Field:
  case OpKind::Component:
  case OpKind::Load: return false;
  case OpKind::Builtin:
  case OpKind::Call: return op.resultCount() != 1 || op.result()->isUnused();
  case OpKind::If: return op.resultCount() == 0;
  case OpKind::Let:
  case OpKind::Var:
  case OpKind::Store:
  case OpKind::For:
  case OpKind::While:
  case OpKind::Break:
  case OpKind::Continue:
  case OpKind::Return:
  case OpKind::Yield:
  case OpKind::Assert:
  case OpKind::Native:
  case OpKind::Printf: return true;
  }
  llvm_unreachable("not an op");
}

bool kt::returnsTuple(const Op &op) {
  return (op.kind() == OpKind::Builtin || op.kind() == OpKind::Call) && op.resultCount() > 1;
}

static bool areOperandsRepeatable(const Op &op) {
  return llvm::all_of(op.operands(), [](const Value *operand) { return isRepeatable(*operand); });
}

bool kt::isRepeatable(const Value &value) {
  const Op *op = value.definingOp();
  if (!op)
    return true;
  switch (op->kind()) {
  case OpKind::Constant:
  case OpKind::ThreadId:
  case OpKind::Let:
  case OpKind::Var: return true;
  case OpKind::Builtin:
  case OpKind::Call: return returnsTuple(*op); // members of one named result
  case OpKind::View: return op->index() == 0;  // all of a variable
  case OpKind::ArrayShape:
  case OpKind::Element:
  case OpKind::Field:
  case OpKind::Component: return areOperandsRepeatable(*op);
  case OpKind::Construct:
  case OpKind::Cast:
  case OpKind::Reinterpret:
  case OpKind::Compare:
  case OpKind::Not:
  case OpKind::Load:
  case OpKind::If:
  case OpKind::Store:
  case OpKind::For:
  case OpKind::While:
  case OpKind::Break:
  case OpKind::Continue:
  case OpKind::Return:
  case OpKind::Yield:
  case OpKind::Assert:
  case OpKind::Native:
  case OpKind::Printf: return false;
  }
  llvm_unreachable("not an op");
}

static bool isExpressionRegion(const Region &region) {
  return llvm::all_of(region.ops(), [](const Op &op) { return op.kind() == OpKind::Yield || !isStatement(op); });
}

bool kt::isConditionalExpr(const Op &op) {
  return op.kind() == OpKind::If && op.resultCount() == 1 && isExpressionRegion(op.region(0)) &&
         isExpressionRegion(op.region(1));
}

// Operators
// ---------

/// Whether `a / constant`, `a % constant` or a shift by it has a value for each `a`.
static bool isSafeRightOperand(StringRef name, const Constant &constant) {
  if (name == "lshift" || name == "rshift")
    return constant.asUnsigned() < cast<ScalarType>(constant.type)->bitWidth();
  return constant.asInt() != 0 && !(constant.type->isSignedInteger() && constant.asInt() == -1);
}

StringRef kt::operatorOf(const Op &op) {
  const Builtin &builtin = op.builtin();
  bool mayBeUndefined =
      llvm::StringSwitch<bool>(builtin.name).Cases({"div", "mod", "floordiv", "lshift", "rshift"}, true).Default(false);
  // The runtime's operators on vectors and matrices are defined for all operands.
  if (!mayBeUndefined || op.operands().size() != 2 || !op.result()->type->isScalar())
    return builtin.infix;
  if (op.operand(0)->type->isFloat())
    return builtin.name == "div" ? builtin.infix : StringRef();
  const Op *right = op.operand(1)->definingOp();
  bool isSafe = right && right->kind() == OpKind::Constant && isSafeRightOperand(builtin.name, right->constant());
  if (!isSafe)
    return {};
  return llvm::StringSwitch<StringRef>(builtin.name)
      .Cases({"div", "floordiv"}, "/")
      .Case("mod", "%")
      .Case("lshift", "<<")
      .Default(">>");
}

static bool hasCompoundOperator(StringRef infix, const Type *type) {
  if (type->isQuaternion())
    return false;
  bool isArithmetic = llvm::StringSwitch<bool>(infix).Cases({"+", "-", "*", "/"}, true).Default(false);
  bool isForIntegers = llvm::StringSwitch<bool>(infix).Cases({"%", "<<", ">>", "&", "|", "^"}, true).Default(false);
  return isArithmetic || (isForIntegers && type->isInteger());
}

const Op *kt::compoundOperation(const Op &store) {
  const Value *place = store.operand(0);
  const Op *operation = store.operand(1)->definingOp();
  // The assignment itself wraps a narrow integer.
  if (operation && operation->kind() == OpKind::Cast && operation->operand(0)->type == operation->result()->type)
    operation = operation->operand(0)->definingOp();
  if (!operation || operation->kind() != OpKind::Builtin || operation->operands().size() != 2 ||
      operation->result()->type != place->type || !operation->result()->hasOneUse())
    return nullptr;
  const Op *load = operation->operand(0)->definingOp();
  if (!load || load->kind() != OpKind::Load || load->operand(0) != place || !load->result()->hasOneUse())
    return nullptr;
  return hasCompoundOperator(operatorOf(*operation), place->type) ? operation : nullptr;
}

const Op *kt::variableOfParameter(const Value &argument) {
  if (!argument.hasOneUse())
    return nullptr;
  const Op *var = argument.uses()[0].user;
  bool isTopLevel = !var->parentOp();
  return var->kind() == OpKind::Var && isTopLevel && var->result()->name == argument.name ? var : nullptr;
}
