// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Types/Type.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"

namespace kt {

namespace {

enum class ScalarClass { Bool, Signed, Unsigned, Float };

struct ScalarTraits {
  ScalarClass scalarClass;
  unsigned bitWidth;
};

ScalarTraits traits(ScalarKind kind) {
  switch (kind) {
  case ScalarKind::Bool: return {ScalarClass::Bool, 1};
  case ScalarKind::Int8: return {ScalarClass::Signed, 8};
  case ScalarKind::UInt8: return {ScalarClass::Unsigned, 8};
  case ScalarKind::Int16: return {ScalarClass::Signed, 16};
  case ScalarKind::UInt16: return {ScalarClass::Unsigned, 16};
  case ScalarKind::Int32: return {ScalarClass::Signed, 32};
  case ScalarKind::UInt32: return {ScalarClass::Unsigned, 32};
  case ScalarKind::Int64: return {ScalarClass::Signed, 64};
  case ScalarKind::UInt64: return {ScalarClass::Unsigned, 64};
  case ScalarKind::Float16: return {ScalarClass::Float, 16};
  case ScalarKind::Float32: return {ScalarClass::Float, 32};
  case ScalarKind::Float64: return {ScalarClass::Float, 64};
  }
  llvm_unreachable("every scalar kind is listed");
}

bool isScalarOf(const Type *type, std::initializer_list<ScalarClass> classes) {
  const auto *scalar = dyn_cast<ScalarType>(type);
  return scalar && llvm::is_contained(classes, traits(scalar->scalarKind()).scalarClass);
}

} // namespace

bool Type::isBool() const { return isScalarOf(this, {ScalarClass::Bool}); }
bool Type::isInteger() const { return isScalarOf(this, {ScalarClass::Signed, ScalarClass::Unsigned}); }
bool Type::isSignedInteger() const { return isScalarOf(this, {ScalarClass::Signed}); }
bool Type::isFloat() const { return isScalarOf(this, {ScalarClass::Float}); }

unsigned ScalarType::bitWidth() const { return traits(scalar).bitWidth; }

int StructType::fieldIndex(StringRef name) const {
  auto found = llvm::find_if(fieldList, [&](const Field &field) { return field.name == name; });
  return found == fieldList.end() ? -1 : int(found - fieldList.begin());
}

bool isFixedArray(const Type *type) {
  const auto *array = dyn_cast<ArrayType>(type);
  return array && array->isFixed();
}

const ScalarType *scalarOf(const Type *type) {
  switch (type->kind()) {
  case Type::Kind::Scalar: return cast<ScalarType>(type);
  case Type::Kind::Vector: return cast<VectorType>(type)->element();
  case Type::Kind::Matrix: return cast<MatrixType>(type)->element();
  case Type::Kind::Quaternion: return cast<QuaternionType>(type)->element();
  case Type::Kind::Transform: return cast<TransformType>(type)->element();
  case Type::Kind::Error:
  case Type::Kind::None:
  case Type::Kind::String:
  case Type::Kind::Array:
  case Type::Kind::Struct:
  case Type::Kind::Tuple:
  case Type::Kind::Kept: return nullptr;
  }
  llvm_unreachable("every type kind is listed");
}

unsigned scalarCount(const Type *type) {
  if (const auto *matrix = dyn_cast<MatrixType>(type))
    return matrix->rows() * matrix->columns();
  return type->isScalar() ? 1 : componentCount(type);
}

const Type *componentOf(const Type *type, TypeContext &types) {
  if (const auto *matrix = dyn_cast<MatrixType>(type))
    return types.vector(matrix->columns(), matrix->element());
  return type->isComposite() ? scalarOf(type) : nullptr;
}

static unsigned alignmentOf(const Type *type) {
  const auto *structType = dyn_cast<StructType>(type);
  if (!structType)
    return scalarOf(type)->bitWidth() / 8;
  unsigned most = 1;
  for (const StructType::Field &field : structType->fields())
    most = std::max(most, alignmentOf(field.type));
  return most;
}

std::optional<unsigned> packedSize(const Type *type) {
  if (const auto *structType = dyn_cast<StructType>(type)) {
    unsigned size = 0;
    for (const StructType::Field &field : structType->fields()) {
      std::optional<unsigned> fieldSize = packedSize(field.type);
      if (!fieldSize || size % alignmentOf(field.type) != 0)
        return std::nullopt;
      size += *fieldSize;
    }
    return size != 0 && size % alignmentOf(type) == 0 ? std::optional(size) : std::nullopt;
  }
  const ScalarType *scalar = type->isScalar() || type->isComposite() ? scalarOf(type) : nullptr;
  if (!scalar || scalar->isBool())
    return std::nullopt;
  return scalar->bitWidth() / 8 * scalarCount(type);
}

unsigned componentCount(const Type *type) {
  if (const auto *vector = dyn_cast<VectorType>(type))
    return vector->length();
  if (const auto *matrix = dyn_cast<MatrixType>(type))
    return matrix->rows();
  return type->isQuaternion() ? 4 : type->isTransform() ? 7 : 0;
}

int fieldIndex(const Type *type, StringRef name) {
  if (const auto *structType = dyn_cast<StructType>(type))
    return structType->fieldIndex(name);
  const auto *found = llvm::find(TransformType::partNames, name);
  return type->isTransform() && found != std::end(TransformType::partNames) ? found - TransformType::partNames : -1;
}

StringRef fieldName(const Type *type, unsigned index) {
  if (const auto *structType = dyn_cast<StructType>(type))
    return structType->fields()[index].name;
  return TransformType::partNames[index];
}

const Type *fieldType(const Type *type, unsigned index) {
  if (const auto *structType = dyn_cast<StructType>(type))
    return index < structType->fields().size() ? structType->fields()[index].type : nullptr;
  const auto *transform = dyn_cast<TransformType>(type);
  return transform && index < transform->parts().size() ? transform->parts()[index] : nullptr;
}

} // namespace kt
