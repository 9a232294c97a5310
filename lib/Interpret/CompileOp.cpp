// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The instructions of each op.

#include "BuiltinTable.h"
#include "Compiler.h"
#include "Instructions.h"
#include "Ops.h"
#include "Print.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/SaveAndRestore.h"

namespace kt {

using ir::Op;
using ir::OpKind;

void Compiler::compile(const Op &op) {
  switch (op.kind()) {
  case OpKind::Constant: return compileConstant(op);
  case OpKind::ThreadId: add(readThreadId, &op, {define(*op.result())}, op.index()); return;
  case OpKind::Construct: return compileConstruct(op);
  case OpKind::Cast: return compute(op, selectCast(op));
  case OpKind::Reinterpret: return compute(op, reinterpretBytes);
  case OpKind::Compare: return compute(op, selectCompare(op));
  case OpKind::Not: return compute(op, logicalNot);
  case OpKind::Builtin: return compileBuiltin(op);
  case OpKind::Call: return compileCall(op);
  case OpKind::ArrayShape: return compute(op, arrayShape);
  case OpKind::View: return compileView(op);
  case OpKind::Let: slots[op.result()] = slotOf(*op.operand(0)); return;
  case OpKind::Var: return compileVar(op);
  case OpKind::Element: return compileElement(op);
  case OpKind::Field: return compilePart(op, fieldOffset(op.operand(0)->type, op.index()));
  case OpKind::Component: return compileComponent(op);
  case OpKind::Load: return compileLoad(op);
  case OpKind::Store: return compileStore(op);
  case OpKind::If: return compileIf(op);
  case OpKind::For: return compileFor(op);
  case OpKind::While: return compileWhile(op);
  case OpKind::Break: loop->breaks.push_back(addJump(jump, op, {})); return;
  case OpKind::Continue: loop->continues.push_back(addJump(jump, op, {})); return;
  case OpKind::Return: return compileReturn(op);
  case OpKind::Yield:
    for (auto [operand, slot] : llvm::zip_equal(op.operands(), yields))
      copy(op, slot, slotOf(*operand), operand->type);
    return;
  case OpKind::Assert: return compute(op, assertTrue);
  case OpKind::Native: return compute(op, refuseNative);
  case OpKind::Printf: return compute(op, printFormatted);
  }
}

// Values
// ------

/// Constants are in memory from the start.
void Compiler::compileConstant(const Op &op) {
  Slot slot = define(*op.result());
  writeConstant(op.constant(), program.memory.data() + slot);
}

void Compiler::compileConstruct(const Op &op) {
  const Type *type = op.result()->type;
  if (op.operands().empty()) {
    add(clearBytes, &op, {define(*op.result())}, sizeOf(type));
    return;
  }
  if (!type->isStruct())
    return compute(op, selectConstruct(op));
  Slot slot = define(*op.result());
  for (auto [i, part] : llvm::enumerate(op.operands()))
    copy(op, slot + fieldOffset(type, i), slotOf(*part), part->type);
}

void Compiler::compileBuiltin(const Op &op) {
  BuiltinFunction function = selectBuiltin(op);
  if (!function)
    llvm::report_fatal_error(llvm::Twine("the interpreter has no ") + op.builtin().signature);
  compute(op, function);
}

// call @f(%x)
// -----------
// Arguments into the parameters, there and back, results out of where the function leaves them.
void Compiler::compileCall(const Op &op) {
  Plan &plan = planOf(op.callee());
  for (auto [param, operand] : llvm::zip_equal(plan.params, op.operands()))
    copy(op, param, slotOf(*operand), operand->type);
  calls.push_back({addJump(enterFunction, op, {plan.returnsTo}), &plan});
  for (unsigned i = 0; i != op.resultCount(); ++i)
    copy(op, define(*op.result(i)), plan.results[i], op.result(i)->type);
}

// Memory
// ------

void Compiler::compileVar(const Op &op) {
  const ir::Value &variable = *op.result();
  Place place{allocate(variable.type)};
  if (!op.operands().empty()) {
    copy(op, place.slot, slotOf(*op.operand(0)), variable.type);
  } else {
    place.isSet = allocate(1, 1);
    add(clearBytes, &op, {*place.isSet}, 1);
  }
  places[&variable] = place;
}

void Compiler::compileView(const Op &op) {
  if (!op.operand(0)->isReference)
    return compute(op, cast<ArrayType>(op.operand(0)->type)->isIndexed() ? takeIndexedView : takeView);
  const Place &place = placeOf(*op.operand(0));
  if (place.isSet) // element by element, by way of the view
    add(markSet, &op, {*place.isSet});
  add(viewVariable, &op, {define(*op.result()), place.slot});
}

void Compiler::compileElement(const Op &op) {
  Slot address = allocate(sizeof(void *), alignof(void *));
  llvm::SmallVector<Slot, 6> used{address};
  for (const ir::Value *operand : op.operands())
    used.push_back(slotOf(*operand));
  add(findElement, &op, used);
  places[op.result()] = {address, /*isAddress=*/true};
}

/// A part that lies `offset` bytes into the whole.
void Compiler::compilePart(const Op &op, uint32_t offset) {
  const ir::Value &whole = *op.operand(0);
  if (!whole.isReference) {
    slots[op.result()] = slotOf(whole) + offset;
    return;
  }
  Place place = placeOf(whole);
  (place.isAddress ? place.offset : place.slot) += offset;
  places[op.result()] = place;
}

/// The number of a component that is known, counted from the start.
static std::optional<uint32_t> knownComponent(const Op &op) {
  const Op *index = op.operand(1)->definingOp();
  if (!index || index->kind() != OpKind::Constant)
    return std::nullopt;
  int64_t count = componentCount(op.operand(0)->type), given = index->constant().asInt();
  int64_t number = given < 0 ? given + count : given;
  return number >= 0 && number < count ? std::optional<uint32_t>(number) : std::nullopt;
}

void Compiler::compileComponent(const Op &op) {
  const ir::Value &whole = *op.operand(0);
  uint32_t size = sizeOf(op.result()->type);
  if (std::optional<uint32_t> number = knownComponent(op))
    return compilePart(op, *number * size);

  Slot address = allocate(sizeof(void *), alignof(void *)), index = slotOf(*op.operand(1));
  if (!whole.isReference) {
    add(findComponent, &op, {address, slotOf(whole), index}, size);
    add(loadFor(size), &op, {define(*op.result()), address, 0}, size);
    return;
  }
  const Place &place = placeOf(whole);
  if (place.isAddress)
    add(findComponentFrom, &op, {address, place.slot, place.offset, index}, size);
  else
    add(findComponent, &op, {address, place.slot, index}, size);
  places[op.result()] = {address, /*isAddress=*/true, 0, place.isSet};
}

void Compiler::compileLoad(const Op &op) {
  const Place &place = placeOf(*op.operand(0));
  if (place.isSet)
    add(checkSet, &op, {*place.isSet});
  Slot slot = define(*op.result());
  size_t size = sizeOf(op.result()->type);
  if (place.isAddress)
    add(loadFor(size), &op, {slot, place.slot, place.offset}, size);
  else
    copy(op, slot, place.slot, op.result()->type);
}

void Compiler::compileStore(const Op &op) {
  const Place &place = placeOf(*op.operand(0));
  const ir::Value &value = *op.operand(1);
  if (place.isSet)
    add(markSet, &op, {*place.isSet});
  size_t size = sizeOf(value.type);
  if (place.isAddress)
    add(storeFor(size), &op, {place.slot, place.offset, slotOf(value)}, size);
  else
    copy(op, place.slot, slotOf(value), value.type);
}

// Structure
// ---------

void Compiler::compileIf(const Op &op) {
  llvm::SmallVector<Slot, 2> results;
  for (unsigned i = 0; i != op.resultCount(); ++i)
    results.push_back(define(*op.result(i)));
  llvm::SaveAndRestore yieldsHere(yields, ArrayRef<Slot>(results));
  uint32_t toElse = addJump(jumpIfFalse, op, {slotOf(*op.operand(0))});
  compile(op.region(0));
  if (op.region(1).empty())
    return land(toElse);
  uint32_t toEnd = addJump(jump, op, {});
  land(toElse);
  compile(op.region(1));
  land(toEnd);
}

void Compiler::compileFor(const Op &op) {
  const ir::Value &induction = *op.region(0).arguments().front();
  ScalarKind kind = cast<ScalarType>(induction.type)->scalarKind();
  Slot counter = define(induction);
  Slot start = slotOf(*op.operand(0)), stop = slotOf(*op.operand(1)), step = slotOf(*op.operand(2));
  Loop inner;
  llvm::SaveAndRestore loopHere(loop, &inner);

  uint32_t enter = addJump(enterLoopFor(kind), op, {counter, start, stop, step});
  uint32_t head = here();
  compile(op.region(0));
  land(inner.continues);
  add(nextRoundFor(kind), &op, {counter, stop, step}).target = head;
  land(enter);
  land(inner.breaks);
}

void Compiler::compileWhile(const Op &op) {
  Slot condition = allocate(1, 1);
  Loop inner;
  llvm::SaveAndRestore loopHere(loop, &inner);

  uint32_t head = here();
  {
    llvm::SaveAndRestore yieldsHere(yields, ArrayRef<Slot>(condition));
    compile(op.region(0));
  }
  uint32_t leave = addJump(jumpIfFalse, op, {condition});
  compile(op.region(1));
  land(inner.continues);
  add(jump, &op, {}).target = head;
  land(leave);
  land(inner.breaks);
}

void Compiler::compileReturn(const Op &op) {
  if (!current) {
    add(endThread, &op, {});
    return;
  }
  for (auto [slot, operand] : llvm::zip_equal(current->results, op.operands()))
    copy(op, slot, slotOf(*operand), operand->type);
  add(leaveFunction, &op, {current->returnsTo});
}

} // namespace kt
