// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "ModuleScope.h"

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

ModuleScope::ModuleScope(const Module &module) : fileId(module.file), body(module.body) { walk(body); }

ArrayRef<Binding> ModuleScope::bindings(StringRef name) const {
  auto it = bound.find(name);
  return it == bound.end() ? ArrayRef<Binding>() : ArrayRef<Binding>(it->second);
}

void ModuleScope::bind(StringRef name, Binding binding) {
  llvm::SmallVector<Binding, 1> &list = bound[name];
  if (list.empty())
    order.push_back(name);
  list.push_back(binding);
}

// `a, b = 1, 2` gives each name its own value; what is taken apart otherwise is not looked into.
void ModuleScope::bindTarget(const Expr *target, const Expr *value, const Stmt *stmt) {
  if (const auto *name = dyn_cast<Name>(target)) {
    bind(name->id, {value ? Binding::Value : Binding::Opaque, name->loc, stmt, value});
    return;
  }
  if (const auto *starred = dyn_cast<Starred>(target))
    return bindTarget(starred->value, nullptr, stmt);
  ArrayRef<Expr *> targets;
  if (const auto *tuple = dyn_cast<Tuple>(target))
    targets = tuple->elts;
  else if (const auto *list = dyn_cast<List>(target))
    targets = list->elts;
  const auto *values = dyn_cast_or_null<Tuple>(value);
  bool isPairwise = values && values->elts.size() == targets.size() &&
                    llvm::none_of(targets, [](const Expr *expr) { return isa<Starred>(expr); }) &&
                    llvm::none_of(values->elts, [](const Expr *expr) { return isa<Starred>(expr); });
  for (size_t i = 0; i < targets.size(); ++i)
    bindTarget(targets[i], isPairwise ? values->elts[i] : nullptr, stmt);
}

// `import a.b` binds `a`; `import a.b as c` binds what `a.b` is.
void ModuleScope::bindImport(const Import &import) {
  for (const Alias &alias : import.names) {
    bool hasName = !alias.asName.text.empty();
    StringRef name = hasName ? alias.asName.text : alias.name.text.split('.').first;
    bind(name, {Binding::Import, hasName ? alias.asName.loc : alias.name.loc, &import, nullptr, &alias});
  }
}

void ModuleScope::bindImportFrom(const ImportFrom &import) {
  for (const Alias &alias : import.names) {
    if (alias.name.text == "*") {
      stars.push_back(&import);
      continue;
    }
    const Identifier &id = alias.asName.text.empty() ? alias.name : alias.asName;
    bind(id.text, {Binding::ImportFrom, id.loc, &import, nullptr, &alias});
  }
}

void ModuleScope::walk(ArrayRef<Stmt *> body) {
  for (const Stmt *stmt : body)
    walk(stmt);
}

void ModuleScope::walk(const Stmt *stmt) {
  switch (stmt->kind()) {
  case NodeKind::FunctionDef: {
    const auto *node = cast<FunctionDef>(stmt);
    functionDefs.push_back(node);
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
  case NodeKind::If:
  case NodeKind::While:
  case NodeKind::Match: break;
  case NodeKind::Return:
  case NodeKind::Raise:
  case NodeKind::Assert:
  case NodeKind::Global:
  case NodeKind::Nonlocal:
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

// Inside functions
// ----------------

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

const FunctionDef *ModuleScope::nestedFunction(StringRef name) const {
  const FunctionDef *found = nullptr;
  forEachStmt(body, [&](const Stmt *stmt) {
    const auto *function = dyn_cast<FunctionDef>(stmt);
    if (function && function->name.text == name && !found && !function->decorators.empty())
      found = function;
  });
  return found;
}
