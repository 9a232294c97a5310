// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Footprint.h"
#include "llvm/ADT/STLExtras.h"

using namespace kt;
using namespace kt::ir;

void Footprint::add(const Footprint &other) {
  readsMemory |= other.readsMemory;
  writesMemory |= other.writesMemory;
  isBarrier |= other.isBarrier;
  llvm::append_range(variablesRead, other.variablesRead);
  llvm::append_range(variablesWritten, other.variablesWritten);
}

static const Op *variableBehind(const Value &reference) {
  const Op &root = rootOf(reference);
  // What a fixed array holds is reached through views as well, and so counts as memory.
  return root.kind() == OpKind::Var && !isFixedArray(root.result()->type) ? &root : nullptr;
}

/// The variables that a builtin reads where they are.
static void addReads(const Op &op, Footprint &footprint) {
  for (const Value *operand : op.operands())
    if (const Op *variable = operand->isReference ? variableBehind(*operand) : nullptr)
      footprint.variablesRead.push_back(variable);
}

static void addWrites(const Op &op, Footprint &footprint) {
  for (const Value *place : placesWritten(op)) {
    if (const Op *variable = variableBehind(*place))
      footprint.variablesWritten.push_back(variable);
    else
      footprint.writesMemory = true;
  }
}

static Footprint footprintOfRegions(const Op &op) {
  Footprint all;
  for (unsigned i = 0; i != op.regionCount(); ++i)
    for (const Op &inner : op.region(i).ops())
      all.add(footprintOf(inner));
  return all;
}

Footprint kt::footprintOf(const Op &op) {
  Footprint result;
  switch (op.kind()) {
  case OpKind::Constant:
  case OpKind::ThreadId:
  case OpKind::Construct:
  case OpKind::Cast:
  case OpKind::Reinterpret:
  case OpKind::Compare:
  case OpKind::Not:
  case OpKind::ArrayShape:
  case OpKind::View:
  case OpKind::Let:
  case OpKind::Var:
  case OpKind::Element:
  case OpKind::Field:
  case OpKind::Component:
  case OpKind::Break:
  case OpKind::Continue:
  case OpKind::Return:
  case OpKind::Yield: return result;
  case OpKind::Load:
    if (const Op *variable = variableBehind(*op.operand(0)))
      result.variablesRead.push_back(variable);
    else
      result.readsMemory = true;
    return result;
  case OpKind::Store: addWrites(op, result); return result;
  case OpKind::Builtin:
    result.readsMemory = op.builtin().effect != Effect::None;
    result.writesMemory = op.builtin().effect > Effect::Read;
    addReads(op, result);
    addWrites(op, result);
    return result;
  case OpKind::Call:
    result.readsMemory = effectsOf(op) != Effects::Pure;
    result.writesMemory = effectsOf(op) == Effects::Write;
    return result;
  case OpKind::Assert:
  case OpKind::Native:
  case OpKind::Printf: result.readsMemory = result.writesMemory = true; return result;
  case OpKind::If:
    if (op.resultCount())
      return footprintOfRegions(op);
    [[fallthrough]];
  case OpKind::For:
  case OpKind::While: result.isBarrier = true; return result;
  }
  llvm_unreachable("not an op");
}

bool kt::conflict(const Footprint &expression, const Footprint &next) {
  if (next.isBarrier)
    return !expression.isEmpty();
  if (next.writesMemory && (expression.readsMemory || expression.writesMemory))
    return true;
  if (next.readsMemory && expression.writesMemory)
    return true;
  auto isTouched = [&](const Op *variable) {
    return llvm::is_contained(expression.variablesRead, variable) ||
           llvm::is_contained(expression.variablesWritten, variable);
  };
  auto isWritten = [&](const Op *variable) { return llvm::is_contained(expression.variablesWritten, variable); };
  return llvm::any_of(next.variablesWritten, isTouched) || llvm::any_of(next.variablesRead, isWritten);
}
