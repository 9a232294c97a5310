// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Utility: choices, interpolation, atomics, length, print.

#include "BuiltinTable.h"
#include "Print.h"

namespace kt {

/// A bool, an integer that is not zero, or an array that has memory.
static bool isTrue(Call &call) {
  if (call.argType(0)->isArray())
    return call.arg<ArrayView>(0)->data;
  const char *bytes = call.arg<char>(0);
  return std::any_of(bytes, bytes + sizeOf(call.argType(0)), [](char byte) { return byte != 0; });
}

/// The operand that the condition chooses, whatever its type.
static void choose(Call &call, unsigned ifFalse, unsigned ifTrue) {
  memcpy(call.result<char>(), call.arg<char>(isTrue(call) ? ifTrue : ifFalse), sizeOf(call.resultType()));
}

// Atomics: threads run one after another, so a step is a load and a store. The value is the last operand.

template <class S, class Update>
static void update(Call &call, Update next) {
  char *address = call.element(0);
  if (!address)
    return;
  unsigned count = scalarCount(call.resultType());
  memcpy(call.result<S>(), address, count * sizeof(S));
  for (unsigned i = 0; i != count; ++i) {
    S value = next(call.result<S>()[i], call.arg<S>(call.argCount() - 1)[i]);
    memcpy(address + i * sizeof(S), &value, sizeof(S));
  }
}

template <auto Next>
static BuiltinFunction atomic(const ir::Op &call) {
  return withScalar(mainScalar(call), []<class S>(Tag<S>) -> BuiltinFunction {
    if constexpr (std::invocable<decltype(Next), S, S>)
      return [](Call &call) { update<S>(call, Next); };
    else
      return nullptr;
  });
}

/// Two scalars are the same if their bits are.
template <class S>
static void compareAndSwap(Call &call) {
  S expected = *call.arg<S>(call.argCount() - 2);
  update<S>(call, [&](S old, S value) { return memcmp(&old, &expected, sizeof(S)) == 0 ? value : old; });
}

static int32_t lengthOf(Call &call) {
  if (call.argType(0)->isArray())
    return call.arg<ArrayView>(0)->shape[0];
  return int32_t(componentCount(call.argType(0)));
}

// Expectations
// ------------

static void report(Call &call) {
  std::string actual = printedValue(call.argType(0), call.arg<char>(0));
  std::string expected = printedValue(call.argType(1), call.arg<char>(1));
  call.print((call.op().builtin().name + " failed\n  expected: " + expected + "  actual: " + actual).str());
}

template <bool WantsEqual>
static BuiltinFunction expectEqual(const ir::Op &call) {
  return withScalar(mainScalar(call), []<class S>(Tag<S>) -> BuiltinFunction {
    return [](Call &call) {
      const S *a = call.arg<S>(0), *b = call.arg<S>(1);
      if (std::equal(a, a + scalarCount(call.argType(0)), b) != WantsEqual)
        report(call);
    };
  });
}

template <Float S>
static void expectNear(Call &call) {
  S largest = S(0);
  for (unsigned i = 0; i != scalarCount(call.argType(0)); ++i) {
    S difference = call.arg<S>(0)[i] - call.arg<S>(1)[i];
    largest = larger(largest, difference < S(0) ? -difference : difference);
  }
  if (largest > *call.arg<S>(2))
    report(call);
}

ArrayRef<BuiltinEntry> utilities() {
  static const BuiltinEntry entries[] = {
      {"where", always<[](Call &call) { choose(call, 2, 1); }>},
      {"select", always<[](Call &call) { choose(call, 1, 2); }>},
      {"unot", always<[](Call &call) { *call.result<bool>() = !isTrue(call); }>},
      {"lerp", each<[]<Float S>(S a, S b, S t) { return a * (S(1) - t) + b * t; }>},
      {"smoothstep", each<[]<Float S>(S low, S high, S x) {
         S t = smaller(larger(S(0), (x - low) / (high - low)), S(1));
         return t * t * (S(3) - S(2) * t);
       }>},

      {"atomic_add", atomic<[]<Number S>(S old, S value) { return old + value; }>},
      {"atomic_sub", atomic<[]<Number S>(S old, S value) { return old - value; }>},
      {"atomic_min", atomic<[]<Number S>(S old, S value) { return smaller(old, value); }>},
      {"atomic_max", atomic<[]<Number S>(S old, S value) { return larger(old, value); }>},
      {"atomic_exch", atomic<[]<Number S>(S, S value) { return value; }>},
      {"atomic_and", atomic<[]<Integer S>(S old, S value) { return old & value; }>},
      {"atomic_or", atomic<[]<Integer S>(S old, S value) { return old | value; }>},
      {"atomic_xor", atomic<[]<Integer S>(S old, S value) { return old ^ value; }>},
      {"atomic_cas", perScalar<[]<Number S>(Tag<S>, Call &call) { compareAndSwap<S>(call); }>},

      {"len", always<[](Call &call) { *call.result<int32_t>() = lengthOf(call); }>},
      {"lower_bound", perScalar<[]<Number S>(Tag<S>, Call &call) {
         bool hasRange = call.argCount() == 4;
         int32_t begin = hasRange ? *call.arg<int32_t>(1) : 0;
         int32_t end = hasRange ? *call.arg<int32_t>(2) : call.arg<ArrayView>(0)->shape[0];
         if (end - begin > 1 && (begin < 0 || end > call.arg<ArrayView>(0)->shape[0]))
           return call.fail(InterpretError::Kind::OutOfRange,
                            "the range from " + std::to_string(begin) + " to " + std::to_string(end) +
                                " goes beyond the array, which has " +
                                std::to_string(call.arg<ArrayView>(0)->shape[0]) + " elements");
         *call.result<int32_t>() = lowerBound(call, 0, *call.arg<S>(call.argCount() - 1), begin, end);
       }>},
      {"block_dim", always<[](Call &call) { *call.result<int32_t>() = 1; }>},
      {"breakpoint", always<[](Call &) {}>},

      {"expect_eq", expectEqual<true>},
      {"expect_neq", expectEqual<false>},
      {"expect_near", perScalar<[]<Float S>(Tag<S>, Call &call) { expectNear<S>(call); }>},
      {"print", always<[](Call &call) { call.print(printedValue(call.argType(0), call.arg<char>(0))); }>},
  };
  return entries;
}

} // namespace kt
