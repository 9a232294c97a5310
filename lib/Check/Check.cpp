// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One file: its kernels in turn, and then what the good ones need.

#include "kt/Check/Check.h"
#include "FindKernels.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringSet.h"

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

/// What `enable_backward` says in a decorator; yes where nothing is said, or nothing that can be known.
static bool wantsAdjoint(Session &session, ModuleScope &scope, const FunctionDef *def) {
  for (const Expr *decorator : def->decorators)
    if (const auto *call = dyn_cast<Call>(decorator))
      for (const Keyword &keyword : call->keywords)
        if (keyword.name.text == "enable_backward")
          return truthOf(evaluate(session, scope, keyword.value)).value_or(true);
  return true;
}

// Kernels
// -------

namespace {

/// Makes the entries of a file: one for each kernel, or for each instance of a generic one.
class KernelChecker {
public:
  KernelChecker(Session &session, ModuleScope &fileScope)
      : session(session), requests(collectOverloads(session, fileScope)) {}

  /// `entry` is filled in and added, for a generic kernel several times.
  void check(const FoundKernel &found, KernelEntry entry);

private:
  bool isSound(const FoundKernel &found, KernelEntry &entry);
  void checkInstances(FuncDecl &kernel, const KernelEntry &entry);
  void checkPlain(FuncDecl &kernel, KernelEntry &entry);
  void check(KernelEntry &entry, FuncInstance &instance, Location loc);
  KernelEntry &add(const KernelEntry &entry);
  std::string emittedName(StringRef name);
  unsigned diagCount() const { return session.diags.diagnostics().size(); }

  Session &session;
  std::vector<OverloadRequest> requests;
  llvm::StringSet<> namesOfFunctions; // of those to be emitted
};

/// The user's name where it has no dots.
std::string KernelChecker::emittedName(StringRef name) {
  std::string result = name.str();
  llvm::replace(result, '.', '_');
  while (!namesOfFunctions.insert(result).second)
    result += '_';
  return result;
}

KernelEntry &KernelChecker::add(const KernelEntry &entry) {
  KernelEntry &added = session.result.kernels.emplace_back(entry);
  if (std::optional<unsigned> only = session.options.onlyEntry)
    added.selected &= *only + 1 == session.result.kernels.size();
  return added;
}

void KernelChecker::check(KernelEntry &entry, FuncInstance &instance, Location loc) {
  entry.instance = labelOf(instance);
  if (!entry.selected)
    return;
  entry.function = requireChecked(session, instance, loc);
  entry.diags.end = diagCount();
  // What is wrong with a func was said for its first caller, and holds for the others too.
  if (!entry.function && entry.diags.isEmpty())
    entry.diags = instance.diags;
}

/// One entry for each set of types that is asked for, in the order of the requests.
void KernelChecker::checkInstances(FuncDecl &kernel, const KernelEntry &entry) {
  llvm::SmallVector<FuncInstance *, 4> instances;
  for (const OverloadRequest &request : requests) {
    if (!request.isFor(kernel))
      continue;
    unsigned first = diagCount();
    FuncInstance *instance = readRequest(session, kernel, request);
    if (instance && llvm::is_contained(instances, instance))
      continue;
    instances.push_back(instance);
    KernelEntry &added = add(entry);
    added.diags = {first, diagCount()};
    if (instance)
      check(added, *instance, request.loc);
  }
  if (!instances.empty())
    return;
  KernelEntry &added = add(entry);
  added.diags.first = diagCount();
  check(added, defaultInstance(session, kernel), entry.loc);
}

/// A kernel of one type for each parameter. Where that is not known, the body is looked at all the same.
void KernelChecker::checkPlain(FuncDecl &kernel, KernelEntry &entry) {
  llvm::SmallVector<Argument, 8> args;
  for (const TypeTemplate *param : kernel.params)
    args.push_back(Argument::ofType(param->type));
  check(entry, instanceOf(kernel, args), entry.loc);
  bool isFaulty = kernel.isFaulty;
  for (const OverloadRequest &request : requests) {
    if (!request.isFor(kernel) || !entry.selected)
      continue;
    session.diags.report(request.loc, diag::OverloadNotGeneric, entry.name).note(entry.loc, "the kernel");
    entry.diags.end = diagCount();
    isFaulty = true;
  }
  if (isFaulty)
    entry.function = nullptr;
}

bool KernelChecker::isSound(const FoundKernel &found, KernelEntry &entry) {
  bool isAskedFor = !session.options.kernels.empty();
  if (!checkCaptures(session, *found.scope, *found.def, isAskedFor)) {
    entry.selected = isAskedFor;
    return false;
  }
  return checkDecorators(session, *found.scope, found.def);
}

void KernelChecker::check(const FoundKernel &found, KernelEntry entry) {
  entry.diags.first = diagCount();
  bool isChecked = entry.selected && !session.diags.atLimit() && isSound(found, entry);
  // One definition may stand for kernels of several names.
  FuncDecl &kernel = session.funcDecls.emplace_back(found.def, found.scope);
  if (isChecked) {
    kernel.isKernel = true;
    kernel.wantsAdjoint = wantsAdjoint(session, *found.scope, found.def);
    kernel.name = session.save(emittedName(found.name));
    resolveSignature(session, kernel);
  }
  if (isChecked && kernel.isGeneric() && !kernel.isFaulty)
    return checkInstances(kernel, entry);
  entry.diags.end = diagCount();
  KernelEntry &added = add(entry);
  if (isChecked && !kernel.isGeneric())
    checkPlain(kernel, added);
}

} // namespace

/// A name asked for means the kernel that has it, or else every one whose last part it is.
static void select(std::vector<KernelEntry> &kernels, ArrayRef<std::string> names) {
  for (KernelEntry &kernel : kernels)
    kernel.selected = names.empty();
  for (StringRef name : names) {
    bool isWhole = llvm::any_of(kernels, [&](const KernelEntry &kernel) { return kernel.name == name; });
    for (KernelEntry &kernel : kernels)
      kernel.selected |= isWhole ? kernel.name == name : kernel.isCalled(name);
  }
}

static void checkKernels(Session &session, ModuleScope &scope) {
  std::vector<FoundKernel> found = findKernels(session, scope);
  std::vector<KernelEntry> entries;
  for (const FoundKernel &kernel : found) {
    KernelEntry &entry = entries.emplace_back();
    entry.name = kernel.name;
    entry.loc = kernel.loc;
  }
  select(entries, session.options.kernels);
  KernelChecker checker(session, scope);
  for (auto [kernel, entry] : llvm::zip_equal(found, entries))
    checker.check(kernel, entry);
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
  readDefinitions(session, scope);
  checkKernels(session, scope);
  Collector collector(result);
  for (const KernelEntry &entry : result.kernels)
    if (entry.function)
      collector.addFunction(entry.function);
  return result;
}
