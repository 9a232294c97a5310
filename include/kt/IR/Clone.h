// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Copies of ops, with the values they use replaced by others.

#ifndef KT_IR_CLONE_H
#define KT_IR_CLONE_H

#include "kt/IR/IR.h"
#include "llvm/ADT/DenseMap.h"

namespace kt::ir {

/// What stands for what in a copy. A value that is not in it stands for itself.
class ValueMap {
public:
  Value *operator()(Value *value) const {
    Value *found = map.lookup(value);
    return found ? found : value;
  }
  /// Null if nothing was said of `value`.
  Value *find(const Value *value) const { return map.lookup(value); }
  void set(const Value *value, Value *other) { map[value] = other; }
  void forget(const Value *value) { map.erase(value); }

private:
  llvm::DenseMap<const Value *, Value *> map;
};

/// A copy of `op` at the place of `b`, with empty regions; enters its results into `map`.
Op &cloneAlone(const Op &op, Builder &b, ValueMap &map);
/// The same, with all that its regions hold.
Op &clone(const Op &op, Builder &b, ValueMap &map);
/// Copies of all ops of `region`.
void cloneOps(const Region &region, Builder &b, ValueMap &map);
/// A function like `function`, its body copied, which is in no module yet.
std::unique_ptr<Function> clone(const Function &function, Module &module, ValueMap &map);

} // namespace kt::ir

#endif
