// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "TypePattern.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"

namespace kt {

bool TypeClass::contains(const Type *type) const {
  if (!(shapes >> unsigned(type->kind()) & 1))
    return false;
  const ScalarType *scalar = scalarOf(type);
  return !scalar || (scalars >> unsigned(scalar->scalarKind()) & 1);
}

bool Bindings::bindType(char symbol, const Type *type) {
  const Type *&bound = boundTypes[slot(symbol)];
  if (!bound)
    bound = type;
  return bound == type;
}

bool Bindings::bindDim(char symbol, unsigned number) {
  unsigned &bound = boundDims[slot(symbol)];
  if (!bound)
    bound = number;
  return bound == number && number != 0;
}

bool Bindings::matchDim(DimPattern dim, unsigned number) {
  return dim.symbol ? bindDim(dim.symbol, number) : dim.extent == number;
}

unsigned Bindings::number(DimPattern dim) const { return dim.symbol ? boundDims[slot(dim.symbol)] : dim.extent; }

bool Bindings::match(const TypePattern &pattern, const Type *type) {
  using Kind = TypePattern::Kind;
  switch (pattern.kind) {
  case Kind::Nothing: return type->isNone();
  case Kind::Variable: return pattern.of->contains(type) && bindType(pattern.symbol, type);
  case Kind::OneOf: return pattern.of->contains(type);
  case Kind::Exactly: {
    const auto *scalar = dyn_cast<ScalarType>(type);
    return scalar && scalar->scalarKind() == pattern.scalar;
  }
  case Kind::Vector: {
    const auto *vector = dyn_cast<VectorType>(type);
    return vector && matchDim(pattern.dims[0], vector->length()) && match(*pattern.elements[0], vector->element());
  }
  case Kind::Matrix: {
    const auto *matrix = dyn_cast<MatrixType>(type);
    return matrix && matchDim(pattern.dims[0], matrix->rows()) && matchDim(pattern.dims[1], matrix->columns()) &&
           match(*pattern.elements[0], matrix->element());
  }
  case Kind::Quaternion: {
    const auto *quaternion = dyn_cast<QuaternionType>(type);
    return quaternion && match(*pattern.elements[0], quaternion->element());
  }
  case Kind::Transform: {
    const auto *transform = dyn_cast<TransformType>(type);
    return transform && match(*pattern.elements[0], transform->element());
  }
  case Kind::Array:
  case Kind::Indexable: {
    const auto *array = dyn_cast<ArrayType>(type);
    bool hasForm = array && !array->isFixed() && (!array->isIndexed() || pattern.kind == Kind::Indexable);
    return hasForm && matchDim(pattern.dims[0], array->rank()) && match(*pattern.elements[0], array->element());
  }
  case Kind::Tuple: {
    const auto *tuple = dyn_cast<TupleType>(type);
    return tuple && llvm::equal(pattern.parts(), tuple->elements(),
                                [&](const TypePattern *part, const Type *element) { return match(*part, element); });
  }
  case Kind::Number:
  case Kind::ScalarType: return false;
  }
  llvm_unreachable("every kind of pattern is listed");
}

bool Bindings::match(const TypePattern &pattern, const StaticArg &arg) {
  if (pattern.kind == TypePattern::Kind::Number)
    return !arg.type && bindDim(pattern.symbol, arg.number);
  return arg.type && pattern.of->contains(arg.type) && bindType(pattern.symbol, arg.type);
}

const Type *Bindings::substitute(const TypePattern &pattern, TypeContext &types) const {
  using Kind = TypePattern::Kind;
  auto scalarElement = [&] { return dyn_cast_or_null<ScalarType>(substitute(*pattern.elements[0], types)); };
  switch (pattern.kind) {
  case Kind::Nothing: return types.none();
  case Kind::Variable: return boundTypes[slot(pattern.symbol)];
  case Kind::Exactly: return types.scalar(pattern.scalar);
  case Kind::Vector: {
    const ScalarType *element = scalarElement();
    unsigned length = number(pattern.dims[0]);
    return element && length ? types.vector(length, element) : nullptr;
  }
  case Kind::Matrix: {
    const ScalarType *element = scalarElement();
    unsigned rows = number(pattern.dims[0]), columns = number(pattern.dims[1]);
    return element && rows && columns ? types.matrix(rows, columns, element) : nullptr;
  }
  case Kind::Quaternion: {
    const ScalarType *element = scalarElement();
    return element ? types.quaternion(element) : nullptr;
  }
  case Kind::Transform: {
    const ScalarType *element = scalarElement();
    return element ? types.transform(element) : nullptr;
  }
  case Kind::Array: {
    const Type *element = substitute(*pattern.elements[0], types);
    unsigned rank = number(pattern.dims[0]);
    return element && rank ? types.array(element, rank) : nullptr;
  }
  case Kind::Tuple: {
    llvm::SmallVector<const Type *, 3> elements;
    for (const TypePattern *part : pattern.parts())
      elements.push_back(substitute(*part, types));
    return llvm::is_contained(elements, nullptr) ? nullptr : types.tuple(elements);
  }
  case Kind::OneOf:
  case Kind::Indexable:
  case Kind::Number:
  case Kind::ScalarType: return nullptr; // kt-tblgen keeps these out of results
  }
  llvm_unreachable("every kind of pattern is listed");
}

} // namespace kt
