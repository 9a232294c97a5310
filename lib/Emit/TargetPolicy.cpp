// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "TargetPolicy.h"
#include "llvm/ADT/STLExtras.h"

using namespace kt;

std::string kt::nameBeside(llvm::StringRef base, const KernelBody &kernel) {
  std::string name = base.str();
  while (llvm::is_contained(kernel.paramNames, name) || kernel.function.getName() == name)
    name += '_';
  return name;
}

/// wp::thread_at<rank>(dim, task); a kernel that does not ask takes what the launch has.
static clang::Expr *buildThread(const KernelBody &kernel, clang::Expr *dim, clang::Expr *task, NodeFactory &make) {
  llvm::SmallVector<clang::TemplateArgumentLoc, 1> rank;
  if (kernel.threadRank)
    rank.push_back(make.templateArg(int(kernel.threadRank)));
  return make.call(make.callee("wp::thread_at", rank), {dim, task});
}

clang::Stmt *kt::buildTaskLoop(const KernelBody &kernel, clang::ParmVarDecl &dim, clang::Expr *start,
                               clang::Expr *stride, llvm::ArrayRef<clang::Expr *> args, NodeFactory &make,
                               RuntimeDecls &runtime) {
  clang::VarDecl &task = make.variable(nameBeside("task", kernel), runtime.named("size_t"), start);
  clang::Expr *size = make.member(make.ref(dim), runtime.member("launch_bounds_t", "size"));
  clang::Expr *goesOn = make.binary(clang::BO_LT, make.ref(task), size);
  clang::Expr *step =
      stride ? make.binary(clang::BO_AddAssign, make.ref(task), stride) : make.unary(clang::UO_PreInc, make.ref(task));
  llvm::SmallVector<clang::Expr *, 8> bodyArgs{buildThread(kernel, make.ref(dim), make.ref(task), make)};
  bodyArgs.append(args.begin(), args.end());
  clang::Stmt *call = make.call(make.ref(kernel.function), bodyArgs);
  return make.forStmt(make.declare(task), goesOn, step, make.compound({call}));
}
