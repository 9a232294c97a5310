// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions around kernels: what is known of their names without a call of them, and what a kernel takes from them.

#include "Session.h"
#include "kt/AST/Children.h"
#include "llvm/ADT/DenseSet.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

const FileIndex &kt::indexOf(Session &session, const ModuleScope &scope) {
  auto it = session.indexes.find(scope.file());
  if (it != session.indexes.end())
    return it->second;
  auto module = llvm::find_if(session.result.modules,
                              [&](const ast::Module &module) { return module.file == scope.file(); });
  return session.indexes.try_emplace(scope.file(), *module).first->second;
}

// Scopes
// ------

ModuleScope &kt::bodyScope(Session &session, ModuleScope &parent, const FunctionDef &function) {
  ModuleScope *&scope = session.bodyScopes[{&parent, &function}];
  if (!scope)
    scope = &session.scopes.emplace_back(indexOf(session, parent).infoOf(&function).names, function, parent);
  return *scope;
}

ModuleScope &kt::bodyScope(Session &session, ModuleScope &fileScope, const FunctionDef *function) {
  if (!function)
    return fileScope;
  ModuleScope &parent = bodyScope(session, fileScope, indexOf(session, fileScope).infoOf(function).outer);
  return bodyScope(session, parent, *function);
}

// Parameters
// ----------

/// The value that every call of the file passes; nothing if there is no call.
static std::optional<StaticValue> passedByAll(Session &session, ModuleScope &scope, const Param &param) {
  const FunctionDef &function = *scope.function();
  ModuleScope &parent = *scope.parent();
  const FileIndex::Uses &uses = indexOf(session, scope).usesOf(function.name.text);
  std::optional<StaticValue> result;
  for (const FileIndex::CallSite &site : uses.calls) {
    ModuleScope &caller = bodyScope(session, scope.fileScope(), site.outer);
    if (&caller.ownerOf(function.name.text) != &parent)
      continue; // another function of that name
    if (hasUnpacking(*site.call))
      return StaticValue::unknown(site.call->loc, "this call does not tell what it gives");
    const Expr *given = argumentFor(function, *site.call, param);
    StaticValue value = given                ? evaluate(session, caller, given)
                        : param.defaultValue ? evaluate(session, parent, param.defaultValue)
                                             : StaticValue::unknown(site.call->loc, "this call does not give it");
    if (result && !isSame(*result, value))
      return StaticValue::unknown(site.call->loc, "calls of `" + function.name.text + "` give it different values");
    if (value.isMissing())
      return value;
    result = std::move(value);
  }
  if (uses.otherUse.isValid() && (result || !param.defaultValue))
    return StaticValue::unknown(uses.otherUse, "`" + function.name.text + "` may be called from here");
  return result;
}

StaticValue kt::parameterValue(Session &session, ModuleScope &scope, const Binding &binding) {
  const FunctionDef &function = *scope.function();
  const Param &param = **llvm::find_if(paramsOf(&function),
                                       [&](const Param *param) { return param->name.loc == binding.loc; });
  if (const StaticValue *given = scope.param(param.name.text))
    return *given;
  FuncRole role = roleOf(session, *scope.parent(), &function);
  if (role == FuncRole::Kernel || role == FuncRole::Func)
    return StaticValue::unknown(param.name.loc, "a parameter of `" + function.name.text + "`");
  if (std::optional<StaticValue> passed = passedByAll(session, scope, param))
    return *passed;
  if (param.defaultValue)
    return evaluate(session, *scope.parent(), param.defaultValue);
  return StaticValue::unknown(param.name.loc, "a parameter of `" + function.name.text + "`, which the file never calls");
}

// Captures
// --------

namespace {

class CaptureChecker {
public:
  CaptureChecker(Session &session, const FunctionDef &kernel, bool isAskedFor)
      : session(session), kernel(kernel), isAskedFor(isAskedFor) {}

  void check(ModuleScope &scope, const FunctionDef &def);
  bool areKnown = true;

private:
  void check(ModuleScope &scope, const NameTable &own, const Node &node);
  void checkName(ModuleScope &scope, const Name &name);
  void report(ModuleScope &owner, const Name &name, const StaticValue &value);

  Session &session;
  const FunctionDef &kernel;
  bool isAskedFor;
  llvm::DenseSet<std::pair<const ModuleScope *, const FunctionDef *>> seenFuncs;
  llvm::DenseSet<std::pair<const ModuleScope *, StringRef>> reported;
};

void CaptureChecker::check(ModuleScope &scope, const FunctionDef &def) {
  if (!scope.function() || !seenFuncs.insert({&scope, &def}).second)
    return;
  const NameTable &own = indexOf(session, scope).infoOf(&def).names;
  forEachChild(def, [&](const Node &child) {
    if (!llvm::is_contained(def.decorators, &child))
      check(scope, own, child);
  });
}

void CaptureChecker::check(ModuleScope &scope, const NameTable &own, const Node &node) {
  if (const auto *name = dyn_cast<Name>(&node); name && own.bindings(name->id).empty())
    checkName(scope, *name);
  forEachChild(node, [&](const Node &child) { check(scope, own, child); });
}

void CaptureChecker::checkName(ModuleScope &scope, const Name &name) {
  ModuleScope &owner = scope.ownerOf(name.id);
  if (!owner.function())
    return; // the checker itself looks at names of the file
  const StaticValue &value = lookup(session, owner, name.id);
  if (value.isMissing())
    report(owner, name, value);
  else if (value.is(Kind::Funcs))
    for (const FuncDecl *decl : value.funcs->overloads)
      check(*decl->scope, *decl->def);
}

void CaptureChecker::report(ModuleScope &owner, const Name &name, const StaticValue &value) {
  bool isFirst = std::exchange(areKnown, false);
  if (!reported.insert({&owner, name.id}).second || (!isAskedFor && !isFirst))
    return;
  std::string path = indexOf(session, owner).infoOf(owner.function()).path;
  Diagnostic &diag = session.diags.report(name.loc, isAskedFor ? diag::UnknownCapture : diag::SkippedKernel, name.id, kernel.name.text);
  llvm::SmallVector<Binding, 2> bindings = owner.bindings(name.id);
  diag.note(bindings.empty() ? Location() : bindings.front().loc, "`" + path + "` binds it here");
  if (bindings.empty() || value.loc != bindings.front().loc)
    diag.note(value.loc, value.reason);
  diag.help("give it on the command line: `--define " + path + "." + name.id.str() + "=VALUE`");
}

} // namespace

bool kt::checkCaptures(Session &session, ModuleScope &scope, const FunctionDef &def, bool isAskedFor) {
  CaptureChecker checker(session, def, isAskedFor);
  checker.check(scope, def);
  return checker.areKnown;
}
