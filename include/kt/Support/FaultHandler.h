// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What happens when a tool of ours is at fault: it says so in one line, with what it was working on, and exits with 70.
// Also the deep stack that work on deep trees needs.

#ifndef KT_SUPPORT_FAULTHANDLER_H
#define KT_SUPPORT_FAULTHANDLER_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

namespace kt {

/// From here on, signals such as SIGSEGV and SIGABRT and LLVM's fatal errors end the process that way. `tool` must live
/// on. A file that is half written is removed by whoever writes it.
void installFaultHandler(const char *tool);

/// What this thread is working on, for the sentence that a fault leaves behind.
void setCurrentWork(llvm::StringRef what);

/// Runs `work` on a thread of its own, whose stack is deep enough for trees that nest as far as the parser allows.
/// Overflowing even that is a fault like others.
void runOnDeepStack(llvm::function_ref<void()> work);

} // namespace kt

#endif
