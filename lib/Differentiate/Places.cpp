// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Places.h"

using namespace kt;
using namespace kt::ir;

bool kt::hasFloats(const Type *type) {
  if (const auto *structType = dyn_cast<StructType>(type))
    return llvm::any_of(structType->fields(), [](const StructType::Field &field) { return hasFloats(field.type); });
  if (isFixedArray(type))
    return hasFloats(cast<ArrayType>(type)->element());
  const ScalarType *scalar = scalarOf(type);
  return scalar && scalar->isFloat();
}

const Op *kt::variableOf(const Value &reference) {
  const Op &root = rootOf(reference);
  return root.kind() == OpKind::Var ? &root : variableBehind(*root.operand(0));
}

const Op *kt::variableBehind(const Value &array) {
  const Op *op = array.definingOp();
  if (array.isReference)
    return &rootOf(array);
  bool isSame = op && (op->kind() == OpKind::View || op->kind() == OpKind::Let);
  return isSame ? variableBehind(*op->operand(0)) : nullptr;
}

bool kt::isWholeVariable(const Value &reference) { return reference.definingOp()->kind() == OpKind::Var; }

/// The region of which `value` is an argument.
static const Region *argumentRegion(const Value &value, const Region &region) {
  for (const auto &argument : region.arguments())
    if (argument.get() == &value)
      return &region;
  for (const Op &op : region.ops())
    for (unsigned i = 0; i != op.regionCount(); ++i)
      if (const Region *found = argumentRegion(value, op.region(i)))
        return found;
  return nullptr;
}

const Region *kt::regionOf(const Value &value, const Function &function) {
  return value.isArgument() ? argumentRegion(value, function.body) : value.definingOp()->parentRegion();
}

Op *kt::ancestorIn(const Region &region, const Region &inner) {
  Op *op = nullptr;
  for (const Region *at = &inner; at != &region; at = op->parentRegion()) {
    op = at->parentOp();
    if (!op)
      return nullptr;
  }
  return op;
}

bool kt::isAround(const Region &region, const Region &other) {
  for (const Region *at = &other; at; at = at->parentOp() ? at->parentOp()->parentRegion() : nullptr)
    if (at == &region)
      return true;
  return false;
}

bool kt::isLoop(const Op &op) { return op.kind() == OpKind::For || op.kind() == OpKind::While; }

Region &kt::bodyOf(const Op &loop) { return loop.region(loop.regionCount() - 1); }

static void collectSet(const Region &region, llvm::DenseSet<const Op *> &found);

static void collectSet(const Op &op, llvm::DenseSet<const Op *> &found) {
  for (const Value *place : placesWritten(op))
    if (const Op *variable = variableOf(*place))
      found.insert(variable);
  for (unsigned i = 0; i != op.regionCount(); ++i)
    collectSet(op.region(i), found);
}

static void collectSet(const Region &region, llvm::DenseSet<const Op *> &found) {
  for (const Op &op : region.ops())
    collectSet(op, found);
}

llvm::DenseSet<const Op *> kt::variablesSetIn(const Region &region) {
  llvm::DenseSet<const Op *> found;
  collectSet(region, found);
  return found;
}

llvm::DenseSet<const Op *> kt::variablesSetBehind(const Op &op, const Region &region) {
  llvm::DenseSet<const Op *> found;
  const Op *at = &op;
  while (true) {
    for (const Op *next = at->next(); next; next = next->next())
      collectSet(*next, found);
    if (at->parentRegion() == &region)
      return found;
    at = at->parentOp();
  }
}
