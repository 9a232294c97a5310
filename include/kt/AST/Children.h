// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The nodes right below a node, in the order of the text, for those who look for something wherever it stands.

#ifndef KT_AST_CHILDREN_H
#define KT_AST_CHILDREN_H

#include "kt/AST/AST.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace kt::ast {

/// Calls `visit` for every statement and expression that `node` holds without another one around it.
void forEachChild(const Node &node, llvm::function_ref<void(const Node &child)> visit);

} // namespace kt::ast

#endif
