// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Lexer.h"

using namespace kt;

static bool isDigitOf(unsigned base, char character) { return llvm::hexDigitValue(character) < base; }

/// Digits with single underscores between them. False if there are none, or an underscore stands elsewhere.
bool Lexer::scanDigits(unsigned base) {
  if (!isDigitOf(base, peek()))
    return false;
  for (;;) {
    while (isDigitOf(base, peek()))
      ++position;
    if (peek() != '_')
      return true;
    if (!isDigitOf(base, peek(1)))
      return false;
    ++position;
  }
}

/// An integer, float or imaginary number in decimal; Error where an underscore stands wrongly.
TokenKind Lexer::scanDecimal() {
  TokenKind kind = TokenKind::Integer;
  if (peek() != '.' && !scanDigits(10))
    return TokenKind::Error;
  if (peek() == '.') {
    kind = TokenKind::Float;
    ++position;
    if (llvm::isDigit(peek()) && !scanDigits(10))
      return TokenKind::Error;
  }
  unsigned sign = peek(1) == '+' || peek(1) == '-';
  if ((peek() == 'e' || peek() == 'E') && llvm::isDigit(peek(1 + sign))) {
    kind = TokenKind::Float;
    position += 1 + sign;
    if (!scanDigits(10))
      return TokenKind::Error;
  }
  if (peek() == 'j' || peek() == 'J') {
    kind = TokenKind::Imaginary;
    ++position;
  }
  return kind;
}

/// A number may touch the keyword after it, as in `1if x else 2`, but no other word.
bool Lexer::isNumberEnd() const {
  if (!isIdentifierChar(peek()))
    return true;
  StringRef word = text.substr(position).take_while(isIdentifierChar);
  return word == "and" || word == "else" || word == "for" || word == "if" || word == "in" || word == "is" ||
         word == "not" || word == "or";
}

static unsigned baseOf(char letter) {
  switch (letter) {
  case 'x':
  case 'X': return 16;
  case 'o':
  case 'O': return 8;
  case 'b':
  case 'B': return 2;
  }
  return 10;
}

void Lexer::lexNumber() {
  uint32_t begin = position;
  TokenKind kind = TokenKind::Integer;
  if (unsigned base = peek() == '0' ? baseOf(peek(1)) : 10; base != 10) {
    position += peek(2) == '_' ? 3 : 2;
    if (!scanDigits(base))
      kind = TokenKind::Error;
  } else {
    kind = scanDecimal();
  }

  if (kind == TokenKind::Error || !isNumberEnd()) {
    while (isIdentifierChar(peek()))
      ++position;
    fault(begin, diag::MalformedNumber, text.slice(begin, position));
    return;
  }
  StringRef number = text.slice(begin, position);
  StringRef significant = number.ltrim("0_");
  if (kind == TokenKind::Integer && number.front() == '0' && !significant.empty() && llvm::isDigit(significant[0])) {
    fault(begin, diag::LeadingZero, number)
        .help(("write `" + significant + "`, or `0o" + significant + "` for an octal number").str());
    return;
  }
  emit(kind, begin);
}
