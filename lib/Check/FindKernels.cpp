// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The kernels of a file: those at module level and in classes, those in functions, and those that a call at module
// level makes, `k = make_kernel(3)`.

#include "FindKernels.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

namespace {

class KernelFinder {
public:
  KernelFinder(Session &session, ModuleScope &fileScope)
      : session(session), fileScope(fileScope), index(indexOf(session, fileScope)) {}

  std::vector<FoundKernel> run();

private:
  void addDefined(const FunctionInfo &function);
  void addMade(StringRef name);
  bool isInKernel(const FunctionDef *def);
  bool isReachable(ModuleScope &scope, const FunctionDef *def);
  bool mayMakeKernel(const Call &call);
  void dropRepeated();
  void nameApart();

  Session &session;
  ModuleScope &fileScope;
  const FileIndex &index;
  std::vector<FoundKernel> found;
};

/// Code of a kernel or func is not run by Python.
bool KernelFinder::isInKernel(const FunctionDef *def) {
  for (; def; def = index.infoOf(def).outer) {
    FuncRole role = roleOf(session, bodyScope(session, fileScope, index.infoOf(def).outer), def);
    if (role == FuncRole::Kernel || role == FuncRole::Func)
      return true;
  }
  return false;
}

/// Of several definitions of a name, one in the arm that a known `if` does not take is none.
bool KernelFinder::isReachable(ModuleScope &scope, const FunctionDef *def) {
  llvm::SmallVector<Binding, 2> bindings = scope.bindings(def->name.text);
  auto isDef = [&](const Binding &binding) { return binding.stmt == def; };
  return llvm::none_of(bindings, isDef) || llvm::any_of(reachable(session, scope, bindings), isDef);
}

// @wp.kernel
// def k(…): …
// -----------
void KernelFinder::addDefined(const FunctionInfo &function) {
  if (function.def->decorators.empty())
    return;
  ModuleScope &scope = bodyScope(session, fileScope, function.outer);
  if (roleOf(session, scope, function.def) == FuncRole::Kernel && !isInKernel(function.outer) &&
      isReachable(scope, function.def))
    found.push_back({function.path, &scope, function.def, function.def->name.loc});
}

// k = make_kernel(3)
// ------------------

/// A call of a function with a kernel in it. Other calls are not looked into.
bool KernelFinder::mayMakeKernel(const Call &call) {
  const auto *name = dyn_cast<Name>(call.func);
  if (!name)
    return false;
  llvm::SmallVector<Binding, 2> bindings = fileScope.bindings(name->id);
  if (bindings.size() != 1 || bindings[0].kind != Binding::Function)
    return false;
  return llvm::any_of(found, [&](const FoundKernel &kernel) {
    for (const FunctionDef *outer = kernel.scope->function(); outer; outer = index.infoOf(outer).outer)
      if (outer == bindings[0].stmt)
        return true;
    return false;
  });
}

void KernelFinder::addMade(StringRef name) {
  llvm::SmallVector<Binding, 2> bindings = fileScope.bindings(name);
  const auto *call = bindings.size() == 1 ? dyn_cast_or_null<Call>(bindings[0].value) : nullptr;
  if (!call || !mayMakeKernel(*call))
    return;
  const StaticValue &value = lookup(session, fileScope, name);
  if (value.is(Kind::Kernel) && value.module->function())
    found.push_back({name.str(), value.module, value.function, bindings[0].loc});
}

// All of them
// -----------

/// A kernel of a function whose calls are known does not stand for itself as well, unless it is asked for.
void KernelFinder::dropRepeated() {
  auto isMade = [&](const FoundKernel &kernel) { return kernel.loc != kernel.def->name.loc; };
  llvm::erase_if(found, [&](const FoundKernel &kernel) {
    return !isMade(kernel) && !llvm::is_contained(session.options.kernels, kernel.name) &&
           llvm::any_of(found, [&](const FoundKernel &other) { return isMade(other) && other.def == kernel.def; });
  });
}

/// One name may be used for several kernels in turn, and all of them count. In a function they are `test.k`, `test.k.2`
/// …; in a file the last one, which has the name in the end, is `k`, and those before it are `k.1`, `k.2` ….
void KernelFinder::nameApart() {
  llvm::StringMap<unsigned> counts;
  llvm::StringMap<Location> last;
  for (const FoundKernel &kernel : found)
    last[kernel.name] = kernel.loc;
  for (FoundKernel &kernel : found) {
    unsigned count = ++counts[kernel.name];
    Location lastLoc = last.lookup(kernel.name);
    bool isReplaced = !kernel.scope->function() && lastLoc != kernel.loc;
    std::string numbered = kernel.name + "." + std::to_string(count);
    if (isReplaced)
      session.diags.report(kernel.loc, diag::DuplicateKernel, kernel.name, numbered).note(lastLoc, "the last one");
    if (isReplaced || (kernel.scope->function() && count > 1))
      kernel.name = numbered;
  }
}

std::vector<FoundKernel> KernelFinder::run() {
  for (const FunctionInfo &function : index.functions())
    addDefined(function);
  for (StringRef name : fileScope.names())
    addMade(name);
  llvm::sort(found, [](const FoundKernel &a, const FoundKernel &b) { return a.loc.begin < b.loc.begin; });
  dropRepeated();
  nameApart();
  return std::move(found);
}

} // namespace

std::vector<FoundKernel> kt::findKernels(Session &session, ModuleScope &fileScope) {
  return KernelFinder(session, fileScope).run();
}
