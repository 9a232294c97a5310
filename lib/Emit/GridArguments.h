// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which arguments tell a kernel where its grid ends.

#ifndef KT_LIB_EMIT_GRIDARGUMENTS_H
#define KT_LIB_EMIT_GRIDARGUMENTS_H

#include "kt/IR/IR.h"
#include "llvm/ADT/DenseSet.h"

namespace kt {

/// The arrays whose last extent, and the integers which, `kernel` compares with the last of its `threadRank`
/// coordinates, as in `if j == a.shape[1] - 1`, `if i >= n` and `min(i + 1, n - 1)`. They are likely to be the launch's.
llvm::DenseSet<const ir::Value *> findGridArguments(const ir::Function &kernel, unsigned threadRank);

} // namespace kt

#endif
