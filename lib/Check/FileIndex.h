// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What one walk over a whole file finds, bodies of functions included: its functions, who calls what, and which names
// are changed in place. It knows names only, not what they stand for.

#ifndef KT_LIB_CHECK_FILEINDEX_H
#define KT_LIB_CHECK_FILEINDEX_H

#include "ModuleScope.h"
#include "llvm/ADT/DenseMap.h"

namespace kt {

/// A function of a file, however deep it stands.
struct FunctionInfo {
  const ast::FunctionDef *def;
  const ast::FunctionDef *outer; // the function around it, or null
  std::string path;              // names of all functions and classes around it, and its own, with dots between
  NameTable names;               // of its body
};

class FileIndex {
public:
  explicit FileIndex(const ast::Module &module);

  /// In the order of the text.
  const std::deque<FunctionInfo> &functions() const { return functionList; }
  const FunctionInfo &infoOf(const ast::FunctionDef *def) const { return functionList[positions.at(def)]; }

  struct CallSite {
    const ast::Call *call;
    const ast::FunctionDef *outer; // the function it stands in, or null
  };
  /// Where a function called `name` may be called, or handed on without a call.
  struct Uses {
    std::vector<CallSite> calls;
    Location otherUse;
  };
  const Uses &usesOf(StringRef name) const;

  /// Where the value of the name that `owner` binds, or the file if it is null, is changed in place: by `name[…] = …`,
  /// `name.append(…)` and the like.
  Location changeOf(const ast::FunctionDef *owner, StringRef name) const;

private:
  void walk(const ast::Node &node);
  void walkFunction(const ast::FunctionDef &def);
  void walkClass(const ast::ClassDef &def);
  void walkCall(const ast::Call &call);
  void noteTarget(const ast::Expr *target);
  const ast::FunctionDef *ownerOf(StringRef name) const;

  std::deque<FunctionInfo> functionList;
  llvm::DenseMap<const ast::FunctionDef *, unsigned> positions;
  llvm::StringMap<Uses> uses;
  llvm::DenseMap<const ast::FunctionDef *, llvm::StringMap<Location>> changes;
  const ast::FunctionDef *outer = nullptr;
  std::string path;
};

} // namespace kt

#endif
