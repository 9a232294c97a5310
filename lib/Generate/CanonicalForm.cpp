// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A scanner of its own rather than the compiler's tokens: it runs on every candidate, before anything else does.

#include "Vocabulary.h"
#include "kt/Generate/Generate.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"

using namespace kt;

static bool isWordStart(char c) { return llvm::isAlpha(c) || c == '_'; }
static bool isWordPart(char c) { return llvm::isAlnum(c) || c == '_'; }

std::string kt::canonicalForm(StringRef source) {
  llvm::StringMap<std::string> names;
  for (StringRef word : reservedWords())
    names[word] = word.str();
  std::string form;
  form.reserve(source.size());
  unsigned next = 0;
  bool afterDot = false;
  for (size_t i = 0; i < source.size();) {
    char c = source[i];
    if (c == '#') {
      i = std::min(source.find('\n', i), source.size());
      continue;
    }
    if (isWordStart(c)) {
      StringRef word = source.drop_front(i).take_while(isWordPart);
      i += word.size();
      if (afterDot) {
        form += word;
      } else {
        auto [entry, isNew] = names.try_emplace(word);
        if (isNew)
          entry->second = "v" + std::to_string(next++);
        form += entry->second;
      }
      afterDot = false;
      continue;
    }
    if (llvm::isDigit(c)) {
      StringRef number = source.drop_front(i).take_while([](char d) { return isWordPart(d) || d == '.'; });
      form += number;
      i += number.size();
      afterDot = false;
      continue;
    }
    afterDot = c == '.';
    form += c;
    ++i;
  }
  return form;
}
