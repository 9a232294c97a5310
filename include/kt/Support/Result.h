// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The two results a phase can have. What went wrong is in the DiagEngine, never in the result.

#ifndef KT_SUPPORT_RESULT_H
#define KT_SUPPORT_RESULT_H

#include "llvm/Support/LogicalResult.h"

namespace kt {

using llvm::failed;
using llvm::failure;
using llvm::FailureOr;
using llvm::LogicalResult;
using llvm::succeeded;
using llvm::success;

} // namespace kt

#endif
