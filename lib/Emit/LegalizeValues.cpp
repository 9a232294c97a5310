// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An expression tree is evaluated where its root stands. Walking a region in order, an op that is used once waits until
// its user comes; whatever comes first and would change what it gives, or would be changed by it, forces it into a
// `let` at its own place. Then all that is evaluated late could as well have been evaluated early, and the order in
// which C++ evaluates the parts of one expression, which it leaves open, makes no difference.

#include "Footprint.h"
#include "Legalize.h"
#include "Spelling.h"
#include "llvm/ADT/STLExtras.h"

using namespace kt;
using namespace kt::ir;

namespace {

class Materializer {
public:
  explicit Materializer(Module &module) : module(module) {}

  void run(Region &region) {
    dropUnused(region);
    std::vector<Waiting> outer;
    std::swap(outer, waiting);
    for (Op *op = region.empty() ? nullptr : &region.ops().front(); op; op = op->next())
      op = visit(op);
    assert(waiting.empty() && "a value that is used once has its user in its region");
    std::swap(outer, waiting);
  }

private:
  struct Waiting {
    Op *op;
    Footprint footprint; // of the whole tree
  };

  void dropUnused(Region &region);
  Op *visit(Op *op);
  void visitRegions(Op &op);
  Footprint take(Op &op);
  void settleBefore(const Footprint &next);
  void place(Op &op, Footprint footprint);
  void placeReference(Op &op, Footprint footprint);
  void settleParts(Value &reference);
  void settleLoopBounds(Op &loop);
  void nameValue(Op &op);

  Module &module;
  std::vector<Waiting> waiting; // in the order of their ops
};

} // namespace

void Materializer::dropUnused(Region &region) {
  for (auto at = region.ops().end(); at != region.ops().begin();) {
    Op &op = *--at;
    bool isValue = op.resultCount() && op.kind() != OpKind::Var;
    bool isUnused =
        isValue && llvm::all_of(llvm::seq(op.resultCount()), [&](unsigned i) { return op.result(i)->isUnused(); });
    if (!isUnused || effectsOf(op) > Effects::Read)
      continue;
    ++at;
    op.erase();
  }
}

/// Returns the op to go on behind, which is another one if `op` had to be replaced.
Op *Materializer::visit(Op *op) {
  visitRegions(*op);
  if (op->kind() == OpKind::If && op->resultCount() && (!isConditionalExpr(*op) || op->result()->isUnused()))
    op = &demoteIf(*op, module);
  if (op->kind() == OpKind::For)
    settleLoopBounds(*op);

  Footprint footprint = take(*op);
  Footprint own = footprintOf(*op);
  settleBefore(own);
  if (isStatement(*op))
    return op;
  footprint.add(own);
  if (op->result()->isReference)
    placeReference(*op, std::move(footprint));
  else
    place(*op, std::move(footprint));
  return op;
}

void Materializer::visitRegions(Op &op) {
  for (unsigned i = 0; i != op.regionCount(); ++i)
    run(op.region(i));
  if (op.kind() != OpKind::While)
    return;
  bool isExpression = llvm::all_of(
      op.region(0).ops(), [](const Op &inner) { return inner.kind() == OpKind::Yield || !isStatement(inner); });
  if (!isExpression)
    rotateWhile(op, module);
}

/// The trees that `op` uses, which are no longer waiting.
Footprint Materializer::take(Op &op) {
  Footprint all;
  llvm::erase_if(waiting, [&](Waiting &tree) {
    bool isUsed = llvm::is_contained(op.operands(), tree.op->result());
    if (isUsed)
      all.add(tree.footprint);
    return isUsed;
  });
  return all;
}

void Materializer::settleBefore(const Footprint &next) {
  llvm::erase_if(waiting, [&](Waiting &tree) {
    if (!conflict(tree.footprint, next))
      return false;
    if (tree.op->result()->isReference)
      settleParts(*tree.op->result());
    else
      nameValue(*tree.op);
    return true;
  });
}

void Materializer::place(Op &op, Footprint footprint) {
  Value &value = *op.result();
  if (isRepeatable(value))
    return;
  bool standsInPlace = value.hasOneUse() && value.uses()[0].user->parentRegion() == op.parentRegion();
  if (standsInPlace)
    waiting.push_back({&op, std::move(footprint)});
  else
    nameValue(op);
}

// References
// ----------
// A place that is both read and written is named twice, except in a compound assignment. Its indices must not change,
// or be computed again, between the two.

/// The compound assignment that names `place` once, if nothing can happen before it.
static bool isNamedOnce(const Value &place) {
  if (place.hasOneUse())
    return true;
  if (place.uses().size() != 2)
    return false;
  const Op *store = place.uses()[place.uses()[0].user->kind() == OpKind::Store ? 0 : 1].user;
  if (store->kind() != OpKind::Store || store->operand(0) != &place || !compoundOperation(*store))
    return false;
  for (const Op *op = place.definingOp(); op != store; op = op->next())
    if (!op || isStatement(*op) || effectsOf(*op) > Effects::Read)
      return false;
  return true;
}

/// A load of a variable that keeps its value as long as `reference` is in use.
static bool staysUnchanged(const Value &index, const Value &reference) {
  const Op *load = index.definingOp();
  if (!load || load->kind() != OpKind::Load || load->operand(0)->definingOp()->kind() != OpKind::Var)
    return false;
  size_t usesLeft = reference.uses().size();
  for (const Op *op = reference.definingOp()->next(); op; op = op->next()) {
    usesLeft -= llvm::count(op->operands(), &reference);
    if (usesLeft == 0)
      return true;
    bool mayAssign = op->regionCount() || llvm::is_contained(placesWritten(*op), load->operand(0));
    if (mayAssign)
      return false;
  }
  return false;
}

void Materializer::placeReference(Op &op, Footprint footprint) {
  Value &reference = *op.result();
  if (isRepeatable(reference))
    return;
  bool isUsedHere =
      llvm::all_of(reference.uses(), [&](const Use &use) { return use.user->parentRegion() == op.parentRegion(); });
  if (isUsedHere && isNamedOnce(reference))
    waiting.push_back({&op, std::move(footprint)});
  else
    settleParts(reference);
}

/// Makes everything that tells which place `reference` is repeatable.
void Materializer::settleParts(Value &reference) {
  Op &op = *reference.definingOp();
  for (Value *part : llvm::SmallVector<Value *, 5>(op.operands())) {
    if (isRepeatable(*part) || staysUnchanged(*part, reference))
      continue;
    if (part->isReference)
      settleParts(*part);
    else
      nameValue(*part->definingOp());
  }
}

// Naming
// ------

/// The name is found later: it says what the value is, and gives way to the user's names.
void Materializer::nameValue(Op &op) {
  Value &value = *op.result();
  llvm::SmallVector<Use, 4> uses(value.uses());
  Builder builder(module, *op.parentRegion(), op.next());
  builder.loc = op.loc;
  Value *named = builder.let(&value, value.name);
  for (Use use : uses)
    use.user->setOperand(use.index, named);
}

void Materializer::settleLoopBounds(Op &loop) {
  for (unsigned i : {1, 2}) {
    Value &bound = *loop.operand(i);
    if (isStableDuring(bound, loop))
      continue;
    llvm::erase_if(waiting, [&](Waiting &tree) { return tree.op == bound.definingOp(); });
    nameValue(*bound.definingOp());
  }
}

void kt::materializeValues(Module &module) {
  Materializer materializer(module);
  for (auto &function : module.functions)
    materializer.run(function->body);
}
