// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A function as a whole: its parameters, the variables it has, what it returns.

#include "FunctionChecker.h"

using namespace kt;
using namespace kt::ast;

// Parameters
// ----------

llvm::SmallVector<const Param *, 8> kt::paramsOf(const FunctionDef *def) {
  llvm::SmallVector<const Param *, 8> params;
  for (ArrayRef<Param> list : {def->params.positionalOnly, def->params.positional, def->params.keywordOnly})
    for (const Param &param : list)
      params.push_back(&param);
  return params;
}

static const TypeTemplate *resolveParam(Session &session, FuncDecl &decl, const Param &param) {
  if (param.annotation) {
    const TypeTemplate *pattern = resolveTemplate(session, *decl.scope, param.annotation);
    if (!pattern->type || !isFixedArray(pattern->type))
      return pattern;
    session.diags.report(param.annotation->loc, diag::LocalType, "a parameter", pattern->type->spelling())
        .help("write `wp.array`, which takes fixed arrays as well");
    return templateOf(session, StaticValue::ofType(session.types.error()));
  }
  session.diags.report(param.name.loc, diag::MissingAnnotation, param.name.text, decl.def->name.text)
      .help(("write its type, such as `" + param.name.text + ": float`").str());
  return templateOf(session, StaticValue::ofType(session.types.error()));
}

/// What a launch can't pass.
static bool checkKernelParam(Session &session, const Param &param, const TypeTemplate &pattern) {
  if (pattern.kind == TypeTemplate::Kind::Function) {
    session.diags.report(param.annotation->loc, diag::KernelFunction, param.name.text)
        .help("call the function by its name in the kernel");
    return false;
  }
  if (pattern.type && isa<TupleType>(pattern.type)) {
    session.diags.report(param.annotation->loc, diag::LocalType, "a kernel's parameter", pattern.type->spelling())
        .help("use a struct");
    return false;
  }
  if (!param.defaultValue)
    return true;
  session.diags.report(param.defaultValue->loc, diag::KernelDefault, param.name.text)
      .help("leave the default out; a launch passes every argument");
  return false;
}

void kt::resolveSignature(Session &session, FuncDecl &decl) {
  if (decl.hasSignature)
    return;
  decl.hasSignature = true;
  decl.diags.first = session.diags.diagnostics().size();
  for (const Param *param : {decl.def->params.vararg, decl.def->params.kwarg}) {
    if (!param)
      continue;
    session.diags.report(param->name.loc, diag::VariableParams, decl.def->name.text).help("name each parameter");
    decl.isFaulty = true;
  }
  for (const Param *param : paramsOf(decl.def)) {
    const TypeTemplate *pattern = resolveParam(session, decl, *param);
    decl.params.push_back(pattern);
    decl.isFaulty |= pattern->type && pattern->type->isError();
    if (decl.isKernel)
      decl.isFaulty |= !checkKernelParam(session, *param, *pattern);
  }
  decl.diags.end = session.diags.diagnostics().size();
}

// Variables
// ---------

FunctionChecker::FunctionChecker(Session &session, ModuleScope &scope, CheckedFunction &function)
    : session(session), scope(scope), function(function), types(session.types) {}

void FunctionChecker::declareParams(ArrayRef<Argument> args) {
  for (auto [param, arg] : llvm::zip_equal(paramsOf(function.def), args)) {
    if (arg.isFunction()) {
      knownNames[param->name.text] = arg.function;
      continue;
    }
    unsigned index = function.variables.size();
    Variable &variable = function.variables.emplace_back(Variable{param->name.text, arg.type, param->name.loc, true});
    if (!locals.try_emplace(param->name.text, index).second) {
      error(param->name.loc, diag::DuplicateParam, param->name.text, function.def->name.text)
          .note(function.variables[locals[param->name.text]].loc, "the first one");
    }
    function.params.push_back(&variable);
    localInfo.push_back({.blockId = 1, .isAssigned = true});
    flow.assign(index);
  }
}

/// A name that is assigned anywhere in a function is a variable all through it, as in Python.
void FunctionChecker::declareTarget(const Expr *target) {
  if (const auto *tuple = dyn_cast<Tuple>(target)) {
    for (const Expr *elt : tuple->elts)
      declareTarget(elt);
    return;
  }
  if (const auto *name = dyn_cast<Name>(target); name && localIndex(name->id) < 0)
    declareLocal(name->id, name->loc);
}

/// What `name` means from here on.
unsigned FunctionChecker::declareLocal(StringRef name, Location loc) {
  unsigned index = function.variables.size();
  locals[name] = index;
  function.variables.push_back({name, nullptr, loc, false});
  localInfo.push_back({});
  return index;
}

void FunctionChecker::declareLocals(ArrayRef<Stmt *> body) {
  for (const Stmt *stmt : body) {
    if (const auto *assign = dyn_cast<Assign>(stmt))
      for (const Expr *target : assign->targets)
        declareTarget(target);
    else if (const auto *annotated = dyn_cast<AnnAssign>(stmt))
      declareTarget(annotated->target);
    else if (const auto *augmented = dyn_cast<AugAssign>(stmt))
      declareTarget(augmented->target);
    else if (const auto *loop = dyn_cast<For>(stmt))
      declareTarget(loop->target);
    forEachBlock(stmt, [&](ArrayRef<Stmt *> block) { declareLocals(block); });
  }
}

// Results
// -------

/// Does a value of `type` lead to memory elsewhere?
static bool holdsArray(const Type *type) {
  if (const auto *tuple = dyn_cast<TupleType>(type))
    return llvm::any_of(tuple->elements(), holdsArray);
  if (const auto *structType = dyn_cast<StructType>(type))
    return llvm::any_of(structType->fields(), [](const StructType::Field &field) { return holdsArray(field.type); });
  return type->isArray() && !isFixedArray(type);
}

void FunctionChecker::checkReturns() {
  if (!function.result) {
    function.result = types.none();
    return;
  }
  // Which array it is, is not looked into.
  bool hasOwn =
      llvm::any_of(function.variables, [](const Variable &var) { return var.type && isFixedArray(var.type); });
  if (hasOwn && holdsArray(function.result))
    error(function.def->name.loc, diag::ReturnsLocalArray, function.name)
        .help("return the elements, or all of `wp.zeros`");
  if (!flow.isReachable() || function.result->isNone() || function.result->isError())
    return;
  Diagnostic &diag = error(function.def->name.loc, diag::MissingReturn, function.name, function.result->spelling());
  if (firstReturn)
    diag.note(firstReturn->loc, "it returns a value here, but not on every path");
}

void FunctionChecker::declareResult() {
  if (function.isKernel) {
    function.result = types.none();
    return;
  }
  if (!function.def->returns)
    return;
  declaredResult = resolveReturnAnnotation(session, scope, function.def->returns);
  if (declaredResult->isGeneric())
    return; // found from what is returned, and held against it
  function.result = declaredResult->type;
  isValid &= !function.result->isError();
}

bool FunctionChecker::check(ArrayRef<Argument> args) {
  declareParams(args);
  declareLocals(function.def->body);
  if (function.def->isAsync)
    error(function.def->name.loc, diag::UnsupportedSyntax, "an `async` function");
  if (!function.def->typeParams.empty())
    error(function.def->typeParams[0].name.loc, diag::GenericType, function.def->typeParams[0].name.text)
        .help("write `Any`, or one type, such as `float`");
  declareResult();
  checkBlock(function.def->body);
  checkReturns();
  return isValid;
}
