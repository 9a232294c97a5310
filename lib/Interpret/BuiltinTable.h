// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The builtins by name. An entry picks, once per call that a kernel has, the C++ function for the types of that call;
// what picks and what is picked is made from a lambda over the scalar type.

#ifndef KT_LIB_INTERPRET_BUILTINTABLE_H
#define KT_LIB_INTERPRET_BUILTINTABLE_H

#include "Call.h"

namespace kt {

struct BuiltinEntry {
  StringRef name;
  /// The function for `call`; null if the builtin is not known for these types.
  BuiltinFunction (*select)(const ir::Op &call);
};

// One table per group of Builtins.td, of which decompositions, noises and dense matrices are of their own here.
ArrayRef<BuiltinEntry> scalarMath();
ArrayRef<BuiltinEntry> vectorMath();
ArrayRef<BuiltinEntry> decompositions();
ArrayRef<BuiltinEntry> quaternionMath();
ArrayRef<BuiltinEntry> transformations();
ArrayRef<BuiltinEntry> spatialMath();
ArrayRef<BuiltinEntry> random();
ArrayRef<BuiltinEntry> noises();
ArrayRef<BuiltinEntry> operators();
ArrayRef<BuiltinEntry> utilities();
ArrayRef<BuiltinEntry> denseMatrices();
ArrayRef<BuiltinEntry> geometry();
ArrayRef<BuiltinEntry> adjointRules();
ArrayRef<BuiltinEntry> gradients();
ArrayRef<BuiltinEntry> keptStates();

BuiltinFunction selectBuiltin(const ir::Op &call);

// What a lambda takes says which scalars it is for.

template <class S>
concept Float = isFloat<S>;
template <class S>
concept Number = !std::is_same_v<S, bool>;
template <class S>
concept Integer = Number<S> && !Float<S>;

/// The scalar that a call is about: that of the first operand which is made of scalars or an array of such; without
/// one, that of the result.
ScalarKind mainScalar(const ir::Op &call);

/// From `[]<Number S>(Tag<S>, Call &call) { … }`.
template <auto Body>
BuiltinFunction perScalar(const ir::Op &call) {
  return withScalar(mainScalar(call), []<class S>(Tag<S>) -> BuiltinFunction {
    if constexpr (std::invocable<decltype(Body), Tag<S>, Call &>)
      return [](Call &call) { Body(Tag<S>(), call); };
    else
      return nullptr;
  });
}

/// Fills a result scalar by scalar with `body(at, i)`, where `at(k, i)` is scalar `i` of operand `k`. A scalar beside a
/// composite goes with each of its scalars.
template <class S, class Body>
void forEachScalar(Call &call, Body body) {
  auto at = [&](unsigned arg, unsigned i) { return call.arg<S>(arg)[call.argType(arg)->isScalar() ? 0 : i]; };
  for (unsigned i = 0, count = scalarCount(call.resultType()); i != count; ++i)
    call.result<S>()[i] = body(at, i);
}

/// From `[]<Number S>(S a, …) { … }` of one to three scalars: scalar by scalar.
template <auto Body>
BuiltinFunction each(const ir::Op &call) {
  return withScalar(mainScalar(call), []<class S>(Tag<S>) -> BuiltinFunction {
    using Function = decltype(Body);
    if constexpr (std::invocable<Function, S>)
      return [](Call &call) { forEachScalar<S>(call, [](auto at, unsigned i) { return Body(at(0, i)); }); };
    else if constexpr (std::invocable<Function, S, S>)
      return [](Call &call) { forEachScalar<S>(call, [](auto at, unsigned i) { return Body(at(0, i), at(1, i)); }); };
    else if constexpr (std::invocable<Function, S, S, S>)
      return [](Call &call) {
        forEachScalar<S>(call, [](auto at, unsigned i) { return Body(at(0, i), at(1, i), at(2, i)); });
      };
    else
      return nullptr;
  });
}

/// One that does not ask for a scalar type.
template <auto Body>
BuiltinFunction always(const ir::Op &) {
  return [](Call &call) { Body(call); };
}

// What bodies share
// -----------------

/// A float in the type that its functions are computed in: float16 in float32.
inline float wide(Half x) { return float(x); }
inline float wide(float x) { return x; }
inline double wide(double x) { return x; }

// Where the order of two values is unknown, as with NaN, the second is taken.
template <class S>
S smaller(S a, S b) {
  return a < b ? a : b;
}
template <class S>
S larger(S a, S b) {
  return a > b ? a : b;
}

/// The first index from `begin` to before `end` at which the sorted array, operand `array`, is not less than `value`,
/// or else the last one.
template <class S>
int32_t lowerBound(Call &call, unsigned array, S value, int64_t begin, int64_t end) {
  while (begin < end - 1 && call.step()) {
    int64_t middle = begin + (end - 1 - begin) / 2;
    (call.read<S>(array, middle) < value ? begin : end) = middle + 1;
  }
  return int32_t(begin);
}

} // namespace kt

#endif
