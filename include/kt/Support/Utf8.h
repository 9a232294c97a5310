// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One character of UTF-8 at a time, as strict as CPython: no overlong forms, no surrogates, nothing past U+10FFFF.

#ifndef KT_SUPPORT_UTF8_H
#define KT_SUPPORT_UTF8_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace kt {

/// A character and the number of bytes it was written with; a length of 0 says that the bytes are not UTF-8.
struct DecodedChar {
  char32_t value = 0;
  unsigned length = 0;
};

/// The first character of `text`, which must not be empty.
DecodedChar decodeUtf8(llvm::StringRef text);

/// The offset of the first byte that is not part of valid UTF-8.
std::optional<size_t> findInvalidUtf8(llvm::StringRef text);

/// Appends `value`; surrogates are written as if they were characters, since Python strings may hold them.
void appendUtf8(char32_t value, std::string &out);

/// Whether `value` changes the order in which the text around it is shown.
bool isBidiControl(char32_t value);

/// `text` as it may be shown to a person: one line of valid UTF-8, what cannot be printed spelled as `<U+202E>`.
std::string makePrintable(llvm::StringRef text);

} // namespace kt

#endif
