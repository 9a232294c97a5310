// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// wp.atomic_add and its kin: each changes one element of an array in one step and returns the old value. Of vectors,
// matrices and quaternions each component is a step of its own. A compare is one of bits.
//
// On the CPU a launch is one thread, so these are plain loads and stores there, which loops can keep in registers. On
// CUDA they are the hardware's where it has them, and loops of compare-and-swap where it has not.

#ifndef KT_RUNTIME_ATOMIC_H
#define KT_RUNTIME_ATOMIC_H

#include "kt-runtime/array.h"
#include "kt-runtime/half.h"

namespace wp {

/// The bits of a scalar.
template <class T>
KT_HOST_DEVICE constexpr auto bits_of(T x) {
  if constexpr (sizeof(T) == 8)
    return __builtin_bit_cast(uint64, x);
  else if constexpr (sizeof(T) == 4)
    return __builtin_bit_cast(uint32, x);
  else if constexpr (sizeof(T) == 2)
    return __builtin_bit_cast(uint16, x);
  else
    return __builtin_bit_cast(uint8, x);
}

// fetch_cas(at, expected, value) stores `value` if `expected` is there; fetch_add(at, b) and the others take what is
// there as `a`.

#ifdef KT_CUDA

/// One or two bytes are swapped as a part of the word of four they lie in.
template <class T>
KT_DEVICE T fetch_cas(T &at, T expected, T value) {
  if constexpr (sizeof(T) == 8) {
    return __builtin_bit_cast(T, atomicCAS(reinterpret_cast<uint64 *>(&at), bits_of(expected), bits_of(value)));
  } else if constexpr (sizeof(T) == 4) {
    return __builtin_bit_cast(T, atomicCAS(reinterpret_cast<uint32 *>(&at), bits_of(expected), bits_of(value)));
  } else {
    const uint64 address = reinterpret_cast<uint64>(&at);
    uint32 *const word = reinterpret_cast<uint32 *>(address & ~uint64(3));
    const uint32 shift = uint32(address & 3) * 8;
    const uint32 others = ~(uint32(decltype(bits_of(value))(-1)) << shift);
    uint32 seen = *const_cast<volatile uint32 *>(word);
    for (;;) {
      const auto here = decltype(bits_of(value))(seen >> shift);
      if (here != bits_of(expected))
        return __builtin_bit_cast(T, here);
      const uint32 assumed = seen;
      seen = atomicCAS(word, assumed, (assumed & others) | uint32(bits_of(value)) << shift);
      if (seen == assumed)
        return expected;
    }
  }
}

#define KT_SWAP(expr)                                                                                                  \
  T a = at;                                                                                                            \
  for (;;) {                                                                                                           \
    const T seen = fetch_cas(at, a, T(expr));                                                                          \
    if (bits_of(seen) == bits_of(a))                                                                                   \
      return a;                                                                                                        \
    a = seen;                                                                                                          \
  }

// What the hardware has.

#define KT_FETCH(type)                                                                                                 \
  KT_DEVICE inline type fetch_min(type &at, type b) { return atomicMin(&at, b); }                                      \
  KT_DEVICE inline type fetch_max(type &at, type b) { return atomicMax(&at, b); }

KT_FETCH(int32)
KT_FETCH(uint32)
KT_FETCH(int64)
KT_FETCH(uint64)

#undef KT_FETCH

#define KT_FETCH(type, word)                                                                                           \
  KT_DEVICE inline type fetch_add(type &at, type b) {                                                                  \
    return type(atomicAdd(reinterpret_cast<word *>(&at), word(b)));                                                    \
  }                                                                                                                    \
  KT_DEVICE inline type fetch_sub(type &at, type b) { return type(atomicAdd(reinterpret_cast<word *>(&at), -word(b))); }

KT_FETCH(int32, uint32)
KT_FETCH(uint32, uint32)
KT_FETCH(int64, uint64)
KT_FETCH(uint64, uint64)
KT_FETCH(float, float)
KT_FETCH(double, double)

#undef KT_FETCH

#else

template <class T>
T fetch_cas(T &at, T expected, T value) {
  const T a = at;
  if (bits_of(a) == bits_of(expected))
    at = value;
  return a;
}

#define KT_SWAP(expr)                                                                                                  \
  const T a = at;                                                                                                      \
  at = T(expr);                                                                                                        \
  return a;

#endif

#define KT_FETCH(name, expr)                                                                                           \
  template <class T>                                                                                                   \
  KT_DEVICE T name(T &at, T b) {                                                                                       \
    if constexpr (is_elements<T>) {                                                                                    \
      T old;                                                                                                           \
      for (int i = 0; i < T::size; ++i)                                                                                \
        old.c[i] = name(at.c[i], b.c[i]);                                                                              \
      return old;                                                                                                      \
    } else {                                                                                                           \
      KT_SWAP(expr)                                                                                                    \
    }                                                                                                                  \
  }

KT_FETCH(fetch_add, a + b)
KT_FETCH(fetch_sub, a - b)
KT_FETCH(fetch_min, min(a, b))
KT_FETCH(fetch_max, max(a, b))
KT_FETCH(fetch_and, a &b)
KT_FETCH(fetch_or, a | b)
KT_FETCH(fetch_xor, a ^ b)
KT_FETCH(fetch_exch, b)

#undef KT_FETCH
#undef KT_SWAP

// By one index for each of the array's dimensions.

#define KT_ATOMIC(name, fetch)                                                                                         \
  template <template <class> class Array, class T>                                                                     \
  KT_DEVICE T name(const Array<T> &a, int i, T value) {                                                                \
    return fetch(a[i], value);                                                                                         \
  }                                                                                                                    \
  template <template <class> class Array, class T>                                                                     \
  KT_DEVICE T name(const Array<T> &a, int i, int j, T value) {                                                         \
    return fetch(a(i, j), value);                                                                                      \
  }                                                                                                                    \
  template <template <class> class Array, class T>                                                                     \
  KT_DEVICE T name(const Array<T> &a, int i, int j, int k, T value) {                                                  \
    return fetch(a(i, j, k), value);                                                                                   \
  }                                                                                                                    \
  template <template <class> class Array, class T>                                                                     \
  KT_DEVICE T name(const Array<T> &a, int i, int j, int k, int l, T value) {                                           \
    return fetch(a(i, j, k, l), value);                                                                                \
  }

KT_ATOMIC(atomic_add, fetch_add)
KT_ATOMIC(atomic_sub, fetch_sub)
KT_ATOMIC(atomic_min, fetch_min)
KT_ATOMIC(atomic_max, fetch_max)
KT_ATOMIC(atomic_and, fetch_and)
KT_ATOMIC(atomic_or, fetch_or)
KT_ATOMIC(atomic_xor, fetch_xor)
KT_ATOMIC(atomic_exch, fetch_exch)

#undef KT_ATOMIC

template <template <class> class Array, class T>
KT_DEVICE T atomic_cas(const Array<T> &a, int i, T expected, T value) {
  return fetch_cas(a[i], expected, value);
}
template <template <class> class Array, class T>
KT_DEVICE T atomic_cas(const Array<T> &a, int i, int j, T expected, T value) {
  return fetch_cas(a(i, j), expected, value);
}
template <template <class> class Array, class T>
KT_DEVICE T atomic_cas(const Array<T> &a, int i, int j, int k, T expected, T value) {
  return fetch_cas(a(i, j, k), expected, value);
}
template <template <class> class Array, class T>
KT_DEVICE T atomic_cas(const Array<T> &a, int i, int j, int k, int l, T expected, T value) {
  return fetch_cas(a(i, j, k, l), expected, value);
}

} // namespace wp

#endif
