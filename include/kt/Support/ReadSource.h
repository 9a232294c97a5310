// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reads one source file into a SourceManager, never more of it than `maxFileSize` bytes.

#ifndef KT_SUPPORT_READSOURCE_H
#define KT_SUPPORT_READSOURCE_H

#include "kt/Support/DiagEngine.h"
#include "kt/Support/Result.h"

namespace kt {

/// `path` may be `-` for standard input, which is then called `<stdin>`. Reports a file that can't be read, or is
/// larger than `maxFileSize`, without a location.
FailureOr<FileId> readSource(llvm::StringRef path, SourceManager &sources, DiagEngine &diags);

} // namespace kt

#endif
