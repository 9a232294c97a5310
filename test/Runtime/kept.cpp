// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Loops of any length are gone through forward, their length known before or not, and back: each state has to be the
// one that the round began with, and the rounds that are run again have to stay few.

// RUN: %clangxx -std=c++17 -O2 -Wall -Wextra -Werror -fsanitize=undefined -fsanitize-trap=undefined %runtime %s -o %t
// RUN: %t

#include "kt-runtime/kept.h"
#include "Inputs/expect.h"

static_assert(sizeof(wp::kept<16, 16>) == 5 * 16 + 24 && __is_trivial(wp::kept<16, 16>));

static unsigned advance(unsigned state) { return state * 1664525u + 1013904223u; }
/// The inverse, as the multiplier is odd.
static unsigned retreat(unsigned state) { return (state - 1013904223u) * 4276115653u; }

static unsigned atSlot[255], inRing[64];

/// How many rounds are run again.
template <int C, int W>
static long long reverse(int n, bool isKnown) {
  wp::kept<C, W> kept;
  unsigned state = 1;
  auto keep = [&](int round) {
    if (wp::kept_due(kept, round)) {
      const int slot = wp::kept_take(kept, round);
      EXPECT(slot >= 0 && slot < C && round % W == 0);
      atSlot[slot] = state;
    }
    inRing[round & (W - 1)] = state;
    state = advance(state);
  };
  if (isKnown)
    wp::kept_known(kept, n);
  else
    wp::kept_unknown(kept);
  for (int round = 0; round < n; ++round)
    keep(round);
  if (!isKnown)
    wp::kept_done(kept, n);

  unsigned expected = state;
  long long again = 0;
  for (int round = n - 1; round >= 0; --round) {
    if (wp::kept_lost(kept, round)) {
      int from = wp::kept_rewind(kept, round);
      state = atSlot[wp::kept_slot(kept)];
      again += round + 1 - from;
      for (; from <= round; ++from)
        keep(from);
    }
    expected = retreat(expected);
    if (inRing[round & (W - 1)] != expected) {
      EXPECT(!"the state is another one");
      printf("C %d, W %d, n %d, %s: round %d\n", C, W, n, isKnown ? "known" : "unknown", round);
      return again;
    }
  }
  return again;
}

/// How often, at the least, units are run again to reverse `n` of them with C snapshots: the binomial(C - 1 + r, r)
/// first ones that get by with r runs need as many each.
template <int C>
static double optimum(double n) {
  double reach = 1, sum = 0;
  for (int runs = 1; reach < n; ++runs) {
    const double further = reach * (C - 1 + runs) / runs, end = further < n ? further : n;
    sum += (end - reach) * runs;
    reach = further;
  }
  return sum;
}

/// With the length known it is that but for rounding. Else it depends on where the last snapshots happen to be.
template <int C, int W>
static void check(int n) {
  const double least = W * optimum<C>(double((n + W - 1) / W));
  EXPECT(double(reverse<C, W>(n, true)) <= 1.01 * least);
  EXPECT(double(reverse<C, W>(n, false)) <= (C == 3 ? 4 : 1.7) * least);
}

template <int C, int W>
static void checkAll() {
  for (int n = 0; n < 200; ++n)
    check<C, W>(n);
  for (int n = 200; n < 6000; n += 1 + n / 7)
    check<C, W>(n);
}

int main() {
  checkAll<2, 1>();
  checkAll<2, 4>();
  checkAll<3, 1>();
  checkAll<3, 2>();
  checkAll<5, 8>();
  checkAll<8, 8>();
  checkAll<16, 1>();
  checkAll<16, 16>();
  checkAll<32, 32>();
  checkAll<255, 64>();
  for (int n = 3000000; n > 100000; n /= 3) {
    check<16, 16>(n);
    check<32, 32>(n);
    check<8, 8>(n);
  }
  check<2, 64>(100000);
  EXPECT((reverse<16, 16>(16, true)) == 0 && (reverse<16, 16>(16, false)) == 0);
  return report();
}
