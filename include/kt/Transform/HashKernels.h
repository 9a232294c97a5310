// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Names a kernel by what it means.

#ifndef KT_TRANSFORM_HASHKERNELS_H
#define KT_TRANSFORM_HASHKERNELS_H

#include "kt/IR/IR.h"

namespace kt {

/// Sets `Function::hash` of each kernel: eight hex digits over its dump without locations, those of the functions it
/// calls and the structs it uses. Run before anything that depends on the target.
void hashKernels(ir::Module &module);

} // namespace kt

#endif
