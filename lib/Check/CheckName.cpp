// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Names: variables of the function, and what the module and Warp have under a name.

#include "FunctionChecker.h"
#include "WarpNames.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

// Variables
// ---------

bool FunctionChecker::isLocal(const Expr *expr) const {
  const auto *name = dyn_cast<Name>(expr);
  return name && localIndex(name->id) >= 0;
}

const Type *FunctionChecker::checkName(const Name *expr) {
  int index = localIndex(expr->id);
  if (index < 0)
    return useStatic(expr, *staticOf(expr));
  Variable &variable = function.variables[index];
  if (!variable.type || !flow.isAssigned(index)) {
    // Nothing is known of its type before the first assignment in the text, and no path has set it there.
    if (!variable.type || !variable.type->isError())
      reportUnset(expr, variable);
    flow.assign(index); // said once
    if (!variable.type)
      return errorType();
  }
  if (!variable.type->isError())
    function.names[expr] = &variable;
  return variable.type;
}

void FunctionChecker::reportUnset(const Name *expr, const Variable &variable) {
  const LocalInfo &info = localInfo[localIndex(expr->id)];
  if (!info.isAssigned) {
    Diagnostic &diag = error(expr->loc, diag::UsedBeforeAssigned, expr->id);
    bool isSkipped = llvm::any_of(
        skipped, [&](Location loc) { return loc.begin <= variable.loc.begin && variable.loc.end <= loc.end; });
    bool isSameStmt = variable.loc.begin <= expr->loc.begin;
    diag.note(variable.loc, isSkipped    ? "assigned only here, which is never reached"
                            : isSameStmt ? "it gets its first value here"
                                         : "assigned here, further down");
    if (!scope.bindings(expr->id).empty())
      diag.help(("a name that a function assigns is a variable all through it; the `" + expr->id +
                 "` of the module is not meant")
                    .str());
    return;
  }
  Diagnostic &diag = error(expr->loc, diag::MaybeUnset, expr->id);
  bool isInside = llvm::any_of(loops, [&](const Loop &loop) { return loop.id == info.loopId; });
  if (info.isLoopIndex)
    diag.note(variable.loc, "the loop sets it, but may run zero times");
  else if (info.loopId && !isInside)
    diag.note(variable.loc, "assigned here, in a loop that may run zero times")
        .help(("assign `" + expr->id + "` before the loop").str());
  else
    diag.note(variable.loc, "assigned here, but not on every path")
        .help(("assign `" + expr->id + "` on the other paths too, or before they part").str());
}

// What is no variable
// ------------------

std::optional<StaticValue> FunctionChecker::staticOf(const Expr *expr) {
  if (const auto *name = dyn_cast<Name>(expr)) {
    if (localIndex(name->id) >= 0)
      return std::nullopt;
    if (auto it = knownNames.find(name->id); it != knownNames.end())
      return it->second;
    return lookup(session, scope, name->id);
  }
  if (const auto *call = dyn_cast<Call>(expr))
    return isStaticForm(call) ? std::optional(evaluateInside(call->args[0])) : std::nullopt;
  const auto *attribute = dyn_cast<Attribute>(expr);
  if (!attribute)
    return std::nullopt;
  std::optional<StaticValue> base = staticOf(attribute->value);
  if (!base)
    return std::nullopt;
  switch (base->kind) {
  case Kind::Namespace:
  case Kind::Module:
  case Kind::Class:
  case Kind::EnumMember: return memberOf(session, *base, attribute->attr, expr->loc);
  case Kind::Int:
    if (attribute->attr.text == "value")
      return base;
    return std::nullopt;
  case Kind::Unknown:
  case Kind::TooLarge:
  case Kind::Unsupported: return base; // what it is part of is at fault
  case Kind::None:
  case Kind::Bool:
  case Kind::Float:
  case Kind::String:
  case Kind::Typed:
  case Kind::Sequence:
  case Kind::Dict:
  case Kind::Type:
  case Kind::Generic:
  case Kind::WarpName:
  case Kind::PythonName:
  case Kind::MathName:
  case Kind::PlainFunc:
  case Kind::Funcs:
  case Kind::Kernel: return std::nullopt;
  }
  llvm_unreachable("every kind returned");
}

const Type *FunctionChecker::useStatic(const Expr *expr, const StaticValue &value) {
  switch (value.kind) {
  case Kind::Bool: return setConstant(expr, kt::Constant::boolean(value.boolean, types));
  case Kind::Int: return useNumber(expr, value, types.int32());
  case Kind::Float: return useNumber(expr, value, types.float32());
  case Kind::Typed: return setConstant(expr, value.typed);
  case Kind::String: error(expr->loc, diag::UnsupportedString); return errorType();
  case Kind::None: error(expr->loc, diag::UnsupportedSyntax, "`None`"); return errorType();
  case Kind::Unknown:
  case Kind::TooLarge: reportMissing(expr, value); return errorType();
  case Kind::EnumMember:
    error(expr->loc, diag::NotAValue, text(expr), "a member of a plain Enum")
        .help(("write `" + text(expr) + ".value`, or derive the class from `IntEnum`").str());
    return errorType();
  case Kind::Type: {
    if (value.type->isError()) {
      isValid = false;
      return errorType();
    }
    error(expr->loc, diag::NotAValue, text(expr), "a type");
    return errorType();
  }
  case Kind::Unsupported:
    if (isUncoveredBuiltin(value.text))
      error(expr->loc, diag::UnsupportedBuiltin, text(expr));
    else
      error(expr->loc, diag::UnsupportedType, text(expr));
    return errorType();
  case Kind::Generic: error(expr->loc, diag::NotAValue, text(expr), "a type"); return errorType();
  case Kind::Sequence:
  case Kind::Dict:
    error(expr->loc, diag::NotAValue, text(expr),
          value.is(Kind::Dict) ? "a dict of Python's" : "a list or tuple of Python's")
        .help("use a vector, such as `wp.vec3`");
    return errorType();
  case Kind::Namespace:
  case Kind::Module: error(expr->loc, diag::NotAValue, text(expr), "a module"); return errorType();
  case Kind::Class: error(expr->loc, diag::NotAValue, text(expr), "a class"); return errorType();
  case Kind::WarpName:
  case Kind::PythonName:
  case Kind::MathName:
  case Kind::PlainFunc:
  case Kind::Funcs:
    error(expr->loc, diag::NotAValue, text(expr), "a function")
        .help("call it, or pass it to a func whose parameter is `Callable`");
    return errorType();
  case Kind::Kernel: error(expr->loc, diag::NotAValue, text(expr), "a kernel"); return errorType();
  }
  llvm_unreachable("every kind returned");
}

void FunctionChecker::reportMissing(const Expr *expr, const StaticValue &value) {
  if (value.reason.empty()) {
    const auto *attribute = dyn_cast<Attribute>(expr);
    reportUnknownName(expr, attribute ? attribute->attr.text : cast<Name>(expr)->id);
    return;
  }
  Location where = value.loc == expr->loc ? Location() : value.loc;
  if (value.is(Kind::TooLarge))
    error(expr->loc, diag::ConstantTooLarge, text(expr)).note(where, value.reason);
  else
    error(expr->loc, diag::NotStatic, text(expr)).note(where, value.reason);
}

// Messages
// --------

/// All that could have been meant at this place.
static void appendNames(Session &session, ModuleScope &scope, const Expr *expr, ArrayRef<Variable *> variables,
                        llvm::SmallVectorImpl<StringRef> &names) {
  const auto *attribute = dyn_cast<Attribute>(expr);
  if (!attribute) {
    for (const Variable *variable : variables)
      names.push_back(variable->name);
    llvm::append_range(names, scope.names());
    return;
  }
  StaticValue base = evaluate(session, scope, attribute->value);
  if (base.is(Kind::Namespace) && (base.space == Namespace::Warp || base.space == Namespace::WarpTypes))
    appendWarpNames(names);
  else if (base.is(Kind::Module))
    llvm::append_range(names, base.module->names());
}

const Type *FunctionChecker::reportUnknownName(const Expr *expr, StringRef name) {
  const auto *attribute = dyn_cast<Attribute>(expr);
  llvm::SmallVector<Variable *, 16> variables;
  for (Variable &variable : function.variables)
    variables.push_back(&variable);
  llvm::SmallVector<StringRef, 64> names;
  appendNames(session, scope, expr, variables, names);
  StringRef meant = nearest(name, names);
  Diagnostic &diag = attribute ? error(attribute->attr.loc, diag::UnknownMember, text(attribute->value), name)
                               : error(expr->loc, diag::UnknownName, name);
  if (!meant.empty())
    diag.help(("did you mean `" + meant + "`?").str());
  else if (!attribute && !warpName(name, types).isMissing())
    diag.help(("write `wp." + name + "`").str());
  return errorType();
}
