// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Parser.h"

using namespace kt;
using namespace kt::ast;

/// Null, with nothing read, where no compound statement begins.
Stmt *Parser::parseCompoundStmt() {
  switch (cursor->kind) {
  case TokenKind::KwIf: return parseIf();
  case TokenKind::KwWhile: return parseWhile();
  case TokenKind::KwFor: return parseFor(begin(), /*isAsync=*/false);
  case TokenKind::KwWith: return parseWith(begin(), /*isAsync=*/false);
  case TokenKind::KwTry: return parseTry();
  case TokenKind::KwDef: return parseFunctionDef(begin(), {}, /*isAsync=*/false);
  case TokenKind::KwClass: return parseClassDef({});
  case TokenKind::KwAsync: return parseAsync();
  case TokenKind::At: return parseDecorated();
  case TokenKind::Name: return atMatchStmt() ? parseMatch() : nullptr;
  default: return nullptr;
  }
}

// if test: ... elif test: ... else: ...
// -------------------------------------
// An `elif` is an `if` alone in the other's `else`; it ends where the whole chain ends.
Stmt *Parser::parseIf() {
  Nesting nesting(*this);
  uint32_t start = begin();
  StringRef word = spelling(cursor->kind);
  advance();
  Expr *test = parseNamed();
  if (at(TokenKind::Equal))
    fail(cursor->loc, diag::AssignmentInExpression).help("compare with `==`");
  ArrayRef<Stmt *> body = parseBlock(word);
  ArrayRef<Stmt *> orelse;
  if (at(TokenKind::KwElif)) {
    List<Stmt *> chain{parseIf()};
    orelse = keep(chain);
  } else {
    orelse = parseElse();
  }
  auto *stmt = make<If>(start);
  stmt->test = test;
  stmt->body = body;
  stmt->orelse = orelse;
  return stmt;
}

ArrayRef<Stmt *> Parser::parseElse() {
  if (!take(TokenKind::KwElse))
    return {};
  if (at(TokenKind::KwIf))
    failExpected("`:`").help("write `elif`");
  return parseBlock("else");
}

Stmt *Parser::parseWhile() {
  uint32_t start = begin();
  take(TokenKind::KwWhile);
  Expr *test = parseNamed();
  if (at(TokenKind::Equal))
    fail(cursor->loc, diag::AssignmentInExpression).help("compare with `==`");
  ArrayRef<Stmt *> body = parseBlock("while");
  ArrayRef<Stmt *> orelse = parseElse();
  auto *stmt = make<While>(start);
  stmt->test = test;
  stmt->body = body;
  stmt->orelse = orelse;
  return stmt;
}

// for target in iter: ... else: ...
// ---------------------------------
Stmt *Parser::parseFor(uint32_t start, bool isAsync) {
  expect(TokenKind::KwFor);
  Expr *target = parseTargets();
  expect(TokenKind::KwIn);
  Expr *iter = parseExprs();
  ArrayRef<Stmt *> body = parseBlock("for");
  ArrayRef<Stmt *> orelse = parseElse();
  auto *stmt = make<For>(start);
  stmt->target = target;
  stmt->iter = iter;
  stmt->body = body;
  stmt->orelse = orelse;
  stmt->isAsync = isAsync;
  return stmt;
}

// with context as target, context: ...     with (context as target, context,): ...
// --------------------------------------------------------------------------------
Stmt *Parser::parseWith(uint32_t start, bool isAsync) {
  expect(TokenKind::KwWith);
  List<WithItem> items;
  if (!parseParenthesizedItems(items)) {
    do
      items.push_back(parseWithItem());
    while (take(TokenKind::Comma));
  }
  ArrayRef<Stmt *> body = parseBlock("with");
  auto *stmt = make<With>(start);
  stmt->items = keep(items);
  stmt->body = body;
  stmt->isAsync = isAsync;
  return stmt;
}

/// Parentheses after `with` hold items only if they can be read so and `:` follows; else they belong to an expression.
bool Parser::parseParenthesizedItems(List<WithItem> &items) {
  const Token *start = cursor;
  uint32_t startEnd = lastEnd;
  if (!take(TokenKind::LeftParen))
    return false;
  bool wasSpeculating = std::exchange(speculating, true);
  do
    items.push_back(parseWithItem());
  while (take(TokenKind::Comma) && !at(TokenKind::RightParen));
  bool isRead = take(TokenKind::RightParen) && at(TokenKind::Colon);
  speculating = wasSpeculating;
  if (!isRead) {
    items.clear();
    cursor = start;
    lastEnd = startEnd;
  }
  return isRead;
}

WithItem Parser::parseWithItem() {
  Expr *context = parseExpr();
  return {context, take(TokenKind::KwAs) ? parseTarget() : nullptr};
}

// try: ... except type as name: ... else: ... finally: ...
// --------------------------------------------------------
Stmt *Parser::parseTry() {
  uint32_t start = begin();
  take(TokenKind::KwTry);
  ArrayRef<Stmt *> body = parseBlock("try");
  bool isStar = at(TokenKind::KwExcept) && next() == TokenKind::Star;
  List<ExceptHandler> handlers;
  while (at(TokenKind::KwExcept))
    handlers.push_back(parseExceptHandler(isStar));
  ArrayRef<Stmt *> orelse = handlers.empty() ? ArrayRef<Stmt *>() : parseElse();
  bool hasFinally = take(TokenKind::KwFinally);
  ArrayRef<Stmt *> finalbody = hasFinally ? parseBlock("finally") : ArrayRef<Stmt *>();
  if (handlers.empty() && !hasFinally) {
    fail({file, start, start + 3}, diag::MissingHandler);
    failAtLine();
  }
  auto *stmt = make<Try>(start);
  stmt->body = body;
  stmt->handlers = keep(handlers);
  stmt->orelse = orelse;
  stmt->finalbody = finalbody;
  stmt->isStar = isStar;
  return stmt;
}

ExceptHandler Parser::parseExceptHandler(bool isStar) {
  uint32_t start = begin();
  take(TokenKind::KwExcept);
  if (at(TokenKind::Star) != isStar)
    fail(from(start), diag::MixedHandlers);
  take(TokenKind::Star);
  ExceptHandler handler;
  if (isStar || !at(TokenKind::Colon))
    handler.type = parseExpr();
  if (at(TokenKind::Comma))
    fail(foundLoc(), diag::ExpectedToken, "`:`", "`,`").help("put parentheses around several types");
  if (handler.type && take(TokenKind::KwAs))
    handler.name = expectName();
  handler.body = parseBlock("except");
  handler.loc = from(start);
  return handler;
}

Stmt *Parser::parseAsync() {
  uint32_t start = begin();
  take(TokenKind::KwAsync);
  if (at(TokenKind::KwFor))
    return parseFor(start, /*isAsync=*/true);
  if (at(TokenKind::KwWith))
    return parseWith(start, /*isAsync=*/true);
  return parseFunctionDef(start, {}, /*isAsync=*/true);
}
