// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Loops. A body may run zero times, so what it assigns is unset after it, unless a constant range says otherwise.

#include "FunctionChecker.h"

using namespace kt;
using namespace kt::ast;

bool FunctionChecker::refuseElse(ArrayRef<Stmt *> orelse, StringRef keyword) {
  if (orelse.empty())
    return false;
  error(orelse[0]->loc, diag::LoopElse, keyword).help("set a variable before `break` and test it after the loop");
  return true;
}

// while test: body
// ----------------
void FunctionChecker::checkWhile(const While *stmt) {
  checkCondition(stmt->test);
  const Constant *test = constantOf(stmt->test);
  bool runsForever = test && test->isBool() && test->asBool();
  FlowState before = flow;
  loops.push_back({++loopCount});
  checkBlock(stmt->body);
  Loop loop = loops.pop_back_val();
  flow = runsForever ? FlowState::unreachable() : before;
  flow.join(loop.atBreak);
  refuseElse(stmt->orelse, "while");
}

// for target in range(start, stop, step): body
// for target in reversed(range(start, stop, step)): body
// --------------------------------------------
static ConstantRange constantRange(ArrayRef<int64_t> bounds, bool isReversed) {
  int64_t start = bounds.size() == 1 ? 0 : bounds[0];
  int64_t stop = bounds.size() == 1 ? bounds[0] : bounds[1];
  int64_t step = bounds.size() == 3 ? bounds[2] : 1;
  int64_t distance = step > 0 ? stop - start : start - stop;
  int64_t count = distance > 0 ? (distance - 1) / std::abs(step) + 1 : 0;
  return isReversed ? ConstantRange{start + (count - 1) * step, -step, count} : ConstantRange{start, step, count};
}

/// Checks `range(…)`; what it gives, if that is known.
std::optional<ConstantRange> FunctionChecker::checkRange(const For *stmt) {
  // A call of Python's or Warp's function of that name.
  auto callOf = [&](StringRef name, const Expr *expr) -> const Call * {
    const auto *call = dyn_cast<Call>(expr);
    std::optional<StaticValue> callee = call ? staticOf(call->func) : std::nullopt;
    bool isFunction = callee && (callee->is(StaticValue::Kind::PythonName) || callee->is(StaticValue::Kind::WarpName));
    return isFunction && callee->text == name ? call : nullptr;
  };
  const Call *reversed = callOf("reversed", stmt->iter);
  bool takesOne = reversed && reversed->args.size() == 1 && reversed->keywords.empty();
  const Call *call = callOf("range", takesOne ? reversed->args[0] : stmt->iter);
  if (!call) {
    error(stmt->iter->loc, diag::NotARange, text(stmt->iter)).help("loop over `range(n)`");
    return std::nullopt;
  }
  if (!refuseKeywords(call))
    return std::nullopt;
  if (call->args.empty() || call->args.size() > 3) {
    error(call->loc, diag::ArgumentCount, "range", "1 to 3", call->args.size());
    return std::nullopt;
  }
  llvm::SmallVector<int64_t, 3> bounds;
  for (const Expr *arg : call->args) {
    const Type *type = checkValue(arg);
    if (type->isError())
      continue;
    if (type != types.int32()) {
      Diagnostic &diag = error(arg->loc, diag::RangeType, text(arg), type->spelling());
      if (type->isScalar())
        diag.help(("write `int(" + text(arg) + ")`").str());
      continue;
    }
    if (const Constant *constant = constantOf(arg))
      bounds.push_back(constant->asInt());
    if (arg == call->args.back() && call->args.size() == 3 && constantOf(arg) && bounds.back() == 0)
      error(arg->loc, diag::RangeStepZero);
  }
  if (bounds.size() != call->args.size() || (bounds.size() == 3 && bounds[2] == 0))
    return std::nullopt;
  return constantRange(bounds, takesOne);
}

void FunctionChecker::checkFor(const For *stmt) {
  if (stmt->isAsync)
    return refuse(stmt, "`async for`");
  std::optional<ConstantRange> range = checkRange(stmt);
  const auto *target = dyn_cast<Name>(stmt->target);
  if (!target)
    return void(error(stmt->target->loc, diag::LoopTarget).help("take one name and compute the others from it"));
  if (llvm::any_of(stmt->body, [&](const Stmt *inner) { return isStaticallyUsed(*inner, target->id); })) {
    StaticValue obstacle = whyNotUnrolled(stmt, target->id, range);
    if (obstacle.reason.empty())
      return checkRounds(stmt, *range);
    unrolledIndices[target->id] = std::move(obstacle);
  }
  FlowState before = flow;
  loops.push_back({++loopCount});
  int index = localIndex(target->id);
  bool isNew = !localInfo[index].isAssigned;
  assignName(target, types.int32(), stmt->iter);
  localInfo[index].isLoopIndex |= isNew;
  checkBlock(stmt->body);
  Loop loop = loops.pop_back_val();
  // The last round ends at the end of the body or at a `continue`, and has assigned no less than the first.
  flow.join(loop.atContinue);
  bool runsOnce = range && range->count > 0;
  if (!runsOnce)
    flow.join(before);
  flow.join(loop.atBreak);
  refuseElse(stmt->orelse, "for");
  unrolledIndices.erase(target->id);
}

// break, continue
// ---------------
void FunctionChecker::checkBreak(const Stmt *stmt) {
  bool isBreak = isa<Break>(stmt);
  if (loops.empty()) {
    error(stmt->loc, diag::OutsideLoop, isBreak ? "break" : "continue");
    return;
  }
  (isBreak ? loops.back().atBreak : loops.back().atContinue).join(flow);
  flow.setUnreachable();
}
