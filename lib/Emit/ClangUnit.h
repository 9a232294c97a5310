// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What building hands to printing: declarations in the order in which they stand, and what goes with them that Clang's
// nodes have no place for.

#ifndef KT_LIB_EMIT_CLANGUNIT_H
#define KT_LIB_EMIT_CLANGUNIT_H

#include "clang/AST/Decl.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/DenseMap.h"
#include <string>
#include <vector>

namespace kt {

struct ClangUnit {
  /// Behind `//` in the first line.
  std::string headline;
  std::vector<std::string> includes;
  /// Structs (CXXRecordDecl) and functions (FunctionDecl).
  std::vector<const clang::Decl *> decls;
  /// Behind `//` at the end of the statement's first line.
  llvm::DenseMap<const clang::Stmt *, std::string> comments;
  /// Empty statements that stand for lines of the user's own C++.
  llvm::DenseMap<const clang::Stmt *, std::vector<std::string>> natives;
};

} // namespace kt

#endif
