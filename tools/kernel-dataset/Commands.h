// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The verbs, and what they share.

#ifndef KT_TOOLS_KERNELDATASET_COMMANDS_H
#define KT_TOOLS_KERNELDATASET_COMMANDS_H

#include "kt/Dataset/Produce.h"

namespace kt {

constexpr int exitDone = 0;
constexpr int exitFailed = 1; // nothing was written
constexpr int exitUsage = 2;
constexpr int exitDropped = 3; // the files are whole, but candidates had to be dropped

/// LLVM's libraries register options of their own; none of them is ours to show.
void hideForeignOptions();
bool produceRequested();
int runProduce();
bool mergeRequested();
int runMerge();

enum class ProgressMode { Auto, Json, None };

/// A bar on a terminal, a line now and then elsewhere.
ProgressFn makeProgress(ProgressMode mode, const ProduceOptions &options);

/// What a run did, as JSON.
llvm::Error writeStats(StringRef path, const ProduceOptions &options, const ProduceStats &stats);

} // namespace kt

#endif
