// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "FileIndex.h"
#include "kt/AST/Children.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace kt;
using namespace kt::ast;

FileIndex::FileIndex(const Module &module) {
  for (const Stmt *stmt : module.body)
    walk(*stmt);
}

const FileIndex::Uses &FileIndex::usesOf(StringRef name) const {
  static const Uses none;
  auto it = uses.find(name);
  return it == uses.end() ? none : it->second;
}

Location FileIndex::changeOf(const FunctionDef *owner, StringRef name) const {
  auto it = changes.find(owner);
  return it == changes.end() ? Location() : it->second.lookup(name);
}

/// The innermost function around this place that binds `name`; null for the file.
const FunctionDef *FileIndex::ownerOf(StringRef name) const {
  const FunctionDef *owner = outer;
  while (owner && infoOf(owner).names.bindings(name).empty())
    owner = infoOf(owner).outer;
  return owner;
}

// Functions and classes
// ---------------------

void FileIndex::walkFunction(const FunctionDef &def) {
  llvm::SaveAndRestore outerPath(path, path + (path.empty() ? "" : ".") + def.name.text.str());
  positions[&def] = functionList.size();
  functionList.push_back({&def, outer, path, NameTable(def)});
  llvm::SaveAndRestore outerFunction(outer, &def);
  forEachChild(def, [&](const Node &child) { walk(child); });
}

void FileIndex::walkClass(const ClassDef &def) {
  llvm::SaveAndRestore outerPath(path, path + (path.empty() ? "" : ".") + def.name.text.str());
  forEachChild(def, [&](const Node &child) { walk(child); });
}

// Calls and changes
// -----------------

/// The name that `name[…].field` and the like begin with; empty if it is something else.
static StringRef rootName(const Expr *expr) {
  while (true) {
    if (const auto *subscript = dyn_cast<Subscript>(expr))
      expr = subscript->value;
    else if (const auto *attribute = dyn_cast<Attribute>(expr))
      expr = attribute->value;
    else
      break;
  }
  const auto *name = dyn_cast<Name>(expr);
  return name ? name->id : StringRef();
}

/// A method of lists, dicts and sets that changes them.
static bool isChange(StringRef method) {
  return llvm::is_contained({"add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove",
                             "reverse", "setdefault", "sort", "update"},
                            method);
}

void FileIndex::walkCall(const Call &call) {
  if (const auto *name = dyn_cast<Name>(call.func)) {
    uses[name->id].calls.push_back({&call, outer});
  } else {
    if (const auto *method = dyn_cast<Attribute>(call.func); method && isChange(method->attr.text))
      noteTarget(method);
    walk(*call.func);
  }
  forEachChild(call, [&](const Node &child) {
    if (&child != call.func)
      walk(child);
  });
}

void FileIndex::noteTarget(const Expr *target) {
  if (isa<Subscript, Attribute>(target))
    changes[ownerOf(rootName(target))].try_emplace(rootName(target), target->loc);
}

void FileIndex::walk(const Node &node) {
  if (const auto *def = dyn_cast<FunctionDef>(&node))
    return walkFunction(*def);
  if (const auto *def = dyn_cast<ClassDef>(&node))
    return walkClass(*def);
  if (const auto *call = dyn_cast<Call>(&node))
    return walkCall(*call);
  if (const auto *name = dyn_cast<Name>(&node))
    uses[name->id].otherUse = name->loc;
  else if (const auto *attribute = dyn_cast<Attribute>(&node)) // a method, or a function of another module
    uses[attribute->attr.text].otherUse = attribute->loc;
  else if (const auto *assign = dyn_cast<Assign>(&node))
    for (const Expr *target : assign->targets)
      noteTarget(target);
  else if (const auto *augmented = dyn_cast<AugAssign>(&node))
    noteTarget(augmented->target);
  else if (const auto *deleted = dyn_cast<Delete>(&node))
    for (const Expr *target : deleted->targets)
      noteTarget(target);
  forEachChild(node, [&](const Node &child) { walk(child); });
}
