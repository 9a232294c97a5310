// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Gives the syntax its meaning: resolves names, types and calls, checks the rules of the language, and leaves the AST
// alone. What it finds stands in tables beside the AST. After it, a fault is ours.

#ifndef KT_CHECK_CHECK_H
#define KT_CHECK_CHECK_H

#include "kt/AST/AST.h"
#include "kt/Builtins/Builtins.h"
#include "kt/Support/DiagEngine.h"
#include "kt/Support/Result.h"
#include "kt/Types/Constant.h"
#include "llvm/ADT/DenseMap.h"
#include <deque>
#include <optional>
#include <variant>

namespace kt {

struct CheckedFunction;

/// A parameter or local variable of a function; all assignments to a name in one function are one variable.
struct Variable {
  StringRef name;
  const Type *type = nullptr;
  Location loc; // of the parameter or the first assignment
  bool isParam = false;
};

/// What a call (or an operator, or an augmented assignment) means. `a[i] += v` is the atomic builtin where there is one
/// for the element's type, its arguments the array, the indices and the value; any other augmented assignment is the
/// operator, its arguments the target and the value. An operator is a Func where the user overloads it.
struct Callee {
  struct Builtin { // builtin function, operator or atomic
    const kt::Builtin *builtin;
  };
  struct Func { // a wp.func
    const CheckedFunction *function;
  };
  struct Construct { // vector, matrix, quaternion, struct: `result` is its type. No argument: zeros; one scalar:
                     // broadcast
  };
  struct Cast { // int(x), wp.float64(x), x.dtype(v): `result` is the scalar type
  };
  struct Reinterpret { // wp.cast(x, T): `result` is the type that the bytes of `x` are taken for
  };
  struct ThreadId { // wp.tid(); `result` is int32 or a tuple of two to four int32
  };
  struct Printf { // the format is the first argument, a string constant
  };
  std::variant<Builtin, Func, Construct, Cast, Reinterpret, ThreadId, Printf> what;
  /// In parameter order, keywords and defaults put in place. A default of a wp.func stands as its own expression, which
  /// the tables of the *caller* know the type and constant of; one of a builtin is null here and stands in `defaults`.
  llvm::SmallVector<const ast::Expr *, 4> args;
  const Type *result = nullptr;
  llvm::SmallVector<Constant, 0> defaults = {}; // of the arguments that are null, in their order
};

/// Is what the call leaves in argument `i` what it is made for? Then that is a place: a variable, or what is part of
/// one or of an array. Another argument that a builtin changes may be a value, which is copied.
bool isMadeFor(const Callee &callee, unsigned i);

/// `start`, `start + step`, … `count` times; at least once.
struct SliceRange {
  int start;
  int step;
  unsigned count;
};

/// What stands for the body of a `@wp.func_native`: texts that stay between the braces of a function.
struct NativeCode {
  std::string forward;
  std::optional<std::string> adjoint; // for the reverse sweep
  std::optional<std::string> replay;  // in place of `forward` when the reverse sweep runs the function again
  Location loc;                       // of the first text
};

/// One kernel or func that passed, and the meaning of each node in it. Tables are per function, so that an instance of
/// a generic function can have its own over the same AST.
struct CheckedFunction {
  const ast::FunctionDef *def = nullptr;
  bool isKernel = false;
  /// Of a kernel: not with `@wp.kernel(enable_backward=False)`.
  bool wantsAdjoint = true;
  std::string name; // the user's
  /// What tells it from others of its name: what its generic parameters stand for, as in `float32, vec3`, or the types
  /// of an overload. Empty where there is but one.
  std::string instance;
  FileId file = FileId::None;
  std::vector<Variable *> params;
  const Type *result = nullptr; // None, one type, or a Tuple
  std::optional<NativeCode> native;
  std::deque<Variable> variables; // params first, then locals in order of first assignment

  /// The type of every expression that has a value. A literal or constant has the type it is used as.
  llvm::DenseMap<const ast::Expr *, const Type *> types;
  /// Expressions whose value is known: literals, module constants, enum members, `math.pi`, arithmetic over them where
  /// the language asks for a constant, casts of these. Lowering makes a constant of them and looks no further: what
  /// such an expression is made of may be in no table.
  llvm::DenseMap<const ast::Expr *, Constant> constants;
  /// Names that are variables; reads and writes alike.
  llvm::DenseMap<const ast::Expr *, Variable *> names;
  /// Call, BinOp, UnaryOp (not `not`), AugAssign. BoolOp, IfExp, Compare, `not` need none.
  llvm::DenseMap<const ast::Node *, Callee> callees;
  /// Slices of vectors, quaternions, matrices and tuples: which components they take.
  llvm::DenseMap<const ast::Slice *, SliceRange> slices;
  /// Loops that are unrolled: the rounds, one after another, each a copy of the body with the index set before it. The
  /// nodes of the body itself are in no table.
  llvm::DenseMap<const ast::For *, std::vector<ast::Stmt *>> unrolled;
  /// Values converted after they are computed, to the type given.
  llvm::DenseMap<const ast::Expr *, const Type *> conversions;

  /// What a test of an `if` or a ternary gives where it is one constant. Of the arms only the one taken is checked
  /// then, and is all there is.
  std::optional<bool> knownTest(const ast::Expr *test) const {
    auto it = constants.find(test);
    return it != constants.end() && it->second.isBool() ? std::optional(it->second.asBool()) : std::nullopt;
  }
};

/// `a[i][j]`, written with one pair of brackets or several: the array and the indices, slices among them.
struct ArrayAccess {
  const ast::Expr *array;
  llvm::SmallVector<const ast::Expr *, 4> indices;
};
/// Of a subscript of an array. Brackets that hold a slice begin a new access.
ArrayAccess arrayAccess(const ast::Subscript &expr, const CheckedFunction &function);

/// Numbers of diagnostics in the engine's list.
struct DiagRange {
  unsigned first = 0;
  unsigned end = 0;
  bool isEmpty() const { return first == end; }
};

/// One `@wp.kernel` of the file, or one instance of a generic one, checked or not. One in a function stands for every
/// call of it.
struct KernelEntry {
  std::string name;     // `k`, `Class.k`, `make.k`; or the name that a file gives to the kernel that a call returns
  std::string instance; // as of its function; known where that has errors too
  Location loc;
  const CheckedFunction *function = nullptr; // null if it has errors
  /// Those of a func it calls are the func's first caller's; a later caller that has none of its own shares them.
  DiagRange diags;
  bool selected = true; // asked for by name, or all are; false if it is left out, which its diagnostics explain

  /// By its name, or the last part of it.
  bool isCalled(StringRef word) const {
    StringRef head = name;
    return head.consume_back(word) && (head.empty() || head.ends_with('.'));
  }
};

struct CheckedModule {
  FileId file = FileId::None;
  std::vector<KernelEntry> kernels; // in the order of the file
  /// What the passed kernels need, callees before callers, in a fixed order; kernels at their place among them.
  std::vector<const CheckedFunction *> functions;
  std::vector<const StructType *> structs; // likewise, a struct after those it contains

  // Owners
  std::deque<CheckedFunction> functionStorage;
  std::vector<ast::Module> modules; // the file and what it imports
};

struct CheckOptions {
  std::vector<std::string> includeDirs; // searched for imported modules after the folder of the file
  std::vector<std::string> kernels;     // names; empty for all
  /// What takes the place of what the file binds to a name: a dotted name begins with the function that binds it. The
  /// values are Python expressions over the names of the file.
  std::vector<std::pair<std::string, std::string>> definitions;
  std::optional<unsigned> onlyEntry; // the one with this number among all, whatever its name
  /// Further instances of generic kernels, as a call would be written: `scale(wp.array(dtype=float), float)`.
  std::vector<std::string> overloads;
  /// Refuses C++ of the user's that only CUDA has the words of.
  bool runsOnCpu = true;
};

/// Imported modules are read into `sources` when a kernel uses a name of theirs. A kernel with an error leaves its
/// entry and its diagnostics; the others are checked all the same, and whether that will do is the caller's choice.
CheckedModule check(ast::Module module, const CheckOptions &options, SourceManager &sources, TypeContext &types,
                    DiagEngine &diags);

/// One function after another: parameters and variables with types, each expression with type, constant or callee.
void dump(const CheckedModule &module, const SourceManager &sources, llvm::raw_ostream &os);

} // namespace kt

#endif
