// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What evaluating an op touches: local variables one by one, all other memory as one.

#ifndef KT_LIB_EMIT_FOOTPRINT_H
#define KT_LIB_EMIT_FOOTPRINT_H

#include "kt/IR/IR.h"

namespace kt {

struct Footprint {
  bool readsMemory = false;
  bool writesMemory = false;
  /// Holds statements, which may do anything to anything.
  bool isBarrier = false;
  llvm::SmallVector<const ir::Op *, 2> variablesRead;
  llvm::SmallVector<const ir::Op *, 1> variablesWritten;

  bool isEmpty() const { return !readsMemory && !writesMemory && variablesRead.empty() && variablesWritten.empty(); }
  void add(const Footprint &other);
};

/// Of `op` itself and its regions, without its operands.
Footprint footprintOf(const ir::Op &op);

/// Whether an expression can't be evaluated after `next` instead of before it.
bool conflict(const Footprint &expression, const Footprint &next);

} // namespace kt

#endif
