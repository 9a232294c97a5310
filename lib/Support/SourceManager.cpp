// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Support/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace kt;
using llvm::StringRef;

SourceFile::SourceFile(std::string name, std::string text) : fileName(std::move(name)), contents(std::move(text)) {
  assert(contents.size() < ~0u && "offsets are 32 bits wide");
  lineStarts.push_back(StringRef(contents).starts_with("\xEF\xBB\xBF") ? 3 : 0);
  for (uint32_t offset = 0, size = contents.size(); offset < size; ++offset) {
    bool endsInPair = contents[offset] == '\r' && offset + 1 < size && contents[offset + 1] == '\n';
    if (contents[offset] == '\n' || (contents[offset] == '\r' && !endsInPair))
      lineStarts.push_back(offset + 1);
  }
}

SourceFile::Position SourceFile::position(uint32_t offset) const {
  offset = std::max(offset, lineStarts.front());
  auto next = llvm::upper_bound(lineStarts, offset);
  unsigned line = next - lineStarts.begin();
  return {line, offset - lineStarts[line - 1] + 1};
}

StringRef SourceFile::lineText(unsigned line) const {
  assert(line >= 1 && line <= lineStarts.size() && "no such line");
  uint32_t end = line < lineStarts.size() ? lineStarts[line] : contents.size();
  return StringRef(contents).slice(lineStarts[line - 1], end).rtrim("\r\n");
}

FileId SourceManager::add(std::string name, std::string text) {
  files.push_back(std::make_unique<SourceFile>(std::move(name), std::move(text)));
  return static_cast<FileId>(files.size() - 1);
}

const SourceFile &SourceManager::file(FileId id) const {
  assert(static_cast<size_t>(id) < files.size() && "not a file of this manager");
  return *files[static_cast<size_t>(id)];
}

StringRef SourceManager::text(Location loc) const { return file(loc.file).text().slice(loc.begin, loc.end); }

SourceFile::Position SourceManager::position(Location loc) const { return file(loc.file).position(loc.begin); }

StringRef SourceManager::lineText(Location loc) const {
  const SourceFile &source = file(loc.file);
  return source.lineText(source.position(loc.begin).line);
}
