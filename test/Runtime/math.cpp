// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The functions of floats: each in its three types, against the C library and against what the language says.

// RUN: %clangxx -std=c++17 -O1 -Wall -Wextra -Werror -fsanitize=undefined -fsanitize-trap=undefined %runtime %s -o %t
// RUN: %t

#include "Inputs/expect.h"
#include <initializer_list>

static const double inf = wp::inf<double>();
static const double nan = wp::nan<double>();

// What one unit in the last place is worth, and some room for two ways of computing a thing.
static const double roundOfDouble = 1e-15, roundOfFloat = 2e-7, roundOfHalf = 1e-3;

#define CHECK_1(name, values)                                                                                          \
  for (double x : values) {                                                                                            \
    EXPECT_NEAR(wp::name(x), __builtin_##name(x), roundOfDouble);                                                      \
    EXPECT_NEAR(wp::name(float(x)), __builtin_##name##f(float(x)), roundOfFloat);                                      \
    EXPECT_NEAR(wp::name(wp::half(x)), double(wp::half(__builtin_##name##f(float(wp::half(x))))), roundOfHalf);        \
  }

static void checkLibrary() {
  const double any[] = {0.0, -0.0, 0.3, -0.7, 1.0, 2.5, -3.5, 10.25, nan};
  const double unit[] = {0.0, 0.3, -0.7, 1.0, -1.0, nan};
  const double positive[] = {0.001, 0.3, 1.0, 2.5, 1000.0, inf, nan};
  CHECK_1(sin, any)
  CHECK_1(cos, any)
  CHECK_1(tan, any)
  CHECK_1(asin, unit)
  CHECK_1(acos, unit)
  CHECK_1(atan, any)
  CHECK_1(sinh, any)
  CHECK_1(cosh, any)
  CHECK_1(tanh, any)
  CHECK_1(exp, any)
  CHECK_1(log, positive)
  CHECK_1(log2, positive)
  CHECK_1(log10, positive)
  CHECK_1(sqrt, positive)
  CHECK_1(cbrt, any)
  CHECK_1(erf, any)
  CHECK_1(erfc, any)
  EXPECT_NEAR(wp::atan2(1.0, -1.0), 2.35619449019234492885, roundOfDouble);
  EXPECT_NEAR(wp::atan2(-0.0, -1.0), -3.14159265358979323846, roundOfDouble);
  EXPECT_NEAR(wp::pow(2.0, 0.5), 1.41421356237309504880, roundOfDouble);
  EXPECT_NEAR(wp::pow(2.0f, 10.0f), 1024, 0);
  EXPECT_NEAR(wp::pow(wp::half(3.0f), wp::half(2.0f)), 9, 0);
}

struct Rounding {
  double x, round, rint, trunc, floor, ceil, frac;
};

static void checkRounding() {
  const Rounding rows[] = {
      {0.5, 1, 0, 0, 0, 1, 0.5},           {-0.5, -1, -0.0, -0.0, -1, -0.0, -0.5},
      {1.5, 2, 2, 1, 1, 2, 0.5},           {2.5, 3, 2, 2, 2, 3, 0.5},
      {-2.5, -3, -2, -2, -3, -2, -0.5},    {0.25, 0, 0, 0, 0, 1, 0.25},
      {-1.75, -2, -2, -1, -2, -1, -0.75},  {7, 7, 7, 7, 7, 7, 0},
      {inf, inf, inf, inf, inf, inf, nan},
  };
  for (const Rounding &row : rows) {
    EXPECT_NEAR(wp::round(row.x), row.round, 0);
    EXPECT_NEAR(wp::rint(row.x), row.rint, 0);
    EXPECT_NEAR(wp::trunc(row.x), row.trunc, 0);
    EXPECT_NEAR(wp::floor(row.x), row.floor, 0);
    EXPECT_NEAR(wp::ceil(row.x), row.ceil, 0);
    EXPECT_NEAR(wp::frac(row.x), row.frac, 0);
    EXPECT_NEAR(wp::rint(float(row.x)), row.rint, 0);
    EXPECT_NEAR(wp::round(wp::half(row.x)), row.round, 0);
  }
}

/// From 1e-300 to 2 less one unit: erfc undoes erfcinv, erf undoes erfinv.
static void checkInverseErrorFunctions() {
  for (double x = 1e-300; x < 2; x *= 1.7) {
    EXPECT_NEAR(wp::erfc(wp::erfcinv(x)), x, 1e-12);
    EXPECT_NEAR(wp::erfcinv(2 - x), -wp::erfcinv(2 - (2 - x)), 1e-12);
  }
  for (double x = 1e-300; x < 1; x *= 1.3) {
    EXPECT_NEAR(wp::erf(wp::erfinv(x)), x, 4e-16);
    EXPECT_NEAR(wp::erfinv(-x), -wp::erfinv(x), 0);
  }
  EXPECT_NEAR(wp::erfinv(0.5), 0.47693627620446987338, roundOfDouble);
  EXPECT_NEAR(wp::erfinv(0.999), 2.32675376551352467, roundOfDouble);
  EXPECT_NEAR(wp::erfcinv(1e-10), 4.5728249673894852787, roundOfDouble);
  EXPECT_NEAR(wp::erfcinv(1.5f), -0.47693627620446987338, roundOfFloat);
  EXPECT_NEAR(wp::erfinv(0.0), 0, 0);
  EXPECT_NEAR(wp::erfinv(1.0), inf, 0);
  EXPECT_NEAR(wp::erfinv(-1.0), -inf, 0);
  EXPECT_NEAR(wp::erfcinv(0.0), inf, 0);
  EXPECT_NEAR(wp::erfcinv(2.0), -inf, 0);
  for (double x : {-1.5, 1.5, nan})
    EXPECT_NEAR(wp::erfinv(x), nan, 0);
  for (double x : {-0.5, 2.5, nan})
    EXPECT_NEAR(wp::erfcinv(x), nan, 0);
}

struct Choice {
  float x, y, min, max, clamped;
};

static void checkChoices() {
  const float n = wp::nan<float>();
  const Choice rows[] = {{1, 2, 1, 2, 1},    {-1, 2, -1, 2, 0}, {3, 2, 2, 3, 2},
                         {1, -1, -1, 1, -1}, {n, 1, 1, 1, 1},   {1, n, n, n, n}};
  for (const Choice &row : rows) {
    EXPECT_NEAR(wp::min(row.x, row.y), row.min, 0);
    EXPECT_NEAR(wp::max(row.x, row.y), row.max, 0);
    EXPECT_NEAR(wp::clamp(row.x, 0.0f, row.y), row.clamped, 0);
    EXPECT_NEAR(wp::min(wp::half(row.x), wp::half(row.y)), row.min, 0);
  }
  EXPECT(wp::sign(-2.0f) == -1 && wp::sign(0.0f) == 1 && wp::sign(-0.0f) == 1 && wp::sign(n) == 1);
  EXPECT(wp::step(-2.0f) == 1 && wp::step(0.0f) == 0 && wp::step(n) == 0);
  EXPECT(wp::nonzero(-2.0f) == 1 && wp::nonzero(-0.0f) == 0 && wp::nonzero(n) == 1);
  EXPECT(__builtin_bit_cast(wp::uint32, wp::abs(-0.0f)) == 0);
  EXPECT(wp::where(true, 1, 2) == 1 && wp::select(true, 1, 2) == 2);
}

static void checkRest() {
  EXPECT_NEAR(wp::mod(5.5f, 2.0f), 1.5, 0);
  EXPECT_NEAR(wp::mod(-5.5, 2.0), -1.5, 0);
  EXPECT_NEAR(wp::mod(wp::half(5.5f), wp::half(-2.0f)), 1.5, 0);
  EXPECT_NEAR(wp::floordiv(-7.5f, 2.0f), -4, 0);
  EXPECT_NEAR(wp::div(1.0f, 4.0f), 0.25, 0);
  EXPECT_NEAR(wp::degrees(3.14159265358979323846), 180, roundOfDouble);
  EXPECT_NEAR(wp::radians(180.0f), 3.14159265358979323846, roundOfFloat);
  EXPECT_NEAR(wp::lerp(2.0f, 4.0f, 0.25f), 2.5, 0);
  EXPECT_NEAR(wp::smoothstep(0.0f, 2.0f, 0.5f), 0.15625, 0);
  EXPECT_NEAR(wp::smoothstep(0.0, 1.0, nan), 1, 0);
  for (double x : {0.0, -1.0, 1e308})
    EXPECT(wp::isfinite(x) && !wp::isnan(x) && !wp::isinf(x));
  EXPECT(!wp::isfinite(inf) && !wp::isnan(inf) && wp::isinf(inf) && wp::isinf(-inf));
  EXPECT(!wp::isfinite(nan) && wp::isnan(nan) && !wp::isinf(nan));
}

int main() {
  checkLibrary();
  checkRounding();
  checkInverseErrorFunctions();
  checkChoices();
  checkRest();
  return report();
}
