// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What one run of check() holds: the files read, the functions and structs met so far, and where to report. The phases
// of checking are functions over it.

#ifndef KT_LIB_CHECK_SESSION_H
#define KT_LIB_CHECK_SESSION_H

#include "ModuleScope.h"
#include "kt/Check/Check.h"
#include "kt/Support/Diagnostics.h"

namespace kt {

/// One `@wp.func`: its signature is known from the first call on, its body checked for the first call that fits.
struct FuncDecl {
  FuncDecl(const ast::FunctionDef *def, ModuleScope *scope) : def(def), scope(scope) {}

  const ast::FunctionDef *def;
  ModuleScope *scope;
  enum State : uint8_t { Fresh, InProgress, Passed, Failed } state = Fresh;
  bool hasSignature = false;
  llvm::SmallVector<const Type *, 8> paramTypes; // of all parameters, in order
  CheckedFunction *checked = nullptr;
  unsigned firstDiag = 0, endDiag = 0; // what was reported while its body was checked
};

/// The functions of one name: overloads.
struct FuncGroup {
  StringRef name;
  std::vector<FuncDecl *> overloads;
};

/// What the decorators say a function is.
enum class FuncRole : uint8_t { Plain, Kernel, Func, Native, Ignored, Undecided };

struct Session {
  Session(const CheckOptions &options, SourceManager &sources, TypeContext &types, DiagEngine &diags,
          CheckedModule &result)
      : options(options), sources(sources), types(types), diags(diags), result(result) {}

  const CheckOptions &options;
  SourceManager &sources;
  TypeContext &types;
  DiagEngine &diags;
  CheckedModule &result;

  std::deque<ModuleScope> scopes;
  std::deque<FuncDecl> funcDecls;
  std::deque<FuncGroup> funcGroups;
  llvm::DenseMap<const ast::FunctionDef *, FuncDecl *> declOfDef; // one each, however often a name is looked up
  llvm::DenseMap<const ast::FunctionDef *, FuncGroup *> groupOfFirst;
  llvm::StringMap<ModuleScope *> loadedFiles;                  // by path; null if a file can't be used
  llvm::DenseMap<const ast::ClassDef *, const Type *> structs; // null while its fields are being resolved
  /// Funcs whose bodies are being checked, callers first.
  llvm::SmallVector<FuncDecl *, 4> callStack;
  /// The class whose body is being evaluated: its members come before the names of the module.
  const StaticValue *enclosingClass = nullptr;
  unsigned evaluationDepth = 0;
  unsigned evaluationSteps = 0;

  /// A short piece of the user's text, for messages.
  StringRef text(const ast::Node *node) const;
};

/// Nesting of one expression, of whatever kind, that is followed.
inline constexpr unsigned maxExprDepth = 1000;
/// Nesting of calls of funcs.
inline constexpr unsigned maxCallDepth = 200;

// What names and expressions stand for (Evaluate*.cpp)
// ----------------------------------------------------

/// What `name` stands for at module level of `scope`; Unknown without a reason if it is bound nowhere.
const StaticValue &lookup(Session &session, ModuleScope &scope, StringRef name);
/// What `expr` stands for, read at module level of `scope`.
StaticValue evaluate(Session &session, ModuleScope &scope, const ast::Expr *expr);
/// What `name` is in the body of the class `owner`; Unknown without a reason if it is not a member.
StaticValue classMember(Session &session, const StaticValue &owner, StringRef name, Location loc);
/// `Owner.name`, outside of the class.
StaticValue memberOfClass(Session &session, const StaticValue &owner, StringRef name, Location loc);
/// All definitions of one name: one kernel, or the overloads of a func.
StaticValue functionNamed(Session &session, ModuleScope &scope, StringRef name,
                          ArrayRef<const ast::FunctionDef *> defs);
/// `base.attr`, where `base` is not a number. Unknown without a reason if there is no such name.
StaticValue memberOf(Session &session, const StaticValue &base, const ast::Identifier &attr, Location loc);
StaticValue evaluateCall(Session &session, ModuleScope &scope, const ast::Call *call);
/// `base[slice]` where it makes a type: `wp.array[float]`.
StaticValue evaluateSubscript(Session &session, ModuleScope &scope, const ast::Subscript *subscript);
FuncRole roleOf(Session &session, ModuleScope &scope, const ast::FunctionDef *def);

// Types (ResolveType.cpp, ResolveStruct.cpp)
// ------------------------------------------

/// The type that `value` names; null and a report at `loc` if it names none. `text` is what the user wrote.
const Type *asType(Session &session, const StaticValue &value, Location loc, StringRef text);
/// The type an annotation names, quoted or not; the error type after a report.
const Type *resolveAnnotation(Session &session, ModuleScope &scope, const ast::Expr *annotation);
/// The same for what a function returns: `None` and tuples too.
const Type *resolveReturnAnnotation(Session &session, ModuleScope &scope, const ast::Expr *annotation);
/// The type of a `@wp.struct` class; the error type after a report.
const Type *resolveStruct(Session &session, ModuleScope &scope, const ast::ClassDef *def);

// Modules (LoadModule.cpp)
// ------------------------

/// The scope of `dotted`, with `level` leading dots, as imported by `from`; null if there is none to be found.
ModuleScope *loadModule(Session &session, StringRef dotted, unsigned level, FileId from);
/// The file `name` of the package whose `__init__.py` is `package`; null if there is none, or `package` is no such
/// file.
ModuleScope *loadSubmodule(Session &session, const ModuleScope &package, StringRef name);

// Functions (CheckFunction.cpp)
// -----------------------------

/// Resolves the types of the parameters, once, with reports.
void resolveSignature(Session &session, FuncDecl &decl);
/// Checks the body, once. Null if it has errors.
const CheckedFunction *requireChecked(Session &session, FuncDecl &decl);
struct KernelResult {
  const CheckedFunction *function; // null if it has errors
  const FuncDecl *failedCallee;    // a func without which it can't do, or null
};
KernelResult checkKernel(Session &session, ModuleScope &scope, const ast::FunctionDef *def);

// Words (Suggest.cpp)
// -------------------

/// The candidate nearest to `name`, if one is near enough to be meant; else empty.
StringRef nearest(StringRef name, ArrayRef<StringRef> candidates);
/// How a user casts to a scalar type: `int`, `float`, `wp.int64`.
std::string castName(const Type *type);

} // namespace kt

#endif
