// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Lines of code with comments behind them, which stand in one column as long as lines follow each other.

#ifndef KT_LIB_EMIT_LAYOUT_H
#define KT_LIB_EMIT_LAYOUT_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace kt {

class Layout {
public:
  /// `code` begins behind `indent` units of two spaces.
  void add(unsigned indent, std::string code, llvm::StringRef comment = {});
  void addBlank() { lines.push_back({}); }
  std::string str() const;

private:
  struct Line {
    std::string code;
    std::string comment;
    unsigned indent = 0;
  };
  std::vector<Line> lines;
};

} // namespace kt

#endif
