// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Parser.h"

using namespace kt;
using namespace kt::ast;

/// The operator of `+=` and its like.
static std::optional<BinaryOperator> augmentedOperator(TokenKind kind) {
  switch (kind) {
  case TokenKind::PlusEqual: return BinaryOperator::Add;
  case TokenKind::MinusEqual: return BinaryOperator::Sub;
  case TokenKind::StarEqual: return BinaryOperator::Mult;
  case TokenKind::AtEqual: return BinaryOperator::MatMult;
  case TokenKind::SlashEqual: return BinaryOperator::Div;
  case TokenKind::PercentEqual: return BinaryOperator::Mod;
  case TokenKind::DoubleStarEqual: return BinaryOperator::Pow;
  case TokenKind::LeftShiftEqual: return BinaryOperator::LShift;
  case TokenKind::RightShiftEqual: return BinaryOperator::RShift;
  case TokenKind::PipeEqual: return BinaryOperator::BitOr;
  case TokenKind::CaretEqual: return BinaryOperator::BitXor;
  case TokenKind::AmpersandEqual: return BinaryOperator::BitAnd;
  case TokenKind::DoubleSlashEqual: return BinaryOperator::FloorDiv;
  default: return std::nullopt;
  }
}

// stmt; stmt; stmt
// ----------------
void Parser::parseSimpleStmts(llvm::SmallVectorImpl<Stmt *> &out) {
  do {
    Stmt *stmt = parseSimpleStmt();
    if (failed())
      return;
    out.push_back(stmt);
  } while (take(TokenKind::Semicolon) && !at(TokenKind::Newline));
  if (!take(TokenKind::Newline)) {
    out.pop_back();
    failExpectedNewLine();
  }
}

/// Something follows a statement that was complete; often it comes from another language.
void Parser::failExpectedNewLine() {
  if (at(TokenKind::ColonEqual)) {
    fail(cursor->loc, diag::BareWalrus).help("assign with `=`");
    return;
  }
  StringRef word = previous(1) == TokenKind::Name ? text(cursor[-1]) : StringRef();
  Diagnostic &diagnostic = fail(foundLoc(), diag::ExpectedNewLine, describeFound());
  if (word == "print" || word == "exec")
    diagnostic.help(("call it: `" + word + "(...)`").str());
}

Stmt *Parser::parseSimpleStmt() {
  switch (cursor->kind) {
  case TokenKind::KwReturn: return parseReturn();
  case TokenKind::KwDel: return parseDelete();
  case TokenKind::KwRaise: return parseRaise();
  case TokenKind::KwAssert: return parseAssert();
  case TokenKind::KwImport: return parseImport();
  case TokenKind::KwFrom: return parseImportFrom();
  case TokenKind::KwGlobal: return parseScopeDeclaration<Global>();
  case TokenKind::KwNonlocal: return parseScopeDeclaration<Nonlocal>();
  case TokenKind::KwPass: return parseWord<Pass>();
  case TokenKind::KwBreak: return parseWord<Break>();
  case TokenKind::KwContinue: return parseWord<Continue>();
  case TokenKind::KwElif:
  case TokenKind::KwElse:
  case TokenKind::KwExcept:
  case TokenKind::KwFinally: fail(cursor->loc, diag::DanglingClause, text(*cursor)); break;
  case TokenKind::KwIf:
  case TokenKind::KwFor:
  case TokenKind::KwWhile:
  case TokenKind::KwWith:
  case TokenKind::KwTry:
  case TokenKind::KwDef:
  case TokenKind::KwClass:
  case TokenKind::KwAsync: fail(cursor->loc, diag::NotOneLine, text(*cursor)); break;
  default: break; // an expression, or begins with one
  }
  return atWord("type") && next() == TokenKind::Name ? parseTypeAlias() : parseExprStmt();
}

// expr     target = value     target += value     target: annotation = value
// --------------------------------------------------------------------------
Stmt *Parser::parseExprStmt() {
  uint32_t start = begin();
  bool isParenthesized = at(TokenKind::LeftParen);
  Expr *first = parseExprsOrYield();
  if (at(TokenKind::Equal))
    return parseAssign(start, first);
  if (at(TokenKind::Colon))
    return parseAnnAssign(start, first, isParenthesized);
  if (std::optional<BinaryOperator> op = augmentedOperator(cursor->kind))
    return parseAugAssign(start, first, *op);
  auto *stmt = make<ExprStmt>(start);
  stmt->value = first;
  return stmt;
}

// a = b = value
// -------------
// Every part but the last is a target, and that is known only once the next `=` is seen.
Stmt *Parser::parseAssign(uint32_t start, Expr *first) {
  List<Expr *> targets;
  Expr *value = first;
  while (at(TokenKind::Equal)) {
    checkTarget(value);
    targets.push_back(value);
    take(TokenKind::Equal);
    value = parseExprsOrYield();
  }
  auto *stmt = make<Assign>(start);
  stmt->targets = keep(targets);
  stmt->value = value;
  return stmt;
}

Stmt *Parser::parseAugAssign(uint32_t start, Expr *target, BinaryOperator op) {
  checkAugTarget(target, text(*cursor));
  advance();
  Expr *value = parseExprsOrYield();
  auto *stmt = make<AugAssign>(start);
  stmt->target = target;
  stmt->op = op;
  stmt->value = value;
  return stmt;
}

Stmt *Parser::parseAnnAssign(uint32_t start, Expr *target, bool isParenthesized) {
  checkAnnTarget(target);
  take(TokenKind::Colon);
  Expr *annotation = parseExpr();
  Expr *value = take(TokenKind::Equal) ? parseExprsOrYield() : nullptr;
  auto *stmt = make<AnnAssign>(start);
  stmt->target = target;
  stmt->annotation = annotation;
  stmt->value = value;
  stmt->isSimple = llvm::isa<Name>(target) && !isParenthesized;
  return stmt;
}

Stmt *Parser::parseReturn() {
  uint32_t start = begin();
  take(TokenKind::KwReturn);
  bool isBare = at(TokenKind::Newline) || at(TokenKind::Semicolon);
  Expr *value = isBare ? nullptr : parseExprs();
  auto *stmt = make<Return>(start);
  stmt->value = value;
  return stmt;
}

// del target, target
// ------------------
Stmt *Parser::parseDelete() {
  uint32_t start = begin();
  take(TokenKind::KwDel);
  List<Expr *> targets;
  do {
    targets.push_back(parseBinary());
    checkDeleteTarget(targets.back());
  } while (take(TokenKind::Comma) && !at(TokenKind::Newline) && !at(TokenKind::Semicolon));
  auto *stmt = make<Delete>(start);
  stmt->targets = keep(targets);
  return stmt;
}

// raise exc from cause
// --------------------
Stmt *Parser::parseRaise() {
  uint32_t start = begin();
  take(TokenKind::KwRaise);
  bool isBare = at(TokenKind::Newline) || at(TokenKind::Semicolon);
  Expr *exc = isBare ? nullptr : parseExpr();
  Expr *cause = exc && take(TokenKind::KwFrom) ? parseExpr() : nullptr;
  auto *stmt = make<Raise>(start);
  stmt->exc = exc;
  stmt->cause = cause;
  return stmt;
}

Stmt *Parser::parseAssert() {
  uint32_t start = begin();
  take(TokenKind::KwAssert);
  Expr *test = parseExpr();
  Expr *msg = take(TokenKind::Comma) ? parseExpr() : nullptr;
  auto *stmt = make<Assert>(start);
  stmt->test = test;
  stmt->msg = msg;
  return stmt;
}

// a.b.c, as one text even if blanks stand around the dots
// -------------------------------------------------------
Identifier Parser::parseDottedName() {
  Identifier name = expectName();
  if (!at(TokenKind::Dot))
    return name;
  std::string joined = name.text.str();
  uint32_t start = name.loc.begin;
  while (take(TokenKind::Dot))
    joined += ("." + expectName().text).str();
  Location loc = from(start);
  if (source.slice(loc.begin, loc.end) == joined)
    return {source.slice(loc.begin, loc.end), loc};
  return {StringRef(joined).copy(*arena), loc};
}

Alias Parser::parseAlias(Identifier name) {
  Alias alias{name.loc, name, {}};
  if (take(TokenKind::KwAs))
    alias.asName = expectName();
  alias.loc.end = lastEnd;
  return alias;
}

// import a.b as c, d
// ------------------
Stmt *Parser::parseImport() {
  uint32_t start = begin();
  take(TokenKind::KwImport);
  List<Alias> names;
  do
    names.push_back(parseAlias(parseDottedName()));
  while (take(TokenKind::Comma));
  auto *stmt = make<Import>(start);
  stmt->names = keep(names);
  return stmt;
}

// from ..module import name as other, name     from module import (name, name,)     from module import *
// ------------------------------------------------------------------------------------------------------
Stmt *Parser::parseImportFrom() {
  uint32_t start = begin();
  take(TokenKind::KwFrom);
  unsigned level = 0;
  for (;; ++level) {
    if (take(TokenKind::Ellipsis))
      level += 2;
    else if (!take(TokenKind::Dot))
      break;
  }
  bool hasModule = level == 0 || !at(TokenKind::KwImport);
  StringRef module = hasModule ? parseDottedName().text : StringRef();
  expect(TokenKind::KwImport);

  List<Alias> names;
  Location star = cursor->loc;
  if (take(TokenKind::Star)) {
    names.push_back({star, {text({TokenKind::Star, star}), star}, {}});
  } else {
    bool isParenthesized = take(TokenKind::LeftParen);
    do
      names.push_back(parseAlias(expectName()));
    while (take(TokenKind::Comma) && !(isParenthesized && at(TokenKind::RightParen)));
    if (isParenthesized)
      expect(TokenKind::RightParen);
  }
  auto *stmt = make<ImportFrom>(start);
  stmt->module = module;
  stmt->names = keep(names);
  stmt->level = level;
  return stmt;
}

ArrayRef<Identifier> Parser::parseNames() {
  List<Identifier> names;
  do
    names.push_back(expectName());
  while (take(TokenKind::Comma));
  return keep(names);
}

// type Name[T] = value
// --------------------
Stmt *Parser::parseTypeAlias() {
  uint32_t start = begin();
  take(TokenKind::Name);
  Expr *name = parseName();
  ArrayRef<TypeParam> typeParams = parseTypeParams();
  expect(TokenKind::Equal);
  Expr *value = parseExpr();
  auto *stmt = make<TypeAlias>(start);
  stmt->name = name;
  stmt->typeParams = typeParams;
  stmt->value = value;
  return stmt;
}

// global a, b     nonlocal a, b
// -----------------------------
template <typename Class>
Stmt *Parser::parseScopeDeclaration() {
  uint32_t start = begin();
  advance();
  ArrayRef<Identifier> names = parseNames();
  auto *stmt = make<Class>(start);
  stmt->names = names;
  return stmt;
}

/// A statement of one word.
template <typename Class>
Stmt *Parser::parseWord() {
  uint32_t start = begin();
  advance();
  return make<Class>(start);
}
