// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How an op is going to stand in C++: as a statement or inside an expression, infix or as a call. Asked by legalization
// and by building, so that both agree.

#ifndef KT_LIB_EMIT_SPELLING_H
#define KT_LIB_EMIT_SPELLING_H

#include "kt/IR/IR.h"

namespace kt {

/// Stands on a line of its own; everything else is part of the expression that uses it.
bool isStatement(const ir::Op &op);

/// A call or builtin with several results, which are members of the one value that it returns.
bool returnsTuple(const ir::Op &op);

/// Can be written any number of times, anywhere in its scope, and always gives the same: names, constants, and parts of
/// names. A reference is repeatable if the same place is meant each time, whatever it holds.
bool isRepeatable(const ir::Value &value);

/// An `if` with one result, both regions of which are expressions.
bool isConditionalExpr(const ir::Op &op);

/// The operator that `builtin` is written with, or empty if it is called as a function. Integer division and shifts
/// have operators only where the right operand makes them defined.
StringRef operatorOf(const ir::Op &builtin);

/// For `x = x + e` on one and the same place: the op that adds. Null for other stores, and where the runtime has no
/// compound operator for the type.
const ir::Op *compoundOperation(const ir::Op &store);

/// The variable that a parameter becomes, if all the function does with the parameter is to begin a variable of the
/// same name with it. Null otherwise.
const ir::Op *variableOfParameter(const ir::Value &argument);

} // namespace kt

#endif
