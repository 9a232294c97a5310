// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// For programs that test the runtime: EXPECT notes what does not hold, report() is what main returns.

#ifndef KT_TEST_RUNTIME_EXPECT_H
#define KT_TEST_RUNTIME_EXPECT_H

#include "kt-runtime/kernel.h"

static int failures = 0;

static bool isSame(double a, double b, double tolerance) {
  if (a != a || b != b)
    return a != a && b != b;
  const double difference = a > b ? a - b : b - a;
  return a == b || difference <= tolerance * (b < 0 ? -b : b);
}

#define EXPECT(...) expectAt((__VA_ARGS__), #__VA_ARGS__, __LINE__)
#define EXPECT_NEAR(a, b, tolerance) expectNearAt(double(a), double(b), tolerance, #a, __LINE__)

static inline void expectAt(bool holds, const char *text, int line) {
  if (!holds && ++failures < 20)
    printf("line %d: %s\n", line, text);
}

static inline void expectNearAt(double a, double b, double tolerance, const char *text, int line) {
  if (!isSame(a, b, tolerance) && ++failures < 20)
    printf("line %d: %s is %.17g, not %.17g\n", line, text, a, b);
}

static int report() { return failures != 0; }

#endif
