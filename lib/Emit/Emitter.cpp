// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Build.h"
#include "Cpp/CppTarget.h"
#include "Cuda/CudaTarget.h"
#include "Print.h"

using namespace kt;

struct Emitter::Impl {
  std::unique_ptr<TargetPolicy> policy;
  std::unique_ptr<RuntimeDecls> runtime;
};

static std::unique_ptr<TargetPolicy> makePolicy(Target target) {
  switch (target) {
  case Target::Cpu: return makeCppPolicy();
  case Target::Cuda: return makeCudaPolicy();
  }
  llvm_unreachable("not a target");
}

Emitter::Emitter(Target target) : impl(std::make_unique<Impl>()) { impl->policy = makePolicy(target); }

Emitter::~Emitter() = default;

std::string Emitter::emit(const ir::Module &module, const SourceManager &sources, const EmitOptions &options) {
  if (!impl->runtime || impl->runtime->hasGrown())
    impl->runtime = std::make_unique<RuntimeDecls>();
  ClangUnit unit = build(module, *impl->policy, *impl->runtime, sources, options);
  return print(unit, impl->runtime->context());
}
