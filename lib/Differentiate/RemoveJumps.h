// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Structured control flow without jumps: what a reverse sweep can run backwards.

#ifndef KT_LIB_DIFFERENTIATE_REMOVEJUMPS_H
#define KT_LIB_DIFFERENTIATE_REMOVEJUMPS_H

#include "kt/IR/IR.h"

namespace kt {

/// Rewrites `function` so that nothing in it breaks, continues or returns, but for one `return` at the end of a func
/// that has results. What a jump passes over is put under flags; a `for` that a jump may leave becomes a `while`.
void removeJumps(ir::Function &function, ir::Module &module);

} // namespace kt

#endif
