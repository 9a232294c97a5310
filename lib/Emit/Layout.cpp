// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Layout.h"
#include <algorithm>

using namespace kt;

/// A line that is wider has its comment on a line of its own before it.
static constexpr size_t widestWithComment = 100;
/// A line that is wider does not push its neighbours' comments to the right.
static constexpr size_t widestAligned = 64;

void Layout::add(unsigned indent, std::string code, llvm::StringRef comment) {
  code.insert(0, 2 * indent, ' ');
  if (code.size() > widestWithComment && !comment.empty()) {
    lines.push_back({std::string(2 * indent, ' ') + "// " + comment.str(), {}, indent});
    comment = {};
  }
  lines.push_back({std::move(code), comment.str(), indent});
}

std::string Layout::str() const {
  std::string out;
  for (size_t begin = 0, end; begin != lines.size(); begin = end) {
    auto belongs = [&](const Line &line) { return !line.comment.empty() && line.indent == lines[begin].indent; };
    size_t column = 0;
    for (end = begin; end != lines.size() && belongs(lines[end]); ++end)
      if (lines[end].code.size() <= widestAligned)
        column = std::max(column, lines[end].code.size());
    end = std::max(end, begin + 1);
    for (size_t i = begin; i != end; ++i) {
      out += lines[i].code;
      if (!lines[i].comment.empty()) {
        out.append(std::max(column, lines[i].code.size()) - lines[i].code.size() + 2, ' ');
        out += "// " + lines[i].comment;
      }
      out += '\n';
    }
  }
  return out;
}
