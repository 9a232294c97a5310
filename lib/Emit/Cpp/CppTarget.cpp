// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "CppTarget.h"
#include "../GridArguments.h"

using namespace kt;

void kt::legalizeForCpp(ir::Module &) {} // plain C++ has a spelling for all there is

namespace {

class CppPolicy final : public TargetPolicy {
  void mark(clang::FunctionDecl &, NodeFactory &) const override {}
  std::vector<clang::Decl *> buildEntry(const KernelBody &kernel, NodeFactory &make,
                                        RuntimeDecls &runtime) const override;
};

} // namespace

/// What is known of each argument, for the loop over threads: wp::of_rank<2>(args->a), wp::on_grid<1>(args->n).
static clang::Expr *describe(clang::Expr *arg, const ir::Value &param, bool isOnGrid, unsigned threadRank,
                             NodeFactory &make) {
  auto *array = dyn_cast<ArrayType>(param.type);
  if (isOnGrid)
    return make.call(make.callee("wp::on_grid", {make.templateArg(int(threadRank))}), {arg});
  if (array && !array->isIndexed() && array->rank() > 1)
    return make.call(make.callee("wp::of_rank", {make.templateArg(int(array->rank()))}), {arg});
  return arg;
}

// struct wp_args_K { ... };
// extern "C" void K_cpu_forward(wp::launch_bounds_t dim, wp_args_K *args) { wp::launch<rank, K>(dim, args->a, ...); }

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
  // One coordinate is the least that a loop can count.
  unsigned threadRank = std::max(kernel.threadRank, 1u);
  llvm::DenseSet<const ir::Value *> onGrid = findGridArguments(kernel.kernel, threadRank);
  llvm::SmallVector<clang::Expr *, 8> args{make.ref(dim)};
  for (auto [field, param] : llvm::zip_equal(record.fields(), kernel.kernel.body.arguments())) {
    clang::Expr *arg = make.member(make.ref(argsParam), *field, /*isArrow=*/true);
    args.push_back(describe(arg, *param, onGrid.contains(param.get()), threadRank, make));
  }
  clang::Expr *launch =
      make.callee("wp::launch", {make.templateArg(int(threadRank)), make.templateArg(kernel.function)});
  entry.setBody(make.compound({make.call(launch, args)}));
  return {&record, &entry};
}

std::unique_ptr<TargetPolicy> kt::makeCppPolicy() { return std::make_unique<CppPolicy>(); }
