// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The runtime gets along with the C and C++ libraries on either side of it, and leaves a unit all names but its own.

// RUN: %clangxx -std=c++17 -Wall -Wextra -Werror %runtime -fsyntax-only %s
// RUN: %clangxx -std=c++20 -Wall -Wextra -Werror %runtime -DLIBRARY_FIRST -fsyntax-only %s
// RUN: %gxx -std=c++17 -Wall -Wextra -Werror %runtime -DLIBRARY_FIRST -fsyntax-only %s

#ifndef LIBRARY_FIRST
#include "kt-runtime/kernel.h"
#endif

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "kt-runtime/kernel.h"

// Names of the runtime's own functions, parameters and macros' parameters.
struct elements {
  int c, i, result, size, expr, name;
};
static inline float square(float x) { return x * x; }
static inline float saxpy(const wp::thread_t &thread, const wp::array_t<float> &at, float half, int dim) {
  const int i = thread.x, base = dim, data = 1, fetch_add = 2, N = 3, T = 4;
  const float x = wp::min(at[i], half), min = wp::max(x, half);
  return square(wp::sin(x) + min) + float(base + data + fetch_add + N + T + elements().c);
}

float useBoth(const std::vector<float> &values) {
  wp::array_t<float> array;
  return std::sin(values[0]) + std::min(values[0], wp::abs(values[1])) + saxpy(wp::thread_t(), array, 1.0f, 2);
}

#if defined(min) || defined(max) || defined(KT_EACH) || defined(KT_FETCH) || defined(KT_ATOMIC) || defined(KT_MATH_1)
#error a macro is left behind
#endif
