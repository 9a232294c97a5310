// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The texts a run reads, and the way from a byte offset to a line and column. A text holds at most `maxFileSize` bytes
// and is kept as it was read, even if it is not UTF-8; nothing here knows Python.

#ifndef KT_SUPPORT_SOURCEMANAGER_H
#define KT_SUPPORT_SOURCEMANAGER_H

#include "kt/Support/Location.h"
#include "llvm/ADT/StringRef.h"
#include <memory>
#include <string>
#include <vector>

namespace kt {

/// The largest file that is read. It bounds the memory that tokens and syntax can take.
inline constexpr uint64_t maxFileSize = 8 << 20;

/// One text and its line table. Lines and columns count from 1; columns count bytes. A line ends at \n, \r\n or a lone
/// \r; a byte order mark stands before the first line.
class SourceFile {
public:
  SourceFile(std::string name, std::string text);

  llvm::StringRef name() const { return fileName; }
  llvm::StringRef text() const { return contents; }

  struct Position {
    unsigned line;
    unsigned column;
  };
  Position position(uint32_t offset) const;
  /// The text of line `line`, without its line end.
  llvm::StringRef lineText(unsigned line) const;
  unsigned lineCount() const { return lineStarts.size(); }

private:
  std::string fileName;
  std::string contents;
  std::vector<uint32_t> lineStarts;
};

/// Owns the files. An id stays valid as long as the manager lives.
class SourceManager {
public:
  FileId add(std::string name, std::string text);
  const SourceFile &file(FileId id) const;

  llvm::StringRef text(Location loc) const;
  SourceFile::Position position(Location loc) const;
  /// The whole source line on which `loc` begins.
  llvm::StringRef lineText(Location loc) const;

private:
  std::vector<std::unique_ptr<SourceFile>> files;
};

} // namespace kt

#endif
