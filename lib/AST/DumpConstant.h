// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The values of constants as a dump shows them: floats as Python prints them, text in JSON quotes and pure ASCII,
// integers of more than 64 bits in hexadecimal.

#ifndef KT_LIB_AST_DUMPCONSTANT_H
#define KT_LIB_AST_DUMPCONSTANT_H

#include "kt/AST/AST.h"

namespace kt::ast {

void dumpValue(const Constant &node, llvm::raw_ostream &os);

} // namespace kt::ast

#endif
