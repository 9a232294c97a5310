// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#ifndef KT_LIB_DIFFERENTIATE_TIDYVARIABLES_H
#define KT_LIB_DIFFERENTIATE_TIDYVARIABLES_H

#include "kt/IR/IR.h"
#include "llvm/ADT/DenseSet.h"

namespace kt {

/// In a function without jumps: drops stores that leave in a variable what it holds or that nobody reads, puts into the
/// place of loads from `gradients` what is known to be in them, and adds nothing to a zero.
void tidyVariables(ir::Function &function, const llvm::DenseSet<const ir::Op *> &gradients);

} // namespace kt

#endif
