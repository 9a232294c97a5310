// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Candidates in index order, each kernel once and in its cluster: what the workers draw their batches from. Every shard
// of a corpus walks the same stream, so that what is said of a candidate is the same in all.

#ifndef KT_LIB_DATASET_CANDIDATESTREAM_H
#define KT_LIB_DATASET_CANDIDATESTREAM_H

#include "kt/Dataset/Clusters.h"
#include "kt/Dataset/Produce.h"
#include "llvm/ADT/DenseSet.h"

namespace kt {

struct Candidate {
  uint64_t index;
  GeneratedKernel kernel;
  Cluster cluster;
};

class CandidateStream {
public:
  explicit CandidateStream(const ProduceOptions &options) : options(options) {}

  /// The next `batchSize` kernels that no earlier one equals after renaming, and that don't join two splits.
  std::vector<Candidate> nextBatch();

  uint64_t candidates() const { return nextIndex; }
  uint64_t duplicates() const { return duplicateCount; }
  uint64_t bridges() const { return bridgeCount; }

private:
  const ProduceOptions &options;
  Generator generator;
  llvm::DenseSet<std::pair<uint64_t, uint64_t>> seen; // 128-bit hashes of canonical forms
  uint64_t nextIndex = 0;
  Clusters clusters;
  uint64_t duplicateCount = 0;
  uint64_t bridgeCount = 0;
};

} // namespace kt

#endif
