// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Scalars in a row as vectors.

#ifndef KT_LIB_INTERPRET_VECTORS_H
#define KT_LIB_INTERPRET_VECTORS_H

#include "BuiltinTable.h"

namespace kt {

template <class S>
S dot(const S *a, const S *b, unsigned count) {
  S sum = a[0] * b[0];
  for (unsigned i = 1; i != count; ++i)
    sum = sum + a[i] * b[i];
  return sum;
}

template <Float S>
S length(const S *a, unsigned count) {
  return S(std::sqrt(wide(dot(a, a, count))));
}

/// `result` is neither of the operands.
template <class S>
void cross(const S *a, const S *b, S *result) {
  for (unsigned i = 0; i != 3; ++i) {
    unsigned j = (i + 1) % 3, k = (i + 2) % 3;
    result[i] = a[j] * b[k] - a[k] * b[j];
  }
}

} // namespace kt

#endif
