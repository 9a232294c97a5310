// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What kernels print, as text.

#ifndef KT_LIB_INTERPRET_PRINT_H
#define KT_LIB_INTERPRET_PRINT_H

#include "Call.h"

namespace kt {

/// `print`: the value and a line end; the scalars of a row with blanks between them, each row of a matrix on its line.
std::string printedValue(const Type *type, const char *memory);
/// `printf`: the text of the call's op with its operands put in.
void printFormatted(Call &call);

} // namespace kt

#endif
