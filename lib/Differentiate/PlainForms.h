// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls of builtins that do with variables, arrays or structs what ops do as well. Where those stand instead, there is
// one way less in which a gradient can flow.

#ifndef KT_LIB_DIFFERENTIATE_PLAINFORMS_H
#define KT_LIB_DIFFERENTIATE_PLAINFORMS_H

#include "kt/IR/IR.h"

namespace kt {

/// Replaces in `function`
/// - a builtin that sets its arguments by the one of this name that returns, and stores,
/// - an atomic step on a local array, which no other thread sees, by a load and a store,
/// - `where` and `select` of arrays and structs by an `if`.
void usePlainForms(ir::Function &function, ir::Module &module);

} // namespace kt

#endif
