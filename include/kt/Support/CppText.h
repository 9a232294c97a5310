// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// C++ that a user wrote, as text: enough of its tokens to know that, put between the braces of a function, it stays
// there. Whether it makes sense is for Clang to say.

#ifndef KT_SUPPORT_CPPTEXT_H
#define KT_SUPPORT_CPPTEXT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include <string>
#include <vector>

namespace kt {

struct CppText {
  std::vector<std::string> lines; // without the indent that all have, and without blank ones at both ends
  llvm::StringSet<> words;        // identifiers and keywords
  /// What would not stay in its place, in words for a user: `a brace that is not closed`; empty if all is well.
  std::string fault;
};

CppText readCppText(llvm::StringRef text);

} // namespace kt

#endif
