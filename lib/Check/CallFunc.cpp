// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls of funcs: which overload takes the arguments, and for which instance of it they ask.

#include "FunctionChecker.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

// Arguments
// ---------

static bool isFunction(const StaticValue &value) {
  return value.is(Kind::Funcs) || value.is(Kind::WarpName) || value.is(Kind::MathName) || value.is(Kind::PythonName);
}

/// A function where a value could stand: it is passed on by name.
std::optional<StaticValue> FunctionChecker::functionNamedBy(const Expr *expr) {
  std::optional<StaticValue> value = calleeNamedBy(expr);
  return value && isFunction(*value) ? value : std::nullopt;
}

bool FunctionChecker::checkArguments(const Call *expr) {
  bool areValid = true;
  auto check = [&](const Expr *arg) { areValid &= functionNamedBy(arg) || !checkValue(arg)->isError(); };
  for (const Expr *arg : expr->args)
    check(arg);
  for (const Keyword &keyword : expr->keywords)
    check(keyword.value);
  return areValid;
}

/// Puts the arguments in the order of the parameters, defaults where nothing is given. False if they do not fit.
static bool bindArguments(const FuncDecl &decl, const Call *expr, llvm::SmallVectorImpl<const Expr *> &args) {
  llvm::SmallVector<const Param *, 8> params = paramsOf(decl.def);
  unsigned count = params.size();
  if (expr->args.size() > count - decl.def->params.keywordOnly.size())
    return false;
  args.assign(expr->args.begin(), expr->args.end());
  args.resize(count, nullptr);
  for (const Keyword &keyword : expr->keywords) {
    unsigned i = decl.def->params.positionalOnly.size();
    while (i < count && params[i]->name.text != keyword.name.text)
      ++i;
    if (i == count || args[i])
      return false;
    args[i] = keyword.value;
  }
  for (unsigned i = 0; i < count; ++i) {
    if (!args[i])
      args[i] = params[i]->defaultValue;
    if (!args[i])
      return false;
  }
  return true;
}

/// What `expr` is for a parameter; nothing if that does not take it.
std::optional<Argument> FunctionChecker::argumentAt(const FuncDecl &decl, unsigned index, const Expr *expr) {
  const TypeTemplate &param = *decl.params[index];
  bool isDefault = expr == paramsOf(decl.def)[index]->defaultValue;
  if (isDefault && !param.isGeneric())
    return Argument::ofType(param.type); // held against its value where it is used
  StaticValue known;
  if (isDefault)
    known = evaluate(session, *decl.scope, expr);
  else if (std::optional<StaticValue> named = functionNamedBy(expr))
    known = *named;
  if (isFunction(known))
    return param.admitsFunction() ? std::optional(Argument{.function = std::move(known)}) : std::nullopt;
  if (isDefault)
    checkDefault(decl, expr, nullptr);
  const Type *type = typeOf(expr);
  if (type)
    type = decayed(type);
  return type && param.admits(type) ? std::optional(Argument::ofType(type)) : std::nullopt;
}

/// A default is worked out once, where the func stands; the caller holds its value. `type` is what it has to have, null
/// for whatever it has.
void FunctionChecker::checkDefault(const FuncDecl &decl, const Expr *value, const Type *type) {
  if (function.constants.contains(value))
    return;
  StaticValue known = evaluate(session, *decl.scope, value);
  if (!known.isNumber() && !known.is(Kind::Typed)) {
    error(value->loc, diag::DefaultNotStatic, text(value));
    return;
  }
  const Type *valueType = useStatic(value, known);
  if (valueType->isError())
    return;
  function.types[value] = valueType;
  if (type && valueType != type)
    error(value->loc, diag::DefaultType, text(value), valueType->spelling(), type->spelling());
}

// func(args…)
// -----------

std::optional<FunctionChecker::FuncMatch> FunctionChecker::matchFuncs(FuncGroup &group, BindArguments bind) {
  std::optional<FuncMatch> match;
  auto consider = [&](FuncDecl &decl) {
    FuncMatch candidate{&decl, {}, {}};
    if (!bind(decl, candidate.exprs))
      return;
    for (auto [i, expr] : llvm::enumerate(candidate.exprs)) {
      std::optional<Argument> arg = argumentAt(decl, i, expr);
      if (!arg)
        return;
      candidate.args.push_back(std::move(*arg));
    }
    // A later definition for the same types takes the place of an earlier one.
    if (!match || match->decl->hasSignatureOf(decl))
      match = std::move(candidate);
  };
  for (bool isGeneric : {false, true}) {
    for (FuncDecl *decl : group.overloads) {
      resolveSignature(session, *decl);
      if (decl->isFaulty)
        failedCallee = decl->diags;
      else if (decl->isGeneric() == isGeneric)
        consider(*decl);
    }
    if (match)
      return match;
  }
  return std::nullopt;
}

const Type *FunctionChecker::callFuncs(const Call *expr, FuncGroup &group) {
  if (!checkArguments(expr))
    return errorType();
  auto bind = [&](const FuncDecl &decl, llvm::SmallVectorImpl<const Expr *> &exprs) {
    return bindArguments(decl, expr, exprs);
  };
  if (std::optional<FuncMatch> match = matchFuncs(group, bind))
    return finishFuncCall(expr, instanceOf(*match->decl, match->args), match->exprs);
  if (llvm::none_of(group.overloads, [](const FuncDecl *decl) { return decl->isFaulty; }))
    return reportNoFunc(expr, group);
  isValid = false;
  return errorType();
}

/// `exprs` are its arguments in order.
const Type *FunctionChecker::finishFuncCall(const Node *node, FuncInstance &callee, ArrayRef<const Expr *> exprs) {
  const FunctionDef *def = callee.decl->def;
  if (callee.state == FuncInstance::InProgress) {
    error(node->loc, diag::Recursion, def->name.text).note(def->name.loc, "its definition").help("write a loop");
    return errorType();
  }
  if (session.callStack.size() > maxCallDepth) {
    error(node->loc, diag::CallsTooDeep, def->name.text);
    return errorType();
  }
  Callee result{Callee::Func{nullptr}, {}, nullptr};
  for (auto [arg, expr] : llvm::zip_equal(callee.args, exprs)) {
    if (arg.isFunction())
      continue; // the instance knows it
    if (!function.types.contains(expr))
      checkDefault(*callee.decl, expr, arg.type);
    else if (typeOf(expr) != arg.type)
      decay(expr);
    result.args.push_back(expr);
  }
  const CheckedFunction *checked = requireChecked(session, callee, node->loc);
  if (!checked) {
    isValid = false;
    failedCallee = callee.diags;
    return errorType();
  }
  result.what = Callee::Func{checked};
  result.result = checked->result;
  return setCallee(node, std::move(result));
}

// Messages
// --------

static std::string signatureOf(const FuncDecl &decl) {
  std::string text = (decl.def->name.text + "(").str();
  for (auto [i, param] : llvm::enumerate(paramsOf(decl.def)))
    text += (i ? ", " : "") + param->name.text.str() + ": " + decl.params[i]->spelling();
  return text + ")";
}

const Type *FunctionChecker::reportNoFunc(const Call *expr, FuncGroup &group) {
  auto shown = [&](const Expr *arg) {
    const Type *type = typeOf(arg);
    return type ? type->spelling() : text(arg).str(); // a function
  };
  std::string given;
  for (const Expr *arg : expr->args)
    given += (given.empty() ? "" : ", ") + shown(arg);
  for (const Keyword &keyword : expr->keywords)
    given += (given.empty() ? "" : ", ") + keyword.name.text.str() + ": " + shown(keyword.value);
  Diagnostic &diag = error(expr->loc, diag::NoMatchingFunc, group.name, given);
  constexpr unsigned maxCandidates = 4;
  for (const FuncDecl *decl : ArrayRef(group.overloads).take_front(maxCandidates))
    diag.note(decl->def->name.loc, "`" + signatureOf(*decl) + "`");
  if (group.overloads.size() != 1 || group.overloads[0]->params.size() != expr->args.size())
    return errorType();
  for (auto [arg, param] : llvm::zip_equal(expr->args, group.overloads[0]->params)) {
    const Type *argType = typeOf(arg), *type = param->type;
    if (argType && type && argType != type && argType->isScalar() && type->isScalar())
      return diag.help(("cast the argument: `" + castName(type) + "(" + text(arg) + ")`").str()), errorType();
  }
  return errorType();
}
