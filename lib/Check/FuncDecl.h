// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions of a file, and each of them for one set of arguments: a generic one is checked anew for every set that a
// call or an overload asks for, any other once.

#ifndef KT_LIB_CHECK_FUNCDECL_H
#define KT_LIB_CHECK_FUNCDECL_H

#include "StaticValue.h"
#include "kt/Check/Check.h"
#include <deque>

namespace kt {

struct FuncDecl;

/// What is given for a parameter: a value of `type`, or a function that is known.
struct Argument {
  const Type *type = nullptr;
  StaticValue function = {};

  static Argument ofType(const Type *type) { return {.type = type}; }
  bool isFunction() const { return !type; }
  /// `float32`, `sin`.
  std::string spelling() const;
  friend bool operator==(const Argument &left, const Argument &right);
};

/// A function for one set of arguments. Its body is checked for the first call.
struct FuncInstance {
  FuncDecl *decl = nullptr;
  llvm::SmallVector<Argument, 4> args; // of all parameters, in order
  enum State : uint8_t { Fresh, InProgress, Passed, Failed } state = Fresh;
  CheckedFunction *checked = nullptr;
  DiagRange diags; // what was reported while its body was checked
};

/// One `@wp.func` or `@wp.kernel`: its signature is known from the first look at it on.
struct FuncDecl {
  FuncDecl(const ast::FunctionDef *def, ModuleScope *scope) : def(def), scope(scope), name(def->name.text) {}

  const ast::FunctionDef *def;
  ModuleScope *scope;
  StringRef name; // the user's, for the emitted function
  bool isKernel = false;
  /// Of a kernel: not with `@wp.kernel(enable_backward=False)`.
  bool wantsAdjoint = true;
  bool isNative = false;     // its body is C++
  bool isOverloaded = false; // there are others of its name
  bool hasSignature = false;
  bool isFaulty = false;                             // the signature
  DiagRange diags;                                   // of the signature
  llvm::SmallVector<const TypeTemplate *, 8> params; // of all parameters, in order
  std::deque<FuncInstance> instances;

  bool isGeneric() const;
  bool hasSignatureOf(const FuncDecl &other) const;
};

/// The functions of one name: overloads.
struct FuncGroup {
  StringRef name;
  std::vector<FuncDecl *> overloads;
};

/// The parameters in order: Python's three sorts mean the same here.
llvm::SmallVector<const ast::Param *, 8> paramsOf(const ast::FunctionDef *def);

} // namespace kt

#endif
