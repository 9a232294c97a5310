// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What keeps a kernel from being differentiated.

#ifndef KT_LIB_DIFFERENTIATE_OBSTACLES_H
#define KT_LIB_DIFFERENTIATE_OBSTACLES_H

#include "ReversePlan.h"
#include <optional>

namespace kt {

struct Obstacle {
  Location loc;
  std::string reason;
  Location other = {};
};

/// The first op whose derivative is not known, or which a reverse sweep can't get by. `kernel` is without jumps and
/// calls.
std::optional<Obstacle> findObstacle(const ir::Function &kernel, const Activity &activity);

/// An array element that is read for the reverse sweep and may have been overwritten since.
std::optional<Obstacle> findOverwritten(const ir::Function &kernel, const ReversePlan &plan);

} // namespace kt

#endif
