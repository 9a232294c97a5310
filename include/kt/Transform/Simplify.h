// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a reader of the output would do by hand, and no more: folds constants, drops code without effect.

#ifndef KT_TRANSFORM_SIMPLIFY_H
#define KT_TRANSFORM_SIMPLIFY_H

#include "kt/IR/IR.h"

namespace kt {

/// Folds ops over constants, with the target's arithmetic (float32 is rounded to float32), and decided branches.
void foldConstants(ir::Module &module);

/// Drops pure ops without use, variables that are never read (their initial values' effects stay), and code after a
/// jump. Functions that no kernel calls go too.
void removeDeadCode(ir::Module &module);

/// Both, until nothing changes; then puts declarations together with the first values they get.
void simplify(ir::Module &module);

} // namespace kt

#endif
