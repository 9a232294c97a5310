// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The adjoint rules of Builtins.td as IR: what the gradients of one call's arguments grow by. Which calls need it, and
// where gradients are kept, is for the caller.

#ifndef KT_TRANSFORM_ADJOINTRULES_H
#define KT_TRANSFORM_ADJOINTRULES_H

#include "kt/IR/IR.h"

namespace kt {

/// What flows into a call from behind.
struct ResultGradients {
  ArrayRef<ir::Value *> results;        // of each result, a value of its type
  ir::Value *elementGradient = nullptr; // of the array element that an atomic updates
  ir::Value *elementValue = nullptr;    // and what it holds in the reverse sweep
};

/// For each operand of `call`, which calls a builtin, what its gradient grows by; null where no gradient flows. Ops are
/// made at the place of `b`, where the operands and results of `call` are in sight.
llvm::SmallVector<ir::Value *, 4> buildAdjoints(ir::Builder &b, const ir::Op &call, const ResultGradients &gradients);

} // namespace kt

#endif
