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
      {"transform_multiply", perScalar<[]<Float S>(Tag<S>, Call &call) {
         multiplyTransforms(call.arg<S>(0), call.arg<S>(1), call.result<S>());
       }>},
      {"transform_inverse",
       perScalar<[]<Float S>(Tag<S>, Call &call) { invertTransform(call.arg<S>(0), call.result<S>()); }>},
      {"transform_point",
       perScalar<[]<Float S>(Tag<S>, Call &call) { movePoint(call.arg<S>(0), call.arg<S>(1), call.result<S>()); }>},
      {"transform_vector",
       perScalar<[]<Float S>(Tag<S>, Call &call) { rotate(call.arg<S>(0) + 3, call.arg<S>(1), call.result<S>()); }>},
  };
  return entries;
}

} // namespace kt
