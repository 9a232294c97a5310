// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What an annotation admits: one type, or any of several, as `Any`, `wp.Float` and `wp.array(dtype=Any)` do. Two
// parameters under one generic name need not have one type, nor is a type found from the other arguments.

#ifndef KT_LIB_CHECK_TYPETEMPLATE_H
#define KT_LIB_CHECK_TYPETEMPLATE_H

#include "kt/Types/Type.h"
#include "llvm/ADT/SmallVector.h"

namespace kt {

struct TypeTemplate {
  enum class Kind : uint8_t {
    Exactly, // `type`
    Any,
    Scalar, // any number
    Float,
    Int,
    Function, // a function that is known where the call is checked
    Vector,   // of `extents[0]` elements
    Matrix,   // of `extents[0]` rows and `extents[1]` columns
    Quaternion,
    Transform,
    Array, // of rank `extents[0]`
  };

  Kind kind;
  const Type *type = nullptr;
  ArrayType::Form form = ArrayType::Form::Plain; // of Array
  unsigned extents[2] = {0, 0};                  // 0 is any
  const TypeTemplate *element = nullptr;         // of Vector and those below it

  bool isGeneric() const { return kind != Kind::Exactly; }
  /// Are all its parts given, so that `defaultType` is the one type it admits?
  bool isWhole() const;
  bool admits(const Type *type) const;
  /// Functions are no values and have no type.
  bool admitsFunction() const { return kind == Kind::Function || kind == Kind::Any; }
  /// As a user writes it: `Any`, `array2d(dtype=Float)`.
  std::string spelling() const;
  /// What `type` stands for in it, part by part: of `array(dtype=Any)` the element, of `vec3` nothing.
  void appendBindings(const Type *type, llvm::SmallVectorImpl<std::string> &names) const;
  /// The type that is taken where nothing says which: `float32`, `int32`, three elements, three rows and columns. `any`
  /// takes the place of `float32` for an `Any` that may be more than a scalar.
  const Type *defaultType(TypeContext &types, const Type *any = nullptr) const;

  friend bool operator==(const TypeTemplate &left, const TypeTemplate &right);
};

/// The template that a generic name stands for: `Any`, `Scalar`, `Float`, `Int`, `Callable`.
const TypeTemplate *templateNamed(StringRef name);

} // namespace kt

#endif
