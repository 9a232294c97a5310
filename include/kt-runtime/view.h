// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Parts of arrays: a view is an array that lies in the memory of another one, its gradient in that one's gradient.
// Indices and slices mean what they do in Python.

#ifndef KT_RUNTIME_VIEW_H
#define KT_RUNTIME_VIEW_H

#include "kt-runtime/array.h"

namespace wp {

/// In the place of a bound that is left out; beyond all others.
constexpr int64 open = -0x7fffffffffffffff - 1;

/// The elements at start, start + step, … before stop.
struct slice_t {
  int64 start, stop;
  int step;
};

KT_HOST_DEVICE constexpr slice_t slice(int64 start = open, int64 stop = open, int step = 1) {
  return {start, stop, step};
}

/// A bound of a slice: the number that it counts from the end brought back to the start, and kept within the array.
KT_HOST_DEVICE constexpr int slice_bound(int64 bound, int extent, int low, int high) {
  if (bound < 0)
    bound += extent;
  return bound < low ? low : bound > high ? high : int(bound);
}

// What a view has of one axis: nothing but its place for an index, an axis for a slice.

template <class T>
KT_HOST_DEVICE void move_view(array_t<T> &view, int64 bytes) {
  view.data = view.at(bytes);
  if (view.grad)
    view.grad = reinterpret_cast<T *>(reinterpret_cast<char *>(view.grad) + bytes);
}

template <class T>
KT_HOST_DEVICE void add_axis(array_t<T> &view, int extent, int stride) {
  view.shape.dims[view.ndim] = extent;
  view.strides[view.ndim++] = stride;
}

template <class T>
KT_HOST_DEVICE void view_axis(array_t<T> &view, const array_t<T> &a, int axis, int i) {
  move_view(view, a.offset(i, axis));
}

template <class T>
KT_HOST_DEVICE void view_axis(array_t<T> &view, const array_t<T> &a, int axis, const slice_t &s) {
  const int extent = a.shape.dims[axis];
  const bool backward = s.step < 0;
  const int low = backward ? -1 : 0, high = backward ? extent - 1 : extent;
  const int first = s.start == open ? (backward ? high : low) : slice_bound(s.start, extent, low, high);
  const int last = s.stop == open ? (backward ? low : high) : slice_bound(s.stop, extent, low, high);
  const int64 length = backward ? first - last : last - first, size = backward ? -int64(s.step) : s.step;
  if (length <= 0 || size == 0)
    return add_axis(view, 0, 0);
  move_view(view, int64(first) * a.strides[axis]);
  add_axis(view, int((length - 1) / size) + 1, int(a.strides[axis] * int64(s.step)));
}

/// Takes the axes of `a` from `axis` on as they are.
template <class T>
KT_HOST_DEVICE void keep_axes(array_t<T> &view, const array_t<T> &a, int axis) {
  const int rank = a.ndim - axis + view.ndim;
  while (axis < 4 && view.ndim < 4)
    add_axis(view, a.shape.dims[axis], a.strides[axis]), ++axis;
  view.ndim = rank;
}

/// The elements of `a` at these indices and slices of its leading axes.
template <class T, class... Axes>
KT_HOST_DEVICE array_t<T> view(const array_t<T> &a, const Axes &...axes) {
  array_t<T> result;
  result.data = a.data;
  result.grad = a.grad;
  int axis = 0;
  (view_axis(result, a, axis++, axes), ...);
  keep_axes(result, a, axis);
  return result;
}

/// The choice that is left when the leading axes have these indices.
template <class T, class... Indices>
KT_HOST_DEVICE indexedarray_t<T> view(const indexedarray_t<T> &a, Indices... indices) {
  constexpr int count = sizeof...(Indices);
  indexedarray_t<T> result;
  result.arr.data = a.arr.data;
  result.arr.grad = a.arr.grad;
  int axis = 0;
  ((view_axis(result.arr, a.arr, axis, a.index(indices, axis)), ++axis), ...);
  keep_axes(result.arr, a.arr, count);
  for (int i = count; i < 4; ++i) {
    result.indices[i - count] = a.indices[i];
    result.shape.dims[i - count] = a.shape.dims[i];
  }
  return result;
}

/// All of a fixed array.
template <class T, int... Extents>
KT_HOST_DEVICE array_t<T> view(fixedarray_t<T, Extents...> &a) {
  return array_at<T>(reinterpret_cast<uint64>(a.elements), Extents...);
}

} // namespace wp

#endif
