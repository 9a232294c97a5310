// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Build.h"
#include "Operators.h"
#include "Spelling.h"
#include "kt/Support/CppText.h"
#include "llvm/ADT/STLExtras.h"

using namespace kt;
using namespace kt::ir;
using clang::Stmt;

BodyBuilder::BodyBuilder(UnitBuilder &unit, const Function &function, clang::FunctionDecl &decl)
    : unit(unit), make(unit.make), runtime(unit.runtime), function(function) {
  ArrayRef<clang::ParmVarDecl *> params = decl.parameters();
  if (function.isKernel()) {
    thread = params.front();
    params = params.drop_front();
  }
  for (auto [argument, param] : llvm::zip_equal(function.body.arguments(), params))
    decls[argument.get()] = param;
}

Stmt *BodyBuilder::run() { return buildRegion(function.body); }

Stmt *BodyBuilder::buildRegion(const Region &region) {
  Stmts stmts;
  for (const Op &op : region.ops()) {
    if (!isStatement(op) || op.kind() == OpKind::Yield)
      continue;
    std::string comment = unit.commentFor(op.loc);
    Stmt *stmt = buildStmt(op);
    if (!stmt)
      continue;
    if (!comment.empty())
      unit.attach(*stmt, std::move(comment));
    stmts.push_back(stmt);
  }
  return make.compound(stmts);
}

/// The text names parameters as they are declared, so that those it names are used.
Stmt *BodyBuilder::buildNative(const Op &op) {
  CppText text = readCppText(op.text());
  for (auto &argument : function.body.arguments())
    if (clang::VarDecl &param = *decls.at(argument.get()); text.words.contains(param.getName()))
      param.setIsUsed();
  Stmt *stmt = make.empty();
  unit.attachNative(*stmt, std::move(text.lines));
  return stmt;
}

/// Null for an op that nothing is written for.
Stmt *BodyBuilder::buildStmt(const Op &op) {
  switch (op.kind()) {
  case OpKind::Let: return buildLet(op);
  case OpKind::Var: return buildVar(op);
  case OpKind::Store: return buildStore(op);
  case OpKind::If: return buildIf(op);
  case OpKind::For: return buildFor(op);
  case OpKind::While: return buildWhile(op);
  case OpKind::Break: return make.breakStmt();
  case OpKind::Continue: return make.continueStmt();
  case OpKind::Return: return buildReturn(op);
  case OpKind::Builtin:
  case OpKind::Call: return buildCallStmt(op);
  case OpKind::Assert: return make.call("wp::check", {expr(*op.operand(0)), make.string(op.text())});
  case OpKind::Native: return buildNative(op);
  case OpKind::Printf: {
    llvm::SmallVector<clang::Expr *, 4> args{make.string(op.text())};
    llvm::append_range(args, exprs(op.operands()));
    return make.call("printf", args);
  }
  case OpKind::Constant:
  case OpKind::ThreadId:
  case OpKind::Construct:
  case OpKind::Cast:
  case OpKind::Reinterpret:
  case OpKind::Compare:
  case OpKind::Not:
  case OpKind::ArrayShape:
  case OpKind::View:
  case OpKind::Element:
  case OpKind::Field:
  case OpKind::Component:
  case OpKind::Load:
  case OpKind::Yield: break;
  }
  llvm_unreachable("an op that stands in an expression, or yields in place of a condition");
}

// Names
// -----

clang::VarDecl &BodyBuilder::declare(const Value &value, bool isConst, clang::Expr *init) {
  clang::QualType type = unit.typeOf(value.type);
  clang::VarDecl &decl = make.variable(unit.names.of(value), isConst ? type.withConst() : type, init);
  decls[&value] = &decl;
  return decl;
}

Stmt *BodyBuilder::buildLet(const Op &op) {
  return make.declare(declare(*op.result(), /*isConst=*/true, expr(*op.operand(0))));
}

Stmt *BodyBuilder::buildVar(const Op &op) {
  if (op.operands().empty())
    return make.declare(declare(*op.result(), /*isConst=*/false, nullptr));
  const Value &init = *op.operand(0);
  if (init.isArgument() && variableOfParameter(init) == &op) {
    decls[op.result()] = decls.at(&init);
    return nullptr;
  }
  return make.declare(declare(*op.result(), /*isConst=*/false, expr(init)));
}

Stmt *BodyBuilder::buildStore(const Op &op) {
  clang::Expr *place = expr(*op.operand(0));
  if (const Op *operation = compoundOperation(op)) {
    clang::BinaryOperatorKind plain = binaryOperator(operatorOf(*operation));
    return make.binary(compoundAssignment(plain), place, expr(*operation->operand(1)));
  }
  return make.binary(clang::BO_Assign, place, expr(*op.operand(1)));
}

// Calls
// -----

Stmt *BodyBuilder::buildCallStmt(const Op &op) {
  clang::Expr *call = op.kind() == OpKind::Call ? buildCall(op) : buildBuiltin(op);
  bool isWanted = returnsTuple(op) &&
                  llvm::any_of(llvm::seq(op.resultCount()), [&](unsigned i) { return !op.result(i)->isUnused(); });
  if (!isWanted)
    return call;
  clang::VarDecl &all = make.variable(unit.names.of(*op.result()), unit.tupleOf(op).withConst(), call);
  for (unsigned i = 0; i != op.resultCount(); ++i)
    decls[op.result(i)] = &all;
  return make.declare(all);
}

Stmt *BodyBuilder::buildReturn(const Op &op) {
  switch (op.operands().size()) {
  case 0: return make.returnStmt(nullptr);
  case 1: return make.returnStmt(expr(*op.operand(0)));
  default: return make.returnStmt(make.braces(exprs(op.operands())));
  }
}

// Structure
// ---------

/// An else that holds an `if` and nothing else continues the chain.
Stmt *BodyBuilder::buildElse(const Region &region) {
  if (llvm::none_of(region.ops(), isStatement))
    return nullptr;
  Stmt *body = buildRegion(region);
  auto *block = llvm::cast<clang::CompoundStmt>(body);
  bool isChain = block->size() == 1 && llvm::isa<clang::IfStmt>(block->body_front());
  return isChain ? block->body_front() : body;
}

/// `if c {} else { … }` is `if (!c) { … }`.
Stmt *BodyBuilder::buildIf(const Op &op) {
  const Value &test = *op.operand(0);
  if (op.region(0).empty()) {
    const Op *negated = test.definingOp();
    bool isNegated = negated && negated->kind() == OpKind::Not;
    clang::Expr *condition = isNegated ? expr(*negated->operand(0)) : make.unary(clang::UO_LNot, expr(test));
    return make.ifStmt(condition, buildRegion(op.region(1)), nullptr);
  }
  clang::Expr *condition = expr(test);
  Stmt *thenStmt = buildRegion(op.region(0));
  return make.ifStmt(condition, thenStmt, buildElse(op.region(1)));
}

Stmt *BodyBuilder::buildWhile(const Op &op) {
  clang::Expr *condition = expr(*op.region(0).terminator()->operand(0));
  return make.whileStmt(condition, buildRegion(op.region(1)));
}

/// A step that is known, and small enough to be negated.
static std::optional<int> constantStep(const Op &loop) {
  const Op *op = loop.operand(2)->definingOp();
  if (!op || op->kind() != OpKind::Constant || !llvm::isInt<31>(op->constant().asInt()))
    return std::nullopt;
  return int(op->constant().asInt());
}

/// j < stop, j > stop, or a question for the runtime if nobody knows which way the steps go.
clang::Expr *BodyBuilder::continues(const Op &loop, clang::VarDecl &induction) {
  clang::Expr *stop = expr(*loop.operand(1));
  std::optional<int> step = constantStep(loop);
  if (!step || *step == 0)
    return make.call("wp::range_continues", {make.ref(induction), stop, expr(*loop.operand(2))});
  return make.binary(*step > 0 ? clang::BO_LT : clang::BO_GT, make.ref(induction), stop);
}

clang::Expr *BodyBuilder::advance(const Op &loop, clang::VarDecl &induction) {
  std::optional<int> step = constantStep(loop);
  if (step == 1)
    return make.unary(clang::UO_PreInc, make.ref(induction));
  if (step == -1)
    return make.unary(clang::UO_PreDec, make.ref(induction));
  if (step && *step < 0)
    return make.binary(clang::BO_SubAssign, make.ref(induction), make.integer(-*step));
  return make.binary(clang::BO_AddAssign, make.ref(induction), expr(*loop.operand(2)));
}

Stmt *BodyBuilder::buildFor(const Op &op) {
  const Value &argument = *op.region(0).arguments().front();
  clang::VarDecl &induction = declare(argument, /*isConst=*/false, expr(*op.operand(0)));
  clang::Expr *condition = continues(op, induction);
  clang::Expr *increment = advance(op, induction);
  return make.forStmt(make.declare(induction), condition, increment, buildRegion(op.region(0)));
}
