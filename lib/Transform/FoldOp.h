// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The arithmetic of constant folding: what one op makes of constants.

#ifndef KT_LIB_TRANSFORM_FOLDOP_H
#define KT_LIB_TRANSFORM_FOLDOP_H

#include "kt/IR/IR.h"
#include <optional>

namespace kt {

/// The constant that `op` computes, to the last bit what the emitted code would; nothing if an operand is not constant,
/// if C++ leaves the result open, or if there is no literal for it (an infinity, a NaN).
std::optional<Constant> foldOp(const ir::Op &op, TypeContext &types);

/// The operand that `op` always gives back as it is, NaN and -0.0 included; null if there is none.
ir::Value *forwardedOperand(const ir::Op &op);

/// The constant that `value` is; null if it is none.
const Constant *constantOf(const ir::Value *value);

} // namespace kt

#endif
