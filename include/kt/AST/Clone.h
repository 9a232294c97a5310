// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Copies of statements, for those who give each round of a loop a meaning of its own.

#ifndef KT_AST_CLONE_H
#define KT_AST_CLONE_H

#include "kt/AST/AST.h"

namespace kt::ast {

/// The statements with new nodes of the same ranges, in `arena`. What a kernel can't hold, such as a definition, a
/// lambda or `try`, is copied without what stands in it.
ArrayRef<Stmt *> clone(ArrayRef<Stmt *> block, llvm::BumpPtrAllocator &arena);

} // namespace kt::ast

#endif
