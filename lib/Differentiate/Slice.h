// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The part of a region that has to run again for certain values and contents of variables. A walk from the end with the
// set of live variables finds it. What writes memory is never run again.

#ifndef KT_LIB_DIFFERENTIATE_SLICE_H
#define KT_LIB_DIFFERENTIATE_SLICE_H

#include "Places.h"
#include "llvm/ADT/SetVector.h"

namespace kt {

struct ReversePlan;

/// Variables whose content is needed at some point.
using Contents = llvm::SetVector<const ir::Op *>;

struct Slice {
  llvm::DenseSet<const ir::Op *> ops;
  llvm::DenseSet<const ir::Value *> values; // needed ones, made in the region or outside
  llvm::DenseSet<const ir::Op *> keepers;   // loops before which contents of variables are kept

  void need(const ir::Value *value) { values.insert(value); }
  bool contains(const ir::Op &op) const { return ops.contains(&op); }
  bool keepsBefore(const ir::Op &loop) const { return keepers.contains(&loop); }
};

/// Adds to `slice` what of `region` computes the values it needs and the contents `live` at the end of the region. On
/// return `live` are the variables of outside whose content at the region's start is needed. With `plan`, the run is
/// the forward sweep of the region that a reverse sweep follows: loops do what their plans ask for.
void sliceRegion(const ir::Region &region, Slice &slice, Contents &live, const ReversePlan *plan = nullptr);

} // namespace kt

#endif
