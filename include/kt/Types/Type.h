// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The types of the kernel language. Types are uniqued by a TypeContext, so that == on pointers is equality. A struct is
// the one type with identity. No layout, no conversion rules, no syntax.

#ifndef KT_TYPES_TYPE_H
#define KT_TYPES_TYPE_H

#include "kt/Support/Location.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Casting.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kt {

using llvm::ArrayRef;
using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;
using llvm::StringRef;

enum class ScalarKind : uint8_t {
  Bool,
  Int8,
  UInt8,
  Int16,
  UInt16,
  Int32,
  UInt32,
  Int64,
  UInt64,
  Float16,
  Float32,
  Float64,
};

class Type {
public:
  enum class Kind : uint8_t {
    Error,
    None,
    String,
    Scalar,
    Vector,
    Matrix,
    Quaternion,
    Transform,
    Array,
    Struct,
    Tuple,
    Kept
  };

  Kind kind() const { return typeKind; }
  Type(const Type &) = delete;
  Type &operator=(const Type &) = delete;

  /// As a user writes it: `float32`, `vec3`, `matrix(shape=(2, 3), dtype=float32)`, `array2d(dtype=vec3)`, `Particle`.
  std::string spelling() const;

  bool isError() const { return typeKind == Kind::Error; }
  bool isNone() const { return typeKind == Kind::None; }
  bool isScalar() const { return typeKind == Kind::Scalar; }
  bool isBool() const;
  bool isInteger() const; // not bool
  bool isSignedInteger() const;
  bool isFloat() const;
  bool isVector() const { return typeKind == Kind::Vector; }
  bool isMatrix() const { return typeKind == Kind::Matrix; }
  bool isQuaternion() const { return typeKind == Kind::Quaternion; }
  bool isTransform() const { return typeKind == Kind::Transform; }
  bool isArray() const { return typeKind == Kind::Array; }
  bool isStruct() const { return typeKind == Kind::Struct; }
  /// A vector, matrix, quaternion or transform.
  bool isComposite() const { return isVector() || isMatrix() || isQuaternion() || isTransform(); }

protected:
  explicit Type(Kind kind) : typeKind(kind) {}
  ~Type() = default;

private:
  friend class TypeContext;
  Kind typeKind;
};

class ScalarType final : public Type {
public:
  ScalarKind scalarKind() const { return scalar; }
  unsigned bitWidth() const; // 1 for bool
  static bool classof(const Type *type) { return type->kind() == Kind::Scalar; }

private:
  friend class TypeContext;
  explicit ScalarType(ScalarKind scalar) : Type(Kind::Scalar), scalar(scalar) {}
  ScalarKind scalar;
};

/// `length` elements of one scalar type.
class VectorType final : public Type {
public:
  unsigned length() const { return count; }
  const ScalarType *element() const { return elementType; }
  static bool classof(const Type *type) { return type->kind() == Kind::Vector; }

private:
  friend class TypeContext;
  VectorType(unsigned length, const ScalarType *element) : Type(Kind::Vector), count(length), elementType(element) {}
  unsigned count;
  const ScalarType *elementType;
};

/// Row-major; a row is a vector of `columns` elements.
class MatrixType final : public Type {
public:
  unsigned rows() const { return rowCount; }
  unsigned columns() const { return columnCount; }
  const ScalarType *element() const { return elementType; }
  static bool classof(const Type *type) { return type->kind() == Kind::Matrix; }

private:
  friend class TypeContext;
  MatrixType(unsigned rows, unsigned columns, const ScalarType *element)
      : Type(Kind::Matrix), rowCount(rows), columnCount(columns), elementType(element) {}
  unsigned rowCount;
  unsigned columnCount;
  const ScalarType *elementType;
};

/// x, y, z, w of one float type.
class QuaternionType final : public Type {
public:
  const ScalarType *element() const { return elementType; }
  static bool classof(const Type *type) { return type->kind() == Kind::Quaternion; }

private:
  friend class TypeContext;
  explicit QuaternionType(const ScalarType *element) : Type(Kind::Quaternion), elementType(element) {}
  const ScalarType *elementType;
};

/// A translation `p` and a rotation `q` of one float type.
class TransformType final : public Type {
public:
  static constexpr StringRef partNames[] = {"p", "q"};

  const ScalarType *element() const { return rotation->element(); }
  /// What `.p` and `.q` give.
  ArrayRef<const Type *> parts() const { return partTypes; }
  static bool classof(const Type *type) { return type->kind() == Kind::Transform; }

private:
  friend class TypeContext;
  TransformType(const VectorType *translation, const QuaternionType *rotation)
      : Type(Kind::Transform), rotation(rotation), partTypes{translation, rotation} {}
  const QuaternionType *rotation;
  const Type *partTypes[2];
};

/// A strided view of memory, of rank 1 to 4. Elements are scalars, composites or structs. An indexed array is a choice
/// among the elements of another one. A fixed array has its elements in itself and so is copied with them; its shape is
/// known.
class ArrayType final : public Type {
public:
  enum class Form : uint8_t { Plain, Indexed, Fixed };

  Form form() const { return arrayForm; }
  bool isIndexed() const { return arrayForm == Form::Indexed; }
  bool isFixed() const { return arrayForm == Form::Fixed; }
  const Type *element() const { return elementType; }
  unsigned rank() const { return dimensions; }
  ArrayRef<unsigned> shape() const { return extents; } // of a fixed array
  static bool classof(const Type *type) { return type->kind() == Kind::Array; }

private:
  friend class TypeContext;
  ArrayType(Form form, const Type *element, unsigned rank, std::vector<unsigned> shape)
      : Type(Kind::Array), arrayForm(form), elementType(element), dimensions(rank), extents(std::move(shape)) {}
  Form arrayForm;
  const Type *elementType;
  unsigned dimensions;
  std::vector<unsigned> extents;
};

/// Is this a fixed array?
bool isFixedArray(const Type *type);

class StructType final : public Type {
public:
  struct Field {
    std::string name;
    const Type *type;
    Location loc;
  };

  StringRef name() const { return structName; }
  Location loc() const { return declLoc; }
  ArrayRef<Field> fields() const { return fieldList; }
  /// The index of the field called `name`, or -1.
  int fieldIndex(StringRef name) const;
  /// Fields are set once, after the type exists.
  void setFields(std::vector<Field> fields) { fieldList = std::move(fields); }
  static bool classof(const Type *type) { return type->kind() == Kind::Struct; }

private:
  friend class TypeContext;
  StructType(std::string name, Location loc) : Type(Kind::Struct), structName(std::move(name)), declLoc(loc) {}
  std::string structName;
  Location declLoc;
  std::vector<Field> fieldList;
};

/// What a `wp.func` with several results returns.
class TupleType final : public Type {
public:
  ArrayRef<const Type *> elements() const { return elementTypes; }
  static bool classof(const Type *type) { return type->kind() == Kind::Tuple; }

private:
  friend class TypeContext;
  explicit TupleType(std::vector<const Type *> elements) : Type(Kind::Tuple), elementTypes(std::move(elements)) {}
  std::vector<const Type *> elementTypes;
};

/// What a reverse sweep knows of the states that it has kept of one loop: which rounds have snapshots, of which there
/// are at most `snapshots`, beside a ring of the states before the last `ring` rounds, a power of two. The states
/// themselves are elsewhere. Only a variable has this type, and no program can name it.
class KeptType final : public Type {
public:
  unsigned snapshots() const { return snapshotCount; }
  unsigned ring() const { return ringLength; }
  static bool classof(const Type *type) { return type->kind() == Kind::Kept; }

private:
  friend class TypeContext;
  KeptType(unsigned snapshots, unsigned ring) : Type(Kind::Kept), snapshotCount(snapshots), ringLength(ring) {}
  unsigned snapshotCount;
  unsigned ringLength;
};

/// The scalar that a scalar or composite is made of; null for other types.
const ScalarType *scalarOf(const Type *type);
/// Number of scalars in a scalar or composite: 1, length, rows * columns, 4, 7.
unsigned scalarCount(const Type *type);
/// What `value[i]` gives: the row of a matrix, the scalar of another composite; null for other types.
const Type *componentOf(const Type *type, class TypeContext &types);
unsigned componentCount(const Type *type);

/// How many bytes a value takes that is made of numbers without gaps between them; nothing for other types.
std::optional<unsigned> packedSize(const Type *type);
/// The index of the field of a struct, or of the part of a transform, that is called `name`; -1 if there is none.
int fieldIndex(const Type *type, StringRef name);
StringRef fieldName(const Type *type, unsigned index);
/// Null if there is no such field.
const Type *fieldType(const Type *type, unsigned index);

StringRef spelling(ScalarKind kind); // "int32"

/// Owns and uniques types. Not thread safe.
class TypeContext {
public:
  TypeContext();
  ~TypeContext();
  TypeContext(const TypeContext &) = delete;

  const Type *error() const;
  const Type *none() const;
  const Type *string() const;
  const ScalarType *scalar(ScalarKind kind) const;
  const ScalarType *boolean() const { return scalar(ScalarKind::Bool); }
  const ScalarType *int32() const { return scalar(ScalarKind::Int32); }
  const ScalarType *float32() const { return scalar(ScalarKind::Float32); }
  const VectorType *vector(unsigned length, const ScalarType *element);
  const MatrixType *matrix(unsigned rows, unsigned columns, const ScalarType *element);
  const QuaternionType *quaternion(const ScalarType *element);
  const TransformType *transform(const ScalarType *element);
  const ArrayType *array(const Type *element, unsigned rank, ArrayType::Form form = ArrayType::Form::Plain);
  const ArrayType *fixedArray(const Type *element, ArrayRef<unsigned> shape);
  const TupleType *tuple(ArrayRef<const Type *> elements);
  const KeptType *kept(unsigned snapshots, unsigned ring);
  /// A new struct each time, its fields still to be set.
  StructType *makeStruct(std::string name, Location loc);

private:
  struct Impl;
  std::unique_ptr<Impl> impl;
};

} // namespace kt

#endif
