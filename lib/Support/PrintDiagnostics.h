// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The two shapes in which diagnostics are printed.

#ifndef KT_LIB_SUPPORT_PRINTDIAGNOSTICS_H
#define KT_LIB_SUPPORT_PRINTDIAGNOSTICS_H

#include "kt/Support/DiagEngine.h"

namespace kt {

StringRef severityName(Severity severity);

void printText(const DiagEngine &diags, llvm::raw_ostream &os, bool color);
void printJson(const DiagEngine &diags, llvm::raw_ostream &os);

} // namespace kt

#endif
