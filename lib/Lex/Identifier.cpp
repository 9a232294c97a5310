// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Lexer.h"
#include "kt/Support/Utf8.h"
#include "llvm/ADT/STLExtras.h"

using namespace kt;

namespace {

enum CharFlags : uint8_t { Start = 1, Continue = 2, Unstable = 4, Combining = 8 };

struct CharRange {
  char32_t first;
  char32_t last;
  uint8_t flags;
};

constexpr CharRange identifierChars[] = {
#include "IdentifierChars.inc"
};

} // namespace

static uint8_t flagsOf(char32_t character) {
  auto range = llvm::partition_point(identifierChars, [=](const CharRange &range) { return range.last < character; });
  return range != std::end(identifierChars) && range->first <= character ? range->flags : 0;
}

/// Steps over a name. Reports, and returns false, where none begins or Python would read another name than is written.
bool Lexer::skipIdentifier() {
  uint32_t begin = position;
  bool isNormal = true, afterCombining = false;
  while (isIdentifierChar(peek())) {
    if (llvm::isASCII(peek())) {
      afterCombining = false;
      ++position;
      continue;
    }
    DecodedChar character = decodeUtf8(text.substr(position));
    uint8_t flags = flagsOf(character.value);
    if (!(flags & (position == begin ? Start : Continue)))
      break;
    // Two marks in a row could be put into another order: that is rare enough to be refused as well.
    isNormal &= !(flags & Unstable) && !(afterCombining && flags & Combining);
    afterCombining = flags & Combining;
    position += character.length;
  }
  if (position == begin) {
    lexStrayCharacter();
    return false;
  }
  if (!isNormal) {
    fault(begin, diag::NameNotNormal, text.slice(begin, position))
        .help("Python would take it for another name: write it in plain letters");
    return false;
  }
  return true;
}
