// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Slice.h"
#include "ReversePlan.h"

using namespace kt;
using namespace kt::ir;

namespace {

class Slicer {
public:
  Slicer(Slice &slice, const ReversePlan *plan) : slice(slice), plan(plan) {}
  void walk(const Region &region, Contents &live);

private:
  Slice &slice;
  const ReversePlan *plan; // null in what is run for its results alone

  void take(const Op &op);
  bool isNeeded(const Op &op) const;
  void visit(const Op &op, Contents &live);
  void readArrays(const Op &op, Contents &live);
  void visitWriter(const Op &op, Contents &live);
  void visitIf(const Op &op, Contents &live);
  void visitLoop(const Op &loop, Contents &live);
};

} // namespace

/// Puts `op` into the slice and all that it reads among the needed values.
void Slicer::take(const Op &op) {
  slice.ops.insert(&op);
  for (const Value *operand : op.operands())
    slice.need(operand);
}

bool Slicer::isNeeded(const Op &op) const {
  for (unsigned i = 0; i != op.resultCount(); ++i)
    if (slice.values.contains(op.result(i)))
      return true;
  return false;
}

static bool holdsAny(const Region &region, const Slice &slice) {
  return llvm::any_of(region.ops(), [&](const Op &op) { return slice.contains(op) || slice.keepsBefore(op); });
}

void Slicer::walk(const Region &region, Contents &live) {
  for (const Op &op : llvm::reverse(region.ops()))
    visit(op, live);
}

void Slicer::visit(const Op &op, Contents &live) {
  switch (op.kind()) {
  case OpKind::Store: return visitWriter(op, live);
  case OpKind::If: return visitIf(op, live);
  case OpKind::For:
  case OpKind::While: return visitLoop(op, live);
  case OpKind::Yield: // the op around says which operands are needed
  case OpKind::Assert:
  case OpKind::Printf: return;
  case OpKind::Var:
    if (live.remove(&op) || isNeeded(op))
      take(op);
    return;
  case OpKind::Load:
    if (!isNeeded(op))
      return;
    take(op);
    if (const Op *variable = variableOf(*op.operand(0)))
      live.insert(variable);
    return;
  case OpKind::Builtin:
    if (!placesWritten(op).empty())
      return visitWriter(op, live);
    [[fallthrough]];
  default:
    if (!isNeeded(op))
      return;
    take(op);
    readArrays(op, live);
  }
}

/// A builtin that takes a local array may read all of it.
void Slicer::readArrays(const Op &op, Contents &live) {
  if (op.kind() != OpKind::Builtin)
    return;
  for (const Value *operand : op.operands())
    if (const Op *variable = operand->type->isArray() ? variableBehind(*operand) : nullptr)
      live.insert(variable);
}

/// A store to a variable, or a builtin that changes some.
void Slicer::visitWriter(const Op &op, Contents &live) {
  bool wanted = isNeeded(op);
  for (const Value *place : placesWritten(op))
    if (const Op *variable = variableOf(*place))
      wanted |= live.contains(variable);
  if (!wanted)
    return;
  take(op);
  for (const Value *place : placesWritten(op)) {
    const Op *variable = variableOf(*place);
    if (op.kind() != OpKind::Store)
      live.insert(variable);
    else if (isWholeVariable(*place))
      live.remove(variable);
  }
  readArrays(op, live);
}

void Slicer::visitIf(const Op &op, Contents &live) {
  bool wanted = isNeeded(op);
  Contents then, otherwise;
  while (true) {
    if (wanted && op.resultCount() != 0) // all results, then
      for (unsigned arm = 0; arm != 2; ++arm)
        take(*op.region(arm).terminator());
    then = otherwise = live;
    walk(op.region(0), then);
    walk(op.region(1), otherwise);
    if (wanted || !(holdsAny(op.region(0), slice) || holdsAny(op.region(1), slice)))
      break;
    wanted = true;
  }
  live = otherwise;
  live.insert(then.begin(), then.end());
  if (wanted)
    take(op);
}

/// Contents needed at the end of a round are those needed behind the loop, and those needed at its start.
void Slicer::visitLoop(const Op &loop, Contents &live) {
  const LoopPlan *loopPlan = plan ? plan->of(loop) : nullptr;
  bool isWhile = loop.kind() == OpKind::While;
  bool wanted = loopPlan && loopPlan->runsForward;
  Slicer inner(slice, nullptr);
  Contents around = live;
  if (loopPlan)
    around.insert(loopPlan->carried.begin(), loopPlan->carried.end());
  for (size_t before = 0, size = 1; before != size;) {
    before = size;
    if (isWhile && wanted) {
      take(*loop.region(0).terminator());
      inner.walk(loop.region(0), around);
    }
    Contents round = around;
    inner.walk(bodyOf(loop), round);
    around.insert(round.begin(), round.end());
    wanted |= holdsAny(bodyOf(loop), slice);
    size = 1 + around.size() + slice.ops.size() + slice.values.size();
  }
  if (wanted) {
    take(loop);
    live.insert(around.begin(), around.end());
  }
  if (!loopPlan)
    return;
  live.insert(loopPlan->constant.begin(), loopPlan->constant.end());
  if (!loopPlan->kept.empty())
    slice.keepers.insert(&loop);
}

void kt::sliceRegion(const Region &region, Slice &slice, Contents &live, const ReversePlan *plan) {
  Slicer(slice, plan).walk(region, live);
}
