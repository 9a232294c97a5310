// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The files of one run while it goes on. Beside the first stands a journal: a line with the run's options, then one for
// each batch, with where every file ends after it, a hash of what was added, and the counts so far. Each line begins
// with its own hash. What a killed run has left is taken as far as journal and files agree.

#ifndef KT_LIB_DATASET_RUNFILES_H
#define KT_LIB_DATASET_RUNFILES_H

#include "Options.h"
#include "kt/Support/OutputFile.h"

namespace kt {

class RunFiles {
public:
  /// With `options.resume`, `stats` becomes what the earlier run had counted.
  static llvm::Expected<std::unique_ptr<RunFiles>> open(const ProduceOptions &options, ProduceStats &stats);
  ~RunFiles();

  /// How many batches earlier runs have done.
  uint64_t batchesDone() const { return batches; }
  /// All files were whole before: there is nothing to do.
  bool isComplete() const { return complete; }

  /// The text that a batch gives each file.
  llvm::Error append(llvm::ArrayRef<std::string> texts, const ProduceStats &stats);
  llvm::Error commit(const ProduceStats &stats);
  /// Leaves nothing behind.
  void discard();

private:
  explicit RunFiles(const ProduceOptions &options) : options(options) {}
  llvm::Error lock();
  llvm::Error readJournal(ProduceStats &stats);
  bool takeBatch(const Json &line, llvm::ArrayRef<StringRef> partials, ProduceStats &stats);
  bool takeComplete(ProduceStats &stats);
  llvm::Error writeLine(const Json &line);

  const ProduceOptions &options;
  std::string journalPath; // empty if a file is a FIFO or device: then nothing can be taken up again
  int journal = -1;
  uint64_t journalSize = 0;
  std::vector<OutputFile> files;
  std::vector<uint64_t> sizes;
  uint64_t batches = 0;
  bool complete = false;
};

} // namespace kt

#endif
