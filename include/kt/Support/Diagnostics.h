// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every diagnostic by name, for those who report: apart from the engine, so that a new one rebuilds only them.

#ifndef KT_SUPPORT_DIAGNOSTICS_H
#define KT_SUPPORT_DIAGNOSTICS_H

#include "kt/Support/DiagEngine.h"

namespace kt {

namespace diag {
#define DIAG(Name, Slug, Sev, Text, ...) inline constexpr DiagInfo<__VA_ARGS__> Name{Slug, Severity::Sev, Text};
#include "kt/Support/Diagnostics.def"
} // namespace diag

} // namespace kt

#endif
