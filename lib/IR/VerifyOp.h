// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The verifier's two halves: Verify.cpp walks a module (structure, dominance, where jumps may stand), VerifyOp.cpp
// looks at one op alone (counts, payload, types).

#ifndef KT_LIB_IR_VERIFYOP_H
#define KT_LIB_IR_VERIFYOP_H

#include "kt/IR/IR.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace kt::ir {

/// Reports each rule that `op` breaks by itself: a sentence without the op's name.
void verifyOp(const Op &op, TypeContext &types, llvm::function_ref<void(const llvm::Twine &)> report);

} // namespace kt::ir

#endif
