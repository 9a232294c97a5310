// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the reader of the output would do by hand.

#include "kt/Transform/Simplify.h"

namespace kt {

/// The store that sets `var` before anything else can touch it, in the same straight line; null if there is none.
static ir::Op *firstStore(ir::Op &var) {
  for (ir::Op *op = var.next(); op && op->regionCount() == 0; op = op->next())
    if (llvm::is_contained(op->operands(), var.result()))
      return op->kind() == ir::OpKind::Store ? op : nullptr;
  return nullptr;
}

/// `if` statements that were decided leave declarations apart from the first values that they set.
static void joinDeclarations(ir::Region &region) {
  for (ir::Op *op = region.empty() ? nullptr : &region.ops().front(); op;) {
    ir::Op *next = op->next();
    for (unsigned i = 0; i != op->regionCount(); ++i)
      joinDeclarations(op->region(i));
    bool isBare = op->kind() == ir::OpKind::Var && op->operands().empty();
    if (ir::Op *store = isBare ? firstStore(*op) : nullptr) {
      next = next == store ? store->next() : next;
      op->moveBefore(store);
      op->addOperand(store->operand(1));
      op->loc = store->loc;
      store->erase();
    }
    op = next;
  }
}

/// Once each is enough: folding decides branches in one walk, and what is then dropped makes no new constant.
void simplify(ir::Module &module) {
  foldConstants(module);
  removeDeadCode(module);
  for (const std::unique_ptr<ir::Function> &function : module.functions)
    joinDeclarations(function->body);
}

} // namespace kt
