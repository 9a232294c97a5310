// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Arrays of rank 1 to 4 in memory that somebody else owns. The layout is part of the binary interface; strides are in
// bytes and known at run time only.

#ifndef KT_RUNTIME_ARRAY_H
#define KT_RUNTIME_ARRAY_H

#include "kt-runtime/scalar.h"

namespace wp {

struct shape_t {
  int dims[4] = {};

  KT_HOST_DEVICE constexpr int operator[](int i) const { return dims[i]; }
};

template <class T>
struct array_t {
  T *data = nullptr;
  T *grad = nullptr;
  shape_t shape;
  int strides[4] = {};
  int ndim = 0;

  // Elements, by as many indices as the array has dimensions. A negative one counts from the end.
  KT_HOST_DEVICE T &operator[](int i) const { return *at(offset(i, 0)); }
  KT_HOST_DEVICE T &operator()(int i, int j) const { return *at(offset(i, 0) + offset(j, 1)); }
  KT_HOST_DEVICE T &operator()(int i, int j, int k) const { return *at(offset(i, 0) + offset(j, 1) + offset(k, 2)); }
  KT_HOST_DEVICE T &operator()(int i, int j, int k, int l) const {
    return *at(offset(i, 0) + offset(j, 1) + offset(k, 2) + offset(l, 3));
  }

  KT_HOST_DEVICE explicit operator bool() const { return data; }
  KT_HOST_DEVICE explicit operator uint64() const { return reinterpret_cast<uint64>(data); }

  KT_HOST_DEVICE int64 offset(int i, int axis) const {
    return int64(KT_UNLIKELY(i < 0) ? i + shape.dims[axis] : i) * strides[axis];
  }
  KT_HOST_DEVICE T *at(int64 bytes) const { return reinterpret_cast<T *>(reinterpret_cast<char *>(data) + bytes); }
};

/// Some of the elements of an array: those whose index in a dimension stands in `indices`, or all where that is null.
template <class T>
struct indexedarray_t {
  array_t<T> arr;
  int *indices[4] = {};
  shape_t shape;

  KT_HOST_DEVICE T &operator[](int i) const { return arr[index(i, 0)]; }
  KT_HOST_DEVICE T &operator()(int i, int j) const { return arr(index(i, 0), index(j, 1)); }
  KT_HOST_DEVICE T &operator()(int i, int j, int k) const { return arr(index(i, 0), index(j, 1), index(k, 2)); }
  KT_HOST_DEVICE T &operator()(int i, int j, int k, int l) const {
    return arr(index(i, 0), index(j, 1), index(k, 2), index(l, 3));
  }

  KT_HOST_DEVICE explicit operator bool() const { return arr.data; }

  KT_HOST_DEVICE int index(int i, int axis) const {
    if (i < 0)
      i += shape.dims[axis];
    return indices[axis] ? indices[axis][i] : i;
  }
};

/// An array that holds its elements. Declared without a value, it leaves scalars as they are: fixedarray_t() is zeros.
template <class T, int... Extents>
struct fixedarray_t {
  T elements[(Extents * ...)];

  KT_HOST_DEVICE T &operator[](int i) { return (*this)(i); }
  template <class... Indices>
  KT_HOST_DEVICE T &operator()(Indices... indices) {
    int at = 0;
    ((at = at * Extents + (indices < 0 ? indices + Extents : indices)), ...);
    return elements[at];
  }
};

/// An array without gaps of these extents, at an address.
template <class T, class... Extents>
KT_HOST_DEVICE array_t<T> array_at(uint64 address, Extents... extents) {
  array_t<T> result;
  result.data = reinterpret_cast<T *>(address);
  ((result.shape.dims[result.ndim++] = extents), ...);
  int stride = int(sizeof(T));
  for (int axis = result.ndim; axis-- != 0; stride *= result.shape.dims[axis])
    result.strides[axis] = stride;
  return result;
}

template <class T>
KT_HOST_DEVICE int len(const array_t<T> &a) {
  return a.shape.dims[0];
}
template <class T>
KT_HOST_DEVICE int len(const indexedarray_t<T> &a) {
  return a.shape.dims[0];
}

/// Where `value` belongs in what is sorted from `begin` to before `end`: the first index with an element that is not
/// less, or the last index.
template <class T>
KT_HOST_DEVICE int lower_bound(const array_t<T> &arr, int begin, int end, T value) {
  int low = begin;
  int high = end - 1;
  while (low < high) {
    const int middle = low + (high - low) / 2;
    if (arr[middle] < value)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}
template <class T>
KT_HOST_DEVICE int lower_bound(const array_t<T> &arr, T value) {
  return lower_bound(arr, 0, arr.shape[0], value);
}

} // namespace wp

#endif
