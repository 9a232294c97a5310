// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The AST and its tables to IR: the one place that sees both. Cannot fail.

#ifndef KT_LOWER_LOWER_H
#define KT_LOWER_LOWER_H

#include "kt/Check/Check.h"
#include "kt/IR/IR.h"

namespace kt {

/// Lowers every function that the passed, selected kernels need. A variable is declared at its first assignment where
/// that is before every use in the block structure, else before the statement that holds them all.
ir::Module lower(const CheckedModule &module, TypeContext &types, const SourceManager &sources);

} // namespace kt

#endif
