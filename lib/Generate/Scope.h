// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the code being generated can name: parameters, locals, loop indices, helper functions. Blocks nest; a name
// defined in a block is gone after it.

#ifndef KT_LIB_GENERATE_SCOPE_H
#define KT_LIB_GENERATE_SCOPE_H

#include "kt/Types/Type.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringSet.h"
#include <deque>
#include <string>

namespace kt {

struct Symbol {
  enum class Role : uint8_t {
    Local,  // may be re-assigned
    Param,  // read only, as people treat parameters
    Index,  // a thread index or loop index: read only, not negative
    Input,  // an array that is only read
    Output, // an array that is only written: at the thread's own indices, or atomically
  };
  std::string name;
  const Type *type = nullptr;
  Role role = Role::Local;
  bool isUnread = true;       // nothing has used its last value
  unsigned level = 0;         // indentation at which a local was defined
  std::string boundedBy = ""; // the array whose shape[0] bounds a loop index

  bool isValue() const { return role != Role::Input && role != Role::Output; }
};

struct HelperFunc {
  std::string name;
  llvm::SmallVector<const Type *, 3> params;
  const Type *result;
};

class Scope {
public:
  Symbol &add(Symbol symbol) {
    names.insert(symbol.name);
    symbols.push_back(std::move(symbol));
    return symbols.back();
  }
  /// Names stay taken after their block, so that a name never means two things in one kernel.
  void reserve(StringRef name) { names.insert(name); }
  bool isTaken(StringRef name) const { return names.contains(name); }

  size_t enterBlock() const { return symbols.size(); }
  void leaveBlock(size_t mark) { symbols.resize(mark); }

  std::deque<Symbol> symbols; // references stay good while a block grows
  llvm::SmallVector<HelperFunc, 1> funcs;

private:
  llvm::StringSet<> names;
};

} // namespace kt

#endif
