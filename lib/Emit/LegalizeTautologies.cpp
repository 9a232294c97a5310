// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Legalize.h"
#include "Spelling.h"

using namespace kt;
using namespace kt::ir;

static std::optional<uint64_t> bitsOf(const Value &value) {
  const Op *op = value.definingOp();
  bool isInteger = op && op->kind() == OpKind::Constant && op->constant().isScalar() && op->constant().isInteger();
  return isInteger ? std::optional(op->constant().asUnsigned()) : std::nullopt;
}

static bool isZero(const Value &value) { return bitsOf(value) == 0; }

/// Does `x & mask` have a bit that is not in `mask`, or `x | mask` lack one that is, if it equals `number`?
static bool cannotEqual(const Value &masked, const Value &number) {
  const Op *op = masked.definingOp();
  std::optional<uint64_t> bits = bitsOf(number);
  if (!bits || !op || op->kind() != OpKind::Builtin || op->operands().size() != 2)
    return false;
  StringRef sign = operatorOf(*op);
  std::optional<uint64_t> mask = bitsOf(*op->operand(0));
  if (!mask)
    mask = bitsOf(*op->operand(1));
  return mask && ((sign == "&" && (*bits & ~*mask)) || (sign == "|" && (*mask & ~*bits)));
}

static bool isUnsigned(const Value &value) { return value.type->isInteger() && !value.type->isSignedInteger(); }

/// The same name or constant, or two loads of one variable with nothing between them.
static bool areSame(const Value &left, const Value &right) {
  if (&left == &right)
    return true;
  const Op *a = left.definingOp(), *b = right.definingOp();
  if (!a || !b || a->kind() != b->kind())
    return false;
  if (a->kind() == OpKind::Constant)
    return a->constant() == b->constant();
  if (a->kind() == OpKind::ThreadId)
    return a->index() == b->index();
  return a->kind() == OpKind::Load && a->operand(0) == b->operand(0) && a->next() == b;
}

/// What the comparison always gives, where a compiler would remark on it.
static std::optional<bool> decide(const Op &compare) {
  const Value &left = *compare.operand(0), &right = *compare.operand(1);
  Predicate predicate = compare.predicate();
  if (isUnsigned(left) && isZero(right) && (predicate == Predicate::Lt || predicate == Predicate::Ge))
    return predicate == Predicate::Ge;
  if (isUnsigned(right) && isZero(left) && (predicate == Predicate::Gt || predicate == Predicate::Le))
    return predicate == Predicate::Le;
  bool isEquality = predicate == Predicate::Eq || predicate == Predicate::Ne;
  if (isEquality && (cannotEqual(left, right) || cannotEqual(right, left)))
    return predicate == Predicate::Ne;
  bool isExact = left.type->isInteger() || left.type->isBool();
  if (isExact && areSame(left, right))
    return predicate == Predicate::Eq || predicate == Predicate::Le || predicate == Predicate::Ge;
  return std::nullopt;
}

static bool storesToItself(const Op &store) {
  const Op *load = store.operand(1)->definingOp();
  return load && load->kind() == OpKind::Load && load->operand(0) == store.operand(0) && load->next() == &store &&
         rootOf(*store.operand(0)).kind() == OpKind::Var;
}

bool kt::removeTautologies(Module &module) {
  bool changed = false;
  forEachOp(module, [&](Op &op) {
    if (op.kind() == OpKind::Store && storesToItself(op)) {
      op.erase();
      changed = true;
      return;
    }
    std::optional<bool> decided = op.kind() == OpKind::Compare ? decide(op) : std::nullopt;
    if (!decided)
      return;
    Builder builder(module, *op.parentRegion(), &op);
    builder.loc = op.loc;
    op.result()->replaceAllUsesWith(builder.constantBool(*decided));
    op.erase();
    changed = true;
  });
  return changed;
}
