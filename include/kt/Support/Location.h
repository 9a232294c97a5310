// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where something stands in the input: a file and a byte range in it. Four words, copied freely.

#ifndef KT_SUPPORT_LOCATION_H
#define KT_SUPPORT_LOCATION_H

#include <cassert>
#include <cstdint>

namespace kt {

/// Names one file of a SourceManager.
enum class FileId : uint32_t { None = ~0u };

/// The bytes [begin, end) of one file. `FileId::None` stands for "nowhere".
struct Location {
  FileId file = FileId::None;
  uint32_t begin = 0;
  uint32_t end = 0;

  bool isValid() const { return file != FileId::None; }

  /// From the start of this to the end of `last`, which stands in the same file.
  Location to(Location last) const {
    assert(file == last.file && "a range cannot span two files");
    return {file, begin, last.end};
  }
  bool operator==(const Location &) const = default;
};

} // namespace kt

#endif
