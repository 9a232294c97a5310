// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The builtins by what they make: every overload with concrete types from the universe of a policy.

#ifndef KT_LIB_GENERATE_INSTANCES_H
#define KT_LIB_GENERATE_INSTANCES_H

#include "kt/Builtins/Builtins.h"
#include "llvm/ADT/MapVector.h"

namespace kt {

struct Instance {
  const Builtin *builtin;
  llvm::SmallVector<const Type *, 3> params;
};

/// What makes one type, with its odds beside it.
struct Producers {
  std::vector<Instance> instances;
  std::vector<unsigned> weights;
};

class InstanceTable {
public:
  /// Tries every overload without effects on every combination of types of `universe`.
  InstanceTable(ArrayRef<const Type *> universe, TypeContext &types);

  /// Null if only a literal, a name or a constructor makes it.
  const Producers *making(const Type *type) const;

private:
  llvm::MapVector<const Type *, Producers> byResult;
};

} // namespace kt

#endif
