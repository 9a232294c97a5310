// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Session.h"

using namespace kt;

StringRef kt::nearest(StringRef name, ArrayRef<StringRef> candidates) {
  unsigned limit = name.size() < 3 ? 1 : name.size() < 6 ? 2 : 3;
  unsigned best = limit + 1;
  StringRef found;
  for (StringRef candidate : candidates) {
    unsigned distance = name.edit_distance_insensitive(candidate, /*AllowReplacements=*/true, best);
    // A name that shares nothing is as far away as it is long.
    if (distance >= best || distance >= name.size() || candidate == name)
      continue;
    best = distance;
    found = candidate;
  }
  return found;
}

std::string kt::castName(const Type *type) {
  std::string name = type->spelling();
  if (name == "int32")
    return "int";
  if (name == "float32")
    return "float";
  return name == "bool" ? name : "wp." + name;
}
