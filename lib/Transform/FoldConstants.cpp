// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One walk in program order. Operands are folded before what uses them, so nothing has to be looked at twice. A `let`
// is the user's own name for a constant and stays.

#include "FoldOp.h"
#include "kt/Transform/Simplify.h"

namespace kt {

using ir::Op;
using ir::OpKind;
using ir::Region;

namespace {
class Folder {
public:
  explicit Folder(ir::Module &module) : module(module) {}
  void fold(Region &region);

private:
  ir::Module &module;

  Op *takeBranch(Op &op, bool condition);
  bool isEmptyLoop(const Op &op);
  void foldValue(Op &op);
};
} // namespace

static void eraseBehind(Op &op) {
  Region &region = *op.parentRegion();
  while (&region.ops().back() != &op)
    region.ops().back().erase();
}

/// Puts the ops of the branch taken in the place of the `if`. Gives what comes next in the walk.
Op *Folder::takeBranch(Op &op, bool condition) {
  Region &branch = op.region(condition ? 0 : 1);
  if (op.resultCount() != 0) {
    Op *yield = branch.terminator();
    for (unsigned i = 0; i != op.resultCount(); ++i)
      op.result(i)->replaceAllUsesWith(yield->operand(i));
    yield->erase();
  }
  bool jumps = branch.terminator() != nullptr;
  Op *next = branch.empty() ? op.next() : &branch.ops().front();
  Op *last = branch.empty() ? nullptr : &branch.ops().back();
  while (!branch.empty())
    branch.ops().front().moveBefore(&op);
  if (jumps)
    eraseBehind(*last);
  else
    op.erase();
  return next;
}

/// Is this a loop that never starts its body?
bool Folder::isEmptyLoop(const Op &op) {
  if (op.kind() == OpKind::While) {
    const Constant *condition = constantOf(op.region(0).terminator()->operand(0));
    return condition && !condition->asBool() && llvm::all_of(op.region(0).ops(), [](const Op &inner) {
             return inner.kind() == OpKind::Yield || effectsOf(inner) == ir::Effects::Pure;
           });
  }
  const Constant *start = constantOf(op.operand(0)), *stop = constantOf(op.operand(1)),
                 *step = constantOf(op.operand(2));
  if (!start || !stop || !step)
    return false;
  if (!start->type->isSignedInteger())
    return start->asUnsigned() >= stop->asUnsigned();
  return step->asInt() > 0 ? start->asInt() >= stop->asInt() : step->asInt() < 0 && start->asInt() <= stop->asInt();
}

void Folder::foldValue(Op &op) {
  if (op.resultCount() != 1 || op.result()->isUnused())
    return;
  ir::Value *result = op.result();
  if (std::optional<Constant> constant = foldOp(op, module.types)) {
    ir::Builder b(module, *op.parentRegion(), &op);
    b.loc = op.loc;
    result->replaceAllUsesWith(b.constant(std::move(*constant)));
  } else if (ir::Value *operand = forwardedOperand(op)) {
    result->replaceAllUsesWith(operand);
  } else {
    return;
  }
  if (op.kind() != OpKind::If) // which may hold more than its result
    op.erase();
}

void Folder::fold(Region &region) {
  for (Op *op = region.empty() ? nullptr : &region.ops().front(); op;) {
    const Constant *condition = op->kind() == OpKind::If ? constantOf(op->operand(0)) : nullptr;
    if (condition) {
      op = takeBranch(*op, condition->asBool());
      continue;
    }
    for (unsigned i = 0; i != op->regionCount(); ++i)
      fold(op->region(i));
    Op *next = op->next();
    if ((op->kind() == OpKind::For || op->kind() == OpKind::While) && isEmptyLoop(*op))
      op->erase();
    else
      foldValue(*op);
    op = next;
  }
}

void foldConstants(ir::Module &module) {
  for (const std::unique_ptr<ir::Function> &function : module.functions)
    Folder(module).fold(function->body);
}

} // namespace kt
