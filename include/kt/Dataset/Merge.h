// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Puts the shards of a corpus together.

#ifndef KT_DATASET_MERGE_H
#define KT_DATASET_MERGE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace kt {

/// Writes to `out`, and beside it the manifest, what one worker with the same options would have written: the records of
/// all shards in the order of their candidates, up to the size asked for. `paths` are the files of one device, in any
/// order; each has its manifest beside it. An error, and no file, if a shard is missing, there twice, damaged, or of
/// another corpus.
llvm::Error merge(llvm::StringRef out, llvm::ArrayRef<std::string> paths);

} // namespace kt

#endif
