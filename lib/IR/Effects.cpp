// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What running an op can do, and where control can go.

#include "kt/IR/IR.h"

namespace kt::ir {

static Effects declaredEffects(OpKind kind) {
  static constexpr Effects table[] = {
#define OP(Class, Mnemonic, Min, Max, Regions, Eff) Effects::Eff,
#include "kt/IR/Ops.def"
  };
  return table[unsigned(kind)];
}

static Effects effectsOf(const Builtin &builtin) {
  switch (builtin.effect) {
  case Effect::None: return Effects::Pure;
  case Effect::Read: return Effects::Read;
  case Effect::Write:
  case Effect::ReadModifyWrite:
  case Effect::Output: return Effects::Write;
  }
  llvm_unreachable("not an effect");
}

static bool isLoop(const Op &op) { return op.kind() == OpKind::For || op.kind() == OpKind::While; }

/// The most that an op of `region` can do. A jump that stays inside `region`'s op is no effect of it: a Yield always
/// does, a Break or Continue where `inLoop` says so.
static Effects effectsOf(const Region &region, bool inLoop) {
  Effects most = Effects::Pure;
  for (const Op &op : region.ops()) {
    bool stays =
        op.kind() == OpKind::Yield || (inLoop && (op.kind() == OpKind::Break || op.kind() == OpKind::Continue));
    if (stays)
      continue;
    if (declaredEffects(op.kind()) != Effects::ByRegions) {
      most = std::max(most, effectsOf(op));
      continue;
    }
    if (op.kind() == OpKind::While)
      most = std::max(most, Effects::Write);
    for (unsigned i = 0; i != op.regionCount(); ++i)
      most = std::max(most, effectsOf(op.region(i), inLoop || isLoop(op)));
  }
  return most;
}

Effects effectsOf(const Op &op) {
  Effects declared = declaredEffects(op.kind());
  if (declared == Effects::ByPayload && op.kind() == OpKind::Call)
    return op.callee().effects;
  if (declared == Effects::ByPayload)
    return placesWritten(op).empty() ? effectsOf(op.builtin()) : Effects::Write;
  if (declared != Effects::ByRegions)
    return declared;
  Effects most = op.kind() == OpKind::While ? Effects::Write : Effects::Pure;
  for (unsigned i = 0; i != op.regionCount(); ++i)
    most = std::max(most, effectsOf(op.region(i), isLoop(op)));
  return most;
}

/// Does `op` touch nothing but the function's own variables and its way through itself?
static bool isPrivate(const Op &op) {
  if (op.kind() == OpKind::Load || op.kind() == OpKind::Store)
    return rootOf(*op.operand(0)).kind() == OpKind::Var;
  return op.kind() == OpKind::Var || op.isTerminator();
}

/// As seen by a caller: what a function does to its own variables, and that it returns, does not show.
static Effects effectsForCaller(const Region &region) {
  Effects most = Effects::Pure;
  for (const Op &op : region.ops()) {
    if (isPrivate(op))
      continue;
    if (op.kind() == OpKind::While)
      return Effects::Write;
    if (op.kind() == OpKind::Builtin)
      most = std::max(most, effectsOf(op.builtin())); // places that are no variables are its memory
    else if (declaredEffects(op.kind()) != Effects::ByRegions)
      most = std::max(most, effectsOf(op));
    for (unsigned i = 0; i != op.regionCount(); ++i)
      most = std::max(most, effectsForCaller(op.region(i)));
  }
  return most;
}

Effects effectsOf(const Function &function) { return effectsForCaller(function.body); }

Op &rootOf(const Value &reference) {
  assert(reference.isReference && "a value has no place");
  Op *op = reference.definingOp();
  while (op->kind() == OpKind::Field || op->kind() == OpKind::Component)
    op = op->operand(0)->definingOp();
  return *op;
}

llvm::SmallVector<Value *, 1> placesWritten(const Op &op) {
  if (op.kind() == OpKind::Store)
    return {op.operand(0)};
  llvm::SmallVector<Value *, 1> places;
  if (op.kind() == OpKind::Builtin)
    for (unsigned i = 0; i != op.operands().size(); ++i)
      if (op.builtin().changesPlace(i))
        places.push_back(op.operand(i));
  return places;
}

// Where control can go
// --------------------

static bool breaksOut(const Region &region) {
  return llvm::any_of(region.ops(), [](const Op &op) {
    if (op.kind() == OpKind::Break)
      return true;
    return op.kind() == OpKind::If && (breaksOut(op.region(0)) || breaksOut(op.region(1)));
  });
}

static bool isKnown(const Value *condition, bool value) {
  const Op *op = condition ? condition->definingOp() : nullptr;
  return op && op->kind() == OpKind::Constant && op->constant().isBool() && op->constant().asBool() == value;
}

static bool isEndless(const Op &loop) {
  const Op *yield = loop.region(0).terminator();
  return yield && yield->operands().size() == 1 && isKnown(yield->operand(0), true) && !breaksOut(loop.region(1));
}

bool fallsThrough(const Op &op) {
  if (op.isTerminator() || op.kind() == OpKind::Native) // whose text returns what there is to return
    return false;
  if (op.kind() == OpKind::If && op.resultCount() == 0)
    return (!isKnown(op.operand(0), false) && fallsThrough(op.region(0))) ||
           (!isKnown(op.operand(0), true) && fallsThrough(op.region(1)));
  return op.kind() != OpKind::While || !isEndless(op);
}

bool fallsThrough(const Region &region) {
  return llvm::all_of(region.ops(), [](const Op &op) { return fallsThrough(op); });
}

} // namespace kt::ir
