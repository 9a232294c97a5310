// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Parser.h"

using namespace kt;
using namespace kt::ast;

// Several expressions
// -------------------

/// `a, *b, c` without parentheses, or one expression.
Expr *Parser::parseExprs() {
  uint32_t start = begin();
  Expr *first = parseStarredOrExpr();
  return at(TokenKind::Comma) ? parseTuple(start, first, &Parser::parseStarredOrExpr) : first;
}

Expr *Parser::parseExprsOrYield() { return at(TokenKind::KwYield) ? parseYield() : parseExprs(); }

/// Whether an expression may begin with `kind`, so that a comma before anything else is a trailing one.
static bool beginsExpr(TokenKind kind) {
  using enum TokenKind;
  switch (kind) {
  case Name:
  case Integer:
  case Float:
  case Imaginary:
  case String:
  case FStringStart:
  case LeftParen:
  case LeftSquare:
  case LeftBrace:
  case Ellipsis:
  case Tilde:
  case Plus:
  case Minus:
  case Star:
  case KwFalse:
  case KwNone:
  case KwTrue:
  case KwAwait:
  case KwLambda:
  case KwNot: return true;
  default: // keywords and punctuation that end an expression or stand inside one
    return false;
  }
}

/// The rest of a tuple whose first element is read; the range takes in a trailing comma.
Expr *Parser::parseTuple(uint32_t start, Expr *first, Expr *(Parser::*parseElement)()) {
  List<Expr *> elts{first};
  while (take(TokenKind::Comma) && beginsExpr(cursor->kind))
    elts.push_back((this->*parseElement)());
  auto *expr = make<Tuple>(start);
  expr->elts = keep(elts);
  return expr;
}

/// `*a | b`, the operand as tight as the grammar has it.
Expr *Parser::parseStarredOrExpr() {
  uint32_t start = begin();
  if (!take(TokenKind::Star))
    return parseExpr();
  Expr *value = parseBinary();
  auto *expr = make<Starred>(start);
  expr->value = value;
  return expr;
}

Expr *Parser::parseStarredOrNamed() { return at(TokenKind::Star) ? parseStarredOrExpr() : parseNamed(); }

// yield a, b     yield from a
// ---------------------------
Expr *Parser::parseYield() {
  Nesting nesting(*this);
  uint32_t start = begin();
  take(TokenKind::KwYield);
  bool isFrom = take(TokenKind::KwFrom);
  Expr *value = nullptr;
  if (isFrom)
    value = parseExpr();
  else if (beginsExpr(cursor->kind))
    value = parseExprs();
  auto *expr = make<Yield>(start);
  expr->value = value;
  expr->isFrom = isFrom;
  return expr;
}

// One expression
// --------------

// name := value
// -------------
Expr *Parser::parseNamed() {
  if (!at(TokenKind::Name) || next() != TokenKind::ColonEqual)
    return parseExpr();
  Nesting nesting(*this);
  uint32_t start = begin();
  Expr *target = parseName();
  take(TokenKind::ColonEqual);
  Expr *value = parseExpr();
  auto *expr = make<NamedExpr>(start);
  expr->target = target;
  expr->value = value;
  return expr;
}

// body if test else orelse
// ------------------------
Expr *Parser::parseExpr() {
  Nesting nesting(*this);
  if (at(TokenKind::KwLambda))
    return parseLambda();
  uint32_t start = begin();
  Expr *body = parseOr();
  if (!take(TokenKind::KwIf))
    return body;
  Expr *test = parseOr();
  expect(TokenKind::KwElse);
  Expr *orelse = parseExpr();
  auto *expr = make<IfExp>(start);
  expr->test = test;
  expr->body = body;
  expr->orelse = orelse;
  return expr;
}

Expr *Parser::parseLambda() {
  uint32_t start = begin();
  take(TokenKind::KwLambda);
  Params params = parseParams(TokenKind::Colon, /*hasAnnotations=*/false);
  expect(TokenKind::Colon);
  Expr *body = parseExpr();
  auto *expr = make<Lambda>(start);
  expr->params = params;
  expr->body = body;
  return expr;
}

// a or b or c, a and b and c: one node for all
// --------------------------------------------
Expr *Parser::parseOr() {
  uint32_t start = begin();
  Expr *first = parseAnd();
  if (!at(TokenKind::KwOr))
    return first;
  List<Expr *> values{first};
  while (take(TokenKind::KwOr)) {
    Nesting nesting(*this);
    values.push_back(parseAnd());
  }
  auto *expr = make<BoolOp>(start);
  expr->op = BoolOperator::Or;
  expr->values = keep(values);
  return expr;
}

Expr *Parser::parseAnd() {
  uint32_t start = begin();
  Expr *first = parseNot();
  if (!at(TokenKind::KwAnd))
    return first;
  List<Expr *> values{first};
  while (take(TokenKind::KwAnd)) {
    Nesting nesting(*this);
    values.push_back(parseNot());
  }
  auto *expr = make<BoolOp>(start);
  expr->op = BoolOperator::And;
  expr->values = keep(values);
  return expr;
}

Expr *Parser::parseNot() {
  uint32_t start = begin();
  if (!take(TokenKind::KwNot))
    return parseComparison();
  Nesting nesting(*this);
  Expr *operand = parseNot();
  auto *expr = make<UnaryOp>(start);
  expr->op = UnaryOperator::Not;
  expr->operand = operand;
  return expr;
}

// a < b <= c: one node for all
// ----------------------------
Expr *Parser::parseComparison() {
  uint32_t start = begin();
  Expr *left = parseBinary();
  List<CompareOperator> ops;
  List<Expr *> comparators;
  while (std::optional<CompareOperator> op = takeCompareOperator()) {
    ops.push_back(*op);
    comparators.push_back(parseBinary());
  }
  if (ops.empty())
    return left;
  auto *expr = make<Compare>(start);
  expr->left = left;
  expr->ops = keep(ops);
  expr->comparators = keep(comparators);
  return expr;
}

std::optional<CompareOperator> Parser::takeCompareOperator() {
  if (take(TokenKind::Less))
    return CompareOperator::Lt;
  if (take(TokenKind::Greater))
    return CompareOperator::Gt;
  if (take(TokenKind::LessEqual))
    return CompareOperator::LtE;
  if (take(TokenKind::GreaterEqual))
    return CompareOperator::GtE;
  if (take(TokenKind::EqualEqual))
    return CompareOperator::Eq;
  if (take(TokenKind::NotEqual))
    return CompareOperator::NotEq;
  if (take(TokenKind::KwIn))
    return CompareOperator::In;
  if (take(TokenKind::KwIs))
    return take(TokenKind::KwNot) ? CompareOperator::IsNot : CompareOperator::Is;
  if (at(TokenKind::KwNot) && next() == TokenKind::KwIn && take(TokenKind::KwNot) && take(TokenKind::KwIn))
    return CompareOperator::NotIn;
  return std::nullopt;
}

namespace {

struct Infix {
  unsigned precedence = 0; // 0: no infix operator
  BinaryOperator op = BinaryOperator::Add;
};

} // namespace

static Infix infixOf(TokenKind kind) {
  switch (kind) {
  case TokenKind::Pipe: return {1, BinaryOperator::BitOr};
  case TokenKind::Caret: return {2, BinaryOperator::BitXor};
  case TokenKind::Ampersand: return {3, BinaryOperator::BitAnd};
  case TokenKind::LeftShift: return {4, BinaryOperator::LShift};
  case TokenKind::RightShift: return {4, BinaryOperator::RShift};
  case TokenKind::Plus: return {5, BinaryOperator::Add};
  case TokenKind::Minus: return {5, BinaryOperator::Sub};
  case TokenKind::Star: return {6, BinaryOperator::Mult};
  case TokenKind::Slash: return {6, BinaryOperator::Div};
  case TokenKind::DoubleSlash: return {6, BinaryOperator::FloorDiv};
  case TokenKind::Percent: return {6, BinaryOperator::Mod};
  case TokenKind::At: return {6, BinaryOperator::MatMult};
  default: return {};
  }
}

// left op right, for operators of at least `minPrecedence`
// --------------------------------------------------------
Expr *Parser::parseBinary(unsigned minPrecedence) {
  Nesting nesting(*this);
  uint32_t start = begin();
  Expr *left = parseUnary();
  for (;;) {
    auto [precedence, op] = infixOf(cursor->kind);
    if (precedence < minPrecedence || precedence == 0)
      return left;
    Location opLoc = cursor->loc;
    advance();
    Expr *right = parseBinary(precedence + 1);
    auto *expr = make<BinOp>(start);
    expr->left = left;
    expr->op = op;
    expr->opLoc = opLoc;
    expr->right = right;
    left = expr;
  }
}

Expr *Parser::parseUnary() {
  uint32_t start = begin();
  UnaryOperator op;
  if (take(TokenKind::Minus))
    op = UnaryOperator::USub;
  else if (take(TokenKind::Plus))
    op = UnaryOperator::UAdd;
  else if (take(TokenKind::Tilde))
    op = UnaryOperator::Invert;
  else
    return parsePower();
  Nesting nesting(*this);
  Expr *operand = parseUnary();
  auto *expr = make<UnaryOp>(start);
  expr->op = op;
  expr->operand = operand;
  return expr;
}

// base ** exponent, to the right
// ------------------------------
Expr *Parser::parsePower() {
  uint32_t start = begin();
  Expr *base;
  if (take(TokenKind::KwAwait)) {
    Expr *value = parsePrimary();
    auto *expr = make<Await>(start);
    expr->value = value;
    base = expr;
  } else {
    base = parsePrimary();
  }
  Location opLoc = cursor->loc;
  if (!take(TokenKind::DoubleStar))
    return base;
  Nesting nesting(*this);
  Expr *exponent = parseUnary();
  auto *expr = make<BinOp>(start);
  expr->left = base;
  expr->op = BinaryOperator::Pow;
  expr->opLoc = opLoc;
  expr->right = exponent;
  return expr;
}
