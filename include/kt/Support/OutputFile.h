// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A file that appears whole or not at all: written under a temporary name in the same folder, brought to disk, renamed.

#ifndef KT_SUPPORT_OUTPUTFILE_H
#define KT_SUPPORT_OUTPUTFILE_H

#include "llvm/Support/Error.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include <memory>
#include <string>

namespace kt {

/// What is written is lost unless `commit` succeeds; an existing file at `path` stays as it was until then. A symbolic
/// link is followed. A FIFO or device has no "whole": it is written directly.
class OutputFile {
public:
  static llvm::Expected<OutputFile> create(llvm::StringRef path);
  /// Goes on with `path.partial`, which stays where it is until `commit`, whatever becomes of the program. What stands
  /// in it behind its first `keep` bytes is cut off.
  static llvm::Expected<OutputFile> resume(llvm::StringRef path, uint64_t keep);
  /// Where `resume(path, …)` writes; empty if `path` is a FIFO or device.
  static std::string partialOf(llvm::StringRef path);
  OutputFile(OutputFile &&) = default;
  OutputFile &operator=(OutputFile &&) = default;
  ~OutputFile();

  llvm::raw_fd_ostream &os() { return *stream; }
  /// Bytes written so far.
  uint64_t size() const { return stream->tell(); }
  bool hasError() const { return stream->has_error(); }
  llvm::Error commit();

private:
  OutputFile() = default;
  std::string finalPath;
  std::unique_ptr<llvm::sys::fs::TempFile> temp; // null for a FIFO or device, and for a partial file
  int partial = -1;                              // the stream's, if it goes on with a partial file
  std::unique_ptr<llvm::raw_fd_ostream> stream;
};

} // namespace kt

#endif
