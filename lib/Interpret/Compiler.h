// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Makes a Program: gives each value a place in memory, and each op its instructions, with the regions laid out behind
// each other. An op that only names what is there already, such as `let` or the field of a value, takes no instruction.

#ifndef KT_LIB_INTERPRET_COMPILER_H
#define KT_LIB_INTERPRET_COMPILER_H

#include "Program.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/MapVector.h"

namespace kt {

class Compiler {
public:
  explicit Compiler(Program &program) : program(program) {}
  void run(const ir::Function &kernel);

private:
  /// Where a reference leads: to a slot, or to the address that a slot holds; `offset` bytes further.
  struct Place {
    Slot slot;
    bool isAddress = false;
    uint32_t offset = 0;
    std::optional<Slot> isSet = {}; // of a variable without a first value: the bool that says whether it has one
  };
  /// A function that is called, and where a call finds it.
  struct Plan {
    std::vector<Slot> params;
    std::vector<Slot> results;
    Slot returnsTo; // holds the instruction behind the call
    uint32_t entry = 0;
  };
  /// A loop, while its body is compiled.
  struct Loop {
    std::vector<uint32_t> breaks;
    std::vector<uint32_t> continues;
  };

  // Places
  Slot allocate(size_t size, size_t alignment);
  Slot allocate(const Type *type) { return allocate(sizeOf(type), alignmentOf(type)); }
  Slot define(const ir::Value &value); // a place of its own
  Slot slotOf(const ir::Value &value) const;
  Slot slotToChange(const ir::Op &op, unsigned operand);
  void storeChanged(const ir::Op &op, unsigned operand, Slot slot);
  const Place &placeOf(const ir::Value &reference) const;
  Plan &planOf(const ir::Function &function);

  // Instructions
  Instruction &add(Handler run, const ir::Op *op, ArrayRef<Slot> slots, uint32_t number = 0);
  uint32_t addJump(Handler run, const ir::Op &op, ArrayRef<Slot> slots); // its target comes later
  uint32_t here() const { return program.code.size(); }
  void land(uint32_t jump) { program.code[jump].target = here(); }
  void land(ArrayRef<uint32_t> jumps) {
    for (uint32_t jump : jumps)
      land(jump);
  }
  void copy(const ir::Op &op, Slot to, Slot from, const Type *type);
  void compute(const ir::Op &op, BuiltinFunction function);

  // Ops
  void compile(const ir::Region &region);
  void compile(const ir::Op &op);
  void compileConstant(const ir::Op &op);
  void compileConstruct(const ir::Op &op);
  void compileBuiltin(const ir::Op &op);
  void compileCall(const ir::Op &op);
  void compileVar(const ir::Op &op);
  void compileView(const ir::Op &op);
  void compileElement(const ir::Op &op);
  void compilePart(const ir::Op &op, uint32_t offset);
  void compileComponent(const ir::Op &op);
  void compileLoad(const ir::Op &op);
  void compileStore(const ir::Op &op);
  void compileIf(const ir::Op &op);
  void compileFor(const ir::Op &op);
  void compileWhile(const ir::Op &op);
  void compileReturn(const ir::Op &op);

  Program &program;
  llvm::DenseMap<const ir::Value *, Slot> slots;
  llvm::DenseMap<const ir::Value *, Place> places;
  llvm::MapVector<const ir::Function *, std::unique_ptr<Plan>> plans; // in the order in which they are met
  std::vector<std::pair<uint32_t, const Plan *>> calls;               // jumps to functions
  Plan *current = nullptr;                                            // null in the kernel
  Loop *loop = nullptr;
  ArrayRef<Slot> yields; // where the values of the region's `yield` go
};

} // namespace kt

#endif
