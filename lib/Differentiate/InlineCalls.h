// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Funcs put where they are called, so that a kernel's derivative is made of one function.

#ifndef KT_LIB_DIFFERENTIATE_INLINECALLS_H
#define KT_LIB_DIFFERENTIATE_INLINECALLS_H

#include "kt/IR/IR.h"

namespace kt {

/// Replaces each call in `function` by what the func does, without its jumps. Calls of the user's own C++ stay.
void inlineCalls(ir::Function &function, ir::Module &module);

/// Is the body the user's own C++?
bool isNative(const ir::Function &function);

} // namespace kt

#endif
