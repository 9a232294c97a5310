// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Makes a corpus: candidates in index order, duplicates dropped before anything costly, the rest translated and checked
// by workers, written in index order. The files depend on the options below alone, not on the number of workers.

#ifndef KT_DATASET_PRODUCE_H
#define KT_DATASET_PRODUCE_H

#include "kt/Dataset/Record.h"
#include "llvm/Support/Error.h"
#include <array>
#include <functional>
#include <map>
#include <optional>

namespace kt {

/// One file: the records of one device.
struct DeviceOutput {
  Target device;
  std::string path;
  uint64_t targetBytes; // of text; writing stops at the first record that reaches it
};

enum class FileFormat : uint8_t { JsonLines, Zstd };
StringRef spelling(FileFormat format); // "jsonl", "jsonl.zst"

/// Of `count` workers that make one corpus together, this one makes each `count`-th batch, from number `index` on. It
/// makes somewhat more than its share, so that `merge` can cut the whole where one worker alone would have stopped.
struct Shard {
  unsigned index = 0;
  unsigned count = 1;
};

struct ProduceOptions {
  std::vector<DeviceOutput> outputs;
  std::vector<Category> categories; // taken in turn
  uint64_t seed = 42;
  uint64_t maxRecords = 1'000'000; // a device
  unsigned batchSize = 50;         // candidates that a worker takes at a time
  unsigned jobs = 1;
  CodeScope scope = CodeScope::Full;
  bool includeBackward = false; // adjoints, where `scope` is not Forward
  bool includeSource = true;
  bool check = true;
  FileFormat format = FileFormat::JsonLines;
  Shard shard;
  bool resume = false; // go on with what an earlier run of the same options has left
};

struct DeviceStats {
  Target device;
  std::string path;
  uint64_t bytes = 0;
  uint64_t records = 0;
  uint64_t lastIndex = 0; // of the candidate that the last record is of
  bool isDone = false;
  std::array<uint64_t, categoryCount> byCategory{};
};

struct ProduceStats {
  std::vector<DeviceStats> devices;
  uint64_t candidates = 0;
  uint64_t duplicates = 0;
  uint64_t bridges = 0;                   // near to kernels of two splits
  std::map<std::string, uint64_t> faults; // dropped candidates by reason
  uint64_t faultCount = 0;
  double seconds = 0;
};

/// Called in the writer's thread after each batch.
using ProgressFn = std::function<void(const ProduceStats &)>;
/// Called for each candidate that was dropped because a phase refused it, with all that is needed to see why.
using FaultFn = std::function<void(const GeneratedKernel &, uint64_t index, StringRef phase, StringRef text)>;

/// Every file is whole or absent, and has a manifest beside it. A run that is ended in any way leaves `path.partial`
/// and a journal, with which the same run goes on. An error if a file can't be written, if most candidates are refused,
/// if another run is at work on the files, or if what is left there is of another run.
llvm::Expected<ProduceStats> produce(const ProduceOptions &options, const ProgressFn &onProgress,
                                     const FaultFn &onFault);

} // namespace kt

#endif
