// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the exit status says.

#ifndef KT_TOOLS_TRANSLATE_EXITCODE_H
#define KT_TOOLS_TRANSLATE_EXITCODE_H

namespace kt {

enum class ExitCode {
  Done = 0,
  BadInput = 1,     // the file, or what was asked of it
  Usage = 2,        // the command line
  CheckFailed = 3,  // Clang refused the unit, or could not be asked
  Internal = 70,    // a fault of ours
  CannotWrite = 74, // the output
};

} // namespace kt

#endif
