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

/// The launch of `kernel` with the fields of `structs`, one after another.
static clang::Stmt *buildLaunch(const KernelBody &kernel, clang::ParmVarDecl &dim,
                                llvm::ArrayRef<clang::ParmVarDecl *> structs, clang::CXXRecordDecl &record,
                                NodeFactory &make) {
  // One coordinate is the least that a loop can count.
  unsigned threadRank = std::max(kernel.threadRank, 1u);
  llvm::DenseSet<const ir::Value *> onGrid;
  if (!kernel.isAdjoint())
    onGrid = findGridArguments(kernel.kernel, threadRank);
  llvm::SmallVector<clang::Expr *, 8> args{make.ref(dim)};
  auto param = kernel.kernel.body.arguments().begin();
  for (clang::ParmVarDecl *given : structs)
    for (clang::FieldDecl *field : record.fields()) {
      clang::Expr *arg = make.member(make.ref(*given), *field, /*isArrow=*/true);
      args.push_back(describe(arg, **param, onGrid.contains(param->get()), threadRank, make));
      ++param;
    }
  clang::Expr *launch =
      make.callee("wp::launch", {make.templateArg(int(threadRank)), make.templateArg(kernel.function)});
  return make.compound({make.call(launch, args)});
}

// struct wp_args_K { ... };
// extern "C" void K_cpu_forward(wp::launch_bounds_t dim, wp_args_K *args) { wp::launch<rank, K>(dim, args->a, ...); }
// extern "C" void K_cpu_backward(wp::launch_bounds_t dim, wp_args_K *args, wp_args_K *adj_args) { ... }

std::vector<clang::Decl *> CppPolicy::buildEntry(const KernelBody &kernel, NodeFactory &make,
                                                 RuntimeDecls &runtime) const {
  std::vector<clang::Decl *> decls;
  clang::CXXRecordDecl *record = kernel.primalArgs;
  if (!kernel.isAdjoint()) {
    llvm::SmallVector<std::pair<llvm::StringRef, clang::QualType>, 8> fields;
    for (auto [name, type] : llvm::zip_equal(kernel.paramNames, kernel.paramTypes))
      fields.push_back({name, type});
    record = &make.record("wp_args_" + kernel.key, fields, /*beginsAsZeros=*/false);
    decls.push_back(record);
  }
  clang::ParmVarDecl &dim = make.param(nameBeside("dim", kernel), runtime.named("launch_bounds_t"));
  clang::QualType pointer = make.astContext().getPointerType(make.typeOf(*record));
  llvm::SmallVector<clang::ParmVarDecl *, 2> structs{&make.param(nameBeside("args", kernel), pointer)};
  if (kernel.isAdjoint())
    structs.push_back(&make.param(nameBeside("adj_args", kernel), pointer));
  std::vector<clang::ParmVarDecl *> params{&dim};
  params.insert(params.end(), structs.begin(), structs.end());
  clang::FunctionDecl &entry = make.function(kernel.key + (kernel.isAdjoint() ? "_cpu_backward" : "_cpu_forward"),
                                             make.astContext().VoidTy, params, /*isExternC=*/true);
  entry.setBody(buildLaunch(kernel, dim, structs, *record, make));
  decls.push_back(&entry);
  return decls;
}

std::unique_ptr<TargetPolicy> kt::makeCppPolicy() { return std::make_unique<CppPolicy>(); }
