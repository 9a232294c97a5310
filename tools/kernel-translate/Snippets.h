// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// C++ that the user wrote, in a unit that Clang is asked about: what is wrong with it is the user's mistake.

#ifndef KT_TOOLS_TRANSLATE_SNIPPETS_H
#define KT_TOOLS_TRANSLATE_SNIPPETS_H

#include "kt/Check/Check.h"
#include "kt/Support/Result.h"

namespace kt {

/// Reports the snippets of `unit` that Clang finds fault with, according to `log`; fails if there are some.
LogicalResult blameSnippets(const CheckedModule &module, StringRef unit, StringRef log, DiagEngine &diags);

} // namespace kt

#endif
