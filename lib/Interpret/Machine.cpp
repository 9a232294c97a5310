// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Machine.h"
#include "Scalars.h"

namespace kt {

void Machine::setArguments(const void *args) {
  for (const Program::Parameter &parameter : program.parameters)
    memcpy(at(parameter.slot), static_cast<const char *>(args) + parameter.offset, parameter.size);
}

// A kernel that asks for fewer coordinates than the launch has dimensions is told the leading ones; one that asks for
// more finds all but the first of them in its last dimensions to be 0.
void Machine::run(const LaunchBounds &bounds) {
  uint64_t inner = 1; // how many threads share the coordinates that the kernel asks for
  for (int i = int(program.threadRank); i < bounds.rank; ++i)
    inner *= uint64_t(bounds.shape[i]);
  for (uint64_t task = 0; task != bounds.size && !failed(); ++task) {
    uint64_t rest = task / inner;
    std::fill(std::begin(coordinates), std::end(coordinates), 0);
    for (unsigned i = program.threadRank; i-- > 1; rest /= uint64_t(bounds.shape[i]))
      coordinates[i] = int32_t(rest % uint64_t(bounds.shape[i]));
    coordinates[0] = int32_t(rest);
    runThread();
  }
}

void Machine::runThread() {
  const Instruction *next = program.code.data();
  while (next) {
    if (steps == limits.steps) {
      refuseStep(next->op ? next->op->loc : program.kernel->loc);
      return;
    }
    ++steps;
    next = next->run(*this, *next);
  }
}

bool Machine::refuseStep(Location loc) {
  fail(ErrorKind::StepLimit, loc, "the limit of " + std::to_string(limits.steps) + " steps is reached");
  return false;
}

void Machine::print(StringRef text, Location loc) {
  if (output.size() + text.size() > limits.output)
    fail(ErrorKind::OutputLimit, loc, "the limit of " + std::to_string(limits.output) + " printed bytes is reached");
  else
    output += text;
}

std::nullptr_t Machine::fail(ErrorKind kind, Location loc, std::string text) {
  if (!error)
    error = InterpretError{kind, loc, std::move(text)};
  return nullptr;
}

// Elements
// --------

std::string quoted(StringRef name, StringRef otherwise) {
  return name.empty() ? otherwise.str() : "`" + name.str() + "`";
}

int64_t readIndex(const Type *type, const char *memory) {
  return withScalar(cast<ScalarType>(type)->scalarKind(), [&]<class S>(Tag<S>) -> int64_t {
    S scalar;
    memcpy(&scalar, memory, sizeof scalar);
    if constexpr (std::is_same_v<S, bool> || isFloat<S>)
      llvm_unreachable("an index is an integer");
    else if constexpr (std::is_same_v<S, UInt64>)
      return int64_t(std::min(scalar.value, uint64_t(std::numeric_limits<int64_t>::max())));
    else
      return int64_t(scalar.value);
  });
}

char *Machine::element(const ArrayView &array, ArrayRef<int64_t> indices, StringRef name, Location loc) {
  if (!array.data)
    return fail(ErrorKind::NullArray, loc, quoted(name, "the array") + " has no memory");
  char *address = array.data;
  for (size_t i = 0; i != indices.size(); ++i) {
    int64_t extent = array.shape[i];
    int64_t index = indices[i] < 0 ? indices[i] + extent : indices[i];
    if (index < 0 || index >= extent)
      return fail(ErrorKind::OutOfRange, loc,
                  "index " + std::to_string(indices[i]) + " is out of range: " + quoted(name, "the array") + " has " +
                      std::to_string(extent) + " elements in dimension " + std::to_string(i));
    address += index * array.strides[i];
  }
  return address;
}

std::optional<int64_t> Machine::choose(const IndexedView &array, unsigned dimension, int64_t given, StringRef name,
                                       Location loc) {
  int64_t extent = array.shape[dimension], index = given < 0 ? given + extent : given;
  if (index >= 0 && index < extent)
    return array.indices[dimension] ? array.indices[dimension][index] : index;
  fail(ErrorKind::OutOfRange, loc,
       "index " + std::to_string(given) + " is out of range: " + quoted(name, "the array") + " has " +
           std::to_string(extent) + " elements in dimension " + std::to_string(dimension));
  return std::nullopt;
}

} // namespace kt
