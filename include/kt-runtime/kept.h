// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How a derivative goes back through the rounds of a loop in memory that does not grow with their number. The state
// before each of the last W rounds that were run is in a ring. Of earlier rounds there are snapshots, at most C, each
// of the state before a round whose number is a multiple of W; round 0 always has one. Where the ring ends, the loop is
// run forward again from the latest snapshot, which fills the ring and takes new snapshots in the slots that have
// become free. Any number of rounds can be reversed so; more of them only take more such runs.
//
// Known beforehand, the number of rounds tells where snapshots are worth most: as far apart as lets every round be run
// again equally often. Else every stride-th multiple of W has one; when the slots are full, every second one is given
// up and the stride doubles.
//
// The states themselves are arrays of the caller's, with C and with W elements.

#ifndef KT_RUNTIME_KEPT_H
#define KT_RUNTIME_KEPT_H

#include "kt-runtime/scalar.h"

namespace wp {

/// Rounds are counted in units of W where not said otherwise.
template <int C, int W>
struct kept {
  static_assert(C >= 2 && C <= 255 && W >= 1 && (W & (W - 1)) == 0);

  int at[C];      // where the snapshots are, ascending
  uint8 slots[C]; // the slot of each
  int used;       // how many of the slots have been given so far
  int top;        // the latest snapshot; -1 if there is none
  int next;       // the round, in rounds, before which a snapshot is due
  int goal;       // how far the loop is being run
  int stride;     // from snapshot to snapshot, as long as the number of rounds is unknown
  int last;       // the last round, in rounds; -1 if unknown
};

template <int C, int W>
KT_HOST_DEVICE void kept_unknown(kept<C, W> &k) {
  k.used = k.next = k.goal = 0;
  k.top = k.last = -1;
  k.stride = 1;
}

template <int C, int W>
KT_HOST_DEVICE void kept_known(kept<C, W> &k, int rounds) {
  kept_unknown(k);
  k.last = rounds - 1;
  k.goal = k.last / W;
}

template <int C, int W>
KT_HOST_DEVICE bool kept_due(const kept<C, W> &k, int round) {
  return round == k.next;
}

template <int C, int W>
KT_HOST_DEVICE int kept_slot(const kept<C, W> &k) {
  return k.slots[k.top];
}

/// From a snapshot to the next, if the goal is `distance` further and `free` slots are left: beyond the goal if there
/// shall be none. So many slots with r runs over each part can reverse binomial(free + r, r) units.
KT_HOST_DEVICE inline int kept_gap(int distance, int free) {
  if (distance <= 1 || free == 0)
    return distance + 1;
  if (distance <= free + 1)
    return 1;
  int64 reach = 1, shorter = 1; // `shorter` with a run less
  int runs = 0;
  while (reach < distance) {
    ++runs;
    shorter = reach;
    reach = shorter * (free + runs) / runs;
  }
  // What is behind the next snapshot has a slot less, and may not be longer than what that reaches.
  const int64 most = distance - (reach - shorter), least = shorter * runs / (free + runs);
  return int(most > least ? most : least > 1 ? least : 1);
}

/// Gives up every second snapshot. Slots change places, so that states need not.
template <int C, int W>
KT_HOST_DEVICE void kept_thin(kept<C, W> &k) {
  k.top /= 2;
  for (int i = 1; i <= k.top; ++i) {
    const uint8 slot = k.slots[i];
    k.at[i] = k.at[2 * i];
    k.slots[i] = k.slots[2 * i];
    k.slots[2 * i] = slot;
  }
  k.stride *= 2;
}

template <int C, int W>
KT_HOST_DEVICE int kept_take(kept<C, W> &k, int round) {
  const bool isKnown = k.last >= 0;
  if (!isKnown && k.top == C - 1)
    kept_thin(k);
  ++k.top;
  k.at[k.top] = round / W;
  if (k.top == k.used)
    k.slots[k.used++] = uint8(k.top);
  k.next = round + W * (isKnown ? kept_gap(k.goal - k.at[k.top], C - 1 - k.top) : k.stride);
  return kept_slot(k);
}

/// The first way back needs a free slot, or takes the square of its length.
template <int C, int W>
KT_HOST_DEVICE void kept_done(kept<C, W> &k, int rounds) {
  if (k.stride > 1 && k.top >= C / 2)
    kept_thin(k);
  k.last = rounds - 1;
}

template <int C, int W>
KT_HOST_DEVICE bool kept_lost(const kept<C, W> &k, int round) {
  return (round & (W - 1)) == W - 1 && round != k.last;
}

template <int C, int W>
KT_HOST_DEVICE int kept_rewind(kept<C, W> &k, int round) {
  k.goal = round / W;
  while (k.at[k.top] > k.goal)
    --k.top;
  k.next = W * (k.at[k.top] + kept_gap(k.goal - k.at[k.top], C - 1 - k.top));
  return W * k.at[k.top];
}

} // namespace wp

#endif
