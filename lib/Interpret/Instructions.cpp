// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Instructions.h"
#include "Call.h"

namespace kt {

// Values
// ------

/// Copies that are known to be short take no call.
template <size_t Size>
static void move(char *to, const char *from, size_t size) {
  memcpy(to, from, Size ? Size : size);
}

template <size_t Size>
static const Instruction *copyBytes(Machine &machine, const Instruction &in) {
  move<Size>(machine.at(machine.slot(in, 0)), machine.at(machine.slot(in, 1)), in.number);
  return &in + 1;
}

template <size_t Size>
static const Instruction *loadBytes(Machine &machine, const Instruction &in) {
  move<Size>(machine.at(machine.slot(in, 0)), machine.value<char *>(in, 1) + machine.slot(in, 2), in.number);
  return &in + 1;
}

template <size_t Size>
static const Instruction *storeBytes(Machine &machine, const Instruction &in) {
  move<Size>(machine.value<char *>(in, 0) + machine.slot(in, 1), machine.at(machine.slot(in, 2)), in.number);
  return &in + 1;
}

Handler copyFor(size_t size) { return size == 4 ? copyBytes<4> : size == 8 ? copyBytes<8> : copyBytes<0>; }
Handler loadFor(size_t size) { return size == 4 ? loadBytes<4> : size == 8 ? loadBytes<8> : loadBytes<0>; }
Handler storeFor(size_t size) { return size == 4 ? storeBytes<4> : size == 8 ? storeBytes<8> : storeBytes<0>; }

const Handler clearBytes = [](Machine &machine, const Instruction &in) {
  memset(machine.at(machine.slot(in, 0)), 0, in.number);
  return &in + 1;
};

const Handler readThreadId = [](Machine &machine, const Instruction &in) {
  machine.value<int32_t>(in, 0) = machine.coordinates[in.number];
  return &in + 1;
};

const Handler runBuiltin = [](Machine &machine, const Instruction &in) {
  Call call(machine, in);
  in.builtin(call);
  return machine.failed() ? nullptr : &in + 1;
};

// Addresses
// ---------

const Handler viewVariable = [](Machine &machine, const Instruction &in) {
  const auto &type = *cast<ArrayType>(in.op->operand(0)->type);
  ArrayView view{};
  view.data = machine.at(machine.slot(in, 1));
  view.rank = int32_t(type.rank());
  int64_t stride = sizeOf(type.element());
  for (unsigned i = type.rank(); i-- != 0; stride *= type.shape()[i]) {
    view.shape[i] = int32_t(type.shape()[i]);
    view.strides[i] = int32_t(stride);
  }
  machine.value<ArrayView>(in, 0) = view;
  return &in + 1;
};

const Handler findElement = [](Machine &machine, const Instruction &in) -> const Instruction * {
  Call call(machine, in);
  char *address = call.element(0);
  machine.value<char *>(in, 0) = address;
  return address ? &in + 1 : nullptr;
};

/// The address of the component that the last operand says, of what lies at `base`.
static const Instruction *findComponentAt(Machine &machine, const Instruction &in, char *base, const char *index) {
  const ir::Value &whole = *in.op->operand(0);
  int64_t count = componentCount(whole.type), given = readIndex(in.op->operand(1)->type, index);
  int64_t at = given < 0 ? given + count : given;
  if (at < 0 || at >= count)
    return machine.fail(InterpretError::Kind::OutOfRange, in.op->loc,
                        "index " + std::to_string(given) + " is out of range: " + quoted(whole.name, "the value") +
                            " has " + std::to_string(count) + (whole.type->isMatrix() ? " rows" : " components"));
  machine.value<char *>(in, 0) = base + at * in.number;
  return &in + 1;
}

const Handler findComponent = [](Machine &machine, const Instruction &in) {
  return findComponentAt(machine, in, machine.at(machine.slot(in, 1)), machine.at(machine.slot(in, 2)));
};

const Handler findComponentFrom = [](Machine &machine, const Instruction &in) {
  char *base = machine.value<char *>(in, 1) + machine.slot(in, 2);
  return findComponentAt(machine, in, base, machine.at(machine.slot(in, 3)));
};

// Variables without a first value
// -------------------------------

const Handler markSet = [](Machine &machine, const Instruction &in) {
  machine.value<bool>(in, 0) = true;
  return &in + 1;
};

const Handler checkSet = [](Machine &machine, const Instruction &in) -> const Instruction * {
  if (machine.value<bool>(in, 0))
    return &in + 1;
  StringRef name = ir::rootOf(*in.op->operand(0)).result()->name;
  return machine.fail(InterpretError::Kind::Unset, in.op->loc,
                      quoted(name, "a variable") + " is read before it is set");
};

// Jumps
// -----

const Handler jump = [](Machine &machine, const Instruction &in) { return machine.target(in); };

const Handler jumpIfFalse = [](Machine &machine, const Instruction &in) {
  return machine.value<bool>(in, 0) ? &in + 1 : machine.target(in);
};

/// Does a loop that counts by `step` have a round at `i`? One that does not move has none.
template <class S>
static bool hasRound(S i, S stop, S step) {
  return step < S(0) ? i > stop : step > S(0) && i < stop;
}

Handler enterLoopFor(ScalarKind kind) {
  return withScalar(kind, []<class S>(Tag<S>) -> Handler {
    return [](Machine &machine, const Instruction &in) {
      S start = machine.value<S>(in, 1);
      machine.value<S>(in, 0) = start;
      bool enters = hasRound(start, machine.value<S>(in, 2), machine.value<S>(in, 3));
      return enters ? &in + 1 : machine.target(in);
    };
  });
}

Handler nextRoundFor(ScalarKind kind) {
  return withScalar(kind, []<class S>(Tag<S>) -> Handler {
    if constexpr (std::is_same_v<S, bool> || isFloat<S>)
      llvm_unreachable("a loop counts with integers");
    else
      return [](Machine &machine, const Instruction &in) {
        S &counter = machine.value<S>(in, 0);
        S step = machine.value<S>(in, 2), next = counter + step;
        // Past the end of the type there is no number left to count to.
        bool wraps = step < S(0) ? next > counter : next < counter;
        if (wraps || !hasRound(next, machine.value<S>(in, 1), step))
          return &in + 1;
        counter = next;
        return machine.target(in);
      };
  });
}

const Handler enterFunction = [](Machine &machine, const Instruction &in) {
  machine.value<const Instruction *>(in, 0) = &in + 1;
  return machine.target(in);
};

const Handler leaveFunction = [](Machine &machine, const Instruction &in) {
  return machine.value<const Instruction *>(in, 0);
};

const Handler endThread = [](Machine &, const Instruction &) -> const Instruction * { return nullptr; };

} // namespace kt
