// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A long-living instance has read every runtime header, a unit includes some. What a unit names must be declared where
// it would be found without the others: in the headers that it includes, and in what these include.

#ifndef KT_VERIFY_INCLUDEDNAMES_H
#define KT_VERIFY_INCLUDEDNAMES_H

#include "clang/AST/DeclBase.h"
#include "clang/Basic/FileEntry.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"

namespace clang {
class SourceManager;
}

namespace kt {

class IncludedNames {
public:
  explicit IncludedNames(const clang::SourceManager &sources) : sources(sources) {}

  /// A runtime header is included while they all are read, at a place in another or elsewhere.
  void headerIncludes(clang::SourceLocation at, const clang::FileEntry *included);

  /// Forgets the unit before.
  void startUnit() { visible.clear(); }
  /// The unit includes a runtime header.
  void unitIncludes(const clang::FileEntry *included);
  /// True for what is declared, or defined as a macro, outside of the runtime or in one that the unit sees.
  bool sees(clang::SourceLocation declared) const;
  /// True if `sees` holds for all that the declarations in `unit` name.
  bool seesAllOf(clang::DeclContext &unit) const;

private:
  const clang::FileEntry *fileOf(clang::SourceLocation loc) const;

  const clang::SourceManager &sources;
  llvm::DenseMap<const clang::FileEntry *, llvm::SmallVector<const clang::FileEntry *, 4>> includes;
  llvm::SmallPtrSet<const clang::FileEntry *, 32> headers, visible;
};

} // namespace kt

#endif
