// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "InlineCalls.h"
#include "RemoveJumps.h"
#include "kt/IR/Clone.h"

using namespace kt;
using namespace kt::ir;

bool kt::isNative(const Function &function) {
  const Region::OpList &ops = function.body.ops();
  return !ops.empty() && ops.front().kind() == OpKind::Native;
}

static void inlineCall(Op &call, Module &module) {
  ValueMap ignored;
  std::unique_ptr<Function> callee = clone(call.callee(), module, ignored);
  inlineCalls(*callee, module);
  removeJumps(*callee, module);

  ValueMap map;
  for (auto [param, operand] : llvm::zip_equal(callee->body.arguments(), call.operands()))
    map.set(param.get(), operand);
  Builder b(module, *call.parentRegion(), &call);
  for (const Op &op : callee->body.ops()) {
    if (op.kind() != OpKind::Return) {
      clone(op, b, map);
      continue;
    }
    for (unsigned i = 0; i != call.resultCount(); ++i)
      call.result(i)->replaceAllUsesWith(map(op.operand(i)));
  }
  call.erase();
}

static void inlineIn(Region &region, Module &module) {
  for (Op *op = region.empty() ? nullptr : &region.ops().front(); op;) {
    Op *next = op->next();
    for (unsigned i = 0; i != op->regionCount(); ++i)
      inlineIn(op->region(i), module);
    if (op->kind() == OpKind::Call && !isNative(op->callee()))
      inlineCall(*op, module);
    op = next;
  }
}

void kt::inlineCalls(Function &function, Module &module) { inlineIn(function.body, module); }
