// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What derivatives do with the gradients of array elements. An array without memory has gradients of zero.

#include "BuiltinTable.h"

namespace kt {

/// In `adj` if that has memory, else where `array` has them itself; else nowhere, with strides that lead nowhere.
static ArrayView gradientOf(const ArrayView &array, const ArrayView &adj) {
  if (adj.data)
    return adj;
  ArrayView result = array;
  result.data = array.grad;
  result.grad = nullptr;
  if (!result.data)
    std::fill(std::begin(result.strides), std::end(result.strides), 0);
  return result;
}

static void gradientOf(Call &call) {
  if (!cast<ArrayType>(call.argType(0))->isIndexed()) {
    *call.result<ArrayView>() = gradientOf(*call.arg<ArrayView>(0), *call.arg<ArrayView>(1));
    return;
  }
  const IndexedView &array = *call.arg<IndexedView>(0), &adj = *call.arg<IndexedView>(1);
  IndexedView &result = *call.result<IndexedView>();
  result = adj.array.data ? adj : array;
  result.array = gradientOf(array.array, adj.array);
}

/// The first operand, of either form.
static bool hasMemory(Call &call) { return call.arg<ArrayView>(0)->data; }

template <class S>
static void addAt(char *place, const S *value, unsigned count) {
  for (unsigned i = 0; i != count; ++i) {
    S sum;
    memcpy(&sum, place + i * sizeof(S), sizeof(S));
    sum = sum + value[i];
    bool isSkipped = count > 1 && value[i] == S(0);
    if (!isSkipped)
      memcpy(place + i * sizeof(S), &sum, sizeof(S));
  }
}

template <Float S>
static void add(Call &call) {
  unsigned last = call.argCount() - 1;
  if (!hasMemory(call))
    return;
  if (char *place = call.element(0))
    addAt(place, call.arg<S>(last), scalarCount(call.argType(last)));
}

/// One element, as the result.
static void read(Call &call, bool takes) {
  size_t size = sizeOf(call.resultType());
  if (!hasMemory(call)) {
    memset(call.result<char>(), 0, size);
    return;
  }
  char *place = call.element(0);
  if (!place)
    return;
  memcpy(call.result<char>(), place, size);
  if (takes)
    memset(place, 0, size);
}

template <Integer S>
static void countRange(Call &call) {
  S start = *call.arg<S>(0), stop = *call.arg<S>(1), step = *call.arg<S>(2);
  bool isBackward = step < S(0);
  bool hasAny = step != S(0) && (isBackward ? start > stop : start < stop);
  uint64_t distance = isBackward ? start.bits() - stop.bits() : stop.bits() - start.bits();
  uint64_t size = isBackward ? -step.bits() : step.bits();
  *call.result<int32_t>() = hasAny ? int32_t((distance - 1) / size + 1) : 0;
}

ArrayRef<BuiltinEntry> gradients() {
  static const BuiltinEntry entries[] = {
      {".gradient_of", always<[](Call &call) { gradientOf(call); }>},
      {".gradient_add", perScalar<[]<Float S>(Tag<S>, Call &call) { add<S>(call); }>},
      {".gradient_take", always<[](Call &call) { read(call, /*takes=*/true); }>},
      {".gradient_at", always<[](Call &call) { read(call, /*takes=*/false); }>},
      {".gradient_add_at", perScalar<[]<Float S>(Tag<S>, Call &call) {
         addAt(call.place<char>(0), call.arg<S>(1), scalarCount(call.argType(1)));
       }>},
      {".range_count", perScalar<[]<Integer S>(Tag<S>, Call &call) { countRange<S>(call); }>},
  };
  return entries;
}

} // namespace kt
