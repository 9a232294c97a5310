// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Parser.h"

using namespace kt;
using namespace kt::ast;

// @decorator
// def ... or class ...
// --------------------
Stmt *Parser::parseDecorated() {
  List<Expr *> decorators;
  while (take(TokenKind::At)) {
    decorators.push_back(parseNamed());
    if (!failed() && !take(TokenKind::Newline))
      failExpectedNewLine();
  }
  if (at(TokenKind::KwClass))
    return parseClassDef(keep(decorators));
  uint32_t start = begin();
  bool isAsync = at(TokenKind::KwAsync) && next() == TokenKind::KwDef && take(TokenKind::KwAsync);
  if (!at(TokenKind::KwDef)) {
    bool isEndOfBlock = at(TokenKind::Dedent) || at(TokenKind::EndOfFile);
    fail(foundLoc(), diag::DanglingDecorator, describeFound());
    if (isEndOfBlock)
      failAtLine();
  }
  return parseFunctionDef(start, keep(decorators), isAsync);
}

// async def name[T](params) -> returns: ...
// -----------------------------------------
Stmt *Parser::parseFunctionDef(uint32_t start, ArrayRef<Expr *> decorators, bool isAsync) {
  expect(TokenKind::KwDef);
  Identifier name = expectName();
  ArrayRef<TypeParam> typeParams = parseTypeParams();
  expect(TokenKind::LeftParen);
  Params params = parseParams(TokenKind::RightParen, /*hasAnnotations=*/true);
  expect(TokenKind::RightParen);
  Expr *returns = take(TokenKind::Arrow) ? parseExpr() : nullptr;
  unsigned droppedBefore = droppedStmts;
  ArrayRef<Stmt *> body = parseBlock("def");
  auto *stmt = make<FunctionDef>(start);
  stmt->name = name;
  stmt->decorators = decorators;
  stmt->typeParams = typeParams;
  stmt->params = params;
  stmt->returns = returns;
  stmt->body = body;
  stmt->isAsync = isAsync;
  stmt->isBroken = droppedStmts != droppedBefore;
  return stmt;
}

// class Name[T](base, keyword=value): ...
// ---------------------------------------
Stmt *Parser::parseClassDef(ArrayRef<Expr *> decorators) {
  uint32_t start = begin();
  take(TokenKind::KwClass);
  Identifier name = expectName();
  ArrayRef<TypeParam> typeParams = parseTypeParams();
  List<Expr *> bases;
  List<Keyword> keywords;
  if (take(TokenKind::LeftParen))
    parseArguments(bases, keywords, /*allowGenerator=*/false);
  unsigned droppedBefore = droppedStmts;
  ArrayRef<Stmt *> body = parseBlock("class");
  auto *stmt = make<ClassDef>(start);
  stmt->name = name;
  stmt->decorators = decorators;
  stmt->typeParams = typeParams;
  stmt->bases = keep(bases);
  stmt->keywords = keep(keywords);
  stmt->body = body;
  stmt->isBroken = droppedStmts != droppedBefore;
  return stmt;
}

namespace {

/// The parameters read so far, and which of the markers among them.
struct ParamLists {
  llvm::SmallVector<Param, 8> positionalOnly, positional, keywordOnly;
  std::optional<Param> vararg, kwarg;
  bool hasSlash = false, hasStar = false, hasBareStar = false, hasDefault = false;
};

} // namespace

// a, /, b: int = 1, *args, c, **kwargs
// ------------------------------------
Params Parser::parseParams(TokenKind end, bool hasAnnotations) {
  ParamLists lists;
  auto misplaced = [&](bool isMisplaced) {
    if (isMisplaced && !failed())
      fail(cursor->loc, diag::MisplacedParameter, text(*cursor));
  };
  while (!at(end) && !failed()) {
    misplaced(lists.kwarg.has_value());
    if (at(TokenKind::Slash)) {
      misplaced(lists.hasSlash || lists.hasStar || lists.positional.empty());
      take(TokenKind::Slash);
      lists.positionalOnly = std::exchange(lists.positional, {});
      lists.hasSlash = true;
    } else if (at(TokenKind::Star)) {
      misplaced(lists.hasStar || (next() == TokenKind::Comma ? cursor[2].kind == end : next() == end));
      take(TokenKind::Star);
      lists.hasStar = true;
      lists.hasBareStar = at(TokenKind::Comma);
      if (!lists.hasBareStar)
        lists.vararg = parseParam(hasAnnotations, /*allowStarAnnotation=*/true);
    } else if (at(TokenKind::DoubleStar)) {
      misplaced(lists.hasBareStar && lists.keywordOnly.empty());
      take(TokenKind::DoubleStar);
      lists.kwarg = parseParam(hasAnnotations);
    } else {
      Param param = parseParam(hasAnnotations);
      if (take(TokenKind::Equal))
        param.defaultValue = parseExpr();
      else if (lists.hasDefault && !lists.hasStar)
        fail(param.name.loc, diag::DefaultOrder, param.name.text);
      lists.hasDefault |= param.defaultValue != nullptr;
      (lists.hasStar ? lists.keywordOnly : lists.positional).push_back(param);
    }
    if (!at(end))
      expect(TokenKind::Comma);
  }
  auto keepOne = [&](const std::optional<Param> &param) { return param ? new (*arena) Param(*param) : nullptr; };
  return {keep(lists.positionalOnly), keep(lists.positional), keepOne(lists.vararg), keep(lists.keywordOnly),
          keepOne(lists.kwarg)};
}

Param Parser::parseParam(bool hasAnnotations, bool allowStarAnnotation) {
  Param param;
  uint32_t start = begin();
  param.name = expectName();
  if (hasAnnotations && take(TokenKind::Colon))
    param.annotation = allowStarAnnotation ? parseStarredOrExpr() : parseExpr();
  param.loc = from(start);
  return param;
}

// [T, N: int, *Ts, **P]
// ---------------------
ArrayRef<TypeParam> Parser::parseTypeParams() {
  List<TypeParam> params;
  if (!take(TokenKind::LeftSquare))
    return {};
  do
    params.push_back(parseTypeParam());
  while (take(TokenKind::Comma) && !at(TokenKind::RightSquare));
  expect(TokenKind::RightSquare);
  return keep(params);
}

TypeParam Parser::parseTypeParam() {
  TypeParam param{TypeParam::TypeVar, {}, {}, nullptr};
  uint32_t start = begin();
  if (take(TokenKind::Star))
    param.kind = TypeParam::TypeVarTuple;
  else if (take(TokenKind::DoubleStar))
    param.kind = TypeParam::ParamSpec;
  param.name = expectName();
  if (param.kind == TypeParam::TypeVar && take(TokenKind::Colon))
    param.bound = parseExpr();
  param.loc = from(start);
  return param;
}
