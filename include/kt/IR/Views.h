// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where views of fixed arrays go.

#ifndef KT_IR_VIEWS_H
#define KT_IR_VIEWS_H

#include "kt/IR/IR.h"

namespace kt::ir {

/// Is `array`, or a view of it, put into a variable or a struct, or handed to another function or out of a region? If
/// not, all that is read and written through it can be seen from its uses.
bool escapes(const Value &array);

} // namespace kt::ir

#endif
