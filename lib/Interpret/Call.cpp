// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Call.h"

namespace kt {

char *Call::elementAt(unsigned i, ArrayRef<int64_t> indices) const {
  StringRef name = op().operand(i)->name;
  if (!cast<ArrayType>(argType(i))->isIndexed())
    return machine.element(*arg<ArrayView>(i), indices, name, op().loc);
  const IndexedView &chosen = *arg<IndexedView>(i);
  llvm::SmallVector<int64_t, 4> meant;
  for (auto [dimension, index] : llvm::enumerate(indices)) {
    std::optional<int64_t> one = machine.choose(chosen, dimension, index, name, op().loc);
    if (!one)
      return nullptr;
    meant.push_back(*one);
  }
  return machine.element(chosen.array, meant, name, op().loc);
}

char *Call::element(unsigned i) const {
  unsigned rank = cast<ArrayType>(argType(i))->rank();
  llvm::SmallVector<int64_t, 4> indices;
  for (unsigned dimension = 0; dimension != rank; ++dimension)
    indices.push_back(index(i + 1 + dimension));
  return elementAt(i, indices);
}

} // namespace kt
