// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Marks what can be seen from outside and all that it needs, then drops the rest. A variable is needed if a needed op
// reads it, so one that is only ever updated from itself goes too. A `for` is sure to end and goes if nothing in it is
// needed; a `while` may not end and stays. An `if` may stay for what it does while its results go.

#include "kt/Transform/Simplify.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace kt {

using ir::Op;
using ir::OpKind;
using ir::Region;

namespace {
class Sweeper {
public:
  Sweeper(ir::Module &module, ir::Function &function) : module(module), function(function) {}
  void run();

private:
  ir::Module &module;
  ir::Function &function;
  llvm::DenseSet<const Op *> live;
  llvm::SmallVector<const Op *, 32> pending;
  /// Needed as soon as their variable (what writes it) or their loop (jumps) is.
  llvm::DenseMap<const Op *, llvm::SmallVector<const Op *, 4>> followers;

  void markLive(const Op *op) {
    if (op && live.insert(op).second)
      pending.push_back(op);
  }
  void findRoots(const Region &region, const Op *loop);
  void findRoot(const Op &op, const Op *loop);
  void findWriter(const Op &op, bool doesMore);
  void spread();
  void markEnds(const Op &op);
  void sweep(Region &region);
  void turnAround(Op &op);
  Op *withoutResults(Op &op);
};
} // namespace

static bool isLoop(const Op &op) { return op.kind() == OpKind::For || op.kind() == OpKind::While; }

// Code that is never reached, jumps that change nothing
// -----------------------------------------------------

/// Drops what stands behind a jump. Can control reach the end of `region`?
static bool trim(Region &region) {
  for (Op &op : region.ops()) {
    bool goesOn = false;
    for (unsigned i = 0; i != op.regionCount(); ++i)
      goesOn |= trim(op.region(i));
    bool branches = op.kind() == OpKind::If && op.resultCount() == 0;
    if (branches ? goesOn : fallsThrough(op))
      continue;
    while (&region.ops().back() != &op)
      region.ops().back().erase();
    return false;
  }
  return true;
}

/// Drops jumps of `kind` after which nothing would have come anyway.
static bool dropLastJumps(Region &region, OpKind kind) {
  bool changed = false;
  while (!region.empty() && region.ops().back().kind() == kind) {
    region.ops().back().erase();
    changed = true;
  }
  if (region.empty() || region.ops().back().kind() != OpKind::If || region.ops().back().resultCount() != 0)
    return changed;
  Op &last = region.ops().back();
  for (unsigned i = 0; i != 2; ++i)
    changed |= dropLastJumps(last.region(i), kind);
  return changed;
}

static bool dropLastContinues(Region &region) {
  bool changed = false;
  for (Op &op : region.ops()) {
    if (isLoop(op))
      changed |= dropLastJumps(op.region(op.regionCount() - 1), OpKind::Continue);
    for (unsigned i = 0; i != op.regionCount(); ++i)
      changed |= dropLastContinues(op.region(i));
  }
  return changed;
}

static bool dropIdleJumps(ir::Function &function) {
  bool changed = function.results.empty() && dropLastJumps(function.body, OpKind::Return);
  return dropLastContinues(function.body) || changed;
}

// Mark
// ----

/// An op that writes places, and does more than that or not.
void Sweeper::findWriter(const Op &op, bool doesMore) {
  bool isRoot = doesMore;
  for (const ir::Value *place : placesWritten(op)) {
    const Op &root = rootOf(*place);
    if (root.kind() == OpKind::Var)
      followers[&root].push_back(&op);
    else
      isRoot = true;
  }
  if (isRoot)
    markLive(&op);
}

void Sweeper::findRoot(const Op &op, const Op *loop) {
  switch (op.kind()) {
  case OpKind::Store: return findWriter(op, /*doesMore=*/false);
  case OpKind::Builtin: return findWriter(op, op.builtin().effect > Effect::Read);
  case OpKind::Call:
    if (effectsOf(op) >= ir::Effects::Write)
      markLive(&op);
    return;
  case OpKind::Break:
  case OpKind::Continue: followers[loop].push_back(&op); return;
  case OpKind::While:
  case OpKind::Return:
  case OpKind::Assert:
  case OpKind::Native:
  case OpKind::Printf: return markLive(&op);
  case OpKind::Constant:
  case OpKind::ThreadId:
  case OpKind::Construct:
  case OpKind::Cast:
  case OpKind::Reinterpret:
  case OpKind::Compare:
  case OpKind::Not:
  case OpKind::ArrayShape:
  case OpKind::View:
  case OpKind::Let:
  case OpKind::Var:
  case OpKind::Element:
  case OpKind::Field:
  case OpKind::Component:
  case OpKind::Load:
  case OpKind::If:
  case OpKind::For:
  case OpKind::Yield: return;
  }
}

void Sweeper::findRoots(const Region &region, const Op *loop) {
  for (const Op &op : region.ops()) {
    findRoot(op, loop);
    for (unsigned i = 0; i != op.regionCount(); ++i)
      findRoots(op.region(i), isLoop(op) ? &op : loop);
  }
}

void Sweeper::markEnds(const Op &op) {
  for (unsigned i = 0; i != op.regionCount(); ++i)
    if (const Op *end = op.region(i).terminator(); end && end->kind() == OpKind::Yield)
      markLive(end);
}

void Sweeper::spread() {
  while (!pending.empty()) {
    const Op *op = pending.pop_back_val();
    markLive(op->parentOp());
    for (const ir::Value *operand : op->operands())
      if (const Op *definition = operand->definingOp()) {
        markLive(definition);
        markEnds(*definition);
      }
    auto found = followers.find(op);
    if (found != followers.end())
      for (const Op *follower : found->second)
        markLive(follower);
    if (isLoop(*op))
      markEnds(*op);
  }
}

// Sweep
// -----

/// `if c {} else { … }` is `if not c { … }`.
void Sweeper::turnAround(Op &op) {
  ir::Builder b(module, *op.parentRegion(), &op);
  b.loc = op.loc;
  Op *condition = op.operand(0)->definingOp();
  if (condition && condition->kind() == OpKind::Not) {
    op.setOperand(0, condition->operand(0));
    if (condition->result()->isUnused())
      condition->erase();
  } else {
    op.setOperand(0, b.logicalNot(op.operand(0)));
    live.insert(op.operand(0)->definingOp());
  }
  op.region(0).takeOps(op.region(1));
}

/// The same `if`, whose results nothing needs and whose ends are gone.
Op *Sweeper::withoutResults(Op &op) {
  ir::Builder b(module, *op.parentRegion(), &op);
  b.loc = op.loc;
  Op *plain = b.ifOp(op.operand(0));
  for (unsigned i = 0; i != op.regionCount(); ++i)
    plain->region(i).takeOps(op.region(i));
  op.erase();
  live.insert(plain);
  return plain;
}

/// From the end, so that users go before what they use.
void Sweeper::sweep(Region &region) {
  for (Op *op = region.empty() ? nullptr : &region.ops().back(); op;) {
    Op *previous = op->previous();
    if (!live.contains(op)) {
      op->erase();
      op = previous;
      continue;
    }
    for (unsigned i = 0; i != op->regionCount(); ++i)
      sweep(op->region(i));
    if (op->kind() == OpKind::If && op->resultCount() != 0 && !live.contains(op->region(0).terminator()))
      op = withoutResults(*op);
    if (op->kind() == OpKind::If && op->region(0).empty())
      turnAround(*op);
    op = op->previous();
  }
}

void Sweeper::run() {
  findRoots(function.body, nullptr);
  spread();
  sweep(function.body);
}

// Functions
// ---------

static void findCallees(const Region &region, llvm::DenseSet<const ir::Function *> &called) {
  for (const Op &op : region.ops()) {
    if (op.kind() == OpKind::Call)
      called.insert(&op.callee());
    for (unsigned i = 0; i != op.regionCount(); ++i)
      findCallees(op.region(i), called);
  }
}

/// Callers stand behind their callees, so one walk from the end finds all that is called.
static void removeUncalled(ir::Module &module) {
  llvm::DenseSet<const ir::Function *> called;
  for (const std::unique_ptr<ir::Function> &function : llvm::reverse(module.functions))
    if (function->isKernel() || called.contains(function.get()))
      findCallees(function->body, called);
  llvm::erase_if(module.functions, [&](const std::unique_ptr<ir::Function> &function) {
    return !function->isKernel() && !called.contains(function.get());
  });
}

void removeDeadCode(ir::Module &module) {
  for (const std::unique_ptr<ir::Function> &function : module.functions) {
    trim(function->body);
    dropIdleJumps(*function);
    do
      Sweeper(module, *function).run();
    while (dropIdleJumps(*function)); // a jump may have become the last op
    function->effects = effectsOf(*function);
  }
  removeUncalled(module);
}

} // namespace kt
