// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What one parameter of a builtin takes: a type with variables in it. Matching binds the variables; within a call, the
// same variable is the same type or number.

#ifndef KT_LIB_BUILTINS_TYPEPATTERN_H
#define KT_LIB_BUILTINS_TYPEPATTERN_H

#include "kt/Builtins/Builtins.h"
#include <array>

namespace kt {

/// A bit per enumerator.
template <typename Kind>
constexpr uint16_t maskOf(std::initializer_list<Kind> kinds) {
  uint16_t mask = 0;
  for (Kind kind : kinds)
    mask |= uint16_t(1u << unsigned(kind));
  return mask;
}

/// The types whose kind is in `shapes` and whose scalars, if they are made of scalars, are in `scalars`.
struct TypeClass {
  uint16_t shapes;  // bits of Type::Kind
  uint16_t scalars; // bits of ScalarKind

  bool contains(const Type *type) const;
};

/// A number, or a variable that stands for one.
struct DimPattern {
  char symbol = 0;
  unsigned extent = 0;
};

struct TypePattern {
  enum class Kind : uint8_t {
    Nothing,  // as a result: none
    Variable, // `symbol`, of the class `of`
    OneOf,    // any type of the class `of`
    Exactly,  // `scalar`
    Vector,   // of dims[0] elements
    Matrix,   // of dims[0] rows and dims[1] columns
    Quaternion,
    Transform,
    Array,      // of rank dims[0]
    Indexable,  // the same, or an indexed array
    Tuple,      // as a result: several values
    Number,     // static: settles the dimension `symbol`
    ScalarType, // static: settles the type `symbol`, of the class `of`
  };

  Kind kind;
  char symbol = 0;
  const TypeClass *of = nullptr;
  ScalarKind scalar = ScalarKind::Bool;
  DimPattern dims[2] = {};
  const TypePattern *elements[3] = {}; // what it is made of; of all kinds but Tuple the first alone

  /// The elements of a tuple.
  ArrayRef<const TypePattern *> parts() const {
    return ArrayRef(elements).take_until([](auto *part) { return !part; });
  }
};

/// What the variables of one call stand for.
class Bindings {
public:
  /// Does `type` fit, with the variables as they are bound so far? Binds those that are not.
  bool match(const TypePattern &pattern, const Type *type);
  bool match(const TypePattern &pattern, const StaticArg &arg);
  bool bindDim(char symbol, unsigned number);
  /// The type that `pattern` has become; null if it has a variable that nothing has bound.
  const Type *substitute(const TypePattern &pattern, TypeContext &types) const;

private:
  bool bindType(char symbol, const Type *type);
  bool matchDim(DimPattern dim, unsigned number);
  unsigned number(DimPattern dim) const;

  static constexpr unsigned slot(char symbol) { return unsigned(symbol - 'A'); }
  std::array<const Type *, 26> boundTypes{};
  std::array<unsigned, 26> boundDims{}; // 0 is unbound
};

} // namespace kt

#endif
