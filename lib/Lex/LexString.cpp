// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Lexer.h"

using namespace kt;

/// How one f-string ends, and what a backslash does in it.
struct kt::FStringShape {
  uint32_t begin;
  StringRef quote; // one character or three
  bool isRaw;

  bool isTriple() const { return quote.size() == 3; }
};

// As many f-strings as CPython lexes inside one another.
static constexpr unsigned maxFStrings = 150;

static StringRef quoteAt(StringRef text) {
  StringRef quote = text.take_front(3);
  bool isTriple = quote.size() == 3 && quote[1] == quote[0] && quote[2] == quote[0];
  return isTriple ? quote : quote.take_front(1);
}

/// The prefix is already read.
void Lexer::lexString(uint32_t begin) {
  StringRef quote = quoteAt(text.substr(position));
  position += quote.size();
  for (;;) {
    if (atEnd() || (quote.size() == 1 && atLineEnd())) {
      fault(begin, diag::UnclosedString, "string").help(("close it with `" + quote + "`").str());
      fstringAbandoned = fstringDepth > 0;
      return;
    }
    if (text.substr(position).starts_with(quote))
      break;
    if (peek() == '\\' && position + 1 < text.size()) {
      ++position;
      if (atLineEnd())
        skipLineEnd();
      else
        ++position;
    } else {
      ++position;
    }
  }
  position += quote.size();
  emit(TokenKind::String, begin);
}

// F-strings
// ---------
// Text and replacement fields by turns; a field holds ordinary tokens, and may hold f-strings in turn. After a fault
// that leaves no sure way to tell text from code, all f-strings around it are abandoned.

void Lexer::lexFString(uint32_t begin) {
  bool isRaw = text.slice(begin, position).find_insensitive("r") != StringRef::npos;
  FStringShape shape{begin, quoteAt(text.substr(position)), isRaw};
  position += shape.quote.size();
  emit(TokenKind::FStringStart, begin);
  if (fstringDepth == maxFStrings) {
    fault(begin, diag::NestedTooDeeply, "f-strings", maxFStrings);
    return giveUp();
  }

  size_t outerBrackets = brackets.size();
  ++fstringDepth;
  lexFStringText(shape, /*inSpec=*/false);
  --fstringDepth;
  if (!fstringAbandoned) {
    position += shape.quote.size();
    return emit(TokenKind::FStringEnd, position - shape.quote.size());
  }
  brackets.resize(std::min(brackets.size(), outerBrackets));
  fstringAbandoned = fstringDepth > 0;
}

/// Up to the closing quote; in the format spec of a field, up to the brace that closes the field.
void Lexer::lexFStringText(const FStringShape &shape, bool inSpec) {
  uint32_t begin = position;
  auto emitText = [&] {
    if (position > begin)
      emit(TokenKind::FStringMiddle, begin);
  };
  while (!fstringAbandoned) {
    if (atEnd() || (!shape.isTriple() && atLineEnd())) {
      fault(shape.begin, diag::UnclosedString, "f-string").help(("close it with `" + shape.quote + "`").str());
      fstringAbandoned = true;
      return;
    }
    if (text.substr(position).starts_with(shape.quote) || (inSpec && peek() == '}'))
      return emitText();
    if (peek() == '{' && (inSpec || peek(1) != '{')) {
      emitText();
      lexReplacementField(shape);
      begin = position;
    } else if (peek() == '{' || (peek() == '}' && peek(1) == '}')) {
      position += 2;
    } else if (peek() == '}') {
      emitText();
      ++position;
      fault(position - 1, diag::FStringBrace).help("write `}}` for a brace in the text");
      begin = position;
    } else if (peek() != '\\') {
      ++position;
    } else if (!shape.isRaw && text.substr(position).starts_with("\\N{")) {
      position = std::min(text.find_first_of("}\"'\r\n", position), text.size());
      position += peek() == '}';
    } else {
      ++position;
      if (atLineEnd() && !atEnd())
        skipLineEnd();
      else if (!atEnd() && peek() != '{' && peek() != '}') // before a brace a backslash stands for itself
        ++position;
    }
  }
}

// { expr = !conversion : spec }
// -----------------------------
void Lexer::lexReplacementField(const FStringShape &shape) {
  size_t outerBrackets = brackets.size();
  lexPunctuation();
  while (!atEnd() && !fstringAbandoned && brackets.size() > outerBrackets) {
    while (peek() == ' ' || peek() == '\t' || peek() == '\f')
      ++position;
    bool atFieldLevel = brackets.size() == outerBrackets + 1;
    if (!atFieldLevel || peek() != ':') {
      lexToken();
      continue;
    }
    ++position; // even in `:=`
    emit(TokenKind::Colon, position - 1);
    lexFStringText(shape, /*inSpec=*/true);
    if (!fstringAbandoned && peek() != '}') { // the closing quote
      unclosedFault(brackets.back());
      fstringAbandoned = true;
    }
  }
  if (!fstringAbandoned && brackets.size() > outerBrackets) { // the end of the file
    unclosedFault(brackets[outerBrackets]);
    fstringAbandoned = true;
  }
}
