// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "CudaTarget.h"
#include "clang/AST/Attr.h"

using namespace kt;

void kt::legalizeForCuda(ir::Module &) {} // CUDA has a spelling for all there is

namespace {

class CudaPolicy final : public TargetPolicy {
  void mark(clang::FunctionDecl &function, NodeFactory &make) const override {
    function.addAttr(clang::CUDADeviceAttr::Create(make.astContext()));
  }
  std::vector<clang::Decl *> buildEntry(const KernelBody &kernel, NodeFactory &make,
                                        RuntimeDecls &runtime) const override;
};

} // namespace

/// wp::thread_at<rank>(dim, task); a kernel that does not ask takes what the launch has.
static clang::Expr *buildThread(const KernelBody &kernel, clang::Expr *dim, clang::Expr *task, NodeFactory &make) {
  llvm::SmallVector<clang::TemplateArgumentLoc, 1> rank;
  if (kernel.threadRank)
    rank.push_back(make.templateArg(int(kernel.threadRank)));
  return make.call(make.callee("wp::thread_at", rank), {dim, task});
}

/// for (wp::size_t task = wp::grid_start(); task < dim.size; task += wp::grid_stride()) kernel(..., args...);
static clang::Stmt *buildTaskLoop(const KernelBody &kernel, clang::ParmVarDecl &dim, llvm::ArrayRef<clang::Expr *> args,
                                  NodeFactory &make, RuntimeDecls &runtime) {
  clang::VarDecl &task =
      make.variable(nameBeside("task", kernel), runtime.named("size_t"), make.call("wp::grid_start", {}));
  clang::Expr *size = make.member(make.ref(dim), runtime.member("launch_bounds_t", "size"));
  clang::Expr *goesOn = make.binary(clang::BO_LT, make.ref(task), size);
  clang::Expr *step = make.binary(clang::BO_AddAssign, make.ref(task), make.call("wp::grid_stride", {}));
  llvm::SmallVector<clang::Expr *, 8> bodyArgs{buildThread(kernel, make.ref(dim), make.ref(task), make)};
  bodyArgs.append(args.begin(), args.end());
  clang::Stmt *call = make.call(make.ref(kernel.function), bodyArgs);
  return make.forStmt(make.declare(task), goesOn, step, make.compound({call}));
}

// extern "C" __global__ void K_cuda_kernel_forward(wp::launch_bounds_t dim, ...) { ... }
// extern "C" __global__ void K_cuda_kernel_backward(wp::launch_bounds_t dim, ..., adj_...) { ... }

std::vector<clang::Decl *> CudaPolicy::buildEntry(const KernelBody &kernel, NodeFactory &make,
                                                  RuntimeDecls &runtime) const {
  llvm::SmallVector<clang::ParmVarDecl *, 8> params{
      &make.param(nameBeside("dim", kernel), runtime.named("launch_bounds_t"))};
  llvm::SmallVector<clang::Expr *, 8> args;
  for (auto [name, type] : llvm::zip_equal(kernel.paramNames, kernel.paramTypes)) {
    params.push_back(&make.param(name, type));
    args.push_back(make.ref(*params.back()));
  }
  llvm::StringRef sweep = kernel.isAdjoint() ? "_cuda_kernel_backward" : "_cuda_kernel_forward";
  clang::FunctionDecl &entry = make.function(kernel.key + sweep.str(), make.astContext().VoidTy, params,
                                             /*isExternC=*/true);
  entry.addAttr(clang::CUDAGlobalAttr::Create(make.astContext()));
  entry.setBody(make.compound({buildTaskLoop(kernel, *params.front(), args, make, runtime)}));
  return {&entry};
}

std::unique_ptr<TargetPolicy> kt::makeCudaPolicy() { return std::make_unique<CudaPolicy>(); }
