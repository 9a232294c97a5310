// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which states of a loop's rounds a reverse sweep has: those before the last W rounds in a ring, and at most C
// snapshots of earlier ones, at multiples of W.

#include "BuiltinTable.h"

namespace kt {

namespace {

/// A variable of type `kept(C, W)`, the first operand of a call.
class Kept {
public:
  explicit Kept(Call &call) : type(*cast<KeptType>(call.argType(0))) {
    char *memory = call.place<char>(0);
    KeptLayout layout(type);
    at = reinterpret_cast<int32_t *>(memory);
    slots = reinterpret_cast<uint8_t *>(memory + layout.slots);
    state = reinterpret_cast<State *>(memory + layout.numbers);
  }

  void begin() { *state = {}; }
  void begin(int32_t rounds) {
    *state = {.isKnown = 1, .last = rounds - 1};
    state->goal = state->last / ring();
  }
  void end(int32_t rounds);
  bool isDue(int32_t round) const { return round == state->next; }
  bool isLost(int32_t round) const { return round % ring() == ring() - 1 && round != state->last; }
  int32_t slot() const { return slots[state->count - 1]; }
  int32_t take(int32_t round);
  int32_t rewind(int32_t round);

private:
  // Rounds are counted in units of `ring` but for `next` and `last`.
  struct State {
    int32_t isKnown = 0; // how many rounds there are
    int32_t count = 0;   // of snapshots
    int32_t used = 0;    // slots that have been given so far
    int32_t next = 0;    // the round that is to have the next snapshot
    int32_t goal = 0;    // how far the loop is being run
    int32_t last = -1;
  };
  static_assert(sizeof(State) == sizeof(int32_t) * KeptLayout::numberCount);

  int32_t ring() const { return int32_t(type.ring()); }
  int32_t free() const { return int32_t(type.snapshots()) - state->count; }
  int32_t latest() const { return at[state->count - 1]; }
  /// Between the snapshots that are there, of a loop whose end is not known yet.
  int32_t stride() const { return state->count > 1 ? at[1] - at[0] : 1; }
  void thin();
  void plan() { state->next = ring() * (latest() + gap(state->goal - latest(), free())); }
  static int32_t gap(int64_t distance, int64_t free);

  const KeptType &type;
  int32_t *at;
  uint8_t *slots;
  State *state;
};

} // namespace

/// From one snapshot to the next with as few runs as can be: what `free` slots and r runs over each part reach is
/// binomial(free + r, r).
int32_t Kept::gap(int64_t distance, int64_t free) {
  if (free == 0 || distance <= 1)
    return int32_t(distance + 1);
  if (distance <= free + 1)
    return 1;
  int64_t runs = 0, reach = 1, shorter = 1; // `shorter` with a run less
  while (reach < distance) {
    ++runs;
    shorter = reach;
    reach = shorter * (free + runs) / runs;
  }
  return int32_t(std::max({distance - (reach - shorter), shorter * runs / (free + runs), int64_t(1)}));
}

/// Every second snapshot gives up its slot.
void Kept::thin() {
  state->count = (state->count + 1) / 2;
  for (int32_t i = 1; i < state->count; ++i) {
    at[i] = at[2 * i];
    std::swap(slots[i], slots[2 * i]);
  }
}

int32_t Kept::take(int32_t round) {
  if (!state->isKnown && free() == 0)
    thin();
  at[state->count] = round / ring();
  if (state->count == state->used)
    slots[state->used++] = uint8_t(state->count);
  ++state->count;
  if (state->isKnown)
    plan();
  else
    state->next = round + ring() * stride();
  return slot();
}

/// The first run again needs slots.
void Kept::end(int32_t rounds) {
  if (stride() > 1 && 2 * state->count > int32_t(type.snapshots()))
    thin();
  state->isKnown = 1;
  state->last = rounds - 1;
}

int32_t Kept::rewind(int32_t round) {
  state->goal = round / ring();
  while (latest() > state->goal)
    --state->count;
  plan();
  return ring() * latest();
}

ArrayRef<BuiltinEntry> keptStates() {
  static const BuiltinEntry entries[] = {
      {".kept_known", always<[](Call &call) { Kept(call).begin(*call.arg<int32_t>(1)); }>},
      {".kept_unknown", always<[](Call &call) { Kept(call).begin(); }>},
      {".kept_done", always<[](Call &call) { Kept(call).end(*call.arg<int32_t>(1)); }>},
      {".kept_take", always<[](Call &call) { *call.result<int32_t>() = Kept(call).take(*call.arg<int32_t>(1)); }>},
      {".kept_rewind", always<[](Call &call) { *call.result<int32_t>() = Kept(call).rewind(*call.arg<int32_t>(1)); }>},
      {".kept_due", always<[](Call &call) { *call.result<bool>() = Kept(call).isDue(*call.arg<int32_t>(1)); }>},
      {".kept_slot", always<[](Call &call) { *call.result<int32_t>() = Kept(call).slot(); }>},
      {".kept_lost", always<[](Call &call) { *call.result<bool>() = Kept(call).isLost(*call.arg<int32_t>(1)); }>},
  };
  return entries;
}

} // namespace kt
