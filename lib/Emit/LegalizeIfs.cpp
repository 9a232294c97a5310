// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Legalize.h"

using namespace kt;
using namespace kt::ir;

static Op *onlyUser(const Value &value) { return value.hasOneUse() ? value.uses()[0].user : nullptr; }

/// Replaces each use of `value` by a load of `variable` made for it.
static void loadForEachUse(Value &value, Value *variable, Module &module) {
  llvm::SmallVector<Use, 4> uses(value.uses());
  for (Use use : uses) {
    Builder builder(module, *use.user->parentRegion(), use.user);
    builder.loc = use.user->loc;
    use.user->setOperand(use.index, builder.load(variable));
  }
}

/// The place that a result of `op` is assigned to in each branch. What the result was wanted for tells: a variable that
/// it is stored in right away, or the name that it gets, or else a variable of its own. Null if nobody wants it.
static Value *placeFor(Value &result, Op &op, Module &module) {
  if (result.isUnused())
    return nullptr;
  Op *user = onlyUser(result);
  if (user && user->kind() == OpKind::Store && op.next() == user && user->operand(1) == &result &&
      user->operand(0)->definingOp()->kind() == OpKind::Var) {
    Value *variable = user->operand(0);
    user->erase();
    return variable;
  }
  Builder builder(module, *op.parentRegion(), &op);
  builder.loc = op.loc;
  if (user && user->kind() == OpKind::Let && user->parentRegion() == op.parentRegion()) {
    Value *variable = builder.var(result.type, user->result()->name);
    loadForEachUse(*user->result(), variable, module);
    user->erase();
    return variable;
  }
  Value *variable = builder.var(result.type, result.name);
  loadForEachUse(result, variable, module);
  return variable;
}

/// Was `value` loaded from `variable` in the same straight line before `end`, and the variable not set since?
static bool isStillIn(const Value &variable, const Value &value, const Op &end) {
  const Op *load = value.definingOp();
  if (!load || load->kind() != OpKind::Load || load->operand(0) != &variable ||
      load->parentRegion() != end.parentRegion())
    return false;
  for (const Op *op = end.previous(); op != load; op = op->previous()) {
    bool sets =
        llvm::any_of(placesWritten(*op), [&](const Value *place) { return rootOf(*place).result() == &variable; });
    if (sets || (op->regionCount() != 0 && effectsOf(*op) >= Effects::Write))
      return false;
  }
  return true;
}

static void assignYielded(Region &region, ArrayRef<Value *> places, Module &module) {
  Op *yield = region.terminator();
  if (!yield || yield->kind() != OpKind::Yield)
    return;
  Builder builder(module, region, yield);
  builder.loc = yield->loc;
  for (auto [place, value] : llvm::zip_equal(places, yield->operands()))
    if (place && !isStillIn(*place, *value, *yield))
      builder.store(place, value);
  yield->erase();
}

Op &kt::demoteIf(Op &op, Module &module) {
  llvm::SmallVector<Value *, 2> places;
  for (unsigned i = 0; i != op.resultCount(); ++i)
    places.push_back(placeFor(*op.result(i), op, module));
  Builder builder(module, *op.parentRegion(), &op);
  builder.loc = op.loc;
  Op &structured = *builder.ifOp(op.operand(0));
  for (unsigned i = 0; i != 2; ++i) {
    structured.region(i).takeOps(op.region(i));
    assignYielded(structured.region(i), places, module);
  }
  op.erase();
  return structured;
}
