// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Kernel text under construction: expressions that know their precedence, types as a user writes them.

#ifndef KT_LIB_GENERATE_TEXT_H
#define KT_LIB_GENERATE_TEXT_H

#include "kt/Types/Type.h"
#include "llvm/ADT/Twine.h"
#include <string>

namespace kt {

/// Python's precedence, loosest first.
enum class Precedence : uint8_t {
  Ternary,
  Or,
  And,
  Not,
  Compare,
  BitOr,
  BitXor,
  BitAnd,
  Shift,
  Add,
  Multiply,
  Unary,
  Power,
  Primary,
};

struct Text {
  std::string text;
  Precedence precedence = Precedence::Primary;
  bool isConstant = false; // made of literals alone

  /// As an operand that has to bind at least as tightly as `least`.
  std::string in(Precedence least) const { return precedence < least ? "(" + text + ")" : text; }
};

inline Text primary(const llvm::Twine &text) { return {text.str(), Precedence::Primary, false}; }
inline Text constant(const llvm::Twine &text) { return {text.str(), Precedence::Primary, true}; }

/// `left op right` of a left-associative operator.
inline Text infix(const Text &left, StringRef op, const Text &right, Precedence precedence) {
  auto tighter = Precedence(uint8_t(precedence) + 1);
  return {left.in(precedence) + " " + op.str() + " " + right.in(tighter), precedence,
          left.isConstant && right.isConstant};
}

/// In an annotation or as a constructor: `float`, `wp.float64`, `wp.vec3`, `wp.array(dtype=float)`.
std::string annotation(const Type *type);

} // namespace kt

#endif
