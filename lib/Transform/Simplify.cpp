// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the reader of the output would do by hand.

#include "kt/Transform/Simplify.h"

namespace kt {

/// Once each is enough: folding decides branches in one walk, and what is then dropped makes no new constant.
void simplify(ir::Module &module) {
  foldConstants(module);
  removeDeadCode(module);
}

} // namespace kt
