// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Parts of arrays: view %a[%i, 1:%n:2].

#include "Ops.h"

namespace kt {

namespace {
/// A view, axis after axis.
class ViewMaker {
public:
  explicit ViewMaker(Call &call) : call(call), array(*call.arg<ArrayView>(0)), view() {
    view.data = array.data;
    view.grad = array.grad;
  }
  void run();

private:
  Call &call;
  const ArrayView &array;
  ArrayView view;
  unsigned operand = 1; // the next to be read

  std::optional<int64_t> next(const ir::Value *part) {
    return part ? std::optional(call.index(operand++)) : std::nullopt;
  }
  void move(int64_t bytes) {
    view.data += bytes;
    if (view.grad)
      view.grad += bytes;
  }
  void keep(int64_t extent, int64_t stride) {
    view.shape[view.rank] = int32_t(extent);
    view.strides[view.rank++] = int32_t(stride);
  }
  bool takeIndex(unsigned axis);
  void takeSlice(unsigned axis, const ir::ViewAxis &slice);
};
} // namespace

bool ViewMaker::takeIndex(unsigned axis) {
  int64_t given = call.index(operand++), extent = array.shape[axis];
  int64_t index = given < 0 ? given + extent : given;
  if (index < 0 || index >= extent) {
    call.fail(InterpretError::Kind::OutOfRange, "index " + std::to_string(given) + " is out of range: the array has " +
                                                    std::to_string(extent) + " in dimension " + std::to_string(axis));
    return false;
  }
  move(index * array.strides[axis]);
  return true;
}

void ViewMaker::takeSlice(unsigned axis, const ir::ViewAxis &slice) {
  std::optional<int64_t> start = next(slice.start), stop = next(slice.stop);
  int64_t step = next(slice.step).value_or(1), extent = array.shape[axis];
  int64_t low = step < 0 ? -1 : 0, high = step < 0 ? extent - 1 : extent;
  auto within = [&](int64_t bound) { return std::clamp(bound < 0 ? bound + extent : bound, low, high); };
  int64_t first = start ? within(*start) : step < 0 ? high : low;
  int64_t last = stop ? within(*stop) : step < 0 ? low : high;
  int64_t length = step < 0 ? first - last : last - first;
  int64_t count = length <= 0 || step == 0 ? 0 : (length - 1) / std::abs(step) + 1;
  if (count != 0)
    move(first * array.strides[axis]);
  keep(count, count ? array.strides[axis] * step : 0);
}

void ViewMaker::run() {
  unsigned axis = 0, rank = cast<ArrayType>(call.argType(0))->rank();
  for (const ir::ViewAxis &taken : viewAxes(call.op())) {
    if (taken.isSlice)
      takeSlice(axis, taken);
    else if (!takeIndex(axis))
      return;
    ++axis;
  }
  for (; axis != rank; ++axis)
    keep(array.shape[axis], array.strides[axis]);
  *call.result<ArrayView>() = view;
}

void takeView(Call &call) { ViewMaker(call).run(); }

/// An indexed array has indices only.
void takeIndexedView(Call &call) {
  const IndexedView &from = *call.arg<IndexedView>(0);
  IndexedView view{};
  view.array.data = from.array.data;
  view.array.grad = from.array.grad;
  unsigned count = call.argCount() - 1, rank = cast<ArrayType>(call.argType(0))->rank();
  for (unsigned axis = 0; axis != count; ++axis) {
    std::optional<int64_t> index = call.choose(from, axis, call.index(1 + axis));
    if (!index)
      return;
    view.array.data += *index * from.array.strides[axis];
    if (view.array.grad)
      view.array.grad += *index * from.array.strides[axis];
  }
  for (unsigned axis = count; axis != rank; ++axis) {
    view.indices[axis - count] = from.indices[axis];
    view.shape[axis - count] = from.shape[axis];
    view.array.shape[axis - count] = from.array.shape[axis];
    view.array.strides[axis - count] = from.array.strides[axis];
  }
  view.array.rank = int32_t(rank - count);
  *call.result<IndexedView>() = view;
}

} // namespace kt
