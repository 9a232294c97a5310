// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Lexer.h"
#include "llvm/Support/ErrorHandling.h"

using namespace kt;

static constexpr unsigned maxBrackets = 200; // CPython's limit

/// The longest punctuation that `text` begins with; an Error kind if there is none.
static std::pair<TokenKind, unsigned> matchPunctuation(StringRef text) {
  auto at = [&](size_t index) { return index < text.size() ? text[index] : '\0'; };
  // X, X=, XX, XX= for an operator character that can be doubled.
  auto doubling = [&](TokenKind one, TokenKind oneEqual, TokenKind two, TokenKind twoEqual) {
    if (at(1) == at(0))
      return at(2) == '=' ? std::pair(twoEqual, 3u) : std::pair(two, 2u);
    return at(1) == '=' ? std::pair(oneEqual, 2u) : std::pair(one, 1u);
  };
  auto orEqual = [&](TokenKind one, TokenKind oneEqual) {
    return at(1) == '=' ? std::pair(oneEqual, 2u) : std::pair(one, 1u);
  };
  using enum TokenKind;
  switch (at(0)) {
  case '(': return {LeftParen, 1};
  case ')': return {RightParen, 1};
  case '[': return {LeftSquare, 1};
  case ']': return {RightSquare, 1};
  case '{': return {LeftBrace, 1};
  case '}': return {RightBrace, 1};
  case ',': return {Comma, 1};
  case ';': return {Semicolon, 1};
  case '~': return {Tilde, 1};
  case '.': return at(1) == '.' && at(2) == '.' ? std::pair(Ellipsis, 3u) : std::pair(Dot, 1u);
  case ':': return orEqual(Colon, ColonEqual);
  case '!': return orEqual(Exclaim, NotEqual);
  case '=': return orEqual(Equal, EqualEqual);
  case '@': return orEqual(At, AtEqual);
  case '+': return orEqual(Plus, PlusEqual);
  case '-': return at(1) == '>' ? std::pair(Arrow, 2u) : orEqual(Minus, MinusEqual);
  case '%': return orEqual(Percent, PercentEqual);
  case '&': return orEqual(Ampersand, AmpersandEqual);
  case '|': return orEqual(Pipe, PipeEqual);
  case '^': return orEqual(Caret, CaretEqual);
  case '*': return doubling(Star, StarEqual, DoubleStar, DoubleStarEqual);
  case '/': return doubling(Slash, SlashEqual, DoubleSlash, DoubleSlashEqual);
  case '<': return doubling(Less, LessEqual, LeftShift, LeftShiftEqual);
  case '>': return doubling(Greater, GreaterEqual, RightShift, RightShiftEqual);
  }
  return {Error, 0};
}

/// False, with nothing read, where no punctuation stands.
bool Lexer::lexPunctuation() {
  auto [kind, length] = matchPunctuation(text.substr(position));
  if (length == 0)
    return false;
  position += length;
  using enum TokenKind;
  if (kind == LeftParen || kind == LeftSquare || kind == LeftBrace)
    openBracket(kind);
  else if (kind == RightParen || kind == RightSquare || kind == RightBrace)
    closeBracket(kind);
  else
    emit(kind, position - length);
  return true;
}

void Lexer::openBracket(TokenKind kind) {
  uint32_t begin = position - 1;
  if (brackets.size() >= maxBrackets) {
    fault(begin, diag::NestedTooDeeply, "brackets", maxBrackets);
    return giveUp();
  }
  emit(kind, begin);
  brackets.push_back({text[begin], from(begin)});
}

static char closingOf(char open) {
  switch (open) {
  case '(': return ')';
  case '[': return ']';
  case '{': return '}';
  }
  llvm_unreachable("not a bracket");
}

void Lexer::closeBracket(TokenKind kind) {
  uint32_t begin = position - 1;
  char close = text[begin];
  if (brackets.empty()) {
    fault(begin, diag::UnmatchedBracket, StringRef(&close, 1));
    return;
  }
  Bracket innermost = brackets.back();
  if (closingOf(innermost.open) == close) {
    brackets.pop_back();
    return emit(kind, begin);
  }

  fault(begin, diag::MismatchedBracket, StringRef(&close, 1), StringRef(&innermost.open, 1))
      .note(innermost.loc, ("`" + llvm::Twine(innermost.open) + "` is opened here").str());
  // Go on as if everything up to the bracket that this one closes had been closed.
  auto isPartner = [&](const Bracket &bracket) { return closingOf(bracket.open) == close; };
  auto partner = std::find_if(brackets.rbegin(), brackets.rend(), isPartner);
  if (partner == brackets.rend())
    brackets.pop_back();
  else
    brackets.erase(std::prev(partner.base()), brackets.end());
}
