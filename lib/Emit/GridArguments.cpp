// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "GridArguments.h"
#include "llvm/ADT/STLExtras.h"

using namespace kt;
using namespace kt::ir;

namespace {

/// Walks the ops in order and keeps what each value is made of: the thread's last coordinate, and arguments that may be
/// the end of the grid. What goes through a variable is lost.
class GridArgumentFinder {
public:
  explicit GridArgumentFinder(unsigned threadRank) : threadRank(threadRank) {}

  void visit(const Region &region) {
    for (const Op &op : region.ops()) {
      visit(op);
      for (unsigned i = 0; i != op.regionCount(); ++i)
        visit(op.region(i));
    }
  }

  llvm::DenseSet<const Value *> found;

private:
  void visit(const Op &op);
  const Value *arrayOf(const Op &shape) const;
  const Value *argumentOf(const Value &value) const;
  void compare(const Op &op);
  void combine(const Op &op);

  const unsigned threadRank;
  llvm::DenseSet<const Value *> fromThread;
  llvm::DenseMap<const Value *, const Value *> fromArgument;
};

} // namespace

/// The array whose last extent `op` reads, if it has as many as the thread has coordinates.
const Value *GridArgumentFinder::arrayOf(const Op &shape) const {
  const Value *array = shape.operand(0);
  auto *type = dyn_cast<ArrayType>(array->type);
  bool isLast = type && !type->isIndexed() && type->rank() == threadRank && shape.index() == threadRank - 1;
  return isLast && array->isArgument() ? array : nullptr;
}

/// The argument that `value` is made of, or null.
const Value *GridArgumentFinder::argumentOf(const Value &value) const {
  auto *scalar = dyn_cast<ScalarType>(value.type);
  bool isExtent = scalar && scalar->scalarKind() == ScalarKind::Int32;
  return value.isArgument() && isExtent ? &value : fromArgument.lookup(&value);
}

void GridArgumentFinder::combine(const Op &op) {
  for (const Value *operand : op.operands()) {
    if (fromThread.contains(operand))
      fromThread.insert(op.result());
    if (const Value *argument = argumentOf(*operand))
      fromArgument[op.result()] = argument;
  }
}

void GridArgumentFinder::compare(const Op &op) {
  bool asksThread = llvm::any_of(op.operands(), [&](const Value *operand) { return fromThread.contains(operand); });
  for (const Value *operand : op.operands())
    if (const Value *argument = argumentOf(*operand); argument && asksThread)
      found.insert(argument);
}

void GridArgumentFinder::visit(const Op &op) {
  StringRef builtin = op.kind() == OpKind::Builtin ? StringRef(op.builtin().name) : "";
  bool isLimit = builtin == "min" || builtin == "max" || builtin == "clamp";
  if (op.kind() == OpKind::ThreadId && op.index() == threadRank - 1)
    fromThread.insert(op.result());
  else if (op.kind() == OpKind::ArrayShape && arrayOf(op))
    fromArgument[op.result()] = arrayOf(op);
  if (op.kind() == OpKind::Compare || isLimit)
    compare(op);
  if (op.kind() == OpKind::Let || isLimit || builtin == "add" || builtin == "sub")
    combine(op);
}

llvm::DenseSet<const Value *> kt::findGridArguments(const Function &kernel, unsigned threadRank) {
  GridArgumentFinder finder(threadRank);
  finder.visit(kernel.body);
  return std::move(finder.found);
}
