// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One execution of an op that computes: its operands and results as C++ sees them.

#ifndef KT_LIB_INTERPRET_CALL_H
#define KT_LIB_INTERPRET_CALL_H

#include "Machine.h"
#include "Scalars.h"

namespace kt {

class Call {
public:
  Call(Machine &machine, const Instruction &instruction) : machine(machine), instruction(instruction) {}

  const ir::Op &op() const { return *instruction.op; }
  unsigned argCount() const { return op().operands().size(); }
  const Type *argType(unsigned i) const { return op().operand(i)->type; }
  const Type *resultType(unsigned i = 0) const { return op().result(i)->type; }

  /// The scalars of an operand or a result; or an array's view.
  template <class T>
  const T *arg(unsigned i) const {
    return &machine.value<T>(instruction, op().resultCount() + i);
  }
  /// What an operand that is a place holds, to be changed.
  template <class T>
  T *place(unsigned i) const {
    return &machine.value<T>(instruction, op().resultCount() + i);
  }
  template <class T>
  T *result(unsigned i = 0) const {
    return &machine.value<T>(instruction, i);
  }
  /// Where part `i` of what one operand is taken apart into goes: a result, or what the operands behind the first name.
  template <class T>
  T *part(unsigned i) const {
    return argCount() == 1 ? result<T>(i) : place<T>(i + 1);
  }

  int64_t index(unsigned i) const { return readIndex(argType(i), arg<char>(i)); }
  /// The address of the element of array `i` at as many indices as it has dimensions, which are the operands behind it;
  /// null and an error if there is none.
  char *element(unsigned i) const;
  /// The element at `index` of array `i`, which has one dimension; after an error some bytes.
  template <class T>
  T read(unsigned i, int64_t index) const {
    T value{};
    if (const char *address = elementAt(i, {index}))
      memcpy(&value, address, sizeof(T));
    return value;
  }
  template <class T>
  void write(unsigned i, int64_t index, const T &value) const {
    if (char *address = elementAt(i, {index}))
      memcpy(address, &value, sizeof(T));
  }
  /// What `index` in one dimension of the indexed array that comes first stands for.
  std::optional<int64_t> choose(const IndexedView &array, unsigned dimension, int64_t index) const {
    return machine.choose(array, dimension, index, op().operand(0)->name, op().loc);
  }

  void print(StringRef text) const { machine.print(text, op().loc); }
  void fail(InterpretError::Kind kind, std::string text) const { machine.fail(kind, op().loc, std::move(text)); }
  bool failed() const { return machine.failed(); }
  /// For each round of a loop whose length the operands decide: false if that was too much, or an error stands.
  bool step() const { return !failed() && machine.step(op().loc); }

private:
  char *elementAt(unsigned i, ArrayRef<int64_t> indices) const;

  Machine &machine;
  const Instruction &instruction;
};

} // namespace kt

#endif
