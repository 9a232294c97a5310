// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/AST/AST.h"
#include "llvm/Support/ErrorHandling.h"

using namespace kt::ast;

StringRef kt::ast::spelling(BoolOperator op) {
  switch (op) {
  case BoolOperator::And: return "and";
  case BoolOperator::Or: return "or";
  }
  llvm_unreachable("no such operator");
}

StringRef kt::ast::spelling(BinaryOperator op) {
  switch (op) {
  case BinaryOperator::Add: return "+";
  case BinaryOperator::Sub: return "-";
  case BinaryOperator::Mult: return "*";
  case BinaryOperator::MatMult: return "@";
  case BinaryOperator::Div: return "/";
  case BinaryOperator::Mod: return "%";
  case BinaryOperator::Pow: return "**";
  case BinaryOperator::LShift: return "<<";
  case BinaryOperator::RShift: return ">>";
  case BinaryOperator::BitOr: return "|";
  case BinaryOperator::BitXor: return "^";
  case BinaryOperator::BitAnd: return "&";
  case BinaryOperator::FloorDiv: return "//";
  }
  llvm_unreachable("no such operator");
}

StringRef kt::ast::spelling(UnaryOperator op) {
  switch (op) {
  case UnaryOperator::Invert: return "~";
  case UnaryOperator::Not: return "not";
  case UnaryOperator::UAdd: return "+";
  case UnaryOperator::USub: return "-";
  }
  llvm_unreachable("no such operator");
}

StringRef kt::ast::spelling(CompareOperator op) {
  switch (op) {
  case CompareOperator::Eq: return "==";
  case CompareOperator::NotEq: return "!=";
  case CompareOperator::Lt: return "<";
  case CompareOperator::LtE: return "<=";
  case CompareOperator::Gt: return ">";
  case CompareOperator::GtE: return ">=";
  case CompareOperator::Is: return "is";
  case CompareOperator::IsNot: return "is not";
  case CompareOperator::In: return "in";
  case CompareOperator::NotIn: return "not in";
  }
  llvm_unreachable("no such operator");
}
