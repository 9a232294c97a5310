// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "BuiltinTable.h"
#include "llvm/ADT/StringMap.h"

namespace kt {

static const llvm::StringMap<const BuiltinEntry *> &entriesByName() {
  static const llvm::StringMap<const BuiltinEntry *> table = [] {
    llvm::StringMap<const BuiltinEntry *> table;
    for (ArrayRef<BuiltinEntry> group :
         {scalarMath(), vectorMath(), decompositions(), quaternionMath(), transformations(), spatialMath(), random(),
          noises(), operators(), utilities(), denseMatrices(), geometry(), adjointRules(), gradients(), keptStates()})
      for (const BuiltinEntry &entry : group) {
        [[maybe_unused]] bool isNew = table.try_emplace(entry.name, &entry).second;
        assert(isNew && "a name has one entry for all of its overloads");
      }
    return table;
  }();
  return table;
}

bool isInterpreted(const Builtin &builtin) { return entriesByName().contains(builtin.name); }

BuiltinFunction selectBuiltin(const ir::Op &call) {
  const BuiltinEntry *entry = entriesByName().lookup(call.builtin().name);
  return entry ? entry->select(call) : nullptr;
}

ScalarKind mainScalar(const ir::Op &call) {
  auto scalarIn = [](const Type *type) {
    const auto *array = dyn_cast<ArrayType>(type);
    return scalarOf(array ? array->element() : type);
  };
  for (const ir::Value *operand : call.operands())
    if (const ScalarType *scalar = scalarIn(operand->type))
      return scalar->scalarKind();
  return scalarIn(call.result()->type)->scalarKind();
}

} // namespace kt
