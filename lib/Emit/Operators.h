// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// C++'s operators, from their text to Clang's enumerations.

#ifndef KT_LIB_EMIT_OPERATORS_H
#define KT_LIB_EMIT_OPERATORS_H

#include "clang/AST/Expr.h"
#include "llvm/ADT/StringSwitch.h"

namespace kt {

inline clang::BinaryOperatorKind binaryOperator(llvm::StringRef text) {
  return llvm::StringSwitch<clang::BinaryOperatorKind>(text)
      .Case("+", clang::BO_Add)
      .Case("-", clang::BO_Sub)
      .Case("*", clang::BO_Mul)
      .Case("/", clang::BO_Div)
      .Case("%", clang::BO_Rem)
      .Case("<<", clang::BO_Shl)
      .Case(">>", clang::BO_Shr)
      .Case("&", clang::BO_And)
      .Case("|", clang::BO_Or)
      .Case("^", clang::BO_Xor)
      .Case("==", clang::BO_EQ)
      .Case("!=", clang::BO_NE)
      .Case("<", clang::BO_LT)
      .Case("<=", clang::BO_LE)
      .Case(">", clang::BO_GT)
      .Case(">=", clang::BO_GE);
}

inline clang::UnaryOperatorKind unaryOperator(llvm::StringRef text) {
  return llvm::StringSwitch<clang::UnaryOperatorKind>(text)
      .Case("+", clang::UO_Plus)
      .Case("-", clang::UO_Minus)
      .Case("~", clang::UO_Not)
      .Case("!", clang::UO_LNot);
}

/// `+=` for `+`.
inline clang::BinaryOperatorKind compoundAssignment(clang::BinaryOperatorKind plain) {
  switch (plain) {
  case clang::BO_Add: return clang::BO_AddAssign;
  case clang::BO_Sub: return clang::BO_SubAssign;
  case clang::BO_Mul: return clang::BO_MulAssign;
  case clang::BO_Div: return clang::BO_DivAssign;
  case clang::BO_Rem: return clang::BO_RemAssign;
  case clang::BO_Shl: return clang::BO_ShlAssign;
  case clang::BO_Shr: return clang::BO_ShrAssign;
  case clang::BO_And: return clang::BO_AndAssign;
  case clang::BO_Or: return clang::BO_OrAssign;
  case clang::BO_Xor: return clang::BO_XorAssign;
  default: llvm_unreachable("has no compound assignment");
  }
}

} // namespace kt

#endif
