// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Support/ReadSource.h"
#include "kt/Support/Diagnostics.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/Support/FileSystem.h"

using namespace kt;
namespace fs = llvm::sys::fs;

/// All that `handle` has to give, or one byte more than is allowed: an endless stream ends there too.
static llvm::Expected<std::string> readAtMost(fs::file_t handle, uint64_t limit) {
  std::string text;
  size_t used = 0;
  while (used <= limit) {
    if (text.size() - used < 4096)
      text.resize(std::max<size_t>(text.size() * 2, 1 << 16));
    llvm::Expected<size_t> count = fs::readNativeFile(handle, {text.data() + used, text.size() - used});
    if (!count)
      return count.takeError();
    if (*count == 0)
      break;
    used += *count;
  }
  text.resize(used);
  return text;
}

static llvm::Expected<std::string> readPath(StringRef path) {
  if (path == "-")
    return readAtMost(fs::getStdinHandle(), maxFileSize);
  llvm::Expected<fs::file_t> handle = fs::openNativeFileForRead(path);
  if (!handle)
    return handle.takeError();
  llvm::scope_exit close([&] { (void)fs::closeFile(*handle); });
  return readAtMost(*handle, maxFileSize);
}

FailureOr<FileId> kt::readSource(StringRef path, SourceManager &sources, DiagEngine &diags) {
  StringRef name = path == "-" ? "<stdin>" : path;
  llvm::Expected<std::string> text = readPath(path);
  if (!text) {
    diags.report({}, diag::FileNotReadable, name, StringRef(llvm::toString(text.takeError())).lower());
    return failure();
  }
  if (text->size() > maxFileSize) {
    diags.report({}, diag::FileTooLarge, name, maxFileSize);
    return failure();
  }
  return sources.add(name.str(), std::move(*text));
}
