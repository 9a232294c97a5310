// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The reverse sweep, op by op.

#include "Reverser.h"
#include "kt/Transform/AdjointRules.h"

using namespace kt;
using namespace kt::ir;

Reverser::Reverser(const Function &primal, Function &adjoint, Module &module, const Activity &activity,
                   const ReversePlan &plan)
    : primal(primal), module(module), activity(activity), plan(plan), b(module, adjoint.body) {
  auto params = primal.body.arguments();
  auto given = adjoint.body.arguments();
  assert(given.size() == 2 * params.size() && "a gradient for each parameter");
  b.loc = primal.loc;
  for (auto [i, param] : llvm::enumerate(params)) {
    env.set(param.get(), given[i].get());
    Value *gradient = given[params.size() + i].get();
    if (param->type->isStruct()) {
      gradientArrays[param.get()] = gradient;
    } else if (const auto *array = dyn_cast<ArrayType>(param->type);
               array && hasFloats(array->element()) && !array->element()->isStruct()) {
      Value *grads = b.compute(".gradient_of", {given[i].get(), gradient});
      gradientArrays[param.get()] = b.let(grads, module.save("grad_" + param->name));
    }
  }
}

void Reverser::run() {
  homes[&primal.body] = &here();
  forward(primal.body, plan.body);
  reverse(primal.body);
}

void Reverser::reverse(const Region &region) {
  for (const Op &op : llvm::reverse(region.ops()))
    if (plan.reversed.contains(&op)) {
      b.loc = op.loc;
      reverse(op);
    }
}

void Reverser::reverse(const Op &op) {
  switch (op.kind()) {
  case OpKind::Load: return reverseLoad(op);
  case OpKind::Store: return reverseStore(op);
  case OpKind::Builtin: return reverseBuiltin(op);
  case OpKind::If: return reverseIf(op);
  case OpKind::For:
  case OpKind::While: return reverseLoop(op);
  case OpKind::Var:
    if (!op.operands().empty() && activity.isActive(&op))
      add(op.operand(0), gradientOf(op.result()));
    return;
  default: break;
  }
  Value *gradient = op.resultCount() == 1 ? gradientOf(op.result()) : nullptr;
  if (!gradient)
    return;
  switch (op.kind()) {
  case OpKind::Let: return add(op.operand(0), gradient);
  case OpKind::Cast:
    if (op.operand(0)->type->isFloat())
      add(op.operand(0), b.cast(gradient, cast<ScalarType>(op.operand(0)->type)));
    return;
  case OpKind::Construct: return reverseConstruct(op, gradient);
  case OpKind::Field:
  case OpKind::Component: return reversePart(op, gradient);
  default: return;
  }
}

// Memory
// ------

void Reverser::reverseLoad(const Op &op) {
  Value *gradient = gradientOf(op.result());
  if (!gradient)
    return;
  const Value *place = op.operand(0);
  if (const Op *var = variableOf(*place)) {
    if (!activity.isActive(var))
      return;
    if (isWholeVariable(*place))
      return addToVariable(var->result(), gradient);
    return addTo(gradientPlace(place, gradientVariable(var->result())), gradient);
  }
  const Op &element = rootOf(*place);
  Value *amount = gradient;
  if (&element != place->definingOp()) { // a part, the rest of which is not touched
    Value *whole = b.var(element.result()->type, "part", b.zero(element.result()->type));
    b.store(gradientPlace(place, whole), gradient);
    amount = b.load(whole);
  }
  llvm::SmallVector<Value *, 6> args(elementOf(element));
  args.push_back(amount);
  b.callBuiltin(".gradient_add", args);
}

void Reverser::reverseStore(const Op &op) {
  const Value *place = op.operand(0);
  if (const Op *var = variableOf(*place)) {
    Value *gradient = gradientPlace(place, gradientVariable(var->result()));
    Value *taken = b.load(gradient);
    b.store(gradient, b.zero(place->type));
    return add(op.operand(1), taken);
  }
  const Op &element = rootOf(*place);
  llvm::SmallVector<Value *, 6> args(elementOf(element));
  if (&element == place->definingOp())
    return add(op.operand(1), b.compute(".gradient_take", args));
  // Of a part, only that part's is taken.
  Value *whole = b.var(element.result()->type, "part", b.compute(".gradient_at", args));
  Value *taken = b.load(gradientPlace(place, whole));
  Value *rest = b.var(element.result()->type, "rest", b.zero(element.result()->type));
  b.store(gradientPlace(place, rest), b.compute("neg", {taken}));
  args.push_back(b.load(rest));
  b.callBuiltin(".gradient_add", args);
  add(op.operand(1), taken);
}

// Values
// ------

void Reverser::reverseBuiltin(const Op &op) {
  if (op.builtin().adjoints.empty()) // nothing flows through it: it reports, or has steps for a result
    return;
  llvm::SmallVector<Value *, 3> results;
  bool any = false;
  for (unsigned i = 0; i != op.resultCount(); ++i) {
    results.push_back(gradientOf(op.result(i)));
    any |= results.back() != nullptr;
  }
  bool isAtomic = effectsOf(op) >= Effects::Write;
  if (!any && !isAtomic)
    return;
  for (unsigned i = 0; i != op.resultCount(); ++i)
    if (!results[i] && hasFloats(op.result(i)->type))
      results[i] = b.zero(op.result(i)->type);

  ResultGradients flowing{results, nullptr, nullptr};
  if (isAtomic) {
    llvm::SmallVector<Value *, 5> args{gradientArray(op.operand(0))}, indices;
    unsigned rank = cast<ArrayType>(op.operand(0)->type)->rank();
    for (const Value *index : op.operands().slice(1, rank))
      indices.push_back(use(index));
    args.append(indices);
    flowing.elementGradient = b.compute(".gradient_at", args);
    flowing.elementValue = b.load(b.element(use(op.operand(0)), indices));
  }

  // The rules are about a call: one that stands for the primal's, with the values that they ask for. Others are zero.
  auto known = [&](Value *value) {
    return plan.readByRules.contains(value) || value->type->isArray() ? use(value) : b.zero(value->type);
  };
  ValueMap operands;
  for (Value *operand : op.operands())
    operands.set(operand, known(operand));
  llvm::SmallVector<Value *, 3> returned;
  for (unsigned i = 0; i != op.resultCount(); ++i)
    returned.push_back(known(op.result(i)));
  Op &call = cloneAlone(op, b, operands);
  llvm::SmallVector<Value *, 4> grown = buildAdjoints(b, call, flowing);
  for (auto [i, value] : llvm::enumerate(returned))
    call.result(i)->replaceAllUsesWith(value);
  call.erase();
  for (auto [operand, amount] : llvm::zip_equal(op.operands(), grown))
    add(operand, amount);
}

void Reverser::reverseConstruct(const Op &op, Value *gradient) {
  const Type *type = op.result()->type;
  ArrayRef<Value *> parts = op.operands();
  auto at = [&](unsigned i) { return b.constantInt(int32_t(i)); };
  if (type->isStruct()) {
    for (auto [i, part] : llvm::enumerate(parts))
      if (activity.isActive(part))
        add(part, b.field(gradient, i));
    return;
  }
  // Its scalars in order, row by row.
  unsigned next = 0;
  auto scalar = [&](unsigned i) -> Value * {
    if (const auto *matrix = dyn_cast<MatrixType>(type))
      return b.component(b.component(gradient, at(i / matrix->columns())), at(i % matrix->columns()));
    return b.component(gradient, at(i));
  };
  unsigned count = scalarCount(type);
  if (parts.size() == 1 && parts[0]->type->isScalar()) { // everywhere
    Value *total = scalar(0);
    for (unsigned i = 1; i != count; ++i)
      total = sum(total, scalar(i));
    return add(parts[0], total);
  }
  if (parts.size() == 1 && parts[0]->type->isComposite() && count == scalarCount(parts[0]->type)) // cast
    return add(parts[0], b.construct(parts[0]->type, {gradient}));
  const auto *matrix = dyn_cast<MatrixType>(type);
  bool isByColumns = matrix && parts[0]->type->isVector();
  for (auto [column, part] : llvm::enumerate(parts)) {
    if (part->type->isScalar()) {
      if (activity.isActive(part))
        add(part, scalar(next));
      ++next;
      continue;
    }
    llvm::SmallVector<Value *, 4> scalars;
    for (unsigned i = 0; i != scalarCount(part->type); ++i)
      scalars.push_back(scalar(isByColumns ? i * matrix->columns() + column : next++));
    if (activity.isActive(part))
      add(part, b.construct(part->type, scalars));
  }
}

/// Of a value, as parts of places are no ops of their own here.
void Reverser::reversePart(const Op &op, Value *gradient) {
  const Value *whole = op.operand(0);
  if (whole->isReference || !activity.isActive(whole))
    return;
  Value *place = gradientVariable(whole);
  addTo(op.kind() == OpKind::Field ? b.field(place, op.index()) : b.component(place, use(op.operand(1))), gradient);
}

// Structure
// ---------

void Reverser::reverseIf(const Op &op) {
  llvm::SmallVector<Value *, 2> results;
  for (unsigned i = 0; i != op.resultCount(); ++i)
    results.push_back(gradientOf(op.result(i)));
  Region &region = here();
  Op *copy = b.ifOp(use(op.operand(0)));
  for (unsigned arm = 0; arm != 2; ++arm) {
    b.setInsertionPoint(copy->region(arm));
    homes[&op.region(arm)] = &copy->region(arm);
    for (unsigned i = 0; i != op.resultCount(); ++i)
      add(op.region(arm).terminator()->operand(i), results[i]);
    reverse(op.region(arm));
  }
  b.setInsertionPoint(region);
}

/// Round by round from the last. Before a round is reversed it is run forward again, from what its variables held then.
void Reverser::reverseLoop(const Op &loop) {
  // A round may take what an earlier one in the reverse order has added.
  for (const Op *var : plan.of(loop)->touched)
    gradientVariable(var->result());
  for (auto [var, content] : records[&loop].contents)
    b.store(variable(*var), content->isReference ? b.load(content) : content);

  Region &region = here();
  bool byRound = plan.of(loop)->runsForward;
  if (byRound) {
    Value *last = b.compute("sub", {b.load(records[&loop].rounds), b.constantInt(1)});
    Op *rounds = b.forOp(last, b.constantInt(-1), b.constantInt(-1), "round");
    b.setInsertionPoint(rounds->region(0));
    Value *round = rounds->region(0).arguments().front().get();
    reverseRounds(loop, round, inductionAt(loop, round));
  } else {
    Value *start = use(loop.operand(0)), *stop = use(loop.operand(1)), *step = use(loop.operand(2));
    Value *count = b.compute(".range_count", {start, stop, step});
    const auto *type = cast<ScalarType>(start->type);
    if (count->type != type)
      count = b.cast(count, type);
    Value *before = b.compute("sub", {start, step});
    Value *last = b.compute("add", {before, b.compute("mul", {count, step})});
    Op *rounds = b.forOp(last, before, b.compute("neg", {step}), bodyOf(loop).arguments().front()->name);
    b.setInsertionPoint(rounds->region(0));
    reverseRounds(loop, nullptr, rounds->region(0).arguments().front().get());
  }
  b.setInsertionPoint(region);
}

/// What a `for` counts in round number `round`; null for a `while`.
Value *Reverser::inductionAt(const Op &loop, Value *round) {
  if (loop.kind() == OpKind::While)
    return nullptr;
  Value *start = use(loop.operand(0)), *step = use(loop.operand(2));
  const auto *type = cast<ScalarType>(start->type);
  Value *count = round->type == type ? round : b.cast(round, type);
  return b.let(b.compute("add", {start, b.compute("mul", {count, step})}), bodyOf(loop).arguments().front()->name);
}

void Reverser::reverseRounds(const Op &loop, Value *round, Value *induction) {
  const LoopPlan &loopPlan = *plan.of(loop);
  LoopRecord &left = records[&loop];
  homes[&bodyOf(loop)] = &here();
  if (left.kept)
    replay(loop, round);
  if (loopPlan.storage != Storage::None) {
    Value *place = left.kept ? b.compute("bit_and", {round, b.constantInt(ring - 1)}) : round;
    for (auto [var, array] : llvm::zip_equal(loopPlan.restored, left.ring))
      b.store(variable(*var), b.load(slotOf(array, place)));
  }
  if (induction)
    env.set(bodyOf(loop).arguments().front().get(), induction);
  forward(bodyOf(loop), loopPlan.round);
  reverse(bodyOf(loop));
}

/// If the ring has lost the contents with which `round` began, runs forward to it from the snapshot before it.
void Reverser::replay(const Op &loop, Value *round) {
  const LoopPlan &loopPlan = *plan.of(loop);
  LoopRecord &left = records[&loop];
  Region &region = here();
  Op *lost = b.ifOp(b.compute(".kept_lost", {left.kept, round}));
  b.setInsertionPoint(lost->region(0));
  Value *from = b.let(b.compute(".kept_rewind", {left.kept, round}), "from");
  Value *slot = b.let(b.compute(".kept_slot", {left.kept}), "slot");
  for (auto [var, array] : llvm::zip_equal(loopPlan.carried, left.snapshots))
    b.store(variable(*var), b.load(slotOf(array, slot)));
  Op *rounds = b.forOp(from, b.compute("add", {round, b.constantInt(1)}), b.constantInt(1), "earlier");
  b.setInsertionPoint(rounds->region(0));
  Value *earlier = rounds->region(0).arguments().front().get();
  record(loop, earlier);
  if (Value *induction = inductionAt(loop, earlier))
    env.set(bodyOf(loop).arguments().front().get(), induction);
  run(bodyOf(loop), loopPlan.replay, nullptr);
  b.setInsertionPoint(region);
}
