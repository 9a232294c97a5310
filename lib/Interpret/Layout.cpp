// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Layout.h"
#include "Scalars.h"
#include "llvm/Support/MathExtras.h"

namespace kt {

unsigned scalarSize(ScalarKind kind) {
  return withScalar(kind, []<class S>(Tag<S>) { return unsigned(sizeof(S)); });
}

size_t alignTo(size_t offset, const Type *type) { return llvm::alignTo(offset, alignmentOf(type)); }

size_t fieldOffset(const Type *type, unsigned number) {
  size_t offset = 0;
  for (unsigned i = 0; i != number; ++i)
    offset = alignTo(offset, fieldType(type, i)) + sizeOf(fieldType(type, i));
  return alignTo(offset, fieldType(type, number));
}

/// A struct without fields takes a byte, as in C++.
static size_t sizeOfStruct(const StructType &type) {
  if (type.fields().empty())
    return 1;
  unsigned last = type.fields().size() - 1;
  return alignTo(fieldOffset(&type, last) + sizeOf(type.fields()[last].type), &type);
}

static size_t sizeOfArray(const ArrayType &type) {
  if (!type.isFixed())
    return type.isIndexed() ? sizeof(IndexedView) : sizeof(ArrayView);
  size_t size = sizeOf(type.element());
  for (unsigned extent : type.shape())
    size *= extent;
  return size;
}

size_t sizeOf(const Type *type) {
  if (const auto *structType = dyn_cast<StructType>(type))
    return sizeOfStruct(*structType);
  if (const auto *array = dyn_cast<ArrayType>(type))
    return sizeOfArray(*array);
  if (const auto *kept = dyn_cast<KeptType>(type))
    return KeptLayout(*kept).size;
  const ScalarType *scalar = scalarOf(type);
  assert(scalar && "values of this type are not in memory");
  return size_t(scalarSize(scalar->scalarKind())) * scalarCount(type);
}

size_t alignmentOf(const Type *type) {
  if (const auto *structType = dyn_cast<StructType>(type)) {
    size_t most = 1;
    for (const StructType::Field &field : structType->fields())
      most = std::max(most, alignmentOf(field.type));
    return most;
  }
  if (const auto *array = dyn_cast<ArrayType>(type))
    return array->isFixed() ? alignmentOf(array->element()) : alignof(ArrayView);
  if (isa<KeptType>(type))
    return alignof(int32_t);
  return scalarSize(scalarOf(type)->scalarKind());
}

void writeConstant(const Constant &constant, char *memory) {
  withScalar(scalarOf(constant.type)->scalarKind(), [&]<class S>(Tag<S>) {
    for (ScalarValue value : constant.values) {
      S scalar;
      if constexpr (isFloat<S>)
        scalar = S(value.real);
      else if constexpr (std::is_same_v<S, bool>)
        scalar = value.bits != 0;
      else
        scalar = S::wrap(value.bits);
      memcpy(memory, &scalar, sizeof scalar);
      memory += sizeof scalar;
    }
  });
}

} // namespace kt
