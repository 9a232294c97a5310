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

static const Type *resolveParam(Session &session, ModuleScope &scope, const Param &param, StringRef function) {
  if (param.annotation)
    return resolveAnnotation(session, scope, param.annotation);
  session.diags.report(param.name.loc, diag::MissingAnnotation, param.name.text, function)
      .help(("write its type, such as `" + param.name.text + ": float`").str());
  return session.types.error();
}

static void resolveParams(Session &session, ModuleScope &scope, const FunctionDef *def,
                          llvm::SmallVectorImpl<const Type *> &types) {
  for (const Param *param : {def->params.vararg, def->params.kwarg})
    if (param)
      session.diags.report(param->name.loc, diag::VariableParams, def->name.text).help("name each parameter");
  for (const Param *param : paramsOf(def))
    types.push_back(resolveParam(session, scope, *param, def->name.text));
  if (def->params.vararg || def->params.kwarg)
    types.push_back(session.types.error()); // so that the signature is not taken for a whole one
}

void kt::resolveSignature(Session &session, FuncDecl &decl) {
  if (decl.hasSignature)
    return;
  decl.hasSignature = true;
  decl.firstDiag = session.diags.diagnostics().size();
  resolveParams(session, *decl.scope, decl.def, decl.paramTypes);
  decl.endDiag = session.diags.diagnostics().size();
  if (llvm::any_of(decl.paramTypes, [](const Type *type) { return type->isError(); }))
    decl.state = FuncDecl::Failed;
}

// Variables
// ---------

FunctionChecker::FunctionChecker(Session &session, ModuleScope &scope, CheckedFunction &function)
    : session(session), scope(scope), function(function), types(session.types) {}

void FunctionChecker::declareParams(ArrayRef<const Type *> paramTypes) {
  for (auto [param, type] : llvm::zip_equal(paramsOf(function.def), paramTypes)) {
    unsigned index = function.variables.size();
    Variable &variable = function.variables.emplace_back(Variable{param->name.text, type, param->name.loc, true});
    if (!locals.try_emplace(param->name.text, index).second) {
      error(param->name.loc, diag::DuplicateParam, param->name.text, function.def->name.text)
          .note(function.variables[locals[param->name.text]].loc, "the first one");
    }
    function.params.push_back(&variable);
    localInfo.push_back({0, false, true});
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
  const auto *name = dyn_cast<Name>(target);
  if (!name || !locals.try_emplace(name->id, function.variables.size()).second)
    return;
  function.variables.push_back({name->id, nullptr, name->loc, false});
  localInfo.push_back({});
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

void FunctionChecker::checkReturns() {
  if (!function.result) {
    function.result = types.none();
    return;
  }
  if (!flow.isReachable() || function.result->isNone() || function.result->isError())
    return;
  Diagnostic &diag = error(function.def->name.loc, diag::MissingReturn, function.name, function.result->spelling());
  if (firstReturn)
    diag.note(firstReturn->loc, "it returns a value here, but not on every path");
}

bool FunctionChecker::check(ArrayRef<const Type *> paramTypes) {
  declareParams(paramTypes);
  declareLocals(function.def->body);
  if (function.def->isAsync)
    error(function.def->name.loc, diag::UnsupportedSyntax, "an `async` function");
  if (!function.def->typeParams.empty())
    error(function.def->typeParams[0].name.loc, diag::GenericType, function.def->typeParams[0].name.text)
        .help("write one type, such as `float`");
  if (function.isKernel) {
    function.result = types.none();
  } else if (function.def->returns) {
    function.result = resolveReturnAnnotation(session, scope, function.def->returns);
    isValid &= !function.result->isError();
    hasAnnotatedResult = true;
  }
  checkBlock(function.def->body);
  checkReturns();
  return isValid;
}

// Kernels and funcs
// -----------------

static CheckedFunction &makeFunction(Session &session, const FunctionDef *def, StringRef name, bool isKernel) {
  CheckedFunction &function = session.result.functionStorage.emplace_back();
  function.def = def;
  function.isKernel = isKernel;
  function.name = name.str();
  function.file = def->loc.file;
  return function;
}

const CheckedFunction *kt::requireChecked(Session &session, FuncDecl &decl) {
  assert(decl.state != FuncDecl::InProgress && "the caller refuses recursion");
  if (decl.state != FuncDecl::Fresh)
    return decl.state == FuncDecl::Passed ? decl.checked : nullptr;
  decl.state = FuncDecl::InProgress;
  decl.firstDiag = session.diags.diagnostics().size();
  decl.checked = &makeFunction(session, decl.def, decl.name, /*isKernel=*/false);
  session.callStack.push_back(&decl);
  FunctionChecker checker(session, *decl.scope, *decl.checked);
  bool passed = decl.isNative ? checkNative(session, decl, *decl.checked) : checker.check(decl.paramTypes);
  session.callStack.pop_back();
  decl.endDiag = session.diags.diagnostics().size();
  // Nothing new was said, as what it calls was found faulty before.
  if (const FuncDecl *culprit = checker.failedCallee; culprit && decl.firstDiag == decl.endDiag) {
    decl.firstDiag = culprit->firstDiag;
    decl.endDiag = culprit->endDiag;
  }
  decl.state = passed ? FuncDecl::Passed : FuncDecl::Failed;
  // Callees were appended while the body was checked: they stand before.
  if (passed)
    session.result.functions.push_back(decl.checked);
  return passed ? decl.checked : nullptr;
}

/// Types that a launch can pass.
static bool checkKernelParams(Session &session, const FunctionDef *def, ArrayRef<const Type *> types) {
  bool isValid = llvm::none_of(types, [](const Type *type) { return type->isError(); });
  for (const Param *param : paramsOf(def)) {
    if (!param->defaultValue)
      continue;
    session.diags.report(param->defaultValue->loc, diag::KernelDefault, param->name.text)
        .help("leave the default out; a launch passes every argument");
    isValid = false;
  }
  return isValid;
}

KernelResult kt::checkKernel(Session &session, ModuleScope &scope, const FunctionDef *def, StringRef name) {
  llvm::SmallVector<const Type *, 8> paramTypes;
  resolveParams(session, scope, def, paramTypes);
  bool hasParams = checkKernelParams(session, def, paramTypes);
  if (def->params.vararg || def->params.kwarg)
    paramTypes.pop_back();
  CheckedFunction &function = makeFunction(session, def, name, /*isKernel=*/true);
  FunctionChecker checker(session, scope, function);
  bool passed = checker.check(paramTypes) && hasParams;
  return {passed ? &function : nullptr, checker.failedCallee};
}
