// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// For tests of messages: a file says itself which it draws, in comments on the guilty lines.
//
//     x = undefined_name  # error: [unknown-name] "no variable"
//     # error@-1: [slug] "text"       the line before; @+2 is two lines further; @* has no line or another file
//
// A message must be expected by one comment, and each comment met by one message that contains its text.

#ifndef KT_TOOLS_TRANSLATE_VERIFYDIAGNOSTICS_H
#define KT_TOOLS_TRANSLATE_VERIFYDIAGNOSTICS_H

#include "kt/Support/DiagEngine.h"
#include "kt/Support/Result.h"

namespace kt {

/// Tells every difference on `os`; fails if there is one.
LogicalResult compareWithExpectations(const DiagEngine &diags, FileId file, llvm::raw_ostream &os);

} // namespace kt

#endif
