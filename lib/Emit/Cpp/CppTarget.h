// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is special about plain C++.

#ifndef KT_LIB_EMIT_CPP_CPPTARGET_H
#define KT_LIB_EMIT_CPP_CPPTARGET_H

#include "../TargetPolicy.h"
#include "kt/IR/IR.h"

namespace kt {

void legalizeForCpp(ir::Module &module);

std::unique_ptr<TargetPolicy> makeCppPolicy();

} // namespace kt

#endif
