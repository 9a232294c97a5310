// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The operators of integers have a value for all operands: every pair of bytes against wide arithmetic, the edges of
// the other types against stored values. And floats become integers as the language says.

// RUN: %clangxx -std=c++17 -O1 -Wall -Wextra -Werror -fsanitize=undefined -fsanitize-trap=undefined %runtime %s -o %t
// RUN: %t
// RUN: %gxx -std=c++17 -O2 -Wall -Wextra -Werror %runtime %s -o %t
// RUN: %t

#include "Inputs/expect.h"

template <class T>
static void checkPair(int a, int b) {
  const int bits = 8;
  const bool isCount = b >= 0 && b < bits;
  EXPECT(wp::div(T(a), T(b)) == T(b == 0 ? 0 : a / b));
  EXPECT(wp::floordiv(T(a), T(b)) == T(b == 0 ? 0 : a / b));
  EXPECT(wp::mod(T(a), T(b)) == T(b == 0 ? a : a % b));
  EXPECT(wp::lshift(T(a), T(b)) == T(isCount ? a * (1 << b) : 0));
  EXPECT(wp::rshift(T(a), T(b)) == T(isCount ? a >> b : a < 0 ? -1 : 0));
  EXPECT(wp::min(T(a), T(b)) == (a < b ? a : b));
  EXPECT(wp::max(T(a), T(b)) == (a > b ? a : b));
  EXPECT(wp::clamp(T(a), T(0), T(b)) == wp::min(wp::max(T(0), T(a)), T(b)));
  EXPECT(wp::cw_mul(T(a), T(b)) == T(a * b));
}

template <class T>
static void checkBytes(int lowest) {
  for (int a = lowest; a < lowest + 256; ++a) {
    for (int b = lowest; b < lowest + 256; ++b)
      checkPair<T>(a, b);
    EXPECT(wp::abs(T(a)) == T(a < 0 ? -a : a));
    EXPECT(wp::sign(T(a)) == T(a < 0 ? -1 : 1));
    EXPECT(wp::step(T(a)) == (a < 0));
    EXPECT(wp::nonzero(T(a)) == (a != 0));
    EXPECT(wp::invert(T(a)) == T(~a));
    EXPECT(wp::isfinite(T(a)) && !wp::isnan(T(a)) && !wp::isinf(T(a)));
  }
}

template <class T>
static void checkEdges(T lowest, T highest) {
  EXPECT(wp::div(lowest, T(-1)) == lowest && wp::mod(lowest, T(-1)) == 0);
  EXPECT(wp::div(lowest, T(0)) == 0 && wp::mod(lowest, T(0)) == lowest);
  EXPECT(wp::abs(lowest) == lowest && wp::abs(highest) == highest && wp::abs(T(-highest)) == highest);
  EXPECT(wp::lshift(T(-1), T(8 * sizeof(T) - 1)) == lowest && wp::lshift(T(1), T(8 * sizeof(T))) == 0);
  EXPECT(wp::rshift(lowest, T(8 * sizeof(T) - 1)) == -1 && wp::rshift(lowest, T(-1)) == -1);
  EXPECT(wp::rshift(highest, T(100)) == 0);
}

template <class T, class From>
static void checkCast(From x, T expected) {
  EXPECT(wp::to_int<T>(x) == expected);
}

template <class From>
static void checkCasts() {
  const From big = From(60000.0f), inf = wp::inf<From>(), nan = wp::nan<From>();
  checkCast(From(2.75f), 2);
  checkCast(From(-2.75f), -2);
  checkCast(From(-0.75f), wp::uint8(0));
  checkCast(From(255.5f), wp::uint8(255));
  checkCast(From(300.0f), wp::int8(127));
  checkCast(From(-300.0f), wp::int8(-128));
  checkCast(From(-300.0f), wp::uint64(0));
  checkCast(big, wp::int16(32767));
  checkCast(-big, wp::int16(-32768));
  checkCast(big, wp::uint16(wp::to_int(big)));
  checkCast(inf, 2147483647);
  checkCast(-inf, -2147483647 - 1);
  checkCast(inf, 9223372036854775807LL);
  checkCast(inf, 18446744073709551615ULL);
  checkCast(-inf, 0U);
  checkCast(nan, 0);
  checkCast(nan, wp::uint64(0));
}

static void checkWideCasts() {
  checkCast(2147483647.0, 2147483647);
  checkCast(2147483648.0, 2147483647);
  checkCast(-2147483648.5, -2147483647 - 1);
  checkCast(2147483520.0f, 2147483520);
  checkCast(4294967295.0, 4294967295U);
  checkCast(9223372036854774784.0, 9223372036854774784LL);
  checkCast(9223372036854775808.0, 9223372036854775807LL);
  checkCast(-9223372036854775808.0, -9223372036854775807LL - 1);
  checkCast(18446744073709549568.0, 18446744073709549568ULL);
  EXPECT(wp::convert<bool>(0.5f) && !wp::convert<bool>(0.0f) && wp::convert<bool>(wp::half(0.5f)));
  EXPECT(wp::convert<wp::int8>(300) == 44 && wp::convert<float>(3) == 3.0f &&
         wp::convert<double>(wp::half(0.5f)) == 0.5);
}

static void checkRange() {
  EXPECT(wp::range_continues(0, 1, 1) && !wp::range_continues(1, 1, 1));
  EXPECT(wp::range_continues(1, 0, -1) && !wp::range_continues(0, 0, -1));
  EXPECT(!wp::range_continues(0, 5, 0) && !wp::range_continues(5, 0, 0));
  EXPECT(wp::range_continues(0U, 1U, 1U));
}

int main() {
  checkBytes<wp::int8>(-128);
  checkBytes<wp::uint8>(0);
  checkEdges<wp::int16>(-32768, 32767);
  checkEdges<int>(-2147483647 - 1, 2147483647);
  checkEdges<wp::int64>(-9223372036854775807LL - 1, 9223372036854775807LL);
  EXPECT(wp::lshift(1U, 31U) == 0x80000000U && wp::rshift(0x80000000U, 31U) == 1 && wp::rshift(1U, 32U) == 0);
  EXPECT(wp::div(18446744073709551615ULL, 18446744073709551615ULL) == 1);
  EXPECT(wp::cw_mul(wp::uint16(65535), wp::uint16(65535)) == 1);
  checkCasts<wp::half>();
  checkCasts<float>();
  checkCasts<double>();
  checkWideCasts();
  checkRange();
  return report();
}
