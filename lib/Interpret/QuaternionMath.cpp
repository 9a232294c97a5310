// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Quaternion Math: x, y, z, and the real part w.

#include "Rotation.h"

namespace kt {

/// Rotations around x, then y, then z.
template <class S>
static void fromRollPitchYaw(Call &call) {
  S sine[3], cosine[3];
  for (unsigned i = 0; i != 3; ++i) {
    S half = *call.arg<S>(i) * S(0.5);
    sine[i] = S(std::sin(wide(half)));
    cosine[i] = S(std::cos(wide(half)));
  }
  const S x[4] = {sine[0], S(0), S(0), cosine[0]}, y[4] = {S(0), sine[1], S(0), cosine[1]},
          z[4] = {S(0), S(0), sine[2], cosine[2]};
  S later[4];
  multiplyQuaternions(z, y, later);
  multiplyQuaternions(later, x, call.result<S>());
}

/// The same part of the rotation from `a` to `b`, around the same axis.
template <class S>
static void slerp(const S *a, const S *b, S t, S *result) {
  S back[4], between[4], axis[3], angle;
  conjugate(a, back);
  multiplyQuaternions(back, b, between);
  toAxisAngle(between, axis, &angle);
  fromAxisAngle(axis, t * angle, between);
  multiplyQuaternions(a, between, result);
}

ArrayRef<BuiltinEntry> quaternionMath() {
  static const BuiltinEntry entries[] = {
      {"quat_identity", perScalar<[]<Float S>(Tag<S>, Call &call) {
         for (unsigned i = 0; i != 4; ++i)
           call.result<S>()[i] = S(i == 3 ? 1 : 0);
       }>},
      {"quat_inverse", perScalar<[]<Float S>(Tag<S>, Call &call) { conjugate(call.arg<S>(0), call.result<S>()); }>},
      {"quat_rotate",
       perScalar<[]<Float S>(Tag<S>, Call &call) { rotate(call.arg<S>(0), call.arg<S>(1), call.result<S>()); }>},
      {"quat_rotate_inv", perScalar<[]<Float S>(Tag<S>, Call &call) {
         S inverse[4];
         conjugate(call.arg<S>(0), inverse);
         rotate(inverse, call.arg<S>(1), call.result<S>());
       }>},
      {"quat_from_axis_angle", perScalar<[]<Float S>(Tag<S>, Call &call) {
         fromAxisAngle(call.arg<S>(0), *call.arg<S>(1), call.result<S>());
       }>},
      {"quat_to_axis_angle", perScalar<[]<Float S>(Tag<S>, Call &call) {
         S axis[3], angle;
         toAxisAngle(call.arg<S>(0), axis, &angle);
         std::copy(std::begin(axis), std::end(axis), call.part<S>(0));
         *call.part<S>(1) = angle;
       }>},
      {"quat_rpy", perScalar<[]<Float S>(Tag<S>, Call &call) { fromRollPitchYaw<S>(call); }>},
      {"quat_slerp", perScalar<[]<Float S>(Tag<S>, Call &call) {
         slerp(call.arg<S>(0), call.arg<S>(1), *call.arg<S>(2), call.result<S>());
       }>},
      {"quat_to_matrix",
       perScalar<[]<Float S>(Tag<S>, Call &call) { toMatrix(call.arg<S>(0), resultMatrix<S>(call)); }>},
      {"quat_from_matrix",
       perScalar<[]<Float S>(Tag<S>, Call &call) { fromMatrix(argMatrix<S>(call, 0), call.result<S>()); }>},
  };
  return entries;
}

} // namespace kt
