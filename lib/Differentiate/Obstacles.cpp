// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Obstacles.h"
#include "kt/IR/Views.h"

using namespace kt;
using namespace kt::ir;

// Ops without a derivative
// ------------------------

/// What a view or a copy of an array is of.
static const Value *baseOf(const Value *array) {
  const Op *op = array->definingOp();
  while (op && (op->kind() == OpKind::View || op->kind() == OpKind::Let) && !op->operand(0)->isReference) {
    array = op->operand(0);
    op = array->definingOp();
  }
  return array;
}

/// Is it known where the gradients of this array's elements are?
static bool hasKnownGradient(const Value *array) {
  const Value *base = baseOf(array);
  const Op *op = base->definingOp();
  if (!op)
    return true;
  if (op->kind() == OpKind::View) // of a fixed array
    return true;
  return op->kind() == OpKind::Field && op->operand(0)->isArgument();
}

static bool isAtomic(const Op &op) {
  return op.kind() == OpKind::Builtin && op.builtin().effect == Effect::ReadModifyWrite;
}

static std::optional<std::string> obstacleOfElement(const Op &element) {
  const auto *array = cast<ArrayType>(element.operand(0)->type);
  if (!hasFloats(array->element()))
    return std::nullopt;
  if (array->element()->isStruct())
    return "the elements of an array of structs have no gradients yet";
  if (!hasKnownGradient(element.operand(0)))
    return "where the gradients of this array are is decided at run time";
  return std::nullopt;
}

/// Of a builtin that writes some of the arrays that it takes.
static bool writesFloats(const Op &op) {
  return llvm::any_of(op.operands(), [](const Value *operand) {
    const auto *array = dyn_cast<ArrayType>(operand->type);
    return array && hasFloats(array->element());
  });
}

static std::optional<std::string> obstacleOfBuiltin(const Op &op, const Activity &activity) {
  const Builtin &builtin = op.builtin();
  auto isActive = [&](const Value *value) { return activity.isActive(value); };
  bool flows = llvm::any_of(op.operands(), isActive);
  if (isAtomic(op)) {
    const auto *array = cast<ArrayType>(op.operand(0)->type);
    if (!hasFloats(array->element()))
      return std::nullopt;
    if (array->element()->isStruct() || !hasKnownGradient(op.operand(0)))
      return "where the gradients of this array are is decided at run time";
    if (builtin.adjoints.empty() && flows)
      return ("`wp." + builtin.name + "` has no derivative").str();
    for (unsigned i = 0; i != op.resultCount(); ++i)
      if (isActive(op.result(i)))
        return "the value that an atomic operation returns has no derivative";
    return std::nullopt;
  }
  if (builtin.effect == Effect::Write && writesFloats(op))
    return ("`wp." + builtin.name + "` has no derivative").str();
  if (!flows)
    return std::nullopt;
  if (llvm::any_of(placesWritten(op), isActive))
    return ("`wp." + builtin.name + "` sets variables that a gradient flows through").str();
  bool returns = false;
  for (unsigned i = 0; i != op.resultCount(); ++i)
    returns |= isActive(op.result(i));
  if (builtin.isDifferentiable && builtin.adjoints.empty() && returns)
    return ("`wp." + builtin.name + "` has no derivative").str();
  return std::nullopt;
}

static std::optional<std::string> obstacleOf(const Op &op, const Activity &activity) {
  auto isActive = [&](const Value *value) { return activity.isActive(value); };
  switch (op.kind()) {
  case OpKind::Call: return "a func in C++ has no derivative";
  case OpKind::Reinterpret:
    if (isActive(op.operand(0)) && isActive(op.result()))
      return "a value whose bytes are taken for another type has no derivative";
    return std::nullopt;
  case OpKind::Element: return obstacleOfElement(op);
  case OpKind::View:
    if (op.operand(0)->isReference && escapes(*op.result()))
      return "it is decided at run time which array this local one is taken for";
    return std::nullopt;
  case OpKind::Builtin: return obstacleOfBuiltin(op, activity);
  default: return std::nullopt;
  }
}

static std::optional<Obstacle> findIn(const Region &region, const Activity &activity) {
  for (const Op &op : region.ops()) {
    if (std::optional<std::string> reason = obstacleOf(op, activity))
      return Obstacle{op.loc, *reason};
    for (unsigned i = 0; i != op.regionCount(); ++i)
      if (std::optional<Obstacle> found = findIn(op.region(i), activity))
        return found;
  }
  return std::nullopt;
}

std::optional<Obstacle> kt::findObstacle(const Function &kernel, const Activity &activity) {
  return findIn(kernel.body, activity);
}

// What is gone when the reverse sweep wants it
// --------------------------------------------

namespace {

class OverwriteFinder {
public:
  OverwriteFinder(const Function &kernel, const ReversePlan &plan) : kernel(kernel), plan(plan) {}
  std::optional<Obstacle> run();

private:
  const Function &kernel;
  const ReversePlan &plan;
  struct Access {
    const Op *op;
    const Op *element; // null where a builtin reads or writes the array
    const Value *array;
    unsigned order;
  };
  llvm::SmallVector<Access, 8> reads, writes;
  unsigned order = 0;

  bool isRunAgain(const Op &op) const;
  void collect(const Region &region);
  void collect(const Op &op);
  static bool comesLater(const Access &write, const Access &read);
};

} // namespace

bool OverwriteFinder::isRunAgain(const Op &op) const {
  if (plan.body.slice.contains(op))
    return true;
  return llvm::any_of(plan.loops, [&](const auto &entry) {
    return entry.second->round.slice.contains(op) || entry.second->replay.contains(op);
  });
}

void OverwriteFinder::collect(const Op &op) {
  ++order;
  if (op.kind() == OpKind::Load || op.kind() == OpKind::Store) {
    if (variableOf(*op.operand(0)))
      return;
    const Op &element = rootOf(*op.operand(0));
    Access access{&op, &element, baseOf(element.operand(0)), order};
    if (op.kind() == OpKind::Store)
      writes.push_back(access);
    else if (isRunAgain(op))
      reads.push_back(access);
    return;
  }
  if (op.kind() != OpKind::Builtin)
    return;
  for (const Value *operand : op.operands()) {
    if (!operand->type->isArray())
      continue;
    Access access{&op, nullptr, baseOf(operand), order};
    if (op.builtin().effect >= Effect::Write)
      writes.push_back(access);
    if (op.builtin().effect != Effect::None && isRunAgain(op))
      reads.push_back(access);
  }
}

void OverwriteFinder::collect(const Region &region) {
  for (const Op &op : region.ops()) {
    collect(op);
    for (unsigned i = 0; i != op.regionCount(); ++i)
      collect(op.region(i));
  }
}

/// False only if it is sure that the thread has read what it has itself stored before, and that nothing else is stored
/// there: the same element by the same values, in the same straight line.
bool OverwriteFinder::comesLater(const Access &write, const Access &read) {
  if (!write.element || !read.element || write.order > read.order)
    return true;
  if (write.op->parentRegion()->parentOp() || !llvm::equal(write.element->operands(), read.element->operands()))
    return true;
  return write.op->operand(0) != write.element->result(); // a part
}

std::optional<Obstacle> OverwriteFinder::run() {
  collect(kernel.body);
  for (const Access &read : reads)
    for (const Access &write : writes)
      if (read.array == write.array && comesLater(write, read))
        return Obstacle{read.op->loc,
                        "the gradient needs this element as it is read here, and the kernel may overwrite it",
                        write.op->loc};
  return std::nullopt;
}

std::optional<Obstacle> kt::findOverwritten(const Function &kernel, const ReversePlan &plan) {
  return OverwriteFinder(kernel, plan).run();
}
