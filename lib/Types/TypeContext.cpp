// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Types/Type.h"
#include "llvm/ADT/DenseMap.h"
#include <array>
#include <cassert>
#include <map>
#include <tuple>

namespace kt {

namespace {

// The tables are looked up and never walked, so that their order cannot reach any output.
template <typename T, typename... Parts>
using Table = llvm::DenseMap<std::tuple<Parts...>, std::unique_ptr<T>>;

} // namespace

struct TypeContext::Impl {
  static constexpr size_t scalarKinds = size_t(ScalarKind::Float64) + 1;

  struct Plain final : Type {
    explicit Plain(Kind kind) : Type(kind) {}
  };
  Plain error{Type::Kind::Error};
  Plain none{Type::Kind::None};
  Plain string{Type::Kind::String};
  std::array<std::unique_ptr<ScalarType>, scalarKinds> scalars;
  Table<VectorType, unsigned, const ScalarType *> vectors;
  Table<MatrixType, unsigned, unsigned, const ScalarType *> matrices;
  Table<QuaternionType, const ScalarType *> quaternions;
  Table<TransformType, const ScalarType *> transforms;
  Table<ArrayType, const Type *, unsigned, ArrayType::Form> arrays;
  std::map<std::pair<const Type *, std::vector<unsigned>>, std::unique_ptr<ArrayType>> fixedArrays;
  std::map<std::vector<const Type *>, std::unique_ptr<TupleType>> tuples;
  Table<KeptType, unsigned, unsigned> kept;
  std::vector<std::unique_ptr<StructType>> structs;
};

TypeContext::TypeContext() : impl(std::make_unique<Impl>()) {
  for (size_t kind = 0; kind < Impl::scalarKinds; ++kind)
    impl->scalars[kind].reset(new ScalarType(ScalarKind(kind)));
}

TypeContext::~TypeContext() = default;

const Type *TypeContext::error() const { return &impl->error; }
const Type *TypeContext::none() const { return &impl->none; }
const Type *TypeContext::string() const { return &impl->string; }
const ScalarType *TypeContext::scalar(ScalarKind kind) const { return impl->scalars[size_t(kind)].get(); }

const VectorType *TypeContext::vector(unsigned length, const ScalarType *element) {
  assert(length > 0 && "a vector has elements");
  auto &type = impl->vectors[{length, element}];
  if (!type)
    type.reset(new VectorType(length, element));
  return type.get();
}

const MatrixType *TypeContext::matrix(unsigned rows, unsigned columns, const ScalarType *element) {
  assert(rows > 0 && columns > 0 && "a matrix has elements");
  auto &type = impl->matrices[{rows, columns, element}];
  if (!type)
    type.reset(new MatrixType(rows, columns, element));
  return type.get();
}

const QuaternionType *TypeContext::quaternion(const ScalarType *element) {
  assert(element->isFloat() && "a quaternion is made of floats");
  auto &type = impl->quaternions[{element}];
  if (!type)
    type.reset(new QuaternionType(element));
  return type.get();
}

const TransformType *TypeContext::transform(const ScalarType *element) {
  auto &type = impl->transforms[{element}];
  if (!type)
    type.reset(new TransformType(vector(3, element), quaternion(element)));
  return type.get();
}

const ArrayType *TypeContext::array(const Type *element, unsigned rank, ArrayType::Form form) {
  assert(rank >= 1 && rank <= 4 && "arrays have one to four dimensions");
  auto &type = impl->arrays[{element, rank, form}];
  if (!type)
    type.reset(new ArrayType(form, element, rank, {}));
  return type.get();
}

const ArrayType *TypeContext::fixedArray(const Type *element, ArrayRef<unsigned> shape) {
  assert(shape.size() >= 1 && shape.size() <= 4 && "arrays have one to four dimensions");
  auto &type = impl->fixedArrays[{element, shape.vec()}];
  if (!type)
    type.reset(new ArrayType(ArrayType::Form::Fixed, element, shape.size(), shape.vec()));
  return type.get();
}

const TupleType *TypeContext::tuple(ArrayRef<const Type *> elements) {
  auto &type = impl->tuples[elements.vec()];
  if (!type)
    type.reset(new TupleType(elements.vec()));
  return type.get();
}

const KeptType *TypeContext::kept(unsigned snapshots, unsigned ring) {
  assert(snapshots >= 2 && snapshots <= 255 && "one snapshot alone can't make room, and a byte names each");
  assert(ring != 0 && (ring & (ring - 1)) == 0 && "a ring's length is a power of two");
  auto &type = impl->kept[{snapshots, ring}];
  if (!type)
    type.reset(new KeptType(snapshots, ring));
  return type.get();
}

StructType *TypeContext::makeStruct(std::string name, Location loc) {
  impl->structs.emplace_back(new StructType(std::move(name), loc));
  return impl->structs.back().get();
}

} // namespace kt
