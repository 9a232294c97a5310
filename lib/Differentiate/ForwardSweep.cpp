// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is run again of the primal, and how the reverse sweep finds the primal's values.

#include "Reverser.h"

using namespace kt;
using namespace kt::ir;

// Finding values
// --------------

bool Reverser::isVisible(const Value &value) const {
  if (!value.isArgument())
    return isAround(*value.definingOp()->parentRegion(), here());
  for (const Region *at = &here(); at; at = at->parentOp() ? at->parentOp()->parentRegion() : nullptr)
    for (const auto &argument : at->arguments())
      if (argument.get() == &value)
        return true;
  return false;
}

Builder Reverser::before(Region &region) {
  Builder result(module, region, ancestorIn(region, here()));
  result.loc = b.loc;
  return result;
}

/// Where the insertion point is, the primal's `value`: as the forward sweep has it, from the variable that holds it, or
/// computed again.
Value *Reverser::use(const Value *value) {
  if (Value *found = env.find(value); found && isVisible(*found))
    return found;
  if (Value *holder = hoisted.lookup(value))
    return b.load(holder);
  Op *op = value->definingOp();
  assert(op && "the argument of a region is in sight in all of it");
  if (op->kind() == OpKind::Var)
    return variable(*op);
  assert((value->isReference || isCheap(*value) || op->kind() == OpKind::Load) && "the plan keeps what is dear");
  ValueMap operands;
  for (Value *operand : op->operands())
    operands.set(operand, use(operand));
  cloneAlone(*op, b, operands);
  return operands.find(value);
}

/// The variable of the primal that is in sight here. One of a branch is out of sight in the branch's reverse, which has
/// its own.
Value *Reverser::variable(const Op &var) {
  if (Value *found = env.find(var.result()); found && isVisible(*found))
    return found;
  Builder at = before(homeOf(*var.result()));
  Value *made = at.var(var.result()->type, var.result()->name, at.zero(var.result()->type));
  env.set(var.result(), made);
  return made;
}

// Running
// -------

void Reverser::forward(const Region &region, const SweepPlan &sweep) {
  Region *outer = top;
  top = &here();
  run(region, sweep.slice, &sweep);
  top = outer;
}

void Reverser::run(const Region &region, const Slice &slice, const SweepPlan *sweep) {
  for (const Op &op : region.ops()) {
    b.loc = op.loc;
    if (sweep && slice.keepsBefore(op))
      keep(op);
    if (slice.contains(op))
      runOp(op, slice, sweep);
  }
}

void Reverser::runOp(const Op &op, const Slice &slice, const SweepPlan *sweep) {
  if (isLoop(op)) {
    const LoopPlan *loopPlan = sweep ? plan.of(op) : nullptr;
    loopPlan && loopPlan->runsForward ? runForward(op, slice) : void(runLoop(op, slice));
    return;
  }
  ValueMap operands;
  for (Value *operand : op.operands())
    operands.set(operand, use(operand));
  Op &copy = cloneAlone(op, b, operands);
  for (unsigned i = 0; i != op.resultCount(); ++i)
    env.set(op.result(i), copy.result(i));
  Region &region = here();
  for (unsigned i = 0; i != op.regionCount(); ++i) {
    b.setInsertionPoint(copy.region(i));
    run(op.region(i), slice, sweep);
  }
  b.setInsertionPoint(region);
  if (!sweep || &region == top)
    return;
  for (unsigned i = 0; i != op.resultCount(); ++i)
    if (sweep->read.contains(op.result(i)) && !op.result(i)->isReference)
      hoisted[op.result(i)] = leaveVisible(copy.result(i));
}

/// With `atStart` and `atEnd` writing the begin and end of the body; `atStart` is given the value that counts, if any.
Op &Reverser::runLoop(const Op &loop, const Slice &slice, llvm::function_ref<void(Value *)> atStart,
                      llvm::function_ref<void()> atEnd) {
  ValueMap operands;
  for (Value *operand : loop.operands())
    operands.set(operand, use(operand));
  Region &region = here();
  Op &copy = cloneAlone(loop, b, operands);
  if (loop.kind() == OpKind::While) {
    b.setInsertionPoint(copy.region(0));
    run(loop.region(0), slice, nullptr);
  }
  Value *induction = nullptr;
  for (const auto &argument : bodyOf(loop).arguments()) {
    induction = bodyOf(copy).addArgument(argument->type, argument->name);
    env.set(argument.get(), induction);
  }
  b.setInsertionPoint(bodyOf(copy));
  if (atStart)
    atStart(induction);
  run(bodyOf(loop), slice, nullptr);
  if (atEnd)
    atEnd();
  b.setInsertionPoint(region);
  return copy;
}

// What is left of loops
// ---------------------

/// `value`, or where it is made in a branch, a variable of the run that holds it.
Value *Reverser::leaveVisible(Value *value) {
  if (&here() == top)
    return value;
  Builder outer = before(*top);
  Value *holder = outer.var(value->type, value->name, outer.zero(value->type));
  b.store(holder, value);
  return holder;
}

/// Leaves for the reverse sweep what variables hold before the loop, which does not change them.
void Reverser::keep(const Op &loop) {
  LoopRecord &record = records[&loop];
  for (const Op *var : plan.of(loop)->kept) {
    Value *content = b.load(variable(*var));
    content->name = var->result()->name;
    record.contents.push_back({var, leaveVisible(content)});
  }
}

/// Declares what the rounds are recorded in.
void Reverser::makeRecord(const Op &loop) {
  const LoopPlan &loopPlan = *plan.of(loop);
  LoopRecord &record = records[&loop];
  Builder outer = before(*top);
  auto arrays = [&](const Contents &variables, unsigned size, StringRef suffix, llvm::SmallVectorImpl<Value *> &made) {
    for (const Op *var : variables) {
      const Type *type = module.types.fixedArray(var->result()->type, {size});
      made.push_back(outer.var(type, module.save(var->result()->name + suffix)));
    }
  };
  record.rounds = outer.var(module.types.int32(), "rounds", outer.constantInt(0));
  if (loopPlan.storage == Storage::Each)
    return arrays(loopPlan.restored, std::max(loopPlan.rounds, 1u), "_each", record.ring);
  if (loopPlan.storage == Storage::None)
    return;
  record.kept = outer.var(module.types.kept(snapshots, ring), "kept");
  arrays(loopPlan.restored, ring, "_ring", record.ring);
  arrays(loopPlan.carried, snapshots, "_kept", record.snapshots);
}

/// The forward sweep of a loop that is reversed, with what that needs: the number of rounds, contents of variables.
void Reverser::runForward(const Op &loop, const Slice &slice) {
  const LoopPlan &loopPlan = *plan.of(loop);
  makeRecord(loop);
  LoopRecord &left = records[&loop];
  bool isKnown = loop.kind() == OpKind::For;
  if (left.kept && isKnown) {
    Value *count = b.compute(".range_count", {use(loop.operand(0)), use(loop.operand(1)), use(loop.operand(2))});
    b.callBuiltin(".kept_known", {left.kept, count});
  } else if (left.kept) {
    b.callBuiltin(".kept_unknown", {left.kept});
  }
  auto atStart = [&](Value *) {
    if (loopPlan.storage != Storage::None)
      record(loop, b.load(left.rounds));
  };
  auto atEnd = [&] { b.store(left.rounds, b.compute("add", {b.load(left.rounds), b.constantInt(1)})); };
  runLoop(loop, slice, atStart, atEnd);
  if (left.kept && !isKnown)
    b.callBuiltin(".kept_done", {left.kept, b.load(left.rounds)});
}

Value *Reverser::slotOf(Value *array, Value *index) { return b.element(b.view(array, {}), {index}); }

/// Records the contents with which `round` begins.
void Reverser::record(const Op &loop, Value *round) {
  const LoopPlan &loopPlan = *plan.of(loop);
  LoopRecord &left = records[&loop];
  if (left.kept) {
    Op *due = b.ifOp(b.compute(".kept_due", {left.kept, round}));
    Region &region = here();
    b.setInsertionPoint(due->region(0));
    Value *slot = b.let(b.compute(".kept_take", {left.kept, round}), "slot");
    for (auto [var, array] : llvm::zip_equal(loopPlan.carried, left.snapshots))
      b.store(slotOf(array, slot), b.load(variable(*var)));
    b.setInsertionPoint(region);
  }
  Value *place = left.kept ? b.compute("bit_and", {round, b.constantInt(ring - 1)}) : round;
  for (auto [var, array] : llvm::zip_equal(loopPlan.restored, left.ring))
    b.store(slotOf(array, place), b.load(variable(*var)));
}
