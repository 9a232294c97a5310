// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The headers that emitted code includes, carried inside the tools so that checking and bundling need no installed
// files. The texts are those of include/kt-runtime at build time; nothing in kt/ includes them as headers.

#ifndef KT_SUPPORT_RUNTIMEHEADERS_H
#define KT_SUPPORT_RUNTIMEHEADERS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace kt {

struct RuntimeHeader {
  llvm::StringRef name; // as emitted code includes it: "kt-runtime/kernel.h"
  llvm::StringRef text;
};

/// All of them, sorted by name.
llvm::ArrayRef<RuntimeHeader> runtimeHeaders();

/// The header that `#include "name"` means, or null.
const RuntimeHeader *findRuntimeHeader(llvm::StringRef name);

/// `unit` as one self-contained file: each runtime header stands where it is first included, and nowhere else. Lines
/// of the unit itself are left as they are.
std::string bundle(llvm::StringRef unit);

} // namespace kt

#endif
