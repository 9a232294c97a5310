// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// When an operand needs parentheses.

#ifndef KT_LIB_EMIT_PRECEDENCE_H
#define KT_LIB_EMIT_PRECEDENCE_H

#include "clang/AST/Expr.h"

namespace kt {

enum class Side { Left, Right };

/// A name, literal, call, subscript, member or anything in parentheses: what may stand before `.` and `[`.
bool isPrimary(const clang::Expr &expr);

bool needsParens(clang::UnaryOperatorKind op, const clang::Expr &operand);
bool needsParens(clang::BinaryOperatorKind op, const clang::Expr &operand, Side side);

} // namespace kt

#endif
