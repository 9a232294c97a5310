// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Activity.h"

using namespace kt;
using namespace kt::ir;

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
    if (llvm::any_of(op.operands(), isVaried)) {
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
      for (const Value *operand : op.operands())
        use(operand);
    [[fallthrough]];
  default:
    for (unsigned i = 0; i != op.resultCount(); ++i)
      if (isUseful(op.result(i)))
        for (const Value *operand : op.operands())
          use(operand);
  }
}
