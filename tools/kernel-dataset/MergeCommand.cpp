// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// kernel-dataset merge OUT SHARD…

#include "Commands.h"
#include "kt/Dataset/Merge.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"

using namespace kt;
namespace cl = llvm::cl;

static cl::SubCommand mergeVerb("merge", "Put the shards of a corpus together, for one device");
static cl::opt<std::string> out(cl::Positional, cl::desc("OUT"), cl::Required, cl::sub(mergeVerb));
static cl::list<std::string> shards(cl::Positional, cl::desc("SHARD…"), cl::OneOrMore, cl::sub(mergeVerb));

bool kt::mergeRequested() { return bool(mergeVerb); }

int kt::runMerge() {
  if (llvm::Error error = merge(out, std::vector<std::string>(shards.begin(), shards.end()))) {
    llvm::errs() << "kernel-dataset: " << llvm::toString(std::move(error)) << "\n";
    return exitFailed;
  }
  return exitDone;
}
