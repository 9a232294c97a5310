// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Text.h"

using namespace kt;

std::string kt::annotation(const Type *type) {
  if (auto *array = dyn_cast<ArrayType>(type)) {
    std::string dtype = "dtype=" + annotation(array->element());
    if (array->rank() == 1)
      return "wp.array(" + dtype + ")";
    return "wp.array" + std::to_string(array->rank()) + "d(" + dtype + ")";
  }
  if (auto *scalar = dyn_cast<ScalarType>(type)) {
    switch (scalar->scalarKind()) {
    case ScalarKind::Bool: return "bool";
    case ScalarKind::Int32: return "int";
    case ScalarKind::Float32: return "float";
    case ScalarKind::Int8:
    case ScalarKind::UInt8:
    case ScalarKind::Int16:
    case ScalarKind::UInt16:
    case ScalarKind::UInt32:
    case ScalarKind::Int64:
    case ScalarKind::UInt64:
    case ScalarKind::Float16:
    case ScalarKind::Float64: break;
    }
  }
  return type->isStruct() ? type->spelling() : "wp." + type->spelling();
}
