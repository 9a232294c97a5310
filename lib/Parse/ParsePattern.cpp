// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Parser.h"

using namespace kt;
using namespace kt::ast;

Pattern *Parser::makePattern(PatternKind kind, uint32_t start) {
  Pattern pattern{};
  pattern.kind = kind;
  pattern.loc = from(start);
  return new (*arena) Pattern(pattern);
}

// case a, *b, c:
// --------------
Pattern *Parser::parseOpenPattern() {
  uint32_t start = begin();
  bool isStar = at(TokenKind::Star);
  Pattern *first = parseStarOrPattern();
  if (!at(TokenKind::Comma) && !isStar)
    return first;
  List<Pattern *> patterns{first};
  while (take(TokenKind::Comma) && !at(TokenKind::Colon) && !at(TokenKind::KwIf))
    patterns.push_back(parseStarOrPattern());
  Pattern *pattern = makePattern(PatternKind::Sequence, start);
  pattern->patterns = keep(patterns);
  return pattern;
}

/// A name that a pattern binds; `_` binds nothing.
Identifier Parser::parseCapture() {
  Identifier name = expectName();
  return name.text == "_" ? Identifier() : name;
}

Pattern *Parser::parseStarOrPattern() {
  uint32_t start = begin();
  if (!take(TokenKind::Star))
    return parsePattern();
  Identifier name = parseCapture();
  Pattern *pattern = makePattern(PatternKind::Star, start);
  pattern->name = name;
  return pattern;
}

// pattern as name
// ---------------
Pattern *Parser::parsePattern() {
  Nesting nesting(*this);
  uint32_t start = begin();
  Pattern *inner = parseOrPattern();
  if (!take(TokenKind::KwAs))
    return inner;
  if (atWord("_"))
    failExpected("a name other than `_`");
  Identifier name = expectName();
  List<Pattern *> patterns{inner};
  Pattern *pattern = makePattern(PatternKind::As, start);
  pattern->name = name;
  pattern->patterns = keep(patterns);
  return pattern;
}

Pattern *Parser::parseOrPattern() {
  uint32_t start = begin();
  Pattern *first = parseClosedPattern();
  if (!at(TokenKind::Pipe))
    return first;
  List<Pattern *> patterns{first};
  while (take(TokenKind::Pipe))
    patterns.push_back(parseClosedPattern());
  Pattern *pattern = makePattern(PatternKind::Or, start);
  pattern->patterns = keep(patterns);
  return pattern;
}

Pattern *Parser::parseClosedPattern() {
  uint32_t start = begin();
  switch (cursor->kind) {
  case TokenKind::Name: return parseNamePattern();
  case TokenKind::LeftParen:
  case TokenKind::LeftSquare: return parseBracketPattern();
  case TokenKind::LeftBrace: return parseMappingPattern();
  default: break; // a literal, or a mistake that parsePatternLiteral reports
  }
  Expr *value = parsePatternLiteral();
  auto *constant = dyn_cast<Constant>(value);
  bool isSingleton =
      constant && (constant->constantKind == Constant::None || constant->constantKind == Constant::True ||
                   constant->constantKind == Constant::False);
  Pattern *pattern = makePattern(isSingleton ? PatternKind::Singleton : PatternKind::Value, start);
  pattern->value = value;
  return pattern;
}

// name, _, module.name, Class(...)
// --------------------------------
Pattern *Parser::parseNamePattern() {
  uint32_t start = begin();
  if (next() != TokenKind::Dot && next() != TokenKind::LeftParen) {
    Identifier name = parseCapture();
    Pattern *pattern = makePattern(PatternKind::As, start);
    pattern->name = name;
    return pattern;
  }
  Expr *name = parsePatternName();
  if (at(TokenKind::LeftParen))
    return parseClassPattern(start, name);
  Pattern *pattern = makePattern(PatternKind::Value, start);
  pattern->value = name;
  return pattern;
}

Expr *Parser::parsePatternName() {
  uint32_t start = begin();
  Expr *expr = parseName();
  while (take(TokenKind::Dot)) {
    Identifier attr = expectName();
    auto *attribute = make<Attribute>(start);
    attribute->value = expr;
    attribute->attr = attr;
    expr = attribute;
  }
  return expr;
}

// (pattern), (), (a,), [a, *b]
// ----------------------------
Pattern *Parser::parseBracketPattern() {
  uint32_t start = begin();
  bool isParenthesized = at(TokenKind::LeftParen);
  TokenKind close = isParenthesized ? TokenKind::RightParen : TokenKind::RightSquare;
  advance();
  bool isSequence = !isParenthesized || at(close) || at(TokenKind::Star);
  List<Pattern *> patterns;
  while (!at(close) && !failed()) {
    patterns.push_back(parseStarOrPattern());
    isSequence |= at(TokenKind::Comma);
    if (!at(close))
      expect(TokenKind::Comma);
  }
  expect(close);
  if (!isSequence && !patterns.empty())
    return patterns[0];
  Pattern *pattern = makePattern(PatternKind::Sequence, start);
  pattern->patterns = keep(patterns);
  return pattern;
}

// {key: pattern, **rest}
// ----------------------
Pattern *Parser::parseMappingPattern() {
  uint32_t start = begin();
  take(TokenKind::LeftBrace);
  List<Expr *> keys;
  List<Pattern *> patterns;
  Identifier rest;
  while (!at(TokenKind::RightBrace) && !failed()) {
    if (take(TokenKind::DoubleStar)) {
      rest = expectName();
      take(TokenKind::Comma);
      break;
    }
    keys.push_back(next() == TokenKind::Dot ? parsePatternName() : parsePatternLiteral());
    expect(TokenKind::Colon);
    patterns.push_back(parsePattern());
    if (!at(TokenKind::RightBrace))
      expect(TokenKind::Comma);
  }
  expect(TokenKind::RightBrace);
  Pattern *pattern = makePattern(PatternKind::Mapping, start);
  pattern->name = rest;
  pattern->keys = keep(keys);
  pattern->patterns = keep(patterns);
  return pattern;
}

// Class(pattern, name=pattern)
// ----------------------------
Pattern *Parser::parseClassPattern(uint32_t start, Expr *className) {
  take(TokenKind::LeftParen);
  List<Pattern *> patterns, kwdPatterns;
  List<Identifier> kwdNames;
  while (!at(TokenKind::RightParen) && !failed()) {
    if (at(TokenKind::Name) && next() == TokenKind::Equal) {
      kwdNames.push_back(expectName());
      take(TokenKind::Equal);
      kwdPatterns.push_back(parsePattern());
    } else {
      Pattern *pattern = parsePattern();
      if (!kwdPatterns.empty())
        fail(pattern->loc, diag::ArgumentOrder, "a positional pattern", "a keyword pattern");
      patterns.push_back(pattern);
    }
    if (!at(TokenKind::RightParen))
      expect(TokenKind::Comma);
  }
  expect(TokenKind::RightParen);
  Pattern *pattern = makePattern(PatternKind::Class, start);
  pattern->value = className;
  pattern->patterns = keep(patterns);
  pattern->kwdNames = keep(kwdNames);
  pattern->kwdPatterns = keep(kwdPatterns);
  return pattern;
}

// Literals
// --------

Expr *Parser::parsePatternLiteral() {
  switch (cursor->kind) {
  case TokenKind::KwNone: return parseConstant(Constant::None);
  case TokenKind::KwTrue: return parseConstant(Constant::True);
  case TokenKind::KwFalse: return parseConstant(Constant::False);
  case TokenKind::String:
  case TokenKind::FStringStart: return parseStrings();
  case TokenKind::Integer:
  case TokenKind::Float:
  case TokenKind::Imaginary:
  case TokenKind::Minus: return parsePatternNumber();
  default: // nothing else can be matched
    fail(foundLoc(), diag::ExpectedPattern, describeFound());
    return parseConstant(Constant::None);
  }
}

// 1, -1, -1.5 + 2j
// ----------------
Expr *Parser::parsePatternNumber() {
  uint32_t start = begin();
  bool isNegative = take(TokenKind::Minus);
  if (!at(TokenKind::Integer) && !at(TokenKind::Float) && !at(TokenKind::Imaginary))
    failExpected("a number");
  Expr *value = parseAtom();
  if (isNegative) {
    auto *negated = make<UnaryOp>(start);
    negated->op = UnaryOperator::USub;
    negated->operand = value;
    value = negated;
  }
  if (!at(TokenKind::Plus) && !at(TokenKind::Minus))
    return value;
  BinaryOperator op = at(TokenKind::Plus) ? BinaryOperator::Add : BinaryOperator::Sub;
  Location opLoc = cursor->loc;
  advance();
  if (!at(TokenKind::Imaginary))
    failExpected("an imaginary number");
  Expr *imaginary = parseAtom();
  auto *expr = make<BinOp>(start);
  expr->left = value;
  expr->op = op;
  expr->opLoc = opLoc;
  expr->right = imaginary;
  return expr;
}
