// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Parser.h"

using namespace kt;
using namespace kt::ast;

// `match` is a plain name but where a line that begins with it ends in a colon and a block of cases follows. Only that
// makes a `match` statement, and nothing else can look so.
bool Parser::atMatchStmt() const {
  if (!atWord("match"))
    return false;
  const Token *token = cursor;
  while (token->kind != TokenKind::Newline && token->kind != TokenKind::EndOfFile)
    ++token;
  return token[-1].kind == TokenKind::Colon && token->kind == TokenKind::Newline &&
         token[1].kind == TokenKind::Indent && token[2].kind == TokenKind::Name && text(token[2]) == "case";
}

// match subject:
//     case pattern if guard: ...
// ------------------------------
Stmt *Parser::parseMatch() {
  Nesting nesting(*this);
  uint32_t start = begin();
  take(TokenKind::Name);
  uint32_t subjectBegin = begin();
  Expr *subject = parseStarredOrNamed();
  if (at(TokenKind::Comma))
    subject = parseTuple(subjectBegin, subject, &Parser::parseStarredOrNamed);
  expect(TokenKind::Colon);
  take(TokenKind::Newline);

  List<MatchCase> cases;
  if (take(TokenKind::Indent)) {
    while (!at(TokenKind::Dedent) && !at(TokenKind::EndOfFile)) {
      MatchCase matchCase = parseMatchCase();
      if (failed())
        recover();
      else
        cases.push_back(matchCase);
    }
    take(TokenKind::Dedent);
  }
  auto *stmt = make<Match>(start);
  stmt->subject = subject;
  stmt->cases = keep(cases);
  return stmt;
}

MatchCase Parser::parseMatchCase() {
  if (!atWord("case"))
    failExpected("`case`");
  take(TokenKind::Name);
  Pattern *pattern = parseOpenPattern();
  Expr *guard = take(TokenKind::KwIf) ? parseNamed() : nullptr;
  return {pattern, guard, parseBlock("case")};
}
