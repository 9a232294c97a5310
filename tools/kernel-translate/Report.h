// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The report of a run: one JSON object a line and kernel, in the order of the file; of a generic kernel one for each
// instance, which `instance` then tells: `float32`.
//
//     {"kernel":"saxpy","file":"saxpy.py","line":7,"status":"ok","diagnostics":[]}

#ifndef KT_TOOLS_TRANSLATE_REPORT_H
#define KT_TOOLS_TRANSLATE_REPORT_H

#include "kt/Check/Check.h"

namespace kt {

/// `ok`: translated and, if that was asked for, checked. `skipped`: not asked for, or free of faults but not written,
/// because others have some. Diagnostics from `firstCommonDiag` on are about the unit and with it every kernel in it.
std::string makeReport(const CheckedModule &module, const DiagEngine &diags, unsigned firstCommonDiag,
                       bool unitWritten);

} // namespace kt

#endif
