// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The state of one launch: memory, the thread's coordinates, output, and the error that ended it.

#ifndef KT_LIB_INTERPRET_MACHINE_H
#define KT_LIB_INTERPRET_MACHINE_H

#include "Program.h"

namespace kt {

class Machine {
public:
  explicit Machine(const Program &program, const InterpretLimits &limits)
      : program(program), limits(limits), memory(program.memory) {}

  void setArguments(const void *args);
  void run(const LaunchBounds &bounds);

  // For instructions
  char *at(Slot slot) { return memory.data() + slot; }
  Slot slot(const Instruction &instruction, unsigned i) const { return program.slots[instruction.slots + i]; }
  /// What the place of `instruction` that is number `i` holds.
  template <class T>
  T &value(const Instruction &instruction, unsigned i) {
    return *reinterpret_cast<T *>(at(slot(instruction, i)));
  }
  const Instruction *target(const Instruction &instruction) const { return &program.code[instruction.target]; }

  int32_t coordinates[4] = {};

  using ErrorKind = InterpretError::Kind;
  /// Ends the launch; the first error counts.
  std::nullptr_t fail(ErrorKind kind, Location loc, std::string text);
  bool failed() const { return error.has_value(); }
  /// Counts one step; false and an error if there is none left.
  bool step(Location loc) { return steps != limits.steps ? ++steps : refuseStep(loc); }
  void print(StringRef text, Location loc);
  InterpretResult result() { return {std::move(error), std::move(output), steps}; }

  /// The address of the element of `array` at `indices`, or null and an error. `name` is the user's for the array.
  char *element(const ArrayView &array, ArrayRef<int64_t> indices, StringRef name, Location loc);
  /// The index in the array behind `array` that index number `given` in one of its dimensions stands for.
  std::optional<int64_t> choose(const IndexedView &array, unsigned dimension, int64_t given, StringRef name,
                                Location loc);

private:
  void runThread();
  bool refuseStep(Location loc);

  const Program &program;
  const InterpretLimits &limits;
  std::vector<char> memory;
  std::optional<InterpretError> error;
  std::string output;
  uint64_t steps = 0;
};

/// The integer of any type at `memory`, sign- or zero-extended; a uint64 beyond the int64 becomes the highest of them.
int64_t readIndex(const Type *type, const char *memory);
/// `array` or "`x`".
std::string quoted(StringRef name, StringRef otherwise);

} // namespace kt

#endif
