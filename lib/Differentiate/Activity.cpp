// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Activity.h"
#include "llvm/ADT/STLExtras.h"

using namespace kt;
using namespace kt::ir;

/// Does a gradient flow to operand `number` of `op`? Not through a builtin such as `floor`. One that has no rules, but
/// should have, counts: it is an obstacle.
static bool flowsTo(const Op &op, unsigned number) {
  if (op.kind() != OpKind::Builtin)
    return true;
  const Builtin &builtin = op.builtin();
  if (builtin.adjoints.empty())
    return builtin.isDifferentiable || !placesWritten(op).empty();
  unsigned param = std::min<unsigned>(number, builtin.paramTypes.size() - 1);
  return llvm::any_of(builtin.adjoints, [&](const Adjoint &adjoint) { return adjoint.param == param; });
}

Activity::Activity(const Function &kernel) {
  do {
    changed = false;
    spreadForward(kernel.body);
  } while (changed);
  do {
    changed = false;
    spreadBackward(kernel.body);
  } while (changed);
}

void Activity::vary(const Value *value) {
  if (hasFloats(value->type))
    changed |= varied.insert(value).second;
}

void Activity::use(const Value *value) {
  if (hasFloats(value->type))
    changed |= useful.insert(value).second;
}

// What depends on inputs
// ----------------------

void Activity::spreadForward(const Region &region) {
  for (const Op &op : region.ops()) {
    for (unsigned i = 0; i != op.regionCount(); ++i)
      spreadForward(op.region(i));
    spreadForward(op);
  }
}

void Activity::spreadForward(const Op &op) {
  auto isVaried = [&](const Value *operand) { return varied.contains(operand); };
  switch (op.kind()) {
  case OpKind::Load: {
    const Op *variable = variableOf(*op.operand(0));
    if (!variable || isVaried(variable->result()))
      vary(op.result());
    return;
  }
  case OpKind::Store: {
    const Op *variable = variableOf(*op.operand(0));
    if (variable && isVaried(op.operand(1)))
      vary(variable->result());
    return;
  }
  case OpKind::If:
    for (unsigned i = 0; i != op.resultCount(); ++i)
      if (isVaried(op.region(0).terminator()->operand(i)) || isVaried(op.region(1).terminator()->operand(i)))
        vary(op.result(i));
    return;
  default:
    if (llvm::any_of(llvm::enumerate(op.operands()),
                     [&](auto operand) { return isVaried(operand.value()) && flowsTo(op, operand.index()); })) {
      for (unsigned i = 0; i != op.resultCount(); ++i)
        vary(op.result(i));
      for (const Value *place : placesWritten(op))
        if (const Op *variable = variableOf(*place))
          vary(variable->result());
    }
  }
}

// What outputs depend on
// ----------------------

void Activity::spreadBackward(const Region &region) {
  for (const Op &op : llvm::reverse(region.ops())) {
    spreadBackward(op);
    for (unsigned i = 0; i != op.regionCount(); ++i)
      spreadBackward(op.region(i));
  }
}

void Activity::useOperands(const Op &op) {
  for (auto [i, operand] : llvm::enumerate(op.operands()))
    if (flowsTo(op, i))
      use(operand);
}

void Activity::spreadBackward(const Op &op) {
  auto isUseful = [&](const Value *result) { return useful.contains(result); };
  switch (op.kind()) {
  case OpKind::Load:
    if (const Op *variable = variableOf(*op.operand(0)); variable && isUseful(op.result()))
      use(variable->result());
    return;
  case OpKind::Store: {
    const Op *variable = variableOf(*op.operand(0));
    if (!variable || isUseful(variable->result()))
      use(op.operand(1));
    return;
  }
  case OpKind::If:
    for (unsigned i = 0; i != op.resultCount(); ++i)
      if (isUseful(op.result(i)))
        for (unsigned arm = 0; arm != 2; ++arm)
          use(op.region(arm).terminator()->operand(i));
    return;
  case OpKind::Builtin:
  case OpKind::Call:
    // What writes memory is an output.
    if (effectsOf(op) >= Effects::Write)
      useOperands(op);
    [[fallthrough]];
  default:
    for (unsigned i = 0; i != op.resultCount(); ++i)
      if (isUseful(op.result(i)))
        useOperands(op);
  }
}
