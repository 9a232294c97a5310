// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Lexer.h"

using namespace kt;

// CPython's limit, less the outermost level.
static constexpr unsigned maxIndentations = 99;

/// Reads the blanks at the start of a line. False for a line that holds nothing else: it has no tokens.
bool Lexer::lexIndentation() {
  uint32_t begin = position;
  Indentation found = measureIndentation();
  Location loc = from(begin);
  if (peek() == '#')
    skipComment();
  if (!atLineEnd()) {
    applyIndentation(found, loc);
    return !atEnd();
  }
  if (!atEnd())
    skipLineEnd();
  return false;
}

Lexer::Indentation Lexer::measureIndentation() {
  Indentation found{0, 0};
  std::optional<Indentation> beforeContinuation;
  for (;;) {
    switch (peek()) {
    case ' ':
      ++found.column;
      ++found.tabColumn;
      break;
    case '\t':
      found.column = (found.column / 8 + 1) * 8;
      ++found.tabColumn;
      break;
    case '\f': found = {0, 0}; break;
    case '\\':
      // Blanks before a joined line count, those on the next line don't.
      if (peek(1) != '\n' && peek(1) != '\r')
        return beforeContinuation.value_or(found);
      if (!beforeContinuation)
        beforeContinuation = found;
      ++position;
      skipLineEnd();
      if (atEnd())
        fault(position, diag::StrayBackslash);
      continue;
    default: return beforeContinuation.value_or(found);
    }
    ++position;
  }
}

/// Turns a change of indentation into Indent and Dedent tokens.
void Lexer::applyIndentation(Indentation found, Location loc) {
  bool isConsistent = true;
  if (found.column > indentations.back().column) {
    isConsistent = found.tabColumn > indentations.back().tabColumn;
    pushIndentation(found, loc);
  } else {
    popIndentations(found, loc);
    isConsistent = found.tabColumn == indentations.back().tabColumn;
  }
  if (!isConsistent)
    indentationFault(loc, diag::InconsistentTabs).help("indent with spaces only, or with tabs only");
}

void Lexer::pushIndentation(Indentation found, Location loc) {
  indentations.push_back(found);
  tokens.push_back({TokenKind::Indent, loc});
  if (indentations.size() <= maxIndentations + 1)
    return;
  indentationFault(loc, diag::NestedTooDeeply, "blocks", maxIndentations);
  giveUp();
}

void Lexer::popIndentations(Indentation found, Location loc) {
  while (found.column < indentations.back().column) {
    if (found.column > indentations[indentations.size() - 2].column) {
      // Between two levels. The line most likely belongs to the inner block, whose level it now sets.
      indentations.back() = found;
      indentationFault(loc, diag::UnmatchedIndentation)
          .help("indent the line like the one above it, or like a block that it belongs to");
      return;
    }
    indentations.pop_back();
    tokens.push_back({TokenKind::Dedent, loc});
  }
}
