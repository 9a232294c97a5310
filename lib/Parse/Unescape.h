// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The value of a string's text: escapes replaced, line ends made one.

#ifndef KT_LIB_PARSE_UNESCAPE_H
#define KT_LIB_PARSE_UNESCAPE_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace kt {

struct StringStyle {
  bool isRaw = false;
  bool isBytes = false;
  bool isFString = false; // `{{` and `}}` stand for one brace
};

/// Appends the value of `text` to `out`. Returns the first escape that has no meaning where Python insists on one, such
/// as `\x1`; an unknown one, such as `\d`, stands for itself.
std::optional<llvm::StringRef> unescape(llvm::StringRef text, StringStyle style, std::string &out);

} // namespace kt

#endif
