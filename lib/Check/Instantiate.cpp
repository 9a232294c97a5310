// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions for one set of arguments each.

#include "FunctionChecker.h"
#include "llvm/ADT/StringExtras.h"

using namespace kt;
using namespace kt::ast;

// Arguments and signatures
// ------------------------

std::string Argument::spelling() const { return isFunction() ? function.text.str() : type->spelling(); }

bool kt::operator==(const Argument &left, const Argument &right) {
  return left.type == right.type && left.function.kind == right.function.kind &&
         left.function.text == right.function.text && left.function.funcs == right.function.funcs;
}

bool FuncDecl::isGeneric() const {
  return llvm::any_of(params, [](const TypeTemplate *param) { return param->isGeneric(); });
}

bool FuncDecl::hasSignatureOf(const FuncDecl &other) const {
  return params.size() == other.params.size() && llvm::all_of(llvm::zip(params, other.params), [](const auto &pair) {
           return *std::get<0>(pair) == *std::get<1>(pair);
         });
}

// Instances
// ---------

FuncInstance &kt::instanceOf(FuncDecl &decl, ArrayRef<Argument> args) {
  for (FuncInstance &instance : decl.instances)
    if (ArrayRef<Argument>(instance.args) == args)
      return instance;
  FuncInstance &instance = decl.instances.emplace_back();
  instance.decl = &decl;
  instance.args.assign(args.begin(), args.end());
  return instance;
}

std::string kt::labelOf(const FuncInstance &instance) {
  const FuncDecl &decl = *instance.decl;
  llvm::SmallVector<std::string, 4> names;
  for (auto [param, arg] : llvm::zip_equal(decl.params, instance.args)) {
    if (arg.isFunction())
      names.push_back(arg.spelling());
    else if (param->isGeneric())
      param->appendBindings(arg.type, names);
    else if (decl.isOverloaded && !decl.isGeneric())
      names.push_back(arg.spelling());
  }
  // Three arrays of one element type are told by one word.
  names.erase(llvm::unique(names), names.end());
  return llvm::join(names, ", ");
}

std::string kt::spellingOf(const FuncInstance &instance) {
  std::string text = (instance.decl->def->name.text + "(").str();
  for (auto [i, param] : llvm::enumerate(paramsOf(instance.decl->def)))
    text += (i ? ", " : "") + param->name.text.str() + ": " + instance.args[i].spelling();
  return text + ")";
}

static CheckedFunction &makeFunction(Session &session, const FuncInstance &instance) {
  const FuncDecl &decl = *instance.decl;
  CheckedFunction &function = session.result.functionStorage.emplace_back();
  function.def = decl.def;
  function.isKernel = decl.isKernel;
  function.wantsAdjoint = decl.wantsAdjoint;
  function.name = decl.name.str();
  function.instance = labelOf(instance);
  function.file = decl.def->loc.file;
  return function;
}

const CheckedFunction *kt::requireChecked(Session &session, FuncInstance &instance, Location loc) {
  assert(instance.state != FuncInstance::InProgress && "the caller refuses recursion");
  if (instance.state != FuncInstance::Fresh)
    return instance.state == FuncInstance::Passed ? instance.checked : nullptr;
  instance.state = FuncInstance::InProgress;
  instance.diags.first = session.diags.diagnostics().size();
  instance.checked = &makeFunction(session, instance);
  session.callStack.push_back(&instance);
  FunctionChecker checker(session, *instance.decl->scope, *instance.checked);
  bool passed = instance.decl->isNative ? checkNative(session, instance, *instance.checked) : checker.check(instance.args);
  session.callStack.pop_back();
  if (instance.decl->isGeneric())
    session.diags.noteSince(instance.diags.first, loc, "for `" + spellingOf(instance) + "`, asked for here");
  instance.diags.end = session.diags.diagnostics().size();
  // Nothing new was said, as what it calls was found faulty before.
  if (instance.diags.isEmpty())
    instance.diags = checker.failedCallee;
  instance.state = passed ? FuncInstance::Passed : FuncInstance::Failed;
  return passed ? instance.checked : nullptr;
}
