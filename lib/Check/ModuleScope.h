// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The names of one file at module level: where each is bound, found in one walk, and what each stands for, found out
// when something asks. Nothing is looked into before.

#ifndef KT_LIB_CHECK_MODULESCOPE_H
#define KT_LIB_CHECK_MODULESCOPE_H

#include "StaticValue.h"
#include "kt/AST/AST.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"

namespace kt {

/// One place where a name gets its value.
struct Binding {
  enum Kind : uint8_t {
    Value,      // name = value, each of several targets with a value of its own
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
};

class ModuleScope {
public:
  /// The nodes of `module` outlive the scope.
  explicit ModuleScope(const ast::Module &module);

  FileId file() const { return fileId; }
  ArrayRef<Binding> bindings(StringRef name) const;
  /// At module level, `if`, `try` and `with` included; in the order of the file.
  ArrayRef<const ast::FunctionDef *> functions() const { return functionDefs; }
  ArrayRef<const ast::ImportFrom *> starImports() const { return stars; }
  /// Where a function of the file says `global name`, so that running it may assign the name anew.
  Location globalStatement(StringRef name);
  /// A kernel-like function in another function or a class, where it is not looked for.
  const ast::FunctionDef *nestedFunction(StringRef name) const;
  /// In the order of the file.
  ArrayRef<StringRef> names() const { return order; }

  /// What is known already of a name; `inProgress` while it is being found out.
  struct Known {
    bool inProgress = false;
    bool isSet = false;
    StaticValue value;
  };
  Known &known(StringRef name) { return cache[name]; }

private:
  void walk(ArrayRef<ast::Stmt *> body);
  void walk(const ast::Stmt *stmt);
  void bind(StringRef name, Binding binding);
  void bindTarget(const ast::Expr *target, const ast::Expr *value, const ast::Stmt *stmt);
  void bindImport(const ast::Import &import);
  void bindImportFrom(const ast::ImportFrom &import);

  FileId fileId;
  ArrayRef<ast::Stmt *> body;
  llvm::StringMap<llvm::SmallVector<Binding, 1>> bound;
  std::vector<StringRef> order;
  std::vector<const ast::FunctionDef *> functionDefs;
  std::vector<const ast::ImportFrom *> stars;
  llvm::StringMap<Known> cache;
  llvm::StringMap<Location> globals;
  bool hasGlobals = false;
};

/// Calls `visit` for every statement list directly in `stmt`: bodies, `else` parts, handlers, cases.
void forEachBlock(const ast::Stmt *stmt, llvm::function_ref<void(ArrayRef<ast::Stmt *>)> visit);

} // namespace kt

#endif
