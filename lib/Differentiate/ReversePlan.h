// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the reverse sweep of a function needs of the forward sweep: which values it reads, and for each loop what brings
// back the state in which a round began.
//
// A region and the branches in it are run as one: within one run nothing that an op has computed is overwritten, so the
// reverse sweep reads the forward sweep's values. Only a loop overwrites. To reverse a round, the contents of variables
// at its start are brought back, the round is run forward once more, and reversed.

#ifndef KT_LIB_DIFFERENTIATE_REVERSEPLAN_H
#define KT_LIB_DIFFERENTIATE_REVERSEPLAN_H

#include "Activity.h"
#include "Slice.h"
#include "llvm/ADT/DenseMap.h"
#include <memory>
#include <optional>

namespace kt {

/// The forward sweep of one run of a region.
struct SweepPlan {
  Slice slice;
  /// What the reverse sweep reads, values of loops in the region apart.
  llvm::DenseSet<const ir::Value *> read;
};

/// What brings back the contents that a loop's variables had when a round began.
enum class Storage : uint8_t {
  None, // nothing that changes from round to round is needed
  Each, // the rounds are few, and their number is known here: an array with a place for each
  Ring, // the last rounds are in a ring; snapshots of earlier ones let those in between be run again
};

struct LoopPlan {
  SweepPlan round;
  Storage storage = Storage::None;
  /// Variables that change from round to round, needed when a round is reversed.
  Contents restored;
  /// And those needed to run from a round to the next, `restored` among them.
  Contents carried;
  /// What of a round that run is.
  Slice replay;
  /// Variables that the loop does not change, whose contents are needed in it,
  Contents constant;
  /// and those of them that have to be put back for the reverse sweep: they change behind the loop, or are out of
  /// sight.
  Contents kept;
  /// Active variables of outside that a round reads or sets.
  Contents touched;
  unsigned rounds = 0; // if `storage` is Each

  /// Does the forward sweep run the loop, be it for the number of rounds alone?
  bool runsForward = false;
};

struct ReversePlan {
  SweepPlan body;
  llvm::DenseMap<const ir::Op *, std::unique_ptr<LoopPlan>> loops; // those with something to reverse
  /// Ops in which there is something to reverse, in themselves or below.
  llvm::DenseSet<const ir::Op *> reversed;
  /// What adjoint rules read of the calls that they are about.
  llvm::DenseSet<const ir::Value *> readByRules;

  const LoopPlan *of(const ir::Op &loop) const {
    auto found = loops.find(&loop);
    return found == loops.end() ? nullptr : found->second.get();
  }
};

ReversePlan planReverse(const ir::Function &function, const Activity &activity);

/// How often `loop` runs, if that is known here.
std::optional<uint64_t> knownRounds(const ir::Op &loop);

/// Can `value` be computed again from its operands, wherever those are, for less than it costs to keep?
bool isCheap(const ir::Value &value);

} // namespace kt

#endif
