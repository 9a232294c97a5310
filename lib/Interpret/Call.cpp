// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Call.h"

namespace kt {

char *Call::elementAt(unsigned i, ArrayRef<int64_t> indices) const {
  return machine.element(*arg<ArrayView>(i), indices, op().operand(i)->name, op().loc);
}

char *Call::element(unsigned i) const {
  unsigned rank = cast<ArrayType>(argType(i))->rank();
  llvm::SmallVector<int64_t, 4> indices;
  for (unsigned dimension = 0; dimension != rank; ++dimension)
    indices.push_back(index(i + 1 + dimension));
  return elementAt(i, indices);
}

} // namespace kt
