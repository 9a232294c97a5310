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
