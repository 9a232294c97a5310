// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One run of the tool on one file: reads, translates, checks, writes, and says what went wrong.

#ifndef KT_TOOLS_TRANSLATE_SESSION_H
#define KT_TOOLS_TRANSLATE_SESSION_H

#include "Options.h"

namespace kt {

ExitCode runSession(const Options &options);

} // namespace kt

#endif
