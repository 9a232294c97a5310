// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "ModuleScope.h"
#include "kt/AST/Children.h"

using namespace kt;
using namespace kt::ast;

void kt::forEachBlock(const Stmt *stmt, llvm::function_ref<void(ArrayRef<Stmt *>)> visit) {
  if (const auto *node = dyn_cast<ast::If>(stmt)) {
    visit(node->body);
    visit(node->orelse);
  } else if (const auto *node = dyn_cast<For>(stmt)) {
    visit(node->body);
    visit(node->orelse);
  } else if (const auto *node = dyn_cast<While>(stmt)) {
    visit(node->body);
    visit(node->orelse);
  } else if (const auto *node = dyn_cast<With>(stmt)) {
    visit(node->body);
  } else if (const auto *node = dyn_cast<Try>(stmt)) {
    visit(node->body);
    for (const ExceptHandler &handler : node->handlers)
      visit(handler.body);
    visit(node->orelse);
    visit(node->finalbody);
  } else if (const auto *node = dyn_cast<Match>(stmt)) {
    for (const MatchCase &matchCase : node->cases)
      visit(matchCase.body);
  }
}

// Where names are bound
// ---------------------

NameTable::NameTable(const Module &module) { walk(module.body); }

NameTable::NameTable(const FunctionDef &function) {
  bindParams(function);
  walk(function.body);
  for (StringRef name : outerNames)
    bound.erase(name);
}

ArrayRef<Binding> NameTable::bindings(StringRef name) const {
  auto it = bound.find(name);
  return it == bound.end() ? ArrayRef<Binding>() : ArrayRef<Binding>(it->second);
}

void NameTable::bind(StringRef name, Binding binding) {
  llvm::SmallVector<Binding, 1> &list = bound[name];
  if (list.empty())
    order.push_back(name);
  binding.guard = guard;
  list.push_back(binding);
}

void NameTable::bindParams(const FunctionDef &function) {
  const Params &params = function.params;
  for (ArrayRef<Param> list : {params.positionalOnly, params.positional, params.keywordOnly})
    for (const Param &param : list)
      bind(param.name.text, {Binding::Param, param.name.loc, &function, param.defaultValue});
  for (const Param *rest : {params.vararg, params.kwarg})
    if (rest)
      bind(rest->name.text, {Binding::Opaque, rest->name.loc, &function});
}

// `a, b = 1, 2` gives each name its own value; of what is taken apart otherwise, each name is an item.
void NameTable::bindTarget(const Expr *target, const Expr *value, const Stmt *stmt) {
  if (const auto *name = dyn_cast<Name>(target))
    bind(name->id, {value ? Binding::Value : Binding::Opaque, name->loc, stmt, value});
  else if (const auto *starred = dyn_cast<Starred>(target))
    bindTarget(starred->value, nullptr, stmt);
  else if (const auto *tuple = dyn_cast<Tuple>(target))
    bindTargets(tuple->elts, value, stmt);
  else if (const auto *list = dyn_cast<List>(target))
    bindTargets(list->elts, value, stmt);
}

void NameTable::bindTargets(ArrayRef<Expr *> targets, const Expr *value, const Stmt *stmt) {
  auto isStarred = [](const Expr *expr) { return isa<Starred>(expr); };
  if (llvm::any_of(targets, isStarred))
    value = nullptr;
  const auto *values = dyn_cast_or_null<Tuple>(value);
  bool isPairwise = values && values->elts.size() == targets.size() && llvm::none_of(values->elts, isStarred);
  for (auto [i, target] : llvm::enumerate(targets)) {
    const auto *name = dyn_cast<Name>(target);
    if (value && !isPairwise && name)
      bind(name->id, {Binding::Item, name->loc, stmt, value, nullptr, unsigned(i)});
    else
      bindTarget(target, isPairwise ? values->elts[i] : nullptr, stmt);
  }
}

/// What a pattern captures.
void NameTable::bindPattern(const Pattern &pattern, const Stmt *stmt) {
  if (!pattern.name.text.empty())
    bind(pattern.name.text, {Binding::Opaque, pattern.name.loc, stmt});
  for (ArrayRef<Pattern *> list : {pattern.patterns, pattern.kwdPatterns})
    for (const Pattern *inner : list)
      bindPattern(*inner, stmt);
}

// `import a.b` binds `a`; `import a.b as c` binds what `a.b` is.
void NameTable::bindImport(const Import &import) {
  for (const Alias &alias : import.names) {
    bool hasName = !alias.asName.text.empty();
    StringRef name = hasName ? alias.asName.text : alias.name.text.split('.').first;
    bind(name, {Binding::Import, hasName ? alias.asName.loc : alias.name.loc, &import, nullptr, &alias});
  }
}

void NameTable::bindImportFrom(const ImportFrom &import) {
  for (const Alias &alias : import.names) {
    if (alias.name.text == "*") {
      stars.push_back(&import);
      continue;
    }
    const Identifier &id = alias.asName.text.empty() ? alias.name : alias.asName;
    bind(id.text, {Binding::ImportFrom, id.loc, &import, nullptr, &alias});
  }
}

void NameTable::walk(ArrayRef<Stmt *> body) {
  for (const Stmt *stmt : body)
    walk(stmt);
}

/// What an expression binds: `(name := value)`. A lambda has names of its own.
void NameTable::walkExpr(const Node &node) {
  if (isa<Stmt>(&node) || isa<Lambda>(&node))
    return;
  if (const auto *named = dyn_cast<NamedExpr>(&node))
    bindTarget(named->target, nullptr, nullptr);
  hasYield |= isa<Yield>(&node);
  forEachChild(node, [&](const Node &child) { walkExpr(child); });
}

void NameTable::walkArms(const ast::If &stmt) {
  const Guard *around = guard;
  for (bool inBody : {true, false}) {
    guard = &guards.emplace_back(Guard{&stmt, inBody, around});
    walk(inBody ? stmt.body : stmt.orelse);
  }
  guard = around;
}

void NameTable::walk(const Stmt *stmt) {
  forEachChild(*stmt, [&](const Node &child) { walkExpr(child); });
  switch (stmt->kind()) {
  case NodeKind::FunctionDef: {
    const auto *node = cast<FunctionDef>(stmt);
    bind(node->name.text, {Binding::Function, node->name.loc, stmt});
    return;
  }
  case NodeKind::ClassDef: {
    const auto *node = cast<ClassDef>(stmt);
    bind(node->name.text, {Binding::Class, node->name.loc, stmt});
    return;
  }
  case NodeKind::Import: return bindImport(*cast<Import>(stmt));
  case NodeKind::ImportFrom: return bindImportFrom(*cast<ImportFrom>(stmt));
  case NodeKind::Assign: {
    const auto *node = cast<Assign>(stmt);
    for (const Expr *target : node->targets)
      bindTarget(target, node->value, stmt);
    return;
  }
  case NodeKind::AnnAssign: {
    const auto *node = cast<AnnAssign>(stmt);
    if (node->value)
      bindTarget(node->target, node->value, stmt);
    return;
  }
  case NodeKind::TypeAlias: {
    const auto *node = cast<TypeAlias>(stmt);
    return bindTarget(node->name, node->value, stmt);
  }
  case NodeKind::AugAssign: return bindTarget(cast<AugAssign>(stmt)->target, nullptr, stmt);
  case NodeKind::Delete:
    for (const Expr *target : cast<Delete>(stmt)->targets)
      bindTarget(target, nullptr, stmt);
    return;
  case NodeKind::For: bindTarget(cast<For>(stmt)->target, nullptr, stmt); break;
  case NodeKind::With:
    for (const WithItem &item : cast<With>(stmt)->items)
      if (item.target)
        bindTarget(item.target, nullptr, stmt);
    break;
  case NodeKind::Try:
    for (const ExceptHandler &handler : cast<Try>(stmt)->handlers)
      if (!handler.name.text.empty())
        bind(handler.name.text, {Binding::Opaque, handler.name.loc, stmt});
    break;
  case NodeKind::Match:
    for (const MatchCase &matchCase : cast<Match>(stmt)->cases)
      bindPattern(*matchCase.pattern, stmt);
    break;
  case NodeKind::Global:
    for (const Identifier &id : cast<Global>(stmt)->names)
      outerNames.push_back(id.text);
    return;
  case NodeKind::Nonlocal:
    for (const Identifier &id : cast<Nonlocal>(stmt)->names)
      outerNames.push_back(id.text);
    return;
  case NodeKind::If: return walkArms(*cast<ast::If>(stmt));
  case NodeKind::While: break;
  case NodeKind::Return:
  case NodeKind::Raise:
  case NodeKind::Assert:
  case NodeKind::ExprStmt:
  case NodeKind::Pass:
  case NodeKind::Break:
  case NodeKind::Continue: return;
#define EXPR(Class) case NodeKind::Class:
#include "kt/AST/Nodes.def"
    llvm_unreachable("not a statement");
  }
  forEachBlock(stmt, [&](ArrayRef<Stmt *> block) { walk(block); });
}

// Scopes
// ------

ModuleScope::ModuleScope(const Module &module)
    : fileId(module.file), owned(NameTable(module)), table(&*owned), body(module.body) {}

ModuleScope &ModuleScope::ownerOf(StringRef name) {
  return !outer || !table->bindings(name).empty() ? *this : outer->ownerOf(name);
}

llvm::SmallVector<Binding, 2> ModuleScope::bindings(StringRef name) const {
  llvm::SmallVector<Binding, 2> result;
  for (const Binding &binding : table->bindings(name))
    if (binding.loc.begin < end)
      result.push_back(binding);
  return result;
}

const StaticValue *ModuleScope::param(StringRef name) const {
  auto it = params.find(name);
  return it == params.end() ? nullptr : &it->second;
}

/// Every statement in `body`, however deep, bodies of functions and classes included.
static void forEachStmt(ArrayRef<Stmt *> body, llvm::function_ref<void(const Stmt *)> visit) {
  for (const Stmt *stmt : body) {
    visit(stmt);
    if (const auto *function = dyn_cast<FunctionDef>(stmt))
      forEachStmt(function->body, visit);
    else if (const auto *classDef = dyn_cast<ClassDef>(stmt))
      forEachStmt(classDef->body, visit);
    forEachBlock(stmt, [&](ArrayRef<Stmt *> block) { forEachStmt(block, visit); });
  }
}

Location ModuleScope::globalStatement(StringRef name) {
  if (!hasGlobals) {
    hasGlobals = true;
    forEachStmt(body, [&](const Stmt *stmt) {
      if (const auto *node = dyn_cast<Global>(stmt))
        for (const Identifier &id : node->names)
          globals.try_emplace(id.text, id.loc);
    });
  }
  auto it = globals.find(name);
  return it == globals.end() ? Location() : it->second;
}
