// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which instances of its generic kernels a file and the command line ask for.

#include "Session.h"
#include "kt/AST/Children.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

namespace {

constexpr unsigned maxRequests = 10'000;

/// Walks the statements at module level, loops over what is known included.
class Collector {
public:
  Collector(Session &session, ModuleScope &scope) : session(session), scope(scope) {}

  void walk(ArrayRef<Stmt *> body);
  void readOption(StringRef text);

  std::vector<OverloadRequest> requests;

private:
  using Item = OverloadRequest::Item;

  void walk(const Stmt *stmt);
  void loop(const For *stmt);
  bool bind(const Expr *target, const StaticValue &value);
  void call(const Expr *expr);
  void decorated(const FunctionDef *def);
  std::vector<Item> itemsOf(const Expr *list);
  Item item(StringRef name, const Expr *expr);

  Session &session;
  ModuleScope &scope;
  llvm::StringMap<StaticValue> names; // bound by loops around
};

void Collector::walk(ArrayRef<Stmt *> body) {
  for (const Stmt *stmt : body)
    walk(stmt);
}

void Collector::walk(const Stmt *stmt) {
  if (requests.size() >= maxRequests)
    return;
  if (const auto *def = dyn_cast<FunctionDef>(stmt))
    return decorated(def);
  if (const auto *expr = dyn_cast<ExprStmt>(stmt))
    return call(expr->value);
  if (const auto *assign = dyn_cast<Assign>(stmt))
    return call(assign->value);
  if (const auto *node = dyn_cast<For>(stmt))
    return loop(node);
  if (!isa<While, ClassDef>(stmt))
    forEachBlock(stmt, [&](ArrayRef<Stmt *> block) { walk(block); });
}

// for T in [float, int]:
// ----------------------
// A loop over what is not known is not read.
void Collector::loop(const For *stmt) {
  StaticValue values = evaluate(session, scope, stmt->iter);
  if (!values.is(Kind::Sequence))
    return;
  for (const StaticValue &value : values.elements)
    if (bind(stmt->target, value))
      walk(stmt->body);
}

bool Collector::bind(const Expr *target, const StaticValue &value) {
  if (const auto *name = dyn_cast<Name>(target)) {
    names[name->id] = value;
    return true;
  }
  const auto *tuple = dyn_cast<Tuple>(target);
  if (!tuple || !value.is(Kind::Sequence) || tuple->elts.size() != value.elements.size())
    return false;
  return llvm::all_of(llvm::zip(tuple->elts, value.elements),
                      [&](const auto &pair) { return bind(std::get<0>(pair), std::get<1>(pair)); });
}

// wp.overload(kernel, [float, wp.array(dtype=float)])
// wp.overload(kernel, {"x": float})
// ---------------------------------------------------

Collector::Item Collector::item(StringRef name, const Expr *expr) {
  return {name, evaluate(session, scope, expr), expr->loc, session.text(expr).str()};
}

std::vector<Collector::Item> Collector::itemsOf(const Expr *list) {
  std::vector<Item> items;
  ArrayRef<Expr *> elts;
  if (const auto *node = dyn_cast<List>(list))
    elts = node->elts;
  else if (const auto *node = dyn_cast<Tuple>(list))
    elts = node->elts;
  for (const Expr *elt : elts)
    items.push_back(item({}, elt));
  if (const auto *dict = dyn_cast<Dict>(list))
    for (auto [key, value] : llvm::zip_equal(dict->keys, dict->values))
      items.push_back(item(key ? evaluate(session, scope, key).text : "", value));
  if (isa<List, Tuple, Dict>(list))
    return items;
  StaticValue values = evaluate(session, scope, list);
  if (!values.is(Kind::Sequence))
    return {{{}, values, list->loc, session.text(list).str()}}; // no type, which is said where it is used
  for (const StaticValue &value : values.elements)
    items.push_back({{}, value, list->loc, session.text(list).str()});
  return items;
}

void Collector::call(const Expr *expr) {
  const auto *node = dyn_cast<Call>(expr);
  if (!node || !isa<Name, Attribute>(node->func) || node->args.empty())
    return;
  llvm::SaveAndRestore<const llvm::StringMap<StaticValue> *> inLoop(session.loopNames, &names);
  StaticValue callee = evaluate(session, scope, node->func);
  if (!callee.is(Kind::WarpName) || callee.text != "overload")
    return;
  const Expr *types = node->args.size() == 2 ? node->args[1] : nullptr;
  for (const Keyword &keyword : node->keywords)
    if (keyword.name.text == "arg_types")
      types = keyword.value;
  StaticValue kernel = evaluate(session, scope, node->args[0]);
  if (kernel.is(Kind::Kernel) && types)
    requests.push_back({kernel, node->loc, itemsOf(types), !isa<Dict>(types)});
}

// @wp.overload
// def kernel(x: float): ...
// -------------------------
void Collector::decorated(const FunctionDef *def) {
  if (def->decorators.empty() || roleOf(session, scope, def) != FuncRole::Ignored)
    return;
  StaticValue decorator = evaluate(session, scope, def->decorators[0]);
  StaticValue kernel = lookup(session, scope, def->name.text);
  if (!decorator.is(Kind::WarpName) || decorator.text != "overload" || !kernel.is(Kind::Kernel))
    return;
  OverloadRequest request{kernel, def->name.loc, {}, /*isWhole=*/true};
  for (const Param *param : paramsOf(def)) {
    if (param->annotation)
      request.items.push_back(item({}, param->annotation));
    else
      request.items.push_back({{}, StaticValue(), param->name.loc, param->name.text.str()});
  }
  requests.push_back(std::move(request));
}

// --overload "kernel(wp.array(dtype=float), float)"
// -------------------------------------------------
void Collector::readOption(StringRef text) {
  const auto *node = dyn_cast_or_null<Call>(parseExpr(session, "--overload", text));
  const auto *name = node ? dyn_cast<Name>(node->func) : nullptr;
  if (!name) {
    session.diags.report({}, diag::OverloadOption, text)
        .help("write `name(type, …)`, such as `scale(wp.array(dtype=float), float)`");
    return;
  }
  // Warp is known by these names whatever the file calls it.
  for (StringRef warp : {"wp", "warp"})
    names[warp] = StaticValue::ofNamespace(Namespace::Warp);
  llvm::SaveAndRestore<const llvm::StringMap<StaticValue> *> outside(session.loopNames, &names);
  StaticValue kernel = lookup(session, scope, name->id);
  if (!kernel.is(Kind::Kernel)) {
    session.diags.report(name->loc, diag::UnknownKernel, session.sources.file(scope.file()).name(), name->id);
    return;
  }
  OverloadRequest request{kernel, node->loc, {}, node->keywords.empty()};
  for (const Expr *arg : node->args)
    request.items.push_back(item({}, arg));
  for (const Keyword &keyword : node->keywords)
    request.items.push_back(item(keyword.name.text, keyword.value));
  requests.push_back(std::move(request));
}

// From a request to an instance
// -----------------------------

/// The types of one request, in the order of the parameters.
class RequestReader {
public:
  RequestReader(Session &session, FuncDecl &kernel, const OverloadRequest &request)
      : session(session), kernel(kernel), request(request), params(paramsOf(kernel.def)), args(params.size()) {}

  /// Null after a report.
  FuncInstance *read();

private:
  bool readItem(const OverloadRequest::Item &item, unsigned position);
  bool completeArgs();

  Session &session;
  FuncDecl &kernel;
  const OverloadRequest &request;
  llvm::SmallVector<const Param *, 8> params;
  llvm::SmallVector<Argument, 8> args;
};

bool RequestReader::readItem(const OverloadRequest::Item &item, unsigned position) {
  unsigned i = position;
  if (!item.name.empty())
    i = llvm::find_if(params, [&](const Param *param) { return param->name.text == item.name; }) - params.begin();
  if (i >= params.size()) {
    session.diags.report(item.loc, diag::OverloadParam, kernel.def->name.text, item.name)
        .note(kernel.def->name.loc, "the kernel");
    return false;
  }
  const Type *type = asType(session, item.type, item.loc, item.text);
  if (!type || type->isError())
    return false;
  if (!kernel.params[i]->admits(type)) {
    session.diags
        .report(item.loc, diag::OverloadType, params[i]->name.text, kernel.params[i]->spelling(), type->spelling())
        .note(params[i]->loc, "the parameter");
    return false;
  }
  args[i].type = type;
  return true;
}

/// Parameters of one type need not be named.
bool RequestReader::completeArgs() {
  for (auto [i, arg] : llvm::enumerate(args)) {
    if (!arg.type && !kernel.params[i]->isGeneric())
      arg.type = kernel.params[i]->type;
    if (arg.type)
      continue;
    session.diags.report(request.loc, diag::OverloadOpen, params[i]->name.text, kernel.def->name.text);
    return false;
  }
  return true;
}

FuncInstance *RequestReader::read() {
  if (request.isWhole && request.items.size() != params.size()) {
    session.diags.report(request.loc, diag::OverloadCount, kernel.def->name.text, params.size(), request.items.size())
        .note(kernel.def->name.loc, "the kernel");
    return nullptr;
  }
  bool isValid = true;
  for (auto [position, item] : llvm::enumerate(request.items))
    isValid &= readItem(item, position);
  return isValid && completeArgs() ? &instanceOf(kernel, args) : nullptr;
}

} // namespace

FuncInstance *kt::readRequest(Session &session, FuncDecl &kernel, const OverloadRequest &request) {
  return RequestReader(session, kernel, request).read();
}

std::vector<OverloadRequest> kt::collectOverloads(Session &session, ModuleScope &scope) {
  Collector collector(session, scope);
  collector.walk(scope.statements());
  for (StringRef option : session.options.overloads)
    collector.readOption(option);
  return std::move(collector.requests);
}

// Without any request
// -------------------

/// The most indices that `node` puts on `name`: `a[i][j]` and `a[i, j]` put two.
static unsigned indicesOn(StringRef name, const Node &node) {
  unsigned count = 0, most = 0;
  const Node *base = &node;
  while (const auto *subscript = dyn_cast<Subscript>(base)) {
    const auto *tuple = dyn_cast<Tuple>(subscript->slice);
    count += tuple ? tuple->elts.size() : 1;
    base = subscript->value;
  }
  if (const auto *id = dyn_cast<Name>(base); id && id->id == name)
    most = count;
  forEachChild(node, [&](const Node &child) { most = std::max(most, indicesOn(name, child)); });
  return most;
}

/// An `Any` that the body takes elements of is an array. `any` is what any other `Any` is.
static const Type *defaultType(Session &session, const Param &param, const TypeTemplate &pattern, const Node &body,
                               const Type *any) {
  const Type *type = pattern.defaultType(session.types, any);
  unsigned rank = pattern.kind == TypeTemplate::Kind::Any ? indicesOn(param.name.text, body) : 0;
  constexpr unsigned maxRank = 4;
  return rank ? session.types.array(type, std::min(rank, maxRank)) : type;
}

/// `choices` says for each parameter which of the usual types its `Any` is.
static FuncInstance &instanceWith(Session &session, FuncDecl &kernel, ArrayRef<unsigned> choices) {
  TypeContext &types = session.types;
  const Type *usual[] = {types.float32(), types.vector(3, types.float32()), types.matrix(3, 3, types.float32())};
  llvm::SmallVector<Argument, 8> args;
  for (auto [param, pattern, choice] : llvm::zip_equal(paramsOf(kernel.def), kernel.params, choices))
    args.push_back(Argument::ofType(defaultType(session, *param, *pattern, *kernel.def, usual[choice])));
  return instanceOf(kernel, args);
}

/// Goes on to the next choices, the last parameter's first. False behind the last.
static bool advance(llvm::MutableArrayRef<unsigned> choices, const FuncDecl &kernel) {
  constexpr unsigned choiceCount = 3;
  for (size_t i = choices.size(); i-- != 0;) {
    const TypeTemplate &param = *kernel.params[i];
    const TypeTemplate &inner = param.element ? *param.element : param;
    if (inner.kind == TypeTemplate::Kind::Any && ++choices[i] != choiceCount)
      return true;
    choices[i] = 0;
  }
  return false;
}

/// Is it without errors? Nothing is said of those that it has, and what has been found faulty on the way is looked at
/// anew when it is asked for again.
static bool isFitting(Session &session, FuncInstance &instance) {
  unsigned first = session.diags.diagnostics().size();
  if (session.diags.atLimit() || requireChecked(session, instance, instance.decl->def->name.loc))
    return true;
  session.diags.dropSince(first);
  for (FuncDecl &decl : session.funcDecls) {
    if (decl.isFaulty && decl.diags.first >= first) {
      decl.params.clear();
      decl.hasSignature = decl.isFaulty = false;
    }
    for (FuncInstance &other : decl.instances)
      if (other.state == FuncInstance::Failed && other.diags.first >= first)
        other.state = FuncInstance::Fresh;
  }
  return false;
}

FuncInstance &kt::defaultInstance(Session &session, FuncDecl &kernel) {
  llvm::SmallVector<unsigned, 8> choices(kernel.params.size(), 0);
  FuncInstance *instance = &instanceWith(session, kernel, choices); // to blame if none fits
  FuncInstance *candidate = instance;
  for (unsigned trials = 27; trials != 0 && !isFitting(session, *candidate); --trials) {
    if (!advance(choices, kernel))
      break;
    candidate = &instanceWith(session, kernel, choices);
  }
  if (candidate->state == FuncInstance::Passed)
    instance = candidate;
  StringRef name = kernel.def->name.text;
  session.diags.report(kernel.def->name.loc, diag::DefaultInstance, name, spellingOf(*instance))
      .help(("choose with `wp.overload(" + name + ", […])` in the file, or with `--overload '" + name + "(…)'`").str());
  return *instance;
}
