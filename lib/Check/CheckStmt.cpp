// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Statements, apart from assignments and loops.

#include "FunctionChecker.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace kt;
using namespace kt::ast;

void FunctionChecker::checkBlock(ArrayRef<Stmt *> body) {
  llvm::SaveAndRestore<unsigned> block(blockId, ++blockCount);
  for (const Stmt *stmt : body) {
    if (session.diags.atLimit())
      return;
    checkStmt(stmt);
  }
}

void FunctionChecker::checkStmt(const Stmt *stmt) {
  switch (stmt->kind()) {
  case NodeKind::Assign: return checkAssign(cast<Assign>(stmt));
  case NodeKind::AnnAssign: return checkAnnAssign(cast<AnnAssign>(stmt));
  case NodeKind::AugAssign: return checkAugAssign(cast<AugAssign>(stmt));
  case NodeKind::If: return checkIf(cast<ast::If>(stmt));
  case NodeKind::For: return checkFor(cast<For>(stmt));
  case NodeKind::While: return checkWhile(cast<While>(stmt));
  case NodeKind::Break:
  case NodeKind::Continue: return checkBreak(stmt);
  case NodeKind::Return: return checkReturn(cast<Return>(stmt));
  case NodeKind::Assert: return checkAssert(cast<Assert>(stmt));
  case NodeKind::ExprStmt: return checkExprStmt(cast<ExprStmt>(stmt));
  case NodeKind::Pass: return;
  case NodeKind::FunctionDef: return refuse(stmt, "a function inside a function", "define it at module level");
  case NodeKind::ClassDef: return refuse(stmt, "a class inside a function", "define it at module level");
  case NodeKind::Delete: return refuse(stmt, "`del`");
  case NodeKind::TypeAlias: return refuse(stmt, "`type`", "define the name at module level");
  case NodeKind::With: return refuse(stmt, "`with`");
  case NodeKind::Match: return refuse(stmt, "`match`", "write `if` and `elif`");
  case NodeKind::Raise: return refuse(stmt, "`raise`", "write `assert`, or store an error code in an array");
  case NodeKind::Try: return refuse(stmt, "`try`");
  case NodeKind::Import: return refuse(stmt, "`import` inside a function", "import at module level");
  case NodeKind::ImportFrom: return refuse(stmt, "`import` inside a function", "import at module level");
  case NodeKind::Global: return refuse(stmt, "`global`", "pass an array to write results to");
  case NodeKind::Nonlocal: return refuse(stmt, "`nonlocal`", "pass an array to write results to");
#define EXPR(Class) case NodeKind::Class:
#include "kt/AST/Nodes.def"
    break;
  }
  llvm_unreachable("not a statement");
}

/// Marks the statement's first line only: the rest of a long one says nothing new.
void FunctionChecker::refuse(const Stmt *stmt, StringRef what, StringRef help) {
  Location loc = stmt->loc;
  loc.end = std::min<uint32_t>(loc.end, loc.begin + session.text(stmt).size());
  Diagnostic &diag = error(loc, diag::UnsupportedSyntax, what);
  if (!help.empty())
    diag.help(help.str());
}

// if test: body
// else: orelse
// -------------
void FunctionChecker::checkIf(const ast::If *stmt) {
  checkCondition(stmt->test);
  if (std::optional<bool> test = function.knownTest(stmt->test)) {
    for (const Stmt *skippedStmt : *test ? stmt->orelse : stmt->body)
      skipped.push_back(skippedStmt->loc);
    return checkBlock(*test ? stmt->body : stmt->orelse);
  }
  FlowState before = flow;
  checkBlock(stmt->body);
  FlowState afterBody = flow;
  flow = before;
  checkBlock(stmt->orelse);
  flow.join(afterBody);
}

// return value
// ------------
const Type *FunctionChecker::checkReturned(const Return *stmt) {
  const auto *none = dyn_cast_or_null<ast::Constant>(stmt->value);
  if (!stmt->value || (none && none->constantKind == ast::Constant::None))
    return types.none();
  const Type *type = check(stmt->value);
  return type->kind() == Type::Kind::String ? checkValue(stmt->value) : type;
}

void FunctionChecker::checkReturn(const Return *stmt) {
  if (function.isKernel && stmt->value) {
    const auto *none = dyn_cast<ast::Constant>(stmt->value);
    if (!none || none->constantKind != ast::Constant::None)
      error(stmt->value->loc, diag::KernelReturnsValue, function.name).help("store it in an array");
    return flow.setUnreachable();
  }
  const Type *type = checkReturned(stmt);
  flow.setUnreachable();
  if (type->isError()) {
    if (!function.result)
      function.result = type;
    return;
  }
  bool isFirst = !function.result && (!declaredResult || declaredResult->admits(type));
  if (isFirst) {
    function.result = type;
    firstReturn = stmt;
    return;
  }
  if (function.result && (function.result->isError() || function.result == type))
    return;
  Diagnostic &diag =
      error(stmt->value ? stmt->value->loc : stmt->loc, diag::ReturnTypeDiffers, function.name, type->spelling(),
            function.result ? function.result->spelling() : declaredResult->spelling());
  if (declaredResult)
    diag.note(function.def->returns->loc, "declared here");
  else if (firstReturn)
    diag.note(firstReturn->loc, "the first `return`");
}

// assert test, msg
// ----------------
void FunctionChecker::checkAssert(const Assert *stmt) {
  checkCondition(stmt->test);
  const auto *text = dyn_cast_or_null<ast::Constant>(stmt->msg);
  if (stmt->msg && (!text || text->constantKind != ast::Constant::Str))
    error(stmt->msg->loc, diag::AssertMessage);
}

// A call for its effect; a docstring; an expression of no effect.
void FunctionChecker::checkExprStmt(const ExprStmt *stmt) {
  const auto *constant = dyn_cast<ast::Constant>(stmt->value);
  bool isIgnored =
      constant && (constant->constantKind == ast::Constant::Str || constant->constantKind == ast::Constant::Ellipsis);
  if (!isIgnored)
    check(stmt->value);
}
