// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which kernels a file has, without a look into any.

#ifndef KT_LIB_CHECK_FINDKERNELS_H
#define KT_LIB_CHECK_FINDKERNELS_H

#include "Session.h"

namespace kt {

struct FoundKernel {
  std::string name;   // as in KernelEntry
  ModuleScope *scope; // where it stands: the file, or the body of a function
  const ast::FunctionDef *def;
  Location loc; // of its name
};

/// In the order of the text.
std::vector<FoundKernel> findKernels(Session &session, ModuleScope &fileScope);

} // namespace kt

#endif
