// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Instances.h"

using namespace kt;

namespace {

/// Calls `visit` with every choice of `count` types.
template <typename Visit>
void forEachCombination(ArrayRef<const Type *> universe, unsigned count, Visit visit) {
  llvm::SmallVector<unsigned, 4> digits(count, 0);
  llvm::SmallVector<const Type *, 3> chosen(count);
  for (bool more = true; more;) {
    for (unsigned i = 0; i < count; ++i)
      chosen[i] = universe[digits[i]];
    visit(chosen);
    more = false;
    for (unsigned i = 0; i < count && !more; ++i) {
      if (++digits[i] < universe.size())
        more = true;
      else
        digits[i] = 0;
    }
  }
}

} // namespace

InstanceTable::InstanceTable(ArrayRef<const Type *> universe, TypeContext &types) {
  for (const Builtin &builtin : allBuiltins()) {
    unsigned arity = builtin.paramNames.size();
    if (builtin.effect != Effect::None || !builtin.weight || builtin.isVariadic || !arity || arity > 3)
      continue;
    forEachCombination(universe, arity, [&](ArrayRef<const Type *> params) {
      const Type *result = matchBuiltin(builtin, params, types);
      if (!result || !llvm::is_contained(universe, result))
        return;
      Producers &producers = byResult[result];
      producers.instances.push_back({&builtin, {params.begin(), params.end()}});
      producers.weights.push_back(builtin.weight);
    });
  }
  // An overload with many instances is no likelier than one with few.
  for (auto &[result, producers] : byResult)
    for (unsigned i = 0; i < producers.instances.size(); ++i) {
      unsigned siblings = llvm::count_if(
          producers.instances, [&](const Instance &other) { return other.builtin == producers.instances[i].builtin; });
      producers.weights[i] = std::max(1u, producers.weights[i] * 16 / siblings);
    }
}

const Producers *InstanceTable::making(const Type *type) const {
  auto found = byResult.find(type);
  return found == byResult.end() ? nullptr : &found->second;
}
