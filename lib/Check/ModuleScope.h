// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The names of one file at module level, or of the body of a function around kernels: where each is bound, found in one
// walk, and what each stands for, found out when something asks. Nothing is looked into before.

#ifndef KT_LIB_CHECK_MODULESCOPE_H
#define KT_LIB_CHECK_MODULESCOPE_H

#include "StaticValue.h"
#include "kt/AST/AST.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include <deque>
#include <map>

namespace kt {

/// The arm of an `if` that something stands in.
struct Guard {
  const ast::If *stmt;
  bool inBody; // else in `orelse`
  const Guard *outer;
};

/// One place where a name gets its value.
struct Binding {
  enum Kind : uint8_t {
    Value, // name = value, each of several targets with a value of its own
    Item,  // a, name = value: the one numbered `item`
    Param,
    Import,     // import a.b [as name]
    ImportFrom, // from m import a [as name]
    Function,
    Class,
    Opaque, // something that has to run: a loop, `with`, `+=`, unpacking, `del`
  } kind;
  Location loc;
  const ast::Stmt *stmt;
  const ast::Expr *value = nullptr;
  const ast::Alias *alias = nullptr;
  unsigned item = 0;
  const Guard *guard = nullptr;
};

/// Where the names of a file or of the body of a function are bound; `if`, `try` and `with` included, in the order of
/// the text.
class NameTable {
public:
  explicit NameTable(const ast::Module &module);
  explicit NameTable(const ast::FunctionDef &function);
  NameTable(NameTable &&) = default;

  ArrayRef<Binding> bindings(StringRef name) const;
  ArrayRef<const ast::ImportFrom *> starImports() const { return stars; }
  ArrayRef<StringRef> names() const { return order; }
  /// A function that yields: a call of it runs nothing.
  bool isGenerator() const { return hasYield; }

private:
  void walk(ArrayRef<ast::Stmt *> body);
  void walk(const ast::Stmt *stmt);
  void walkArms(const ast::If &stmt);
  void walkExpr(const ast::Node &node);
  void bind(StringRef name, Binding binding);
  void bindParams(const ast::FunctionDef &function);
  void bindTarget(const ast::Expr *target, const ast::Expr *value, const ast::Stmt *stmt);
  void bindTargets(ArrayRef<ast::Expr *> targets, const ast::Expr *value, const ast::Stmt *stmt);
  void bindImport(const ast::Import &import);
  void bindImportFrom(const ast::ImportFrom &import);
  void bindPattern(const ast::Pattern &pattern, const ast::Stmt *stmt);

  llvm::StringMap<llvm::SmallVector<Binding, 1>> bound;
  std::vector<StringRef> order;
  std::vector<const ast::ImportFrom *> stars;
  std::vector<StringRef> outerNames; // `global` and `nonlocal`
  std::deque<Guard> guards;
  const Guard *guard = nullptr;
  bool hasYield = false;
};

class ModuleScope {
public:
  /// The nodes of `module` outlive the scope.
  explicit ModuleScope(const ast::Module &module);
  /// The body of `function`, which stands in `parent`, as one call runs it.
  ModuleScope(const NameTable &table, const ast::FunctionDef &function, ModuleScope &parent)
      : fileId(parent.fileId), table(&table), def(&function), outer(&parent) {}

  FileId file() const { return fileId; }
  ArrayRef<ast::Stmt *> statements() const { return body; }
  /// Null at module level.
  const ast::FunctionDef *function() const { return def; }
  ModuleScope *parent() const { return outer; }
  /// The innermost scope, this one or one around it, that binds `name`; the file's if none does.
  ModuleScope &ownerOf(StringRef name);
  ModuleScope &fileScope() { return outer ? outer->fileScope() : *this; }

  /// In this scope itself, as far as a call runs it.
  llvm::SmallVector<Binding, 2> bindings(StringRef name) const;
  ArrayRef<const ast::ImportFrom *> starImports() const { return table->starImports(); }
  ArrayRef<StringRef> names() const { return table->names(); }
  /// Where a function of the file says `global name`, so that running it may assign the name anew.
  Location globalStatement(StringRef name);

  /// What is known already of a name; `inProgress` while it is being found out.
  struct Known {
    bool inProgress = false;
    bool isSet = false;
    StaticValue value;
  };
  /// Names that are defined several times stand for one thing after the first `count` of their bindings, and for
  /// another after the next.
  Known &known(StringRef name, unsigned count) { return cache[name][count]; }
  /// What the call passes for a parameter.
  void setParam(StringRef name, StaticValue value) { params[name] = std::move(value); }
  const StaticValue *param(StringRef name) const;
  /// The call returns here: what is bound further down does not exist.
  void setEnd(uint32_t offset) { end = offset; }

private:
  FileId fileId;
  std::optional<NameTable> owned;
  const NameTable *table;
  const ast::FunctionDef *def = nullptr;
  ModuleScope *outer = nullptr;
  ArrayRef<ast::Stmt *> body; // at module level
  llvm::StringMap<StaticValue> params;
  llvm::StringMap<std::map<unsigned, Known>> cache;
  llvm::StringMap<Location> globals;
  bool hasGlobals = false;
  uint32_t end = ~0u;
};

/// Calls `visit` for every statement list directly in `stmt`: bodies, `else` parts, handlers, cases.
void forEachBlock(const ast::Stmt *stmt, llvm::function_ref<void(ArrayRef<ast::Stmt *>)> visit);

} // namespace kt

#endif
