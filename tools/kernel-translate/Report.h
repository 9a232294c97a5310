// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The report of a run: one JSON object a line and kernel, in the order of the file; of a generic kernel one for each
// instance, which `instance` then tells: `float32`.
//
//     {"kernel":"saxpy","mangled_name":"saxpy_2f0c8d11","arg_names":["n","x"],"arg_types":["int32","array(dtype=float32)"],
//      "file":"saxpy.py","line":7,"status":"ok","diagnostics":[]}
//
// What the emitted functions are called, and the arguments, is told of those that are `ok`.

#ifndef KT_TOOLS_TRANSLATE_REPORT_H
#define KT_TOOLS_TRANSLATE_REPORT_H

#include "kt/Check/Check.h"

namespace kt {

using KernelKeys = llvm::DenseMap<const CheckedFunction *, std::string>;

/// `ok`: translated and, if that was asked for, checked. `skipped`: not asked for, or free of faults but not written,
/// because others have some. Diagnostics from `firstCommonDiag` on are about the unit and with it every kernel in it.
/// `keys` are what the names of the emitted functions begin with.
std::string makeReport(const CheckedModule &module, const KernelKeys &keys, const DiagEngine &diags, unsigned firstCommonDiag,
                       bool unitWritten);

} // namespace kt

#endif
