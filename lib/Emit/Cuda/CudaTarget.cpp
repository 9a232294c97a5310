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

// extern "C" __global__ void K_cuda_kernel_forward(wp::launch_bounds_t dim, ...) { ... }

std::vector<clang::Decl *> CudaPolicy::buildEntry(const KernelBody &kernel, NodeFactory &make,
                                                  RuntimeDecls &runtime) const {
  llvm::SmallVector<clang::ParmVarDecl *, 8> params{
      &make.param(nameBeside("dim", kernel), runtime.named("launch_bounds_t"))};
  llvm::SmallVector<clang::Expr *, 8> args;
  for (auto [name, type] : llvm::zip_equal(kernel.paramNames, kernel.paramTypes)) {
    params.push_back(&make.param(name, type));
    args.push_back(make.ref(*params.back()));
  }
  clang::FunctionDecl &entry = make.function(kernel.key + "_cuda_kernel_forward", make.astContext().VoidTy, params,
                                             /*isExternC=*/true);
  entry.addAttr(clang::CUDAGlobalAttr::Create(make.astContext()));
  entry.setBody(make.compound({buildTaskLoop(kernel, *params.front(), make.call("wp::grid_start", {}),
                                             make.call("wp::grid_stride", {}), args, make, runtime)}));
  return {&entry};
}

std::unique_ptr<TargetPolicy> kt::makeCudaPolicy() { return std::make_unique<CudaPolicy>(); }
