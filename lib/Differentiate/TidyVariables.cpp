// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rules of differentiation know nothing of what stands around them: the gradient of a variable is loaded, cleared, and
// added to, though it often was zero or is never asked for again. Two walks over the regions find that out, one along
// the way of control for what variables hold, one against it for who reads them.

#include "TidyVariables.h"
#include "Places.h"

using namespace kt;
using namespace kt::ir;

namespace {

using Variables = llvm::DenseSet<const Op *>;
using Contents = llvm::DenseMap<const Op *, Value *>;

class Tidier {
public:
  explicit Tidier(const Variables &gradients) : gradients(gradients) {}
  bool run(Region &region) {
    changed = false;
    origins.clear();
    Contents contents;
    forward(region, contents);
    Variables read;
    backward(region, read);
    return changed;
  }

private:
  const Variables &gradients;
  /// Of a value loaded from a variable whose content was known: that content.
  llvm::DenseMap<const Value *, const Value *> origins;
  bool changed = false;

  const Value *originOf(const Value *value) const {
    const Value *origin = origins.lookup(value);
    return origin ? origin : value;
  }

  void forward(Region &region, Contents &contents);
  void forward(Op &op, Contents &contents);
  void forwardIf(Op &op, Contents &contents);
  void forwardLoop(Op &op, Contents &contents);
  void load(Op &op, Contents &contents);
  void store(Op &op, Contents &contents);
  void backward(Region &region, Variables &read);
  void backward(Op &op, Variables &read);
  void drop(Op &op) {
    op.erase();
    changed = true;
  }
  void replace(Op &op, Value *value) {
    op.result()->replaceAllUsesWith(value);
    drop(op);
  }
};

} // namespace

/// The variables that ops in `region` do something with, other than what an op of kind `other` does.
static void findUsed(const Region &region, OpKind other, Variables &used);

static void findUsed(const Op &op, OpKind other, Variables &used) {
  bool isPlace = op.resultCount() == 1 && op.result()->isReference; // names a place for others
  if (op.kind() != other && !isPlace)
    for (const Value *operand : op.operands())
      if (operand->isReference)
        used.insert(variableOf(*operand));
  for (unsigned i = 0; i != op.regionCount(); ++i)
    findUsed(op.region(i), other, used);
}

static void findUsed(const Region &region, OpKind other, Variables &used) {
  for (const Op &op : region.ops())
    findUsed(op, other, used);
}

// What variables hold
// -------------------

static bool isZero(const Value &value) {
  const Op *op = value.definingOp();
  if (op && op->kind() == OpKind::Constant)
    return op->constant().isScalar() && op->constant().isFloat() && op->constant().asReal() == 0;
  return op && op->kind() == OpKind::Construct && hasFloats(value.type) &&
         llvm::all_of(op->operands(), [](const Value *part) { return isZero(*part); });
}

/// What is added to a zero; null if `op` does anything else. That -0.0 comes out as 0.0 is of no weight in a gradient.
static Value *addedToZero(const Op &op) {
  if (op.kind() != OpKind::Builtin || op.builtin().name != "add" || !isZero(*op.operand(0)))
    return nullptr;
  Value *added = op.operand(1);
  return added->type == op.result()->type ? added : nullptr;
}

static bool isWhole(const Value &place) { return isWholeVariable(place) && !isFixedArray(place.type); }

void Tidier::load(Op &op, Contents &contents) {
  const Op *variable = op.operand(0)->definingOp();
  if (!isWhole(*op.operand(0)))
    return;
  Value *&content = contents[variable];
  if (!content) {
    content = op.result();
  } else if (gradients.contains(variable)) {
    if (content->name.empty())
      content->name = op.operand(0)->name;
    replace(op, content);
  } else {
    origins[op.result()] = originOf(content);
  }
}

void Tidier::store(Op &op, Contents &contents) {
  if (!isWhole(*op.operand(0))) {
    contents.erase(variableOf(*op.operand(0)));
    return;
  }
  Value *&content = contents[op.operand(0)->definingOp()];
  if (content && originOf(content) == originOf(op.operand(1)))
    drop(op);
  else
    content = op.operand(1);
}

/// What `op` may set is no longer known.
static void forget(const Op &op, Contents &contents) {
  Variables set;
  findUsed(op, /*other=*/OpKind::Load, set);
  for (const Op *variable : set)
    contents.erase(variable);
}

/// What both branches leave is known behind them.
void Tidier::forwardIf(Op &op, Contents &contents) {
  Contents other = contents;
  forward(op.region(0), contents);
  forward(op.region(1), other);
  for (auto [variable, content] : Contents(contents))
    if (other.lookup(variable) != content)
      contents.erase(variable);
}

void Tidier::forwardLoop(Op &op, Contents &contents) {
  forget(op, contents);
  for (unsigned i = 0; i != op.regionCount(); ++i) {
    Contents inside = contents;
    forward(op.region(i), inside);
  }
}

void Tidier::forward(Op &op, Contents &contents) {
  switch (op.kind()) {
  case OpKind::Var:
    contents.erase(&op);
    if (!op.operands().empty() && !isFixedArray(op.result()->type))
      contents[&op] = op.operand(0);
    return;
  case OpKind::Load: return load(op, contents);
  case OpKind::Store: return store(op, contents);
  case OpKind::If: return forwardIf(op, contents);
  case OpKind::For:
  case OpKind::While: return forwardLoop(op, contents);
  default: break;
  }
  forget(op, contents);
  if (Value *added = addedToZero(op))
    replace(op, added);
}

void Tidier::forward(Region &region, Contents &contents) {
  for (Op *op = region.empty() ? nullptr : &region.ops().front(); op;) {
    Op *next = op->next();
    forward(*op, contents);
    op = next;
  }
}

// Who reads them
// --------------

/// `read` holds the variables that are read behind `op`, and then those that are read at or behind it.
void Tidier::backward(Op &op, Variables &read) {
  if (op.kind() == OpKind::Store && isWhole(*op.operand(0))) {
    if (!read.erase(op.operand(0)->definingOp()))
      drop(op);
    return;
  }
  if (op.kind() == OpKind::If) {
    Variables other = read;
    backward(op.region(0), read);
    backward(op.region(1), other);
    read.insert(other.begin(), other.end());
    return;
  }
  findUsed(op, /*other=*/OpKind::Store, read);
  for (unsigned i = 0; i != op.regionCount(); ++i) { // of a loop: what any round reads is read behind each
    Variables inside = read;
    backward(op.region(i), inside);
  }
}

void Tidier::backward(Region &region, Variables &read) {
  for (Op *op = region.empty() ? nullptr : &region.ops().back(); op;) {
    Op *previous = op->previous();
    backward(*op, read);
    op = previous;
  }
}

void kt::tidyVariables(Function &function, const llvm::DenseSet<const Op *> &gradients) {
  Tidier tidier(gradients);
  while (tidier.run(function.body)) {
  }
}
