// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What one run of check() holds: the files read, the functions and structs met so far, and where to report. The phases
// of checking are functions over it.

#ifndef KT_LIB_CHECK_SESSION_H
#define KT_LIB_CHECK_SESSION_H

#include "FileIndex.h"
#include "FuncDecl.h"
#include "kt/Support/Diagnostics.h"
#include "llvm/Support/StringSaver.h"
#include <functional>
#include <map>

namespace kt {

/// A call of a Python function, worked out: with the same arguments it is the same.
struct WorkedOutCall {
  ModuleScope *parent; // where the function stands
  std::vector<StaticValue> args;
  StaticValue result;
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
  std::deque<TypeTemplate> templates;
  std::deque<FuncDecl> funcDecls;
  std::deque<FuncGroup> funcGroups;
  // A definition in a function is another one with each call of the function: hence the scope.
  template <typename Def, typename T>
  using PerDefinition = llvm::DenseMap<std::pair<const ModuleScope *, const Def *>, T>;
  PerDefinition<ast::FunctionDef, FuncDecl *> declOfDef;    // one each, however often a name is looked up
  PerDefinition<ast::FunctionDef, FuncGroup *> groupOfLast; // by the last of the definitions
  PerDefinition<ast::ClassDef, const Type *> structs;       // null while its fields are being resolved
  /// The first field with a default other than zero, of structs that have one.
  llvm::DenseMap<const Type *, const ast::AnnAssign *> fieldsWithDefault;
  PerDefinition<ast::FunctionDef, ModuleScope *> bodyScopes;
  llvm::DenseMap<const ast::FunctionDef *, std::vector<WorkedOutCall>> workedOutCalls;
  llvm::StringMap<ModuleScope *> loadedFiles; // by path; null if a file can't be used
  std::map<FileId, FileIndex> indexes;
  /// What `--define` gives, by name or by dotted name.
  llvm::StringMap<StaticValue> definitions;
  /// Functions whose bodies are being checked, callers first: a kernel and funcs.
  llvm::SmallVector<FuncInstance *, 4> callStack;
  /// The class whose body is being evaluated: its members come before the names of the module.
  const StaticValue *enclosingClass = nullptr;
  /// Names that a loop, at module level or unrolled, has bound where an expression in it is evaluated.
  const llvm::StringMap<StaticValue> *loopNames = nullptr;
  /// A statement of `scope` at `offset` is being run: what `scope` defines further down is not there yet.
  struct Moment {
    const ModuleScope *scope;
    uint32_t offset;
  };
  std::optional<Moment> moment;
  /// The length of what a variable of a kernel holds, while something in the kernel is evaluated.
  std::function<std::optional<unsigned>(const ast::Expr *)> lengthOf;
  unsigned evaluationDepth = 0;
  unsigned evaluationSteps = 0;

  /// Keeps a text that is put together.
  StringRef save(const llvm::Twine &text) { return strings.save(text); }
  /// A short piece of the user's text, for messages.
  StringRef text(const ast::Node *node) const;

private:
  llvm::BumpPtrAllocator arena;
  llvm::StringSaver strings{arena};
};

/// Nesting of one expression, of whatever kind, that is followed.
inline constexpr unsigned maxExprDepth = 1000;
/// Nesting of calls of funcs.
inline constexpr unsigned maxCallDepth = 200;

// What names and expressions stand for (Evaluate*.cpp)
// ----------------------------------------------------

/// What `name` stands for at module level of `scope`; Unknown without a reason if it is bound nowhere.
const StaticValue &lookup(Session &session, ModuleScope &scope, StringRef name);
/// Of several bindings in `scope` those whose `if`, as far as it is known, goes their way.
llvm::SmallVector<Binding, 2> reachable(Session &session, ModuleScope &scope, llvm::SmallVector<Binding, 2> bindings);
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
/// The shape that `wp.zeros` can be given: one to four extents, as an integer or in a tuple.
std::optional<llvm::SmallVector<unsigned, 4>> fixedShape(const StaticValue &shape);
StaticValue evaluateCall(Session &session, ModuleScope &scope, const ast::Call *call);
/// What `function` in `parent` returns for `call`, which stands in `caller`.
StaticValue callFunction(Session &session, ModuleScope &parent, const ast::FunctionDef &function, ModuleScope &caller,
                         const ast::Call &call);
/// `f(*args)` and `f(**kwargs)` do not tell where the arguments go.
bool hasUnpacking(const ast::Call &call);
/// What `call` of `function` gives for `param`; null if nothing.
const ast::Expr *argumentFor(const ast::FunctionDef &function, const ast::Call &call, const ast::Param &param);
FuncRole roleOf(Session &session, ModuleScope &scope, const ast::FunctionDef *def);

// Functions around kernels (Closure.cpp)
// --------------------------------------

/// What a walk over the file of `scope` finds.
const FileIndex &indexOf(Session &session, const ModuleScope &scope);
/// The inside of `function`, which stands in `parent`, apart from any one call of it: a parameter is known if every
/// call in the file passes the same, or if the command line gives it.
ModuleScope &bodyScope(Session &session, ModuleScope &parent, const ast::FunctionDef &function);
/// The same for a function of the file of `scope`, however deep it stands; the file's own for null.
ModuleScope &bodyScope(Session &session, ModuleScope &fileScope, const ast::FunctionDef *function);
/// A parameter of the function whose body `scope` is.
StaticValue parameterValue(Session &session, ModuleScope &scope, const Binding &binding);
/// What the command line gives for a name that `scope` binds, or null.
const StaticValue *definitionOf(Session &session, const ModuleScope &scope, StringRef name);
/// Works out what the command line defines, in the scope of the file.
void readDefinitions(Session &session, ModuleScope &fileScope);
/// False if `def`, a kernel that may stand in a function, takes names from functions around it that are not known: each
/// is reported as an error, or the first as the reason for leaving the kernel out.
bool checkCaptures(Session &session, ModuleScope &scope, const ast::FunctionDef &def, bool isAskedFor);

// Types (EvaluateType.cpp, ResolveType.cpp, ResolveStruct.cpp)
// ------------------------------------------------------------

using KeywordValue = std::pair<StringRef, StaticValue>;

/// What is given for the parameter `name` or for its position; null if nothing is.
const StaticValue *argumentNamed(StringRef name, unsigned position, ArrayRef<StaticValue> args,
                                 ArrayRef<KeywordValue> keywords);
/// Do calls of Warp's `name` give types?
bool makesType(StringRef name);
/// What such a call gives.
StaticValue makeType(Session &session, StringRef name, ArrayRef<StaticValue> args, ArrayRef<KeywordValue> keywords,
                     Location loc);
/// `base[slice]`: a type as in `wp.array[float]`, or an element of a sequence.
StaticValue evaluateSubscript(Session &session, ModuleScope &scope, const ast::Subscript *subscript);
/// What a type, or what stands for several, admits; null for any other value.
const TypeTemplate *templateOf(Session &session, const StaticValue &value);
/// The type that `value` names; null and a report at `loc` if it names none. `text` is what the user wrote.
const Type *asType(Session &session, const StaticValue &value, Location loc, StringRef text);
/// `text` as an expression of a file of its own, called `name`; null if it is none.
const ast::Expr *parseExpr(Session &session, StringRef name, StringRef text);
/// The type an annotation names, quoted or not, tuples among them; the error type after a report.
const Type *resolveAnnotation(Session &session, ModuleScope &scope, const ast::Expr *annotation);
/// The same for a parameter, which may be generic.
const TypeTemplate *resolveTemplate(Session &session, ModuleScope &scope, const ast::Expr *annotation);
/// The same for what a function returns: `None` and tuples too.
const TypeTemplate *resolveReturnAnnotation(Session &session, ModuleScope &scope, const ast::Expr *annotation);
/// The type of a `@wp.struct` class; the error type after a report.
const Type *resolveStruct(Session &session, ModuleScope &scope, const ast::ClassDef *def);

// Modules (LoadModule.cpp)
// ------------------------

/// The scope of `dotted`, with `level` leading dots, as imported by `from`; null if there is none to be found.
ModuleScope *loadModule(Session &session, StringRef dotted, unsigned level, FileId from);
/// The file `name` of the package whose `__init__.py` is `package`; null if there is none, or `package` is no such
/// file.
ModuleScope *loadSubmodule(Session &session, const ModuleScope &package, StringRef name);

// Functions (CheckFunction.cpp, Instantiate.cpp)
// ----------------------------------------------

/// Resolves what the parameters admit, once, with reports.
void resolveSignature(Session &session, FuncDecl &decl);
/// The instance for these arguments, which the signature admits.
FuncInstance &instanceOf(FuncDecl &decl, ArrayRef<Argument> args);
/// What tells it from other functions of its name, and the same written as a call.
std::string labelOf(const FuncInstance &instance);
std::string spellingOf(const FuncInstance &instance);
/// Checks the body, once. Null if it has errors, which then say for which instance: the one asked for at `loc`.
const CheckedFunction *requireChecked(Session &session, FuncInstance &instance, Location loc);
/// The same for one whose body is C++.
bool checkNative(Session &session, const FuncInstance &instance, CheckedFunction &function);

// Instances of kernels (Overloads.cpp)
// ------------------------------------

/// Asks for an instance of a generic kernel: `wp.overload(kernel, [float])`, `@wp.overload`, `--overload`.
struct OverloadRequest {
  struct Item {
    StringRef name; // of the parameter; empty if it is the next one
    StaticValue type;
    Location loc;
    std::string text;
  };
  StaticValue kernel;
  Location loc;
  std::vector<Item> items;
  bool isWhole; // a parameter that is not named has no type yet

  bool isFor(const FuncDecl &decl) const { return kernel.function == decl.def && kernel.module == decl.scope; }
};

/// All requests that `scope` makes at module level, and those of the command line.
std::vector<OverloadRequest> collectOverloads(Session &session, ModuleScope &scope);
/// The instance that is asked for; null after a report.
FuncInstance *readRequest(Session &session, FuncDecl &kernel, const OverloadRequest &request);
/// The one of default types, for a kernel that nobody asks for; says so.
FuncInstance &defaultInstance(Session &session, FuncDecl &kernel);

// Words (Suggest.cpp)
// -------------------

/// The candidate nearest to `name`, if one is near enough to be meant; else empty.
StringRef nearest(StringRef name, ArrayRef<StringRef> candidates);
/// How a user casts to a scalar type: `int`, `float`, `wp.int64`.
std::string castName(const Type *type);

} // namespace kt

#endif
