// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "DropIdleStores.h"
#include "Places.h"

using namespace kt;
using namespace kt::ir;

/// Is what `store` stores loaded from the same variable before it in the same straight line, and that not set in between?
static bool isIdle(const Op &store) {
  const Op *load = store.operand(1)->definingOp();
  if (!load || load->kind() != OpKind::Load || load->operand(0) != store.operand(0) ||
      load->parentRegion() != store.parentRegion() || !isWholeVariable(*store.operand(0)))
    return false;
  const Op *variable = store.operand(0)->definingOp();
  for (const Op *op = store.previous(); op != load; op = op->previous()) {
    bool sets = llvm::any_of(placesWritten(*op), [&](const Value *place) { return variableOf(*place) == variable; });
    for (unsigned i = 0; i != op->regionCount(); ++i)
      sets |= variablesSetIn(op->region(i)).contains(variable);
    if (sets)
      return false;
  }
  return true;
}

void kt::dropIdleStores(Region &region) {
  for (Op *op = region.empty() ? nullptr : &region.ops().front(); op;) {
    Op *next = op->next();
    for (unsigned i = 0; i != op->regionCount(); ++i)
      dropIdleStores(op->region(i));
    if (op->kind() == OpKind::Store && isIdle(*op))
      op->erase();
    op = next;
  }
}
