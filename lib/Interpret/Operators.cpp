// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Operators. All but the products go scalar by scalar.

#include "BuiltinTable.h"
#include "Matrix.h"
#include "Rotation.h"

namespace kt {

/// An operand of a matrix product: a vector is a row on the left and a column on the right.
template <class S>
static Matrix<const S> factor(Call &call, unsigned i) {
  if (call.argType(i)->isMatrix())
    return argMatrix<S>(call, i);
  unsigned length = scalarCount(call.argType(i));
  return i == 0 ? Matrix<const S>{call.arg<S>(i), 1, length} : Matrix<const S>{call.arg<S>(i), length, 1};
}

static BuiltinFunction selectMul(const ir::Op &call) {
  const Type *left = call.operand(0)->type, *right = call.operand(1)->type;
  if (left->isScalar() || right->isScalar())
    return each<[]<Number S>(S a, S b) { return a * b; }>(call);
  if (left->isQuaternion() && right->isQuaternion())
    return perScalar<[]<Float S>(Tag<S>, Call &call) {
      multiplyQuaternions(call.arg<S>(0), call.arg<S>(1), call.result<S>());
    }>(call);
  if (left->isTransform() && right->isTransform())
    return perScalar<[]<Float S>(Tag<S>, Call &call) {
      multiplyTransforms(call.arg<S>(0), call.arg<S>(1), call.result<S>());
    }>(call);
  if (left->isMatrix() || right->isMatrix())
    return perScalar<[]<Number S>(Tag<S>, Call &call) {
      Matrix<const S> a = factor<S>(call, 0), b = factor<S>(call, 1);
      multiply(a, b, Matrix<S>{call.result<S>(), a.rows, b.columns});
    }>(call);
  return nullptr;
}

ArrayRef<BuiltinEntry> operators() {
  static const BuiltinEntry entries[] = {
      {"add", each<[]<Number S>(S a, S b) { return a + b; }>},
      {"sub", each<[]<Number S>(S a, S b) { return a - b; }>},
      {"mul", selectMul},
      {"div", each<[]<Number S>(S a, S b) { return a / b; }>},
      {"floordiv", each<[]<Number S>(S a, S b) {
         if constexpr (Float<S>)
           return S(std::floor(wide(a / b)));
         else
           return a / b;
       }>},
      {"mod", each<[]<Number S>(S a, S b) {
         if constexpr (Float<S>)
           return S(std::fmod(wide(a), wide(b)));
         else
           return a % b;
       }>},
      {"pos", each<[]<Number S>(S x) { return x; }>},
      {"neg", each<[]<Number S>(S x) { return -x; }>},
      {"bit_and", each<[]<Integer S>(S a, S b) { return a & b; }>},
      {"bit_or", each<[]<Integer S>(S a, S b) { return a | b; }>},
      {"bit_xor", each<[]<Integer S>(S a, S b) { return a ^ b; }>},
      {"invert", each<[]<Integer S>(S a) { return ~a; }>},
      {"lshift", each<[]<Integer S>(S a, S b) { return a << b; }>},
      {"rshift", each<[]<Integer S>(S a, S b) { return a >> b; }>},
  };
  return entries;
}

} // namespace kt
