// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Decides, before a function is lowered, which of its variables become IR variables and where they are declared.

#ifndef KT_LIB_LOWER_VARIABLEPLAN_H
#define KT_LIB_LOWER_VARIABLEPLAN_H

#include "kt/Check/Check.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace kt {

/// A variable is *changing* if it is a variable in the IR, with loads and stores. Others are set at one place that is
/// before all that reads them, and are plain values: a parameter, a `let`, the induction value of a `for`.
struct VariablePlan {
  llvm::DenseSet<const Variable *> changing;
  /// Changing variables that are declared without a value before a statement, for none of their assignments stands
  /// before and around all of their uses. Any other is declared where it is assigned first.
  llvm::DenseMap<const ast::Stmt *, llvm::SmallVector<const Variable *, 2>> declaredBefore;
};

VariablePlan planVariables(const CheckedFunction &function);

/// The variable of which the assignment target `expr` names a part, as in `v[1]` or `s.f.x`; null if `expr` is a whole
/// variable or leads through an array.
const Variable *partOf(const ast::Expr &expr, const CheckedFunction &function);

} // namespace kt

#endif
