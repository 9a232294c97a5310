// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// wp.print, wp.expect_eq and its like, assert, wp.breakpoint. A value is followed by a new line; the elements of a
// vector stand on one line, a matrix has a line a row, and of a transform the parts stand in parentheses. On CUDA the
// pieces of one vector may be interleaved with what other threads print.

#ifndef KT_RUNTIME_PRINT_H
#define KT_RUNTIME_PRINT_H

#include "kt-runtime/transform.h"

#ifndef KT_CUDA
extern "C" int dprintf(int, const char *, ...);
extern "C" int raise(int);
#endif

namespace wp {

// A value and what comes after it.

KT_DEVICE inline void show(bool x, const char *end) { printf("%s%s", x ? "True" : "False", end); }
KT_DEVICE inline void show(int32 x, const char *end) { printf("%d%s", x, end); }
KT_DEVICE inline void show(uint32 x, const char *end) { printf("%u%s", x, end); }
KT_DEVICE inline void show(int64 x, const char *end) { printf("%lld%s", x, end); }
KT_DEVICE inline void show(uint64 x, const char *end) { printf("%llu%s", x, end); }
KT_DEVICE inline void show(double x, const char *end) { printf("%g%s", x, end); }
KT_DEVICE inline void show(half x, const char *end) { show(double(x), end); }
KT_DEVICE inline void show(const char *x, const char *end) { printf("%s%s", x, end); }

template <class T>
KT_DEVICE void print(const T &x) {
  if constexpr (!is_elements<T>)
    show(x, "\n");
  else if constexpr (is_elements<typename T::element>)
    for (int i = 0; i < T::size; ++i)
      print(x.c[i]);
  else
    for (int i = 0; i < T::size; ++i)
      show(x.c[i], i + 1 < T::size ? " " : "\n");
}

template <class T>
KT_DEVICE void print(const transform_t<T> &t) {
  printf("(%g %g %g) (%g %g %g %g)\n", double(t[0]), double(t[1]), double(t[2]), double(t[3]), double(t[4]),
         double(t[5]), double(t[6]));
}

/// What an expectation that does not hold has to say.
template <class T>
KT_DEVICE void report(const char *what, const T &actual, const T &expected) {
  printf("%s failed\n  expected: ", what);
  print(expected);
  printf("  actual: ");
  print(actual);
}

template <class T>
KT_DEVICE void expect_eq(const T &actual, const T &expected) {
  if (!(actual == expected))
    report("expect_eq", actual, expected);
}
template <class T>
KT_DEVICE void expect_neq(const T &actual, const T &expected) {
  if (actual == expected)
    report("expect_neq", actual, expected);
}

/// The largest difference of two scalars.
template <class T>
KT_DEVICE auto distance(const T &a, const T &b) {
  if constexpr (is_elements<T>) {
    auto largest = distance(a.c[0], b.c[0]);
    for (int i = 1; i < T::size; ++i)
      largest = max(largest, distance(a.c[i], b.c[i]));
    return largest;
  } else {
    return abs(T(a - b));
  }
}
template <class V, class T>
KT_DEVICE void expect_near(const V &actual, const V &expected, T tolerance) {
  if (distance(actual, expected) > tolerance)
    report("expect_near", actual, expected);
}

/// assert: ends the program, on CUDA the launch, where `holds` is false.
KT_DEVICE inline void check(bool holds, const char *text) {
  if (holds)
    return;
#ifdef KT_CUDA
  printf("assertion failed: %s\n", text);
  asm volatile("trap;");
#else
  // Not printf: abort leaves unwritten what a stream still holds.
  dprintf(2, "assertion failed: %s\n", text);
  __builtin_abort();
#endif
}

KT_DEVICE inline void breakpoint() {
#ifdef KT_CUDA
  asm volatile("brkpt;");
#else
  raise(5); // SIGTRAP
#endif
}

} // namespace wp

#endif
