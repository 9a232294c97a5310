// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// float16: every value there is, and every way of rounding to it, against the compiler's own type.

// RUN: %clangxx -std=c++17 -O1 -Wall -Wextra -Werror -fsanitize=undefined -fsanitize-trap=undefined %runtime %s -o %t
// RUN: %t

#include "Inputs/expect.h"
#include <initializer_list>

static wp::uint16 bitsOf(_Float16 value) { return __builtin_bit_cast(wp::uint16, value); }

static void expectRounded(float value) {
  const wp::half ours(value);
  const auto theirs = _Float16(value);
  EXPECT(theirs != theirs ? float(ours) != float(ours) : ours.bits == bitsOf(theirs));
}

/// A half, the float half way to its neighbour, and the floats on both sides of each.
static void checkAround(float value, float next) {
  const float middle = value + (next - value) / 2;
  for (float point : {value, middle}) {
    const auto bits = __builtin_bit_cast(wp::uint32, point);
    expectRounded(point);
    expectRounded(__builtin_bit_cast(float, bits + 1));
    expectRounded(__builtin_bit_cast(float, bits - 1));
  }
}

static void checkEveryValue() {
  for (int bits = 0; bits < 0x10000; ++bits) {
    wp::half value;
    value.bits = wp::uint16(bits);
    const float wide = float(value);
    const auto theirs = float(__builtin_bit_cast(_Float16, wp::uint16(bits)));
    EXPECT(wide != wide ? theirs != theirs
                        : __builtin_bit_cast(wp::uint32, wide) == __builtin_bit_cast(wp::uint32, theirs));
    EXPECT(wide != wide || wp::half(wide).bits == bits);
    EXPECT(wp::to_int(value) == wp::to_int(wide));
    EXPECT(wp::isnan(value) == wp::isnan(wide) && wp::isinf(value) == wp::isinf(wide));
    EXPECT(wp::isfinite(value) == wp::isfinite(wide));
    const bool hasNext = (bits & 0x7fff) < 0x7bff;
    if (hasNext)
      checkAround(wide, float(__builtin_bit_cast(_Float16, wp::uint16(bits + 1))));
  }
}

static void checkEdges() {
  const float points[] = {0.0f,          -0.0f,         65504.0f,         65519.0f,          65519.996f,
                          65520.0f,      1e10f,         1e-10f,           2.9802322e-8f,     2.9802326e-8f,
                          5.9604645e-8f, 6.1035156e-5f, wp::inf<float>(), -wp::inf<float>(), wp::nan<float>()};
  for (float point : points) {
    expectRounded(point);
    expectRounded(-point);
  }
}

static void checkArithmetic() {
  const float values[] = {0.0f, 1.0f, -1.5f, 0.1f, 3.0f, 1000.0f, -65504.0f, 6e-8f};
  for (float x : values)
    for (float y : values) {
      const wp::half a(x), b(y);
      const auto c = _Float16(x), d = _Float16(y);
      EXPECT((a + b).bits == bitsOf(c + d));
      EXPECT((a - b).bits == bitsOf(c - d));
      EXPECT((a * b).bits == bitsOf(c * d));
      EXPECT(y == 0.0f || (a / b).bits == bitsOf(c / d));
      EXPECT((a < b) == (c < d) && (a <= b) == (c <= d) && (a > b) == (c > d) && (a >= b) == (c >= d));
      EXPECT((a == b) == (c == d) && (a != b) == (c != d));
      wp::half sum = a;
      sum += b;
      EXPECT(sum == a + b && (-a).bits == bitsOf(-c) && (+a).bits == a.bits);
    }
}

// Constants are made when compiling.
static constexpr wp::half oneAndAHalf(1.5f);
static_assert(oneAndAHalf.bits == 0x3e00 && float(oneAndAHalf) == 1.5f && double(oneAndAHalf) == 1.5);
static_assert(sizeof(wp::half) == 2 && alignof(wp::half) == 2 && __is_trivially_copyable(wp::half));

int main() {
  checkEveryValue();
  checkEdges();
  checkArithmetic();
  return report();
}
