// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Runs a kernel's IR on memory, with the arithmetic of its types: what emitted code is held against. Knows neither
// Clang nor the runtime header; builtins are implemented here a second time, from what they mean. The arguments lie in
// memory as they do for the emitted CPU entry, so that one packed block serves both. Every fault of the kernel ends the
// launch with an error that says where: nothing outside of the arrays is ever touched.

#ifndef KT_INTERPRET_INTERPRET_H
#define KT_INTERPRET_INTERPRET_H

#include "kt/IR/IR.h"
#include <optional>

namespace kt {

/// The grid of a launch, as the binary interface has it: dimensions that are not in use are 1, `size` is the product of
/// all. Threads are run one after another, the last dimension fastest.
struct LaunchBounds {
  int32_t shape[4] = {1, 1, 1, 1};
  int32_t rank = 1;
  uint64_t size = 1;
};

struct InterpretLimits {
  /// Instructions of the compact form, about one an op, over all threads of a launch; and what builtins do in loops.
  uint64_t steps = 1'000'000'000;
  /// Bytes that may be printed.
  uint64_t output = 64 << 20;
};

struct InterpretError {
  enum class Kind : uint8_t {
    OutOfRange, // an index of an array, a vector or a matrix
    NullArray,  // an element of an array without memory
    Unset,      // a variable is read that has no value yet
    Assertion,  // an assert, or a builtin that expects something
    StepLimit,
    OutputLimit,
    NativeCode, // C++ of the user's, which is not run
  };
  Kind kind;
  Location loc;
  std::string text; // lower case, no full stop
};

struct InterpretResult {
  std::optional<InterpretError> error; // the launch ended there
  std::string output;                  // what was printed, by all threads
  uint64_t steps = 0;
};

struct Program;

/// A kernel in the compact form that is run: made once, launched any number of times. The IR has to outlive it.
class Interpreter {
public:
  explicit Interpreter(const ir::Function &kernel);
  ~Interpreter();
  Interpreter(const Interpreter &) = delete;

  /// `args` holds the parameters as the members of one C struct: scalars, composites and structs by value, arrays as
  /// they are described by the binary interface.
  InterpretResult run(const LaunchBounds &bounds, const void *args, const InterpretLimits &limits = {}) const;
  /// Of the block that `run` reads, in bytes.
  size_t argumentSize() const;

private:
  std::unique_ptr<Program> program;
};

/// One launch.
InterpretResult interpret(const ir::Function &kernel, const LaunchBounds &bounds, const void *args,
                          const InterpretLimits &limits = {});

/// Does the interpreter know `builtin`? A test asks this of all of them.
bool isInterpreted(const Builtin &builtin);

} // namespace kt

#endif
