// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Support/Diagnostics.h"
#include "llvm/ADT/StringExtras.h"

using namespace kt;

/// Puts the holes in the places of {0}, {1}, ... Braces around anything else stand for themselves.
static std::string fillHoles(StringRef text, const std::vector<std::string> &holes) {
  std::string out;
  for (size_t open; (open = text.find('{')) != StringRef::npos;) {
    bool isHole = open + 2 < text.size() && llvm::isDigit(text[open + 1]) && text[open + 2] == '}';
    size_t length = isHole ? open : open + 1;
    out += text.take_front(length);
    text = text.drop_front(length);
    if (!isHole)
      continue;
    unsigned index = text[1] - '0';
    assert(index < holes.size() && "a text has more holes than Diagnostics.def declares");
    out += holes[index];
    text = text.drop_front(3);
  }
  out += text;
  return out;
}

void DiagEngine::noteSince(unsigned first, Location loc, const std::string &text) {
  for (size_t i = first; i < reported.size(); ++i)
    reported[i].note(loc, text);
}

void DiagEngine::dropSince(unsigned first) {
  reported.resize(first);
  errors = llvm::count_if(reported, [](const Diagnostic &diag) { return diag.severity == Severity::Error; });
}

Diagnostic &DiagEngine::add(Location loc, StringRef slug, Severity severity, StringRef text,
                            std::vector<std::string> holes) {
  if (atLimit())
    return dropped = {};
  errors += severity == Severity::Error;
  reported.push_back({slug, severity, loc, fillHoles(text, holes), {}, {}, {}});
  if (!atLimit())
    return reported.back();

  // The last error is followed by the word that it is the last.
  std::string limit = std::to_string(options.errorLimit);
  const DiagInfo<int64_t> &info = diag::TooManyErrors;
  reported.push_back({info.slug, info.severity, {}, fillHoles(info.text, {limit}), {}, {}, {}});
  return reported[reported.size() - 2];
}
