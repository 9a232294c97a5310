// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reverse-mode differentiation: for each kernel a second one that takes the gradients of what the first has written
// back to what it has read.

#ifndef KT_DIFFERENTIATE_DIFFERENTIATE_H
#define KT_DIFFERENTIATE_DIFFERENTIATE_H

#include "kt/IR/IR.h"

namespace kt {

/// Why a kernel has no derivative.
struct Undifferentiated {
  const ir::Function *kernel;
  Location loc;       // of what stands in the way
  std::string reason; // lower case, no full stop
  Location other;     // of the store, where an array element is overwritten
};

/// Gives each kernel of `module` its adjoint, behind it: a kernel `adj_<name>` with the parameters of the primal and
/// then their gradients, of the same types. It expects arrays as the launch of the primal has left them, takes the
/// gradient of each element that the primal stores, and adds to the gradients of those that it reads. Kernels that it
/// can't be right for are left without, and returned.
std::vector<Undifferentiated> differentiate(ir::Module &module);

} // namespace kt

#endif
