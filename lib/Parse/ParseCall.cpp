// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Parser.h"

using namespace kt;
using namespace kt::ast;

// atom.attr(args)[slice]...
// -------------------------
Expr *Parser::parsePrimary() {
  uint32_t start = begin();
  Expr *expr = parseAtom();
  for (;;) {
    if (take(TokenKind::Dot)) {
      Identifier attr = expectName();
      auto *attribute = make<Attribute>(start);
      attribute->value = expr;
      attribute->attr = attr;
      expr = attribute;
    } else if (at(TokenKind::LeftParen)) {
      expr = parseCall(start, expr);
    } else if (at(TokenKind::LeftSquare)) {
      expr = parseSubscript(start, expr);
    } else {
      return expr;
    }
  }
}

Expr *Parser::parseCall(uint32_t start, Expr *func) {
  take(TokenKind::LeftParen);
  List<Expr *> args;
  List<Keyword> keywords;
  parseArguments(args, keywords, /*allowGenerator=*/true);
  auto *expr = make<Call>(start);
  expr->func = func;
  expr->args = keep(args);
  expr->keywords = keep(keywords);
  return expr;
}

// a, *b, key=c, **d)
// ------------------
// The opening parenthesis is already read.
void Parser::parseArguments(llvm::SmallVectorImpl<Expr *> &args, llvm::SmallVectorImpl<Keyword> &keywords,
                            bool allowGenerator) {
  uint32_t openBegin = lastEnd - 1;
  bool hasUnpackedKeywords = false;
  while (!at(TokenKind::RightParen) && !failed()) {
    uint32_t start = begin();
    if (take(TokenKind::DoubleStar)) {
      Expr *value = parseExpr();
      keywords.push_back({from(start), {}, value});
      hasUnpackedKeywords = true;
    } else if (at(TokenKind::Name) && next() == TokenKind::Equal) {
      Identifier name = expectName();
      take(TokenKind::Equal);
      Expr *value = parseExpr();
      keywords.push_back({from(start), name, value});
    } else {
      bool isStarred = at(TokenKind::Star);
      Expr *value = parsePositionalArgument(openBegin, allowGenerator, args.empty() && keywords.empty());
      if (hasUnpackedKeywords)
        fail(value->loc, diag::ArgumentOrder, isStarred ? "an unpacked argument" : "a positional argument",
             "one unpacked with `**`");
      else if (!keywords.empty() && !isStarred)
        fail(value->loc, diag::ArgumentOrder, "a positional argument", "a keyword argument");
      args.push_back(value);
    }
    if (!at(TokenKind::RightParen))
      expect(TokenKind::Comma);
  }
  expect(TokenKind::RightParen);
}

/// Also the generator that needs no parentheses of its own where it is the only argument: the call's count as its.
Expr *Parser::parsePositionalArgument(uint32_t openBegin, bool allowGenerator, bool isFirst) {
  uint32_t start = begin();
  if (take(TokenKind::Star)) {
    Nesting nesting(*this);
    Expr *value = parseExpr();
    auto *expr = make<Starred>(start);
    expr->value = value;
    return expr;
  }
  Expr *value = parseNamed();
  if (at(TokenKind::Equal))
    fail(value->loc, diag::KeywordNotName).help("compare with `==`, or name a parameter");
  if (!atComprehension())
    return value;
  ArrayRef<Generator> generators = parseGenerators();
  if (!allowGenerator || !isFirst || !at(TokenKind::RightParen))
    fail(from(start), diag::BareGenerator);
  auto *generator = make<Comprehension>(Location{file, openBegin, cursor->loc.end});
  generator->form = Comprehension::GeneratorExp;
  generator->elt = value;
  generator->generators = generators;
  return generator;
}

// value[slice, slice]
// -------------------
Expr *Parser::parseSubscript(uint32_t start, Expr *value) {
  take(TokenKind::LeftSquare);
  Expr *slice;
  {
    Nesting nesting(*this);
    uint32_t sliceBegin = begin();
    slice = parseSliceOrStarred();
    if (at(TokenKind::Comma) || isa<Starred>(slice)) {
      List<Expr *> elts{slice};
      while (take(TokenKind::Comma) && !at(TokenKind::RightSquare))
        elts.push_back(parseSliceOrStarred());
      auto *tuple = make<Tuple>(sliceBegin);
      tuple->elts = keep(elts);
      slice = tuple;
    }
  }
  expect(TokenKind::RightSquare);
  auto *expr = make<Subscript>(start);
  expr->value = value;
  expr->slice = slice;
  return expr;
}

Expr *Parser::parseSliceOrStarred() { return at(TokenKind::Star) ? parseStarredOrExpr() : parseSlice(); }

// lower:upper:step, or an index
// -----------------------------
Expr *Parser::parseSlice() {
  Nesting nesting(*this);
  uint32_t start = begin();
  bool isNamed = at(TokenKind::Name) && next() == TokenKind::ColonEqual;
  Expr *lower = at(TokenKind::Colon) ? nullptr : parseNamed();
  if (lower && (isNamed || !at(TokenKind::Colon)))
    return lower;
  auto atBound = [&] { return !at(TokenKind::Colon) && !at(TokenKind::Comma) && !at(TokenKind::RightSquare); };
  take(TokenKind::Colon);
  Expr *upper = atBound() ? parseExpr() : nullptr;
  Expr *step = take(TokenKind::Colon) && atBound() ? parseExpr() : nullptr;
  auto *expr = make<Slice>(start);
  expr->lower = lower;
  expr->upper = upper;
  expr->step = step;
  return expr;
}
