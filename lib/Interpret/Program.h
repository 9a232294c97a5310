// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The compact form in which a kernel is run: a list of instructions, and one block of memory in which every value of
// every function has its place. There is no recursion, so a function needs one place for each of its values and no
// stack.

#ifndef KT_LIB_INTERPRET_PROGRAM_H
#define KT_LIB_INTERPRET_PROGRAM_H

#include "Layout.h"
#include "kt/Interpret/Interpret.h"

namespace kt {

class Call;
class Machine;
struct Instruction;

/// A place in the block of memory, counted in bytes.
using Slot = uint32_t;

/// Does one instruction. Returns the next, or null if the thread ends there, well or not.
using Handler = const Instruction *(*)(Machine & machine, const Instruction &instruction);
/// Does a builtin, for the types of one call.
using BuiltinFunction = void (*)(Call &call);

struct Instruction {
  Handler run;
  const ir::Op *op;                  // what it was made of, types and texts; null at the end of a function
  uint32_t slots;                    // the first of its slots in Program::slots: results, then operands
  uint32_t number = 0;               // a size in bytes, or a count
  uint32_t target = 0;               // of a jump: an index into Program::code
  BuiltinFunction builtin = nullptr; // of a builtin
};

struct Program {
  const ir::Function *kernel;
  std::vector<Instruction> code; // begins with the kernel's
  std::vector<Slot> slots;
  std::vector<char> memory; // constants are in it already
  struct Parameter {
    Slot slot;
    uint32_t offset; // in the arguments
    uint32_t size;
  };
  std::vector<Parameter> parameters;
  size_t argumentSize = 0;
  /// How many leading coordinates of the launch a thread is told.
  unsigned threadRank = 0;
};

std::unique_ptr<Program> compile(const ir::Function &kernel);

} // namespace kt

#endif
