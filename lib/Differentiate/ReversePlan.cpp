// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "ReversePlan.h"

using namespace kt;
using namespace kt::ir;

/// Loops of up to so many rounds have a place for the contents of each.
static constexpr uint64_t mostKeptEach = 32;

namespace {

class Planner {
public:
  Planner(const Activity &activity, ReversePlan &plan) : activity(activity), plan(plan) {}
  Contents planSweep(const Region &region, SweepPlan &sweep);

private:
  const Activity &activity;
  ReversePlan &plan;

  bool hasReverse(const Op &op);
  void findReads(const Region &region, const Region &sweepRegion, SweepPlan &sweep);
  void findReads(const Op &op, const Region &sweepRegion, SweepPlan &sweep);
  void read(const Value *value, const Region &sweepRegion, SweepPlan &sweep);
  void readPlace(const Value *place, const Region &sweepRegion, SweepPlan &sweep);
  void readArray(const Value *array, const Region &sweepRegion, SweepPlan &sweep);
  void findTouched(const Region &region, const Region &body, Contents &touched);
  void planLoop(const Op &loop, const Region &sweepRegion, SweepPlan &sweep);
};

} // namespace

/// Does the reverse sweep do something for `op`?
bool Planner::hasReverse(const Op &op) {
  auto isActive = [&](const Value *value) { return activity.isActive(value); };
  bool result = false;
  if (op.kind() == OpKind::Store) {
    const Op *variable = variableOf(*op.operand(0));
    result = variable ? activity.isActive(variable) : hasFloats(op.operand(1)->type);
  } else if (op.kind() == OpKind::Builtin || op.kind() == OpKind::Call) {
    result = llvm::any_of(op.operands(), isActive);
  } else {
    for (unsigned i = 0; i != op.resultCount(); ++i)
      result |= isActive(op.result(i));
  }
  for (unsigned i = 0; i != op.regionCount(); ++i)
    for (const Op &inner : op.region(i).ops())
      result |= hasReverse(inner);
  if (result)
    plan.reversed.insert(&op);
  return result;
}

bool kt::isCheap(const Value &value) {
  const Op *op = value.definingOp();
  if (!op)
    return false;
  switch (op->kind()) {
  case OpKind::Constant:
  case OpKind::ThreadId:
  case OpKind::ArrayShape:
  case OpKind::View:
  case OpKind::Cast:
  case OpKind::Reinterpret:
  case OpKind::Compare:
  case OpKind::Not:
  case OpKind::Let: return true;
  case OpKind::Field:
  case OpKind::Component: return !value.isReference;
  case OpKind::Builtin:
    return effectsOf(*op) == Effects::Pure && scalarOf(value.type) && value.type->isScalar() &&
           !value.type->isFloat() && op->builtin().function.empty();
  default: return false;
  }
}

/// A value made in a branch, but for what is as well computed again, has to be kept for the branch's reverse.
void Planner::read(const Value *value, const Region &sweepRegion, SweepPlan &sweep) {
  const Op *op = value->definingOp();
  bool isInBranch = op && op->parentRegion() != &sweepRegion && isAround(sweepRegion, *op->parentRegion());
  if (isInBranch && isCheap(*value))
    for (const Value *operand : op->operands())
      operand->isReference ? readPlace(operand, sweepRegion, sweep) : read(operand, sweepRegion, sweep);
  else
    sweep.read.insert(value);
}

/// What an array is made of: views and fields are made again.
void Planner::readArray(const Value *array, const Region &sweepRegion, SweepPlan &sweep) {
  const Op *op = array->definingOp();
  if (op && op->kind() == OpKind::View) {
    op->operand(0)->isReference ? readPlace(op->operand(0), sweepRegion, sweep)
                                : readArray(op->operand(0), sweepRegion, sweep);
    for (const Value *part : op->operands().drop_front())
      read(part, sweepRegion, sweep);
    return;
  }
  read(array, sweepRegion, sweep);
}

/// The indices on the way to a place.
void Planner::readPlace(const Value *place, const Region &sweepRegion, SweepPlan &sweep) {
  const Op &op = *place->definingOp();
  switch (op.kind()) {
  case OpKind::Component: read(op.operand(1), sweepRegion, sweep); [[fallthrough]];
  case OpKind::Field: return readPlace(op.operand(0), sweepRegion, sweep);
  case OpKind::Element:
    readArray(op.operand(0), sweepRegion, sweep);
    for (const Value *index : op.operands().drop_front())
      read(index, sweepRegion, sweep);
    return;
  default: return;
  }
}

static void findReadArguments(const AdjointRule &rule, llvm::function_ref<void(AdjointRule::Kind, unsigned)> found) {
  found(rule.kind, rule.index);
  for (const AdjointRule *operand : rule.operands)
    if (operand)
      findReadArguments(*operand, found);
}

/// The arguments and results that the adjoint rules of the active arguments mention.
static void findReadsOfRules(const Op &call, const Activity &activity, llvm::function_ref<void(const Value *)> read) {
  const Builtin &builtin = call.builtin();
  size_t params = builtin.paramTypes.size();
  auto isRepeated = [&](unsigned param) { return builtin.isVariadic && param + 1 == params; };
  auto operandsOf = [&](unsigned param) {
    return call.operands().slice(param, isRepeated(param) ? call.operands().size() - param : 1);
  };
  for (const Adjoint &adjoint : builtin.adjoints) {
    bool isActive = llvm::any_of(operandsOf(adjoint.param), [&](const Value *v) { return activity.isActive(v); });
    if (!isActive)
      continue;
    findReadArguments(*adjoint.rule, [&](AdjointRule::Kind kind, unsigned index) {
      if (kind == AdjointRule::Kind::Argument)
        for (const Value *operand : operandsOf(index))
          read(operand);
      else if (kind == AdjointRule::Kind::Result)
        read(call.result(index));
    });
  }
}

void Planner::findReads(const Op &op, const Region &sweepRegion, SweepPlan &sweep) {
  switch (op.kind()) {
  case OpKind::Load:
  case OpKind::Store: return readPlace(op.operand(0), sweepRegion, sweep);
  case OpKind::Component: return read(op.operand(1), sweepRegion, sweep);
  case OpKind::If: return read(op.operand(0), sweepRegion, sweep);
  case OpKind::Builtin:
    if (effectsOf(op) >= Effects::Write) { // an atomic: its array and indices
      readArray(op.operand(0), sweepRegion, sweep);
      for (const Value *operand : op.operands().drop_front())
        if (operand->type->isInteger())
          read(operand, sweepRegion, sweep);
    }
    return findReadsOfRules(op, activity, [&](const Value *value) {
      plan.readByRules.insert(value);
      if (!value->isReference)
        value->type->isArray() ? readArray(value, sweepRegion, sweep) : read(value, sweepRegion, sweep);
    });
  default: return;
  }
}

void Planner::findReads(const Region &region, const Region &sweepRegion, SweepPlan &sweep) {
  for (const Op &op : region.ops()) {
    if (!plan.reversed.contains(&op))
      continue;
    if (isLoop(op)) {
      planLoop(op, sweepRegion, sweep);
      continue;
    }
    findReads(op, sweepRegion, sweep);
    for (unsigned i = 0; i != op.regionCount(); ++i)
      findReads(op.region(i), sweepRegion, sweep);
  }
}

std::optional<uint64_t> kt::knownRounds(const Op &loop) {
  if (loop.kind() != OpKind::For)
    return std::nullopt;
  int64_t bounds[3];
  for (unsigned i = 0; i != 3; ++i) {
    const Op *bound = loop.operand(i)->definingOp();
    if (!bound || bound->kind() != OpKind::Constant)
      return std::nullopt;
    bounds[i] = bound->constant().asInt();
  }
  auto [start, stop, step] = bounds;
  if (step == 0 || (step > 0 ? start >= stop : start <= stop))
    return 0;
  uint64_t distance = step > 0 ? uint64_t(stop) - uint64_t(start) : uint64_t(start) - uint64_t(stop);
  return (distance - 1) / (step > 0 ? uint64_t(step) : -uint64_t(step)) + 1;
}

void Planner::findTouched(const Region &region, const Region &body, Contents &touched) {
  for (const Op &op : region.ops()) {
    bool isAccess = op.kind() == OpKind::Load || op.kind() == OpKind::Store;
    const Op *variable = isAccess ? variableOf(*op.operand(0)) : nullptr;
    if (variable && activity.isActive(variable) && !isAround(body, *variable->parentRegion()))
      touched.insert(variable);
    for (unsigned i = 0; i != op.regionCount(); ++i)
      findTouched(op.region(i), body, touched);
  }
}

void Planner::planLoop(const Op &loop, const Region &sweepRegion, SweepPlan &sweep) {
  auto owned = std::make_unique<LoopPlan>();
  LoopPlan &loopPlan = *owned;
  plan.loops[&loop] = std::move(owned);

  const Region &body = bodyOf(loop);
  findTouched(body, body, loopPlan.touched);
  llvm::DenseSet<const Op *> changing = variablesSetIn(body);
  auto sort = [&](const Contents &needed, Contents &changed) {
    for (const Op *variable : needed)
      (changing.contains(variable) ? changed : loopPlan.constant).insert(variable);
  };
  sort(planSweep(body, loopPlan.round), loopPlan.restored);
  loopPlan.carried = loopPlan.restored;
  if (!loopPlan.restored.empty()) {
    std::optional<uint64_t> rounds = knownRounds(loop);
    bool areFew = rounds && *rounds <= mostKeptEach;
    loopPlan.storage = areFew ? Storage::Each : Storage::Ring;
    loopPlan.rounds = areFew ? *rounds : 0;
  }
  for (size_t before = 0; loopPlan.storage == Storage::Ring && before != loopPlan.carried.size();) {
    before = loopPlan.carried.size();
    Contents live = loopPlan.carried;
    sliceRegion(body, loopPlan.replay, live);
    sort(live, loopPlan.carried);
  }
  llvm::DenseSet<const Op *> changedBehind = variablesSetBehind(loop, sweepRegion);
  for (const Op *variable : loopPlan.constant)
    if (changedBehind.contains(variable) || !isAround(*variable->parentRegion(), sweepRegion))
      loopPlan.kept.insert(variable);
  loopPlan.runsForward = loop.kind() == OpKind::While || loopPlan.storage != Storage::None;

  // What a round reads from outside of the loop, the reverse sweep around reads.
  auto readOuter = [&](const Slice &slice) {
    for (const Value *value : slice.values) {
      const Op *op = value->definingOp();
      if (!op || isAround(bodyOf(loop), *op->parentRegion()))
        continue;
      value->isReference ? readPlace(value, sweepRegion, sweep) : read(value, sweepRegion, sweep);
    }
  };
  readOuter(loopPlan.round.slice);
  readOuter(loopPlan.replay);
  for (const Value *bound : loop.operands())
    read(bound, sweepRegion, sweep);
}

/// The variables of outside whose contents the sweep's start needs.
Contents Planner::planSweep(const Region &region, SweepPlan &sweep) {
  for (const Op &op : region.ops())
    hasReverse(op);
  findReads(region, region, sweep);
  sweep.slice.values.insert(sweep.read.begin(), sweep.read.end());
  Contents live;
  sliceRegion(region, sweep.slice, live, &plan);
  return live;
}

ReversePlan kt::planReverse(const Function &function, const Activity &activity) {
  ReversePlan plan;
  Planner(activity, plan).planSweep(function.body, plan.body);
  return plan;
}
