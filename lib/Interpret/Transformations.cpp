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

/// A transform with one of its parts put in the place of its own.
template <class S>
static void replacePart(Call &call, unsigned begin, unsigned count) {
  std::copy_n(call.arg<S>(0), 7, call.result<S>());
  std::copy_n(call.arg<S>(1), count, call.result<S>() + begin);
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
      {"transform_set_translation_copy", perScalar<[]<Float S>(Tag<S>, Call &call) { replacePart<S>(call, 0, 3); }>},
      {"transform_set_rotation_copy", perScalar<[]<Float S>(Tag<S>, Call &call) { replacePart<S>(call, 3, 4); }>},
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
