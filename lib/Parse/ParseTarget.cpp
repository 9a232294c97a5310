// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Parser.h"

using namespace kt;
using namespace kt::ast;

/// What a constant is, in words for a message.
static StringRef describe(const Constant &constant) {
  switch (constant.constantKind) {
  case Constant::None: return "`None`";
  case Constant::True: return "`True`";
  case Constant::False: return "`False`";
  case Constant::Ellipsis: return "`...`";
  case Constant::Int:
  case Constant::Float:
  case Constant::Complex: return "a number";
  case Constant::Str:
  case Constant::Bytes: return "a string";
  }
  llvm_unreachable("no such constant");
}

/// What an expression is, in words for a message.
static std::string describe(const Expr *expr) {
  if (auto *constant = dyn_cast<Constant>(expr))
    return describe(*constant).str();
  if (auto *binary = dyn_cast<BinOp>(expr))
    return ("the result of `" + spelling(binary->op) + "`").str();
  if (auto *unary = dyn_cast<UnaryOp>(expr))
    return ("the result of `" + spelling(unary->op) + "`").str();
  if (auto *boolean = dyn_cast<BoolOp>(expr))
    return ("the result of `" + spelling(boolean->op) + "`").str();
  if (isa<Call>(expr))
    return "the result of a call";
  if (isa<Compare>(expr))
    return "the result of a comparison";
  if (isa<JoinedStr>(expr))
    return "an f-string";
  if (isa<Tuple>(expr))
    return "a tuple";
  if (isa<ast::List>(expr))
    return "a list";
  if (isa<Starred>(expr))
    return "an unpacked value";
  return "this expression";
}

// for target, *target in ...
// --------------------------
Expr *Parser::parseTargets() {
  uint32_t start = begin();
  Expr *first = parseTarget();
  return at(TokenKind::Comma) ? parseTuple(start, first, &Parser::parseTarget) : first;
}

Expr *Parser::parseTarget() {
  Expr *target = at(TokenKind::Star) ? parseStarredOrExpr() : parseBinary();
  checkTarget(target);
  return target;
}

static bool isPlace(const Expr *expr) { return isa<Name>(expr) || isa<Attribute>(expr) || isa<Subscript>(expr); }

/// The elements of a tuple or list, by which it can be taken apart.
static std::optional<llvm::ArrayRef<Expr *>> elementsOf(const Expr *expr) {
  if (auto *tuple = dyn_cast<Tuple>(expr))
    return tuple->elts;
  if (auto *list = dyn_cast<ast::List>(expr))
    return list->elts;
  return std::nullopt;
}

void Parser::checkTarget(const Expr *target) {
  if (failed() || isPlace(target))
    return;
  if (auto *starred = dyn_cast<Starred>(target))
    return checkTarget(starred->value);
  if (std::optional<ArrayRef<Expr *>> elements = elementsOf(target)) {
    for (const Expr *element : *elements)
      checkTarget(element);
    return;
  }
  bool mayBeComparison = at(TokenKind::Equal) && (isa<Compare>(target) || isa<Call>(target));
  Diagnostic &diagnostic = fail(target->loc, diag::NotAssignable, describe(target));
  if (mayBeComparison)
    diagnostic.help("compare with `==`");
}

void Parser::checkAugTarget(const Expr *target, StringRef op) {
  if (!isPlace(target))
    fail(target->loc, diag::NotAugAssignable, op, describe(target));
}

void Parser::checkAnnTarget(const Expr *target) {
  if (!isPlace(target))
    fail(target->loc, diag::NotAnnotatable, describe(target));
}

void Parser::checkDeleteTarget(const Expr *target) {
  if (failed() || isPlace(target))
    return;
  std::optional<ArrayRef<Expr *>> elements = elementsOf(target);
  if (!elements) {
    fail(target->loc, diag::NotDeletable, describe(target));
    return;
  }
  for (const Expr *element : *elements)
    checkDeleteTarget(element);
}
