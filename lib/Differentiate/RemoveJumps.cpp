// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "RemoveJumps.h"

using namespace kt;
using namespace kt::ir;

namespace {

/// For each kind of jump, the bool variable that says it has been taken; null where falling off the end of the ops does
/// what the jump does.
struct Flags {
  Value *breaks = nullptr;
  Value *continues = nullptr;
  Value *returns = nullptr;

  Value *&of(OpKind jump) { return jump == OpKind::Break ? breaks : jump == OpKind::Continue ? continues : returns; }
};

constexpr OpKind jumpKinds[] = {OpKind::Break, OpKind::Continue, OpKind::Return};

class JumpRemover {
public:
  JumpRemover(Function &function, Module &module) : function(function), module(module) {}
  void run();

private:
  Function &function;
  Module &module;
  llvm::SmallVector<Value *, 2> results; // variables for what the function returns

  void rewrite(Region &region, Flags flags);
  void rewriteJump(Op &jump, Flags flags);
  void rewriteIf(Op &op, Flags flags);
  Op &rewriteLoop(Op &op, Flags flags);
  void guardRest(Op &after, ArrayRef<Value *> flags);
  Op &makeWhile(Op &loop);
  void addCondition(Op &loop, ArrayRef<Value *> flags);
  Value *newFlag(Op &before, StringRef name);
  Value *noneSet(Builder &b, ArrayRef<Value *> flags);
};

} // namespace

static bool isLoop(const Op &op) { return op.kind() == OpKind::For || op.kind() == OpKind::While; }

/// Can a jump of `kind` leave `region`? Breaks and continues of loops in it do not.
static bool leaves(const Region &region, OpKind kind) {
  for (const Op &op : region.ops()) {
    if (op.kind() == kind)
      return true;
    if (isLoop(op) && kind != OpKind::Return)
      continue;
    for (unsigned i = 0; i != op.regionCount(); ++i)
      if (leaves(op.region(i), kind))
        return true;
  }
  return false;
}

static bool anyLeaves(const Region &region) {
  return llvm::any_of(jumpKinds, [&](OpKind kind) { return leaves(region, kind); });
}

static void dropOpsBehind(Op &op) {
  while (&op.parentRegion()->ops().back() != &op)
    op.parentRegion()->ops().back().erase();
}

static void moveOpsBehind(Op &op, Region &to) {
  while (Op *next = op.next())
    to.insert(next->remove());
}

Value *JumpRemover::newFlag(Op &before, StringRef name) {
  Builder b(module, *before.parentRegion(), &before);
  b.loc = before.loc;
  return b.var(module.types.boolean(), name, b.constantBool(false));
}

Value *JumpRemover::noneSet(Builder &b, ArrayRef<Value *> flags) {
  Value *first = b.load(flags.front());
  if (flags.size() == 1)
    return b.logicalNot(first);
  Op *either = b.ifOp(first, {module.types.boolean()});
  Builder then(module, either->region(0)), otherwise(module, either->region(1));
  then.loc = otherwise.loc = b.loc;
  then.yield({then.constantBool(false)});
  otherwise.yield({noneSet(otherwise, flags.drop_front())});
  return either->result();
}

/// Puts all that stands behind `after` under the condition that no flag is set.
void JumpRemover::guardRest(Op &after, ArrayRef<Value *> flags) {
  if (!after.next() || flags.empty())
    return;
  Region &region = *after.parentRegion();
  llvm::SmallVector<std::unique_ptr<Op>, 8> rest;
  while (Op *next = after.next())
    rest.push_back(next->remove());
  Builder b(module, region);
  b.loc = after.loc;
  Op *guard = b.ifOp(noneSet(b, flags));
  for (std::unique_ptr<Op> &op : rest)
    guard->region(0).insert(std::move(op));
}

void JumpRemover::rewriteJump(Op &jump, Flags flags) {
  Builder b(module, *jump.parentRegion(), &jump);
  b.loc = jump.loc;
  if (jump.kind() == OpKind::Return)
    for (unsigned i = 0; i != results.size(); ++i)
      b.store(results[i], jump.operand(i));
  if (Value *flag = flags.of(jump.kind()))
    b.store(flag, b.constantBool(true));
  jump.erase();
}

void JumpRemover::rewriteIf(Op &op, Flags flags) {
  Region &then = op.region(0), &otherwise = op.region(1);
  if (!anyLeaves(then) && !anyLeaves(otherwise)) {
    for (unsigned i = 0; i != 2; ++i)
      rewrite(op.region(i), {});
    return;
  }
  bool thenGoesOn = fallsThrough(then), otherwiseGoesOn = fallsThrough(otherwise);
  if (!thenGoesOn && !otherwiseGoesOn)
    dropOpsBehind(op);
  else if (!thenGoesOn && !anyLeaves(otherwise))
    moveOpsBehind(op, otherwise);
  else if (!otherwiseGoesOn && !anyLeaves(then))
    moveOpsBehind(op, then);
  llvm::SmallVector<Value *, 3> guards;
  if (op.next())
    for (OpKind kind : jumpKinds) {
      if (!leaves(then, kind) && !leaves(otherwise, kind))
        continue;
      Value *&flag = flags.of(kind);
      if (!flag)
        flag = newFlag(op, kind == OpKind::Return ? "returned" : "skipped");
      guards.push_back(flag);
    }
  rewrite(then, flags);
  rewrite(otherwise, flags);
  guardRest(op, guards);
}

/// `for i in range(start, stop, step)` as a `while` with a variable that counts. A step that is not known is counted in
/// rounds.
Op &JumpRemover::makeWhile(Op &loop) {
  Builder b(module, *loop.parentRegion(), &loop);
  b.loc = loop.loc;
  Value *induction = loop.region(0).arguments().front().get();
  const auto *type = cast<ScalarType>(induction->type);
  Value *start = loop.operand(0), *stop = loop.operand(1), *step = loop.operand(2);
  const Op *known = step->definingOp();
  bool isKnown = known && known->kind() == OpKind::Constant && known->constant().asInt() != 0;
  Value *rounds = isKnown ? nullptr : b.compute(".range_count", {start, stop, step});
  const ScalarType *counterType = isKnown ? type : cast<ScalarType>(rounds->type);
  Value *counter = b.var(counterType, isKnown ? induction->name : "round", isKnown ? start : b.zero(counterType));
  Op *result = b.whileOp();

  Builder test(module, result->region(0)), body(module, result->region(1));
  test.loc = body.loc = loop.loc;
  Predicate goesOn = isKnown && known->constant().asInt() < 0 ? Predicate::Gt : Predicate::Lt;
  test.yield({test.compare(goesOn, test.load(counter), isKnown ? stop : rounds)});

  Value *current = body.load(counter);
  if (!isKnown) {
    Value *round = counterType == type ? current : body.cast(current, type);
    current = body.compute("add", {start, body.compute("mul", {round, step})});
  }
  induction->replaceAllUsesWith(body.let(current, induction->name));
  result->region(1).takeOps(loop.region(0));
  Value *one = isKnown ? step : body.constant(Constant::integer(counterType, 1));
  body.store(counter, body.compute("add", {body.load(counter), one}));
  loop.erase();
  return *result;
}

/// The loop goes on only as long as no flag is set; what it asks otherwise is then not asked.
void JumpRemover::addCondition(Op &loop, ArrayRef<Value *> flags) {
  Region &test = loop.region(0);
  llvm::SmallVector<std::unique_ptr<Op>, 8> old;
  while (!test.empty())
    old.push_back(test.ops().front().remove());
  Builder b(module, test);
  b.loc = loop.loc;
  Op *both = b.ifOp(noneSet(b, flags), {module.types.boolean()});
  for (std::unique_ptr<Op> &op : old)
    both->region(0).insert(std::move(op));
  Builder otherwise(module, both->region(1));
  otherwise.loc = loop.loc;
  otherwise.yield({otherwise.constantBool(false)});
  b.yield({both->result()});
}

/// The loop that then stands there.
Op &JumpRemover::rewriteLoop(Op &op, Flags flags) {
  Region &body = op.region(op.regionCount() - 1);
  Flags inner;
  llvm::SmallVector<Value *, 2> ends;
  if (leaves(body, OpKind::Break))
    ends.push_back(inner.breaks = newFlag(op, "stopped"));
  bool returns = leaves(body, OpKind::Return);
  if (returns)
    ends.push_back(inner.returns = flags.returns ? flags.returns : newFlag(op, "returned"));
  // The jumps of the body go first, so that the counting at its end is not passed over.
  rewrite(body, inner);
  if (ends.empty())
    return op;
  Op &loop = op.kind() == OpKind::For ? makeWhile(op) : op;
  addCondition(loop, ends);
  if (returns)
    guardRest(loop, {inner.returns});
  return loop;
}

/// What is put under a guard on the way is met again as the guard's own region.
void JumpRemover::rewrite(Region &region, Flags flags) {
  for (Op *op = region.empty() ? nullptr : &region.ops().front(); op; op = op->next()) {
    if (op->isTerminator() && op->kind() != OpKind::Yield)
      return rewriteJump(*op, flags);
    if (op->kind() == OpKind::If && op->resultCount() == 0)
      rewriteIf(*op, flags);
    else if (isLoop(*op))
      op = &rewriteLoop(*op, flags);
  }
}

void JumpRemover::run() {
  Op *last = function.body.terminator();
  bool hasResults = !function.results.empty();
  // One return at the end may stay.
  if (last) {
    std::unique_ptr<Op> end = last->remove();
    bool isOnly = !leaves(function.body, OpKind::Return);
    function.body.insert(std::move(end));
    if (isOnly && hasResults) {
      std::unique_ptr<Op> kept = function.body.terminator()->remove();
      rewrite(function.body, {});
      function.body.insert(std::move(kept));
      return;
    }
  }
  if (hasResults) {
    Builder b(module, function.body, function.body.empty() ? nullptr : &function.body.ops().front());
    b.loc = function.loc;
    for (const Type *type : function.results)
      results.push_back(b.var(type, "result", b.zero(type)));
  }
  rewrite(function.body, {});
  if (hasResults) {
    Builder b(module, function.body);
    b.loc = function.loc;
    llvm::SmallVector<Value *, 2> values;
    for (Value *result : results)
      values.push_back(b.load(result));
    b.returnOp(values);
  }
}

/// A variable without a first value may now be read, though not used, where a jump would have passed over its stores.
static void initialise(Region &region, Module &module) {
  for (Op &op : region.ops()) {
    if (op.kind() == OpKind::Var && op.operands().empty() && !isFixedArray(op.result()->type)) {
      Builder b(module, region, &op);
      b.loc = op.loc;
      op.addOperand(b.zero(op.result()->type));
    }
    for (unsigned i = 0; i != op.regionCount(); ++i)
      initialise(op.region(i), module);
  }
}

static bool hasJumps(const Region &region) {
  return llvm::any_of(region.ops(), [](const Op &op) {
    if (llvm::is_contained(jumpKinds, op.kind()))
      return true;
    for (unsigned i = 0; i != op.regionCount(); ++i)
      if (hasJumps(op.region(i)))
        return true;
    return false;
  });
}

void kt::removeJumps(Function &function, Module &module) {
  if (!hasJumps(function.body))
    return;
  JumpRemover(function, module).run();
  initialise(function.body, module);
}
