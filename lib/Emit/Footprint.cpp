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
  variablesRead.append(other.variablesRead.begin(), other.variablesRead.end());
}

static const Op *variableBehind(const Value &reference) {
  const Op &root = rootOf(reference);
  return root.kind() == OpKind::Var ? &root : nullptr;
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
  case OpKind::Store:
    result.variableWritten = variableBehind(*op.operand(0));
    result.writesMemory = !result.variableWritten;
    return result;
  case OpKind::Builtin:
  case OpKind::Call:
    result.readsMemory = effectsOf(op) != Effects::Pure;
    result.writesMemory = effectsOf(op) == Effects::Write;
    return result;
  case OpKind::Assert:
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
  return next.variableWritten && llvm::is_contained(expression.variablesRead, next.variableWritten);
}
