// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Quaternion Math: x, y, z, and the real part w.

#include "BuiltinTable.h"

namespace kt {

ArrayRef<BuiltinEntry> quaternionMath() {
  static const BuiltinEntry entries[] = {
      {"quat_identity", perScalar<[]<Float S>(Tag<S>, Call &call) {
         for (unsigned i = 0; i != 4; ++i)
           call.result<S>()[i] = S(i == 3 ? 1 : 0);
       }>},
  };
  return entries;
}

} // namespace kt
