// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `wp.static(value)`: what is known without running the kernel.

#include "FunctionChecker.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

/// `wp.static(value)`
bool FunctionChecker::isStaticForm(const Call *call) {
  if (!isa<Name, Attribute>(call->func) || call->args.size() != 1 || !call->keywords.empty())
    return false;
  std::optional<StaticValue> callee = staticOf(call->func);
  return callee && callee->is(Kind::WarpName) && callee->text == "static";
}

/// Of the kernel's own names, those are known that it assigns once and what is known, the indices of unrolled loops,
/// and the lengths that types tell.
StaticValue FunctionChecker::evaluateInside(const Expr *expr) {
  using LengthOf = std::function<std::optional<unsigned>(const Expr *)>;
  llvm::SaveAndRestore<LengthOf> lengths(session.lengthOf, [this](const Expr *expr) -> std::optional<unsigned> {
    if (!isLocal(expr))
      return std::nullopt;
    const Type *type = function.variables[localIndex(cast<Name>(expr)->id)].type;
    return type ? knownLength(type) : std::nullopt;
  });
  llvm::SaveAndRestore<const llvm::StringMap<StaticValue> *> indices(session.loopNames, &unrolledIndices);
  return evaluate(session, bodyScope(session, scope, *function.def), expr);
}

/// A call of a builtin or a func with arguments that are known or are such calls themselves.
bool FunctionChecker::isStaticCall(const Expr *expr) {
  const auto *call = dyn_cast<Call>(expr);
  if (!call || !call->keywords.empty())
    return false;
  std::optional<StaticValue> callee = staticOf(call->func);
  bool isComputed = callee && (callee->is(Kind::WarpName) || callee->is(Kind::Funcs) || callee->is(Kind::Type)) &&
                    !isStaticForm(call);
  return isComputed && llvm::all_of(call->args, [&](const Expr *arg) {
           StaticValue value = evaluateInside(arg);
           return value.isNumber() || value.is(Kind::Typed) || isStaticCall(arg);
         });
}

/// The kernel makes the call itself, with the arguments as Python would work them out.
const Type *FunctionChecker::callStatically(const Call *call) {
  for (const Expr *arg : call->args) {
    StaticValue value = evaluateInside(arg);
    const Type *type = value.isMissing() ? callStatically(cast<Call>(arg)) : useStatic(arg, value);
    if (type->isError())
      return type;
    function.types[arg] = type;
  }
  return check(call);
}

// wp.static(value), wp.constant(value)
// ------------------------------------
const Type *FunctionChecker::callStaticForm(const Call *expr) {
  if (expr->args.size() != 1 || !expr->keywords.empty()) {
    error(expr->loc, diag::ArgumentCount, text(expr->func), "1", expr->args.size() + expr->keywords.size());
    return errorType();
  }
  const Expr *value = expr->args[0];
  StaticValue known = evaluateInside(value);
  if (!known.isMissing() || !isStaticCall(value))
    return useStatic(expr, known);
  const Type *type = callStatically(cast<Call>(value));
  if (auto callee = function.callees.find(value); callee != function.callees.end())
    return setCallee(expr, Callee(callee->second));
  if (const kt::Constant *constant = constantOf(value))
    return setConstant(expr, kt::Constant(*constant));
  return type;
}
