// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Gradients of array elements, which the derivatives of kernels read and add to. An array of gradients may be without
// memory, where nobody wants them: then they are zero, and what is added to them is lost.

#ifndef KT_RUNTIME_GRADIENT_H
#define KT_RUNTIME_GRADIENT_H

#include "kt-runtime/array.h"
#include "kt-runtime/atomic.h"
#include "kt-runtime/transform.h"

namespace wp {

/// Where the gradients of `a` are: in `adj` if that has memory, else where `a` has them itself. Without memory all
/// strides are 0, so that views have none either.
template <class T>
KT_HOST_DEVICE array_t<T> gradient_of(const array_t<T> &a, const array_t<T> &adj) {
  if (adj)
    return adj;
  array_t<T> result;
  result.data = a.grad;
  result.shape = a.shape;
  result.ndim = a.ndim;
  for (int axis = 0; axis < 4; ++axis)
    result.strides[axis] = a.grad ? a.strides[axis] : 0;
  return result;
}
template <class T>
KT_HOST_DEVICE indexedarray_t<T> gradient_of(const indexedarray_t<T> &a, const indexedarray_t<T> &adj) {
  if (adj)
    return adj;
  indexedarray_t<T> result = a;
  result.arr = gradient_of(a.arr, adj.arr);
  return result;
}

/// Threads may share a place, so each scalar is an atomic step. Most scalars of a composite's gradient are 0 if only
/// one component was used.
template <class T>
KT_DEVICE void gradient_add_at(T &place, const T &value) {
  if constexpr (is_elements<T>) {
    for (int i = 0; i < T::scalars; ++i) {
      auto scalar = value.at(i);
      if (!(scalar == decltype(scalar)()))
        fetch_add(place.at(i), scalar);
    }
  } else {
    fetch_add(place, value);
  }
}
template <class T>
KT_DEVICE void gradient_add_at(transform_t<T> &place, const transform_t<T> &value) {
  gradient_add_at(place.p, value.p);
  gradient_add_at(place.q, value.q);
}

template <class T>
KT_DEVICE T gradient_take_at(T &place) {
  const T value = place;
  place = T();
  return value;
}

// By one index for each of the array's dimensions.

#define KT_GRADIENT(element, ...)                                                                                      \
  template <template <class> class Array, class T>                                                                     \
  KT_DEVICE void gradient_add(const Array<T> &grads, __VA_ARGS__, T value) {                                           \
    if (grads)                                                                                                         \
      gradient_add_at(element, value);                                                                                 \
  }                                                                                                                    \
  template <template <class> class Array, class T>                                                                     \
  KT_DEVICE T gradient_take(const Array<T> &grads, __VA_ARGS__) {                                                      \
    return grads ? gradient_take_at(element) : T();                                                                    \
  }                                                                                                                    \
  template <template <class> class Array, class T>                                                                     \
  KT_DEVICE T gradient_at(const Array<T> &grads, __VA_ARGS__) {                                                        \
    return grads ? element : T();                                                                                      \
  }

KT_GRADIENT(grads[i], int i)
KT_GRADIENT(grads(i, j), int i, int j)
KT_GRADIENT(grads(i, j, k), int i, int j, int k)
KT_GRADIENT(grads(i, j, k, l), int i, int j, int k, int l)

#undef KT_GRADIENT

/// How many numbers range(start, stop, step) has.
template <class T>
KT_HOST_DEVICE int range_count(T start, T stop, T step) {
  if (!range_continues(start, stop, step))
    return 0;
  const bool backward = is_negative(step);
  const uint64 distance = backward ? uint64(start) - uint64(stop) : uint64(stop) - uint64(start);
  return int((distance - 1) / (backward ? -uint64(step) : uint64(step))) + 1;
}

} // namespace wp

#endif
