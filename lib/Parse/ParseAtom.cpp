// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Parser.h"

using namespace kt;
using namespace kt::ast;

Expr *Parser::parseAtom() {
  switch (cursor->kind) {
  case TokenKind::Name: return parseName();
  case TokenKind::Integer:
  case TokenKind::Float:
  case TokenKind::Imaginary: return parseNumber();
  case TokenKind::String:
  case TokenKind::FStringStart: return parseStrings();
  case TokenKind::LeftParen: return parseParenthesized();
  case TokenKind::LeftSquare: return parseListDisplay();
  case TokenKind::LeftBrace: return parseBraces();
  case TokenKind::KwNone: return parseConstant(Constant::None);
  case TokenKind::KwTrue: return parseConstant(Constant::True);
  case TokenKind::KwFalse: return parseConstant(Constant::False);
  case TokenKind::Ellipsis: return parseConstant(Constant::Ellipsis);
  default: // no expression begins like this
    failExpectedExpression();
    return parseConstant(Constant::None);
  }
}

/// With a hint where the mistake is a habit from C.
void Parser::failExpectedExpression() {
  TokenKind found = cursor->kind, before = failed() ? TokenKind::Error : previous(1);
  StringRef help;
  if (found == TokenKind::Exclaim)
    help = "write `not`";
  else if (found == TokenKind::Ampersand && before == found)
    help = "write `and`";
  else if (found == TokenKind::Pipe && before == found)
    help = "write `or`";
  else if (found == TokenKind::Newline && before == TokenKind::Plus && previous(2) == before)
    help = "write `+= 1`";
  else if (found == TokenKind::Newline && before == TokenKind::Minus && previous(2) == before)
    help = "write `-= 1`";
  Diagnostic &diagnostic = fail(foundLoc(), diag::ExpectedExpression, describeFound());
  if (!help.empty())
    diagnostic.help(help.str());
  else if (isKeyword(found))
    diagnostic.help(("`" + spelling(found) + "` is a word of the language").str());
}

Expr *Parser::parseName() {
  Identifier name = expectName();
  auto *expr = make<Name>(name.loc.isValid() ? name.loc : foundLoc());
  expr->id = name.text;
  return expr;
}

Expr *Parser::parseConstant(Constant::Kind kind) {
  uint32_t start = begin();
  advance();
  auto *expr = make<Constant>(start);
  expr->constantKind = kind;
  return expr;
}

bool Parser::atComprehension() const {
  return at(TokenKind::KwFor) || (at(TokenKind::KwAsync) && next() == TokenKind::KwFor);
}

// (), (a), (a, b), (yield a), (a for b in c)
// ------------------------------------------
Expr *Parser::parseParenthesized() {
  uint32_t start = begin();
  take(TokenKind::LeftParen);
  if (take(TokenKind::RightParen))
    return make<Tuple>(start);
  if (at(TokenKind::KwYield)) {
    Expr *yield = parseYield();
    expect(TokenKind::RightParen);
    return yield;
  }
  Location star = cursor->loc;
  bool isStarred = at(TokenKind::Star);
  Expr *first = parseStarredOrNamed();
  if (at(TokenKind::Comma)) {
    auto *tuple = cast<Tuple>(parseTuple(start, first, &Parser::parseStarredOrNamed));
    expect(TokenKind::RightParen);
    tuple->loc = from(start);
    return tuple;
  }
  if (at(TokenKind::Equal))
    fail(cursor->loc, diag::AssignmentInExpression).help("compare with `==`");
  if (isStarred && !failed())
    fail(star, diag::MisplacedStar, "*");
  if (atComprehension())
    return parseComprehension(start, Comprehension::GeneratorExp, first);
  expect(TokenKind::RightParen);
  return first;
}

// [], [a, b], [a for b in c]
// --------------------------
Expr *Parser::parseListDisplay() {
  uint32_t start = begin();
  take(TokenKind::LeftSquare);
  List<Expr *> elts;
  while (!at(TokenKind::RightSquare) && !failed()) {
    Location star = cursor->loc;
    elts.push_back(parseStarredOrNamed());
    if (elts.size() == 1 && atComprehension()) {
      if (isa<Starred>(elts[0]))
        fail(star, diag::MisplacedStar, "*");
      return parseComprehension(start, Comprehension::ListComp, elts[0]);
    }
    if (!at(TokenKind::RightSquare))
      expect(TokenKind::Comma);
  }
  expect(TokenKind::RightSquare);
  auto *expr = make<ast::List>(start);
  expr->elts = keep(elts);
  return expr;
}

// {}, {a: b, **c}, {a: b for c in d}, {a, *b}, {a for b in c}
// -----------------------------------------------------------
Expr *Parser::parseBraces() {
  uint32_t start = begin();
  take(TokenKind::LeftBrace);
  if (at(TokenKind::RightBrace) || at(TokenKind::DoubleStar))
    return parseDict(start);
  Location star = cursor->loc;
  Expr *first = parseStarredOrNamed();
  if (at(TokenKind::Colon)) {
    take(TokenKind::Colon);
    Expr *value = parseExpr();
    if (atComprehension())
      return parseComprehension(start, Comprehension::DictComp, first, value);
    return parseDict(start, first, value);
  }
  if (atComprehension()) {
    if (isa<Starred>(first))
      fail(star, diag::MisplacedStar, "*");
    return parseComprehension(start, Comprehension::SetComp, first);
  }
  List<Expr *> elts{first};
  while (take(TokenKind::Comma) && !at(TokenKind::RightBrace))
    elts.push_back(parseStarredOrNamed());
  expect(TokenKind::RightBrace);
  auto *expr = make<Set>(start);
  expr->elts = keep(elts);
  return expr;
}

/// The entries after the first one, which is read already if `firstValue` is given; a key is null before `**`.
Expr *Parser::parseDict(uint32_t start, Expr *firstKey, Expr *firstValue) {
  List<Expr *> keys, values;
  if (firstValue) {
    keys.push_back(firstKey);
    values.push_back(firstValue);
    if (!at(TokenKind::RightBrace))
      expect(TokenKind::Comma);
  }
  while (!at(TokenKind::RightBrace) && !failed()) {
    if (take(TokenKind::DoubleStar)) {
      keys.push_back(nullptr);
      values.push_back(parseBinary());
    } else {
      keys.push_back(parseExpr());
      expect(TokenKind::Colon);
      values.push_back(parseExpr());
    }
    if (!at(TokenKind::RightBrace))
      expect(TokenKind::Comma);
  }
  expect(TokenKind::RightBrace);
  auto *expr = make<Dict>(start);
  expr->keys = keep(keys);
  expr->values = keep(values);
  return expr;
}

static TokenKind closingOf(Comprehension::Form form) {
  switch (form) {
  case Comprehension::ListComp: return TokenKind::RightSquare;
  case Comprehension::SetComp:
  case Comprehension::DictComp: return TokenKind::RightBrace;
  case Comprehension::GeneratorExp: return TokenKind::RightParen;
  }
  llvm_unreachable("no such form");
}

// elt for target in iter if test ... )
// ------------------------------------
Expr *Parser::parseComprehension(uint32_t start, Comprehension::Form form, Expr *elt, Expr *value) {
  ArrayRef<Generator> generators = parseGenerators();
  expect(closingOf(form));
  auto *expr = make<Comprehension>(start);
  expr->form = form;
  expr->elt = elt;
  expr->value = value;
  expr->generators = generators;
  return expr;
}

ArrayRef<Generator> Parser::parseGenerators() {
  List<Generator> generators;
  while (atComprehension()) {
    Generator generator;
    generator.isAsync = take(TokenKind::KwAsync);
    take(TokenKind::KwFor);
    generator.target = parseTargets();
    expect(TokenKind::KwIn);
    Nesting nesting(*this);
    generator.iter = parseOr();
    List<Expr *> ifs;
    while (take(TokenKind::KwIf)) {
      Nesting nesting(*this);
      ifs.push_back(parseOr());
    }
    generator.ifs = keep(ifs);
    generators.push_back(generator);
  }
  return keep(generators);
}
