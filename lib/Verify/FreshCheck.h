// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One unit, one mode, one new Clang instance: the verdict that counts.

#ifndef KT_VERIFY_FRESHCHECK_H
#define KT_VERIFY_FRESHCHECK_H

#include "kt/Verify/Verify.h"

namespace kt {

CheckResult checkFresh(llvm::StringRef text, CheckMode mode, const VerifyOptions &options);

} // namespace kt

#endif
