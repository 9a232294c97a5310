// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Places, functions and regions.

#include "Compiler.h"
#include "Instructions.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/SaveAndRestore.h"

namespace kt {

// Places
// ------

Slot Compiler::allocate(size_t size, size_t alignment) {
  size_t slot = llvm::alignTo(program.memory.size(), alignment);
  program.memory.resize(slot + size);
  return slot;
}

Slot Compiler::define(const ir::Value &value) { return slots[&value] = allocate(value.type); }

Slot Compiler::slotOf(const ir::Value &value) const {
  auto found = slots.find(&value);
  assert(found != slots.end() && "a value is defined before it is used");
  return found->second;
}

const Compiler::Place &Compiler::placeOf(const ir::Value &reference) const {
  auto found = places.find(&reference);
  assert(found != places.end() && "a reference is defined before it is used");
  return found->second;
}

Compiler::Plan &Compiler::planOf(const ir::Function &function) {
  std::unique_ptr<Plan> &plan = plans[&function];
  if (plan)
    return *plan;
  plan = std::make_unique<Plan>();
  for (const auto &param : function.body.arguments())
    plan->params.push_back(define(*param));
  for (const Type *type : function.results)
    plan->results.push_back(allocate(type));
  plan->returnsTo = allocate(sizeof(void *), alignof(void *));
  return *plan;
}

// Instructions
// ------------

Instruction &Compiler::add(Handler run, const ir::Op *op, ArrayRef<Slot> slots, uint32_t number) {
  program.code.push_back({run, op, uint32_t(program.slots.size()), number});
  llvm::append_range(program.slots, slots);
  return program.code.back();
}

uint32_t Compiler::addJump(Handler run, const ir::Op &op, ArrayRef<Slot> slots) {
  add(run, &op, slots);
  return here() - 1;
}

void Compiler::copy(const ir::Op &op, Slot to, Slot from, const Type *type) {
  size_t size = sizeOf(type);
  add(copyFor(size), &op, {to, from}, size);
}

/// That of the variable which the builtin changes or sets; for a place elsewhere, one that holds the same, from which
/// `storeChanged` brings it back.
Slot Compiler::slotToChange(const ir::Op &op, unsigned operand) {
  const Place &place = placeOf(*op.operand(operand));
  if (place.isSet)
    add(op.builtin().passing(operand) == Passing::Out ? markSet : checkSet, &op, {*place.isSet});
  if (!place.isAddress)
    return place.slot;
  const Type *type = op.operand(operand)->type;
  Slot slot = allocate(type);
  add(loadFor(sizeOf(type)), &op, {slot, place.slot, place.offset}, sizeOf(type));
  return slot;
}

void Compiler::storeChanged(const ir::Op &op, unsigned operand, Slot slot) {
  const Place &place = placeOf(*op.operand(operand));
  size_t size = sizeOf(op.operand(operand)->type);
  if (place.isAddress)
    add(storeFor(size), &op, {place.slot, place.offset, slot}, size);
}

void Compiler::compute(const ir::Op &op, BuiltinFunction function) {
  llvm::SmallVector<Slot, 8> used;
  for (unsigned i = 0; i != op.resultCount(); ++i)
    used.push_back(define(*op.result(i)));
  for (const ir::Value *operand : op.operands())
    used.push_back(operand->isReference ? slotToChange(op, used.size() - op.resultCount()) : slotOf(*operand));
  add(runBuiltin, &op, used).builtin = function;
  for (auto [i, operand] : llvm::enumerate(op.operands()))
    if (operand->isReference && op.builtin().changesPlace(i))
      storeChanged(op, i, used[op.resultCount() + i]);
}

// Functions and regions
// ---------------------

static unsigned highestCoordinate(const ir::Region &region) {
  unsigned highest = 0;
  for (const ir::Op &op : region.ops()) {
    if (op.kind() == ir::OpKind::ThreadId)
      highest = std::max(highest, op.index() + 1);
    for (unsigned i = 0; i != op.regionCount(); ++i)
      highest = std::max(highest, highestCoordinate(op.region(i)));
  }
  return highest;
}

void Compiler::run(const ir::Function &kernel) {
  program.kernel = &kernel;
  program.threadRank = std::max(kernel.threadRank, highestCoordinate(kernel.body));
  for (const auto &param : kernel.body.arguments()) {
    size_t offset = alignTo(program.argumentSize, param->type), size = sizeOf(param->type);
    program.parameters.push_back({define(*param), uint32_t(offset), uint32_t(size)});
    program.argumentSize = offset + size;
  }
  compile(kernel.body);
  add(endThread, nullptr, {});
  // The functions that are called, and those that they call.
  for (unsigned i = 0; i != plans.size(); ++i) {
    const auto &[function, plan] = plans.begin()[i];
    current = plan.get();
    current->entry = here();
    compile(function->body);
    add(leaveFunction, nullptr, {current->returnsTo});
  }
  for (auto [call, plan] : calls)
    program.code[call].target = plan->entry;
}

void Compiler::compile(const ir::Region &region) {
  for (const ir::Op &op : region.ops())
    compile(op);
}

std::unique_ptr<Program> compile(const ir::Function &kernel) {
  auto program = std::make_unique<Program>();
  Compiler(*program).run(kernel);
  return program;
}

} // namespace kt
