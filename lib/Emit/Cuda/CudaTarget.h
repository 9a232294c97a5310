// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is special about CUDA.

#ifndef KT_LIB_EMIT_CUDA_CUDATARGET_H
#define KT_LIB_EMIT_CUDA_CUDATARGET_H

#include "../TargetPolicy.h"
#include "kt/IR/IR.h"

namespace kt {

void legalizeForCuda(ir::Module &module);

std::unique_ptr<TargetPolicy> makeCudaPolicy();

} // namespace kt

#endif
