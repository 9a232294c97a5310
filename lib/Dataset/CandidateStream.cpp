// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "CandidateStream.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

using namespace kt;

std::vector<Candidate> CandidateStream::nextBatch() {
  std::vector<Candidate> batch;
  while (batch.size() < options.batchSize) {
    uint64_t index = nextIndex++;
    Category category = options.categories[index % options.categories.size()];
    GeneratedKernel kernel = generator.generate(category, options.seed, index);
    std::string form = canonicalForm(kernel.source);
    llvm::XXH128_hash_t hash = llvm::xxh3_128bits(llvm::arrayRefFromStringRef(form));
    if (!seen.insert({hash.high64, hash.low64}).second)
      ++duplicateCount;
    else if (std::optional<Cluster> cluster = clusters.place(index, form))
      batch.push_back({index, std::move(kernel), *cluster});
    else
      ++bridgeCount;
  }
  return batch;
}
