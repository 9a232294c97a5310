// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A person's kernel as a line of a dataset: the fields that a corpus of generated kernels has, in the same order, with
// `user` as category and with where the kernel comes from in place of how it was generated.

#ifndef KT_TOOLS_TRANSLATE_KERNELRECORD_H
#define KT_TOOLS_TRANSLATE_KERNELRECORD_H

#include "kt/Check/Check.h"
#include "kt/Dataset/Record.h"

namespace kt {

/// `module` was checked for this kernel alone. Everything but what depends on the target: that is for the caller to
/// add.
Record makeRecord(const CheckedModule &module, const KernelEntry &kernel, const SourceManager &sources);

} // namespace kt

#endif
