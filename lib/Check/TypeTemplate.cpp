// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "TypeTemplate.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/ErrorHandling.h"

using namespace kt;
using Kind = TypeTemplate::Kind;

/// The word for `Any` and its like, and what they are found by.
static StringRef nameOf(Kind kind) {
  switch (kind) {
  case Kind::Any: return "Any";
  case Kind::Scalar: return "Scalar";
  case Kind::Float: return "Float";
  case Kind::Int: return "Int";
  case Kind::Function: return "Callable";
  case Kind::Exactly:
  case Kind::Vector:
  case Kind::Matrix:
  case Kind::Quaternion:
  case Kind::Transform:
  case Kind::Array: return "";
  }
  llvm_unreachable("every kind returned");
}

const TypeTemplate *kt::templateNamed(StringRef name) {
  static const TypeTemplate named[] = {{Kind::Any}, {Kind::Scalar}, {Kind::Float}, {Kind::Int}, {Kind::Function}};
  for (const TypeTemplate &candidate : named)
    if (nameOf(candidate.kind) == name)
      return &candidate;
  return nullptr;
}

bool TypeTemplate::isWhole() const {
  bool hasElement = element && element->isWhole();
  switch (kind) {
  case Kind::Exactly: return true;
  case Kind::Any:
  case Kind::Scalar:
  case Kind::Float:
  case Kind::Int:
  case Kind::Function: return false;
  case Kind::Vector:
  case Kind::Array: return hasElement && extents[0];
  case Kind::Matrix: return hasElement && extents[0] && extents[1];
  case Kind::Quaternion:
  case Kind::Transform: return hasElement;
  }
  llvm_unreachable("every kind returned");
}

// Which types fit
// ---------------

static bool fits(unsigned wanted, unsigned given) { return wanted == 0 || wanted == given; }

bool TypeTemplate::admits(const Type *given) const {
  switch (kind) {
  case Kind::Exactly: return given == type;
  case Kind::Any: return true;
  case Kind::Scalar: return given->isInteger() || given->isFloat();
  case Kind::Float: return given->isFloat();
  case Kind::Int: return given->isInteger();
  case Kind::Function: return false;
  case Kind::Vector: {
    const auto *vector = dyn_cast<VectorType>(given);
    return vector && fits(extents[0], vector->length()) && element->admits(vector->element());
  }
  case Kind::Matrix: {
    const auto *matrix = dyn_cast<MatrixType>(given);
    return matrix && fits(extents[0], matrix->rows()) && fits(extents[1], matrix->columns()) &&
           element->admits(matrix->element());
  }
  case Kind::Quaternion: {
    const auto *quaternion = dyn_cast<QuaternionType>(given);
    return quaternion && element->admits(quaternion->element());
  }
  case Kind::Transform: {
    const auto *transform = dyn_cast<TransformType>(given);
    return transform && element->admits(transform->element());
  }
  case Kind::Array: {
    const auto *array = dyn_cast<ArrayType>(given);
    return array && array->form() == form && fits(extents[0], array->rank()) && element->admits(array->element());
  }
  }
  llvm_unreachable("every kind returned");
}

void TypeTemplate::appendBindings(const Type *given, llvm::SmallVectorImpl<std::string> &names) const {
  switch (kind) {
  case Kind::Exactly:
  case Kind::Function: return;
  case Kind::Any:
  case Kind::Scalar:
  case Kind::Float:
  case Kind::Int:
  case Kind::Vector:
  case Kind::Matrix:
  case Kind::Quaternion:
  case Kind::Transform: names.push_back(given->spelling()); return;
  case Kind::Array: return element->appendBindings(cast<ArrayType>(given)->element(), names);
  }
  llvm_unreachable("every kind returned");
}

const Type *TypeTemplate::defaultType(TypeContext &types, const Type *any) const {
  constexpr unsigned usualExtent = 3;
  auto extent = [&](unsigned i) { return extents[i] ? extents[i] : usualExtent; };
  auto scalar = [&] { return cast<ScalarType>(element->defaultType(types)); };
  switch (kind) {
  case Kind::Exactly: return type;
  case Kind::Any: return any ? any : types.float32();
  case Kind::Scalar:
  case Kind::Float: return types.float32();
  case Kind::Int: return types.int32();
  case Kind::Function: return types.error();
  case Kind::Vector: return types.vector(extent(0), scalar());
  case Kind::Matrix: return types.matrix(extent(0), extent(1), scalar());
  case Kind::Quaternion: return types.quaternion(scalar());
  case Kind::Transform: return types.transform(scalar());
  case Kind::Array: return types.array(element->defaultType(types, any), extents[0], form);
  }
  llvm_unreachable("every kind returned");
}

// How they are written
// --------------------

static std::string extentText(unsigned extent) { return extent ? std::to_string(extent) : "Any"; }

std::string TypeTemplate::spelling() const {
  switch (kind) {
  case Kind::Exactly: return type->spelling();
  case Kind::Any:
  case Kind::Scalar:
  case Kind::Float:
  case Kind::Int:
  case Kind::Function: return nameOf(kind).str();
  case Kind::Vector: return "vector(length=" + extentText(extents[0]) + ", dtype=" + element->spelling() + ")";
  case Kind::Matrix:
    return "matrix(shape=(" + extentText(extents[0]) + ", " + extentText(extents[1]) +
           "), dtype=" + element->spelling() + ")";
  case Kind::Quaternion: return "quaternion(dtype=" + element->spelling() + ")";
  case Kind::Transform: return "transformation(dtype=" + element->spelling() + ")";
  case Kind::Array: {
    std::string prefix = form == ArrayType::Form::Indexed ? "indexed" : "";
    std::string name = prefix + (extents[0] == 1 ? "array" : "array" + std::to_string(extents[0]) + "d");
    return name + "(dtype=" + element->spelling() + ")";
  }
  }
  llvm_unreachable("every kind returned");
}

bool kt::operator==(const TypeTemplate &left, const TypeTemplate &right) {
  if (left.kind != right.kind || left.type != right.type || left.form != right.form || left.extents[0] != right.extents[0] ||
      left.extents[1] != right.extents[1])
    return false;
  return !left.element || *left.element == *right.element;
}
