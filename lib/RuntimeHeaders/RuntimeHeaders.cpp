// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Support/RuntimeHeaders.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace kt;
using llvm::StringRef;

const RuntimeHeader *kt::findRuntimeHeader(StringRef name) {
  auto found = llvm::find_if(runtimeHeaders(), [&](const RuntimeHeader &header) { return header.name == name; });
  return found == runtimeHeaders().end() ? nullptr : found;
}

/// The header that `line` includes, or null where it is no include of ours.
static const RuntimeHeader *includedHeader(StringRef line) {
  line = line.ltrim();
  if (!line.consume_front("#"))
    return nullptr;
  line = line.ltrim();
  if (!line.consume_front("include"))
    return nullptr;
  line = line.ltrim();
  if (!line.consume_front("\""))
    return nullptr;
  return findRuntimeHeader(line.take_until([](char c) { return c == '"'; }));
}

/// Once inlined, a header is guarded by being there once; as part of a main file the pragma would only draw a warning.
static bool isPragmaOnce(StringRef line) {
  llvm::SmallVector<StringRef, 2> words;
  line.trim().split(words, ' ', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  return words.size() == 2 && words[0] == "#pragma" && words[1] == "once";
}

static void appendBundled(StringRef text, bool isHeader, llvm::StringSet<> &seen, std::string &out) {
  while (!text.empty()) {
    auto [line, rest] = text.split('\n');
    bool endsInNewline = line.size() != text.size();
    text = rest;
    if (const RuntimeHeader *header = includedHeader(line)) {
      if (seen.insert(header->name).second)
        appendBundled(header->text, /*isHeader=*/true, seen, out);
      continue;
    }
    if (isHeader && isPragmaOnce(line))
      continue;
    out += line;
    if (endsInNewline || isHeader)
      out += '\n';
  }
}

std::string kt::bundle(StringRef unit) {
  std::string out;
  llvm::StringSet<> seen;
  appendBundled(unit, /*isHeader=*/false, seen, out);
  return out;
}
