// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Clang's nodes as text. Types and expressions are printed by Clang; statements and signatures are laid out here, with
// the comments that Clang has no nodes for.

#ifndef KT_LIB_EMIT_PRINT_H
#define KT_LIB_EMIT_PRINT_H

#include "ClangUnit.h"
#include "clang/AST/ASTContext.h"

namespace kt {

std::string print(const ClangUnit &unit, const clang::ASTContext &context);

} // namespace kt

#endif
