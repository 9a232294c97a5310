// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Types/Type.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/ErrorHandling.h"

namespace kt {

StringRef spelling(ScalarKind kind) {
  switch (kind) {
  case ScalarKind::Bool: return "bool";
  case ScalarKind::Int8: return "int8";
  case ScalarKind::UInt8: return "uint8";
  case ScalarKind::Int16: return "int16";
  case ScalarKind::UInt16: return "uint16";
  case ScalarKind::Int32: return "int32";
  case ScalarKind::UInt32: return "uint32";
  case ScalarKind::Int64: return "int64";
  case ScalarKind::UInt64: return "uint64";
  case ScalarKind::Float16: return "float16";
  case ScalarKind::Float32: return "float32";
  case ScalarKind::Float64: return "float64";
  }
  llvm_unreachable("every scalar kind is listed");
}

namespace {

/// What the language appends to `vec3` for elements of this kind. There is no short name for vectors of bool.
StringRef shortSuffix(ScalarKind kind) {
  switch (kind) {
  case ScalarKind::Bool: llvm_unreachable("vectors of bool have no short name");
  case ScalarKind::Int8: return "b";
  case ScalarKind::UInt8: return "ub";
  case ScalarKind::Int16: return "s";
  case ScalarKind::UInt16: return "us";
  case ScalarKind::Int32: return "i";
  case ScalarKind::UInt32: return "ui";
  case ScalarKind::Int64: return "l";
  case ScalarKind::UInt64: return "ul";
  case ScalarKind::Float16: return "h";
  case ScalarKind::Float32: return "";
  case ScalarKind::Float64: return "d";
  }
  llvm_unreachable("every scalar kind is listed");
}

bool hasShortExtent(unsigned extent) { return extent >= 2 && extent <= 4; }

std::string spellVector(const VectorType &type) {
  const ScalarType *element = type.element();
  if (hasShortExtent(type.length()) && !element->isBool())
    return ("vec" + llvm::Twine(type.length()) + shortSuffix(element->scalarKind())).str();
  if (type.length() == 6 && element->isFloat())
    return ("spatial_vector" + shortSuffix(element->scalarKind())).str();
  return ("vector(length=" + llvm::Twine(type.length()) + ", dtype=" + element->spelling() + ")").str();
}

std::string spellMatrix(const MatrixType &type) {
  const ScalarType *element = type.element();
  if (type.rows() == type.columns() && hasShortExtent(type.rows()) && element->isFloat())
    return ("mat" + llvm::Twine(type.rows()) + llvm::Twine(type.columns()) + shortSuffix(element->scalarKind())).str();
  if (type.rows() == 6 && type.columns() == 6 && element->isFloat())
    return ("spatial_matrix" + shortSuffix(element->scalarKind())).str();
  return ("matrix(shape=(" + llvm::Twine(type.rows()) + ", " + llvm::Twine(type.columns()) +
          "), dtype=" + element->spelling() + ")")
      .str();
}

std::string spellFixedArray(const ArrayType &type) {
  std::string text = "fixedarray(shape=(";
  llvm::interleave(type.shape(), [&](unsigned extent) { text += std::to_string(extent); }, [&] { text += ", "; });
  return text + (type.rank() == 1 ? "," : "") + "), dtype=" + type.element()->spelling() + ")";
}

std::string spellArray(const ArrayType &type) {
  if (type.isFixed())
    return spellFixedArray(type);
  std::string name = type.isIndexed() ? "indexedarray" : "array";
  if (type.rank() != 1)
    name += std::to_string(type.rank()) + "d";
  return name + "(dtype=" + type.element()->spelling() + ")";
}

std::string spellKept(const KeptType &type) {
  return "kept(" + std::to_string(type.snapshots()) + ", " + std::to_string(type.ring()) + ")";
}

std::string spellTuple(const TupleType &type) {
  std::string text = "tuple[";
  llvm::interleave(type.elements(), [&](const Type *element) { text += element->spelling(); }, [&] { text += ", "; });
  return text + "]";
}

} // namespace

std::string Type::spelling() const {
  switch (typeKind) {
  case Kind::Error: return "<error>";
  case Kind::None: return "None";
  case Kind::String: return "str";
  case Kind::Scalar: return kt::spelling(cast<ScalarType>(this)->scalarKind()).str();
  case Kind::Vector: return spellVector(*cast<VectorType>(this));
  case Kind::Matrix: return spellMatrix(*cast<MatrixType>(this));
  case Kind::Quaternion: return ("quat" + shortSuffix(cast<QuaternionType>(this)->element()->scalarKind())).str();
  case Kind::Transform: return ("transform" + shortSuffix(cast<TransformType>(this)->element()->scalarKind())).str();
  case Kind::Array: return spellArray(*cast<ArrayType>(this));
  case Kind::Struct: return cast<StructType>(this)->name().str();
  case Kind::Tuple: return spellTuple(*cast<TupleType>(this));
  case Kind::Kept: return spellKept(*cast<KeptType>(this));
  }
  llvm_unreachable("every type kind is listed");
}

} // namespace kt
