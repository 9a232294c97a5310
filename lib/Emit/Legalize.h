// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The steps of legalization; Legalize.cpp has their order.

#ifndef KT_LIB_EMIT_LEGALIZE_H
#define KT_LIB_EMIT_LEGALIZE_H

#include "kt/IR/IR.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace kt {

/// Gives each printf the conversions that its arguments have in C, and the arguments that its conversions ask for.
void legalizePrintf(ir::Module &module);

/// Decides comparisons that hold or fail whatever their operands are, drops stores of a variable to itself: compilers
/// warn about both. True if it did any of it, so that what only they used is dead now.
bool removeTautologies(ir::Module &module);

/// C++ computes on `int` where operands are narrower: brings the result back to its type.
void wrapNarrowIntegers(ir::Module &module);

/// Makes `let`s of values until all that is left can stand where it is used; demotes what is no expression.
void materializeValues(ir::Module &module);

/// An `if` that yields values, as a variable for each and an `if` that assigns them. Returns the new one.
ir::Op &demoteIf(ir::Op &op, ir::Module &module);

/// A `while` whose condition takes statements, as `while (true)` with a `break` behind them.
void rotateWhile(ir::Op &op, ir::Module &module);

/// Whether evaluating `value` before each iteration of `loop` gives what it gave before the first.
bool isStableDuring(const ir::Value &value, const ir::Op &loop);

/// Calls `visit` for each op, those in its regions before it. `visit` may erase the op it is given.
void forEachOp(ir::Region &region, llvm::function_ref<void(ir::Op &)> visit);
void forEachOp(ir::Module &module, llvm::function_ref<void(ir::Op &)> visit);

} // namespace kt

#endif
