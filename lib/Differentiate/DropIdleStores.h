// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#ifndef KT_LIB_DIFFERENTIATE_DROPIDLESTORES_H
#define KT_LIB_DIFFERENTIATE_DROPIDLESTORES_H

#include "kt/IR/IR.h"

namespace kt {

/// Drops stores that put back into a variable what it still holds: where the reverse sweep brings back a content that the
/// forward sweep turned out not to change.
void dropIdleStores(ir::Region &region);

} // namespace kt

#endif
