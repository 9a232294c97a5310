// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Interpret/Interpret.h"
#include "Machine.h"

namespace kt {

Interpreter::Interpreter(const ir::Function &kernel) : program(compile(kernel)) {}
Interpreter::~Interpreter() = default;

size_t Interpreter::argumentSize() const { return program->argumentSize; }

InterpretResult Interpreter::run(const LaunchBounds &bounds, const void *args, const InterpretLimits &limits) const {
  Machine machine(*program, limits);
  machine.setArguments(args);
  machine.run(bounds);
  return machine.result();
}

InterpretResult interpret(const ir::Function &kernel, const LaunchBounds &bounds, const void *args,
                          const InterpretLimits &limits) {
  return Interpreter(kernel).run(bounds, args, limits);
}

} // namespace kt
