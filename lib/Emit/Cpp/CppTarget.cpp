// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "CppTarget.h"

using namespace kt;

void kt::legalizeForCpp(ir::Module &) {} // plain C++ has a spelling for all there is

namespace {

class CppPolicy final : public TargetPolicy {
  void mark(clang::FunctionDecl &, NodeFactory &) const override {}
  std::vector<clang::Decl *> buildEntry(const KernelBody &kernel, NodeFactory &make,
                                        RuntimeDecls &runtime) const override;
};

} // namespace

// struct wp_args_K { ... };
// extern "C" void K_cpu_forward(wp::launch_bounds_t dim, wp_args_K *args) { ... }

std::vector<clang::Decl *> CppPolicy::buildEntry(const KernelBody &kernel, NodeFactory &make,
                                                 RuntimeDecls &runtime) const {
  llvm::SmallVector<std::pair<llvm::StringRef, clang::QualType>, 8> fields;
  for (auto [name, type] : llvm::zip_equal(kernel.paramNames, kernel.paramTypes))
    fields.push_back({name, type});
  clang::CXXRecordDecl &record = make.record("wp_args_" + kernel.key, fields, /*beginsAsZeros=*/false);

  clang::ParmVarDecl &dim = make.param(nameBeside("dim", kernel), runtime.named("launch_bounds_t"));
  clang::ParmVarDecl &argsParam =
      make.param(nameBeside("args", kernel), make.astContext().getPointerType(make.typeOf(record)));
  clang::FunctionDecl &entry = make.function(kernel.key + "_cpu_forward", make.astContext().VoidTy, {&dim, &argsParam},
                                             /*isExternC=*/true);
  llvm::SmallVector<clang::Expr *, 8> args;
  for (clang::FieldDecl *field : record.fields())
    args.push_back(make.member(make.ref(argsParam), *field, /*isArrow=*/true));
  entry.setBody(make.compound({buildTaskLoop(kernel, dim, make.integer(0), /*stride=*/nullptr, args, make, runtime)}));
  return {&record, &entry};
}

std::unique_ptr<TargetPolicy> kt::makeCppPolicy() { return std::make_unique<CppPolicy>(); }
