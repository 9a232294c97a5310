// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Literals and comments as text. A literal reads back as the same value; a comment can't leave its line.

#ifndef KT_LIB_EMIT_TEXT_H
#define KT_LIB_EMIT_TEXT_H

#include "kt/Types/Type.h"
#include <string>

namespace kt {

/// The shortest text that reads back as `value`, which is finite and not negative: `0.1f`, `1e-07f`, `2.0`.
std::string spellFloat(float value);
std::string spellDouble(double value);

/// A string literal, with its quotes.
std::string spellString(StringRef text);

/// `text` as it can stand behind `//`: one line, nothing in it that a compiler or a terminal would act on.
std::string makeCommentSafe(StringRef text);

} // namespace kt

#endif
