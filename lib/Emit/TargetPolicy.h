// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What building a unit asks its target.

#ifndef KT_LIB_EMIT_TARGETPOLICY_H
#define KT_LIB_EMIT_TARGETPOLICY_H

#include "NodeFactory.h"
#include "kt/IR/IR.h"
#include <memory>

namespace kt {

/// A kernel as its entry point sees it.
struct KernelBody {
  const ir::Function &kernel;
  /// What the entry point's name is made of, `saxpy_1a2b3c4d`; an adjoint has its primal's.
  std::string key;
  clang::FunctionDecl &function;
  /// The kernel's parameters: the function's but for the first, which is the thread.
  std::vector<std::string> paramNames;
  std::vector<clang::QualType> paramTypes;
  unsigned threadRank;
  /// Of an adjoint: the struct of arguments that its primal's entry point takes, if that takes one.
  clang::CXXRecordDecl *primalArgs = nullptr;

  bool isAdjoint() const { return kernel.primal != nullptr; }
};

class TargetPolicy {
public:
  virtual ~TargetPolicy() = default;

  /// Says on `function`, which runs within a thread, where it runs.
  virtual void mark(clang::FunctionDecl &function, NodeFactory &make) const = 0;
  /// What launches `kernel`: the declarations to go behind its body, in order.
  virtual std::vector<clang::Decl *> buildEntry(const KernelBody &kernel, NodeFactory &make,
                                                RuntimeDecls &runtime) const = 0;
};

/// `base`, or with `_` behind it until no parameter of `kernel` has that name.
std::string nameBeside(llvm::StringRef base, const KernelBody &kernel);

} // namespace kt

#endif
