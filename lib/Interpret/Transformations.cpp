// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Transformations: a rotation, and then a translation.

#include "Rotation.h"

namespace kt {

template <class S>
static void invertTransform(const S *transform, S *result) {
  S rotation[4], translation[3];
  conjugate(transform + 3, rotation);
  rotate(rotation, transform, translation);
  for (unsigned i = 0; i != 7; ++i)
    result[i] = i < 3 ? -translation[i] : rotation[i - 3];
}

/// The matrix of a scaling along the axes, then a rotation, then a translation.
template <class S>
static void compose(const S *translation, const S *rotation, const S *scale, Matrix<S> result) {
  S turned[9];
  toMatrix(rotation, Matrix<S>{turned, 3, 3});
  result.fill([&](unsigned i, unsigned j) {
    if (i == 3)
      return S(j == 3 ? 1 : 0);
    return j == 3 ? translation[i] : scale[j] * turned[3 * i + j];
  });
}

/// `transform_point` and `transform_vector` take a transform, or a matrix and a fourth component that is 1 or 0.
template <class S>
static void moveByMatrix(Matrix<const S> matrix, const S *v, bool isPoint, S *result) {
  for (unsigned i = 0; i != 3; ++i) {
    result[i] = dot(&matrix.at(i, 0), v, 3);
    if (isPoint)
      result[i] = result[i] + matrix.at(i, 3);
  }
}

static BuiltinFunction selectPoint(const ir::Op &call) {
  if (call.operand(0)->type->isTransform())
    return perScalar<[]<Float S>(Tag<S>, Call &call) { movePoint(call.arg<S>(0), call.arg<S>(1), call.result<S>()); }>(
        call);
  return perScalar<[]<Float S>(Tag<S>, Call &call) {
    moveByMatrix(argMatrix<S>(call, 0), call.arg<S>(1), /*isPoint=*/true, call.result<S>());
  }>(call);
}

static BuiltinFunction selectVector(const ir::Op &call) {
  if (call.operand(0)->type->isTransform())
    return perScalar<[]<Float S>(Tag<S>, Call &call) { rotate(call.arg<S>(0) + 3, call.arg<S>(1), call.result<S>()); }>(
        call);
  return perScalar<[]<Float S>(Tag<S>, Call &call) {
    moveByMatrix(argMatrix<S>(call, 0), call.arg<S>(1), /*isPoint=*/false, call.result<S>());
  }>(call);
}

/// Translation, rotation and scale, from a matrix whose first three columns are axes of these lengths.
template <class S>
static void decompose(Matrix<const S> m, S *translation, S *rotation, S *scale) {
  S turned[9];
  for (unsigned j = 0; j != 3; ++j) {
    S axis[3] = {m.at(0, j), m.at(1, j), m.at(2, j)};
    scale[j] = length(axis, 3);
    for (unsigned i = 0; i != 3; ++i)
      turned[3 * i + j] = scale[j] > S(0) ? axis[i] / scale[j] : S(0);
    translation[j] = m.at(j, 3);
  }
  fromMatrix(Matrix<const S>{turned, 3, 3}, rotation);
}

ArrayRef<BuiltinEntry> transformations() {
  static const BuiltinEntry entries[] = {
      {"transform_identity", perScalar<[]<Float S>(Tag<S>, Call &call) {
         for (unsigned i = 0; i != 7; ++i)
           call.result<S>()[i] = S(i == 6 ? 1 : 0);
       }>},
      {"transform_get_translation",
       perScalar<[]<Float S>(Tag<S>, Call &call) { std::copy_n(call.arg<S>(0), 3, call.result<S>()); }>},
      {"transform_get_rotation",
       perScalar<[]<Float S>(Tag<S>, Call &call) { std::copy_n(call.arg<S>(0) + 3, 4, call.result<S>()); }>},
      {"transform_set_translation",
       perScalar<[]<Float S>(Tag<S>, Call &call) { std::copy_n(call.arg<S>(1), 3, call.place<S>(0)); }>},
      {"transform_set_rotation",
       perScalar<[]<Float S>(Tag<S>, Call &call) { std::copy_n(call.arg<S>(1), 4, call.place<S>(0) + 3); }>},
      {"transform_decompose", perScalar<[]<Float S>(Tag<S>, Call &call) {
         decompose(argMatrix<S>(call, 0), call.result<S>(0), call.result<S>(1), call.result<S>(2));
       }>},
      {"transform_multiply", perScalar<[]<Float S>(Tag<S>, Call &call) {
         multiplyTransforms(call.arg<S>(0), call.arg<S>(1), call.result<S>());
       }>},
      {"transform_inverse",
       perScalar<[]<Float S>(Tag<S>, Call &call) { invertTransform(call.arg<S>(0), call.result<S>()); }>},
      {"transform_point", selectPoint},
      {"transform_vector", selectVector},
      {"transform_from_matrix", perScalar<[]<Float S>(Tag<S>, Call &call) {
         Matrix<const S> matrix = argMatrix<S>(call, 0);
         for (unsigned i = 0; i != 3; ++i)
           call.result<S>()[i] = matrix.at(i, 3);
         fromMatrix(matrix, call.result<S>() + 3);
       }>},
      {"transform_to_matrix", perScalar<[]<Float S>(Tag<S>, Call &call) {
         const S one[3] = {S(1), S(1), S(1)};
         compose(call.arg<S>(0), call.arg<S>(0) + 3, one, resultMatrix<S>(call));
       }>},
      {"transform_compose", perScalar<[]<Float S>(Tag<S>, Call &call) {
         compose(call.arg<S>(0), call.arg<S>(1), call.arg<S>(2), resultMatrix<S>(call));
       }>},
  };
  return entries;
}

} // namespace kt
