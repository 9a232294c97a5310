// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One file: its kernels in turn, and then what the good ones need.

#include "kt/Check/Check.h"
#include "Session.h"
#include "llvm/ADT/DenseSet.h"

using namespace kt;
using namespace kt::ast;

// Decorators
// ----------

/// Every decorator of a kernel or func has to be one that we know: another might replace the function.
static bool checkDecorators(Session &session, ModuleScope &scope, const FunctionDef *def) {
  bool areValid = true;
  for (const Expr *decorator : def->decorators) {
    const auto *call = dyn_cast<Call>(decorator);
    StaticValue value = evaluate(session, scope, call ? call->func : decorator);
    bool isKnown = value.is(StaticValue::Kind::WarpName) && (value.text == "kernel" || value.text == "func");
    if (isKnown)
      continue;
    session.diags.report(decorator->loc, diag::UnknownDecorator, session.text(decorator));
    areValid = false;
  }
  return areValid;
}

// Kernels
// -------

static void checkEntry(Session &session, ModuleScope &scope, const FunctionDef *def, KernelEntry &entry,
                       const FunctionDef *first) {
  entry.firstDiag = session.diags.diagnostics().size();
  KernelResult checked{nullptr, nullptr};
  if (first)
    session.diags.report(def->name.loc, diag::DuplicateKernel, def->name.text).note(first->name.loc, "the first one");
  else if (checkDecorators(session, scope, def))
    checked = checkKernel(session, scope, def);
  entry.endDiag = session.diags.diagnostics().size();
  entry.function = checked.function;
  // What is wrong with a func was said for its first caller, and holds for the others too.
  if (!entry.function && entry.firstDiag == entry.endDiag && checked.failedCallee) {
    entry.firstDiag = checked.failedCallee->firstDiag;
    entry.endDiag = checked.failedCallee->endDiag;
  }
}

static void checkKernels(Session &session, ModuleScope &scope) {
  llvm::StringMap<const FunctionDef *> seen;
  for (const FunctionDef *def : scope.functions()) {
    if (session.diags.atLimit())
      return;
    if (def->decorators.empty() || roleOf(session, scope, def) != FuncRole::Kernel)
      continue;
    KernelEntry &entry = session.result.kernels.emplace_back();
    entry.name = def->name.text.str();
    entry.loc = def->name.loc;
    entry.selected = session.options.kernels.empty() || llvm::is_contained(session.options.kernels, entry.name);
    const FunctionDef *first = seen.try_emplace(def->name.text, def).first->second;
    if (!entry.selected)
      continue;
    checkEntry(session, scope, def, entry, first == def ? nullptr : first);
  }
}

// What they need
// --------------

namespace {

/// Collects functions and structs, each after what it needs.
class Collector {
public:
  explicit Collector(CheckedModule &module) : module(module) {}

  void addFunction(const CheckedFunction *function) {
    if (!functions.insert(function).second)
      return;
    llvm::SmallVector<std::pair<uint32_t, const CheckedFunction *>, 8> callees;
    for (const auto &[node, callee] : function->callees)
      if (const auto *func = std::get_if<Callee::Func>(&callee.what))
        callees.emplace_back(node->loc.begin, func->function);
    // The table has no order of its own; the text does.
    llvm::sort(callees, [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[begin, callee] : callees)
      addFunction(callee);
    addStructsOf(*function);
    module.functions.push_back(function);
  }

private:
  /// Structs that variables hold, in the order of the variables, and then those that only expressions do.
  void addStructsOf(const CheckedFunction &function) {
    for (const Variable &variable : function.variables)
      addType(variable.type);
    addType(function.result);
    llvm::SmallVector<std::pair<Location, const Type *>, 16> others;
    for (const auto &[expr, type] : function.types)
      if (type->isStruct() || type->isArray())
        others.emplace_back(expr->loc, type);
    llvm::sort(others, [](const auto &a, const auto &b) {
      return std::tuple(a.first.file, a.first.begin, a.first.end) <
             std::tuple(b.first.file, b.first.begin, b.first.end);
    });
    for (const auto &[loc, type] : others)
      addType(type);
  }

  void addType(const Type *type) {
    if (!type)
      return;
    if (const auto *array = dyn_cast<ArrayType>(type))
      return addType(array->element());
    if (const auto *tuple = dyn_cast<TupleType>(type))
      for (const Type *element : tuple->elements())
        addType(element);
    const auto *structType = dyn_cast<StructType>(type);
    if (!structType || !structs.insert(structType).second)
      return;
    for (const StructType::Field &field : structType->fields())
      addType(field.type);
    module.structs.push_back(structType);
  }

  CheckedModule &module;
  llvm::DenseSet<const CheckedFunction *> functions;
  llvm::DenseSet<const StructType *> structs;
};

} // namespace

CheckedModule kt::check(Module module, const CheckOptions &options, SourceManager &sources, TypeContext &types,
                        DiagEngine &diags) {
  CheckedModule result;
  result.file = module.file;
  result.modules.push_back(std::move(module));
  Session session(options, sources, types, diags, result);
  ModuleScope &scope = session.scopes.emplace_back(result.modules.front());
  checkKernels(session, scope);
  result.functions.clear();
  Collector collector(result);
  for (const KernelEntry &entry : result.kernels)
    if (entry.function)
      collector.addFunction(entry.function);
  return result;
}
