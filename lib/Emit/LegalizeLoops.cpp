// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Footprint.h"
#include "Legalize.h"
#include "Spelling.h"
#include "llvm/ADT/STLExtras.h"

using namespace kt;
using namespace kt::ir;

// for i in range(start, stop, step)
// ---------------------------------
// C++ evaluates stop and step again before each iteration.

static bool isAssignedIn(const Op &variable, const Region &region) {
  for (const Op &op : region.ops()) {
    if (llvm::any_of(placesWritten(op), [&](const Value *place) { return &rootOf(*place) == &variable; }))
      return true;
    for (unsigned i = 0; i != op.regionCount(); ++i)
      if (isAssignedIn(variable, op.region(i)))
        return true;
  }
  return false;
}

static bool isUnassignedVariable(const Value &reference, const Op &loop) {
  const Op &root = rootOf(reference);
  return root.kind() == OpKind::Var && isRepeatable(reference) && !isAssignedIn(root, loop.region(0));
}

bool kt::isStableDuring(const Value &value, const Op &loop) {
  if (isRepeatable(value))
    return true;
  const Op &op = *value.definingOp();
  if (op.kind() == OpKind::Load)
    return isUnassignedVariable(*op.operand(0), loop);
  // A little arithmetic reads better in its place; what takes longer is computed once.
  bool isArithmetic = op.kind() == OpKind::Builtin && !operatorOf(op).empty() && effectsOf(op) == Effects::Pure;
  return isArithmetic &&
         llvm::all_of(op.operands(), [&](const Value *operand) { return isStableDuring(*operand, loop); });
}

// while condition
// ---------------

void kt::rotateWhile(Op &loop, Module &module) {
  Region &condition = loop.region(0), &body = loop.region(1);
  Op *yield = condition.terminator();
  Value *holds = yield->operand(0);
  Location loc = yield->loc.isValid() ? yield->loc : loop.loc;
  yield->erase();

  Op *bodyStart = body.empty() ? nullptr : &body.ops().front();
  while (!condition.empty())
    body.insert(condition.ops().front().remove(), bodyStart);
  Builder builder(module, body, bodyStart);
  builder.loc = loc;
  Op *exit = builder.ifOp(builder.logicalNot(holds));
  builder.setInsertionPoint(exit->region(0));
  builder.breakOp();

  builder.setInsertionPoint(condition);
  builder.yield({builder.constantBool(true)});
}
