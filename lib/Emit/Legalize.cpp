// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Legalize.h"
#include "Cpp/CppTarget.h"
#include "Cuda/CudaTarget.h"
#include "kt/Emit/Emit.h"
#include "kt/Transform/Simplify.h"

using namespace kt;

void kt::legalize(ir::Module &module, Target target) {
  switch (target) {
  case Target::Cpu: legalizeForCpp(module); break;
  case Target::Cuda: legalizeForCuda(module); break;
  }
  legalizePrintf(module);
  if (removeTautologies(module))
    simplify(module);
  // Before values find their places, since it adds some.
  wrapNarrowIntegers(module);
  materializeValues(module);
}

void kt::forEachOp(ir::Region &region, llvm::function_ref<void(ir::Op &)> visit) {
  for (auto at = region.ops().begin(); at != region.ops().end();) {
    ir::Op &op = *at++;
    for (unsigned i = 0; i != op.regionCount(); ++i)
      forEachOp(op.region(i), visit);
    visit(op);
  }
}

void kt::forEachOp(ir::Module &module, llvm::function_ref<void(ir::Op &)> visit) {
  for (auto &function : module.functions)
    forEachOp(function->body, visit);
}
