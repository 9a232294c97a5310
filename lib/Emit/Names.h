// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The C++ name of everything in a unit. The user's name wherever C++ can have it; else the same with a mark, and always
// the same one.

#ifndef KT_LIB_EMIT_NAMES_H
#define KT_LIB_EMIT_NAMES_H

#include "kt/IR/IR.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace kt {

/// `name` in a form that no keyword, reserved word or macro of C++ or CUDA takes: ASCII, with `_` behind if need be.
std::string makeIdentifier(StringRef name);

/// The same for a name at namespace scope, where the C library's functions are neighbours.
std::string makeGlobalIdentifier(StringRef name);

/// Names given in scopes one inside the other. A name is never given again while it can be seen.
class NameScopes {
public:
  /// Keeps `name` from being given to anything but what asks with `isUsersOwn`.
  void reserveForUser(StringRef name) { wanted.insert(name); }
  void take(StringRef name) { ++taken[name]; }
  void release(StringRef name) { --taken[name]; }

  /// `base`, or `base_1`, `base_2`, … whichever is free first; takes it.
  std::string give(StringRef base, bool isUsersOwn);

private:
  bool isTaken(StringRef name) const { return taken.lookup(name) != 0; }

  llvm::StringSet<> wanted;
  llvm::StringMap<unsigned> taken;
};

/// The names of one module.
class Names {
public:
  explicit Names(const ir::Module &module);

  StringRef of(const ir::Function &function) const { return functions.at(&function).name; }
  /// What a function with several results returns.
  StringRef resultStruct(const ir::Function &function) const { return functions.at(&function).resultStruct; }
  /// The parameter of a kernel's body that says which thread it is for.
  StringRef threadParam(const ir::Function &kernel) const { return functions.at(&kernel).threadParam; }
  StringRef of(const StructType &type) const { return structs.at(&type).name; }
  StringRef field(const StructType &type, unsigned number) const { return structs.at(&type).fields[number]; }
  /// A parameter, induction variable, variable or `let`; of several results of one op, the first.
  StringRef of(const ir::Value &value) const { return values.at(&value); }

private:
  struct FunctionNames {
    std::string name;
    std::string resultStruct;
    std::string threadParam;
  };
  struct StructNames {
    std::string name;
    std::vector<std::string> fields;
  };

  void nameGlobals(const ir::Module &module);
  void nameFields(const StructType &type);
  void nameLocals(const ir::Function &function);
  void nameRegion(const ir::Region &region, NameScopes &scopes);
  void nameValue(const ir::Value &value, NameScopes &scopes);

  NameScopes globals;
  std::vector<std::string> structNames;
  llvm::DenseMap<const ir::Function *, FunctionNames> functions;
  llvm::DenseMap<const StructType *, StructNames> structs;
  llvm::DenseMap<const ir::Value *, std::string> values;
};

} // namespace kt

#endif
