// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Spatial Math: vectors of six scalars, of which the first three are angular and the last three linear.

#include "Matrix.h"
#include <array>

namespace kt {

/// The cross product of two motions: (w x w', w x v' + v x w').
template <class S>
static void crossMotions(const S *a, const S *b, S *result) {
  S first[3], second[3];
  cross(a, b, result);
  cross(a, b + 3, first);
  cross(a + 3, b, second);
  for (unsigned i = 0; i != 3; ++i)
    result[3 + i] = second[i] + first[i];
}

/// Of a motion and a force: (w x t + v x f, w x f).
template <class S>
static void crossForce(const S *motion, const S *force, S *result) {
  S first[3], second[3];
  cross(motion, force, first);
  cross(motion + 3, force + 3, second);
  for (unsigned i = 0; i != 3; ++i)
    result[i] = first[i] + second[i];
  cross(motion, force + 3, result + 3);
}

/// Six rows for each joint of an articulation, with the columns in `S` of the joint and of all above it.
template <class S>
static void jacobian(Call &call) {
  enum { Columns, Parents, Starts, FirstJoint, JointCount, Begin, Out };
  auto startOf = [&](int64_t joint) -> int64_t { return call.read<int32_t>(Starts, joint); };
  int32_t first = *call.arg<int32_t>(FirstJoint), count = *call.arg<int32_t>(JointCount);
  int64_t begin = *call.arg<int32_t>(Begin);
  int64_t firstColumn = startOf(first), width = startOf(int64_t(first) + count) - firstColumn;
  for (int32_t i = 0; i < count && call.step(); ++i) {
    for (int64_t joint = int64_t(first) + i; joint != -1 && call.step(); joint = call.read<int32_t>(Parents, joint)) {
      for (int64_t column = startOf(joint), end = startOf(joint + 1); column < end && call.step(); ++column) {
        auto motion = call.read<std::array<S, 6>>(Columns, column);
        for (unsigned row = 0; row != 6; ++row)
          call.write(Out, begin + (6 * int64_t(i) + row) * width + column - firstColumn, motion[row]);
      }
    }
  }
}

/// A square matrix with the inertias of an articulation's joints along its diagonal; what is beside them stays.
template <class S>
static void mass(Call &call) {
  enum { Inertias, FirstJoint, JointCount, Begin, Out };
  int64_t first = *call.arg<int32_t>(FirstJoint), count = *call.arg<int32_t>(JointCount);
  int64_t begin = *call.arg<int32_t>(Begin);
  for (int64_t joint = 0; joint < count && call.step(); ++joint) {
    auto inertia = call.read<std::array<S, 36>>(Inertias, first + joint);
    for (unsigned i = 0; i != 36; ++i)
      call.write(Out, begin + (6 * joint + i / 6) * 6 * count + 6 * joint + i % 6, inertia[i]);
  }
}

ArrayRef<BuiltinEntry> spatialMath() {
  static const BuiltinEntry entries[] = {
      {"spatial_dot",
       perScalar<[]<Float S>(Tag<S>, Call &call) { *call.result<S>() = dot(call.arg<S>(0), call.arg<S>(1), 6); }>},
      {"spatial_cross",
       perScalar<[]<Float S>(Tag<S>, Call &call) { crossMotions(call.arg<S>(0), call.arg<S>(1), call.result<S>()); }>},
      {"spatial_cross_dual",
       perScalar<[]<Float S>(Tag<S>, Call &call) { crossForce(call.arg<S>(0), call.arg<S>(1), call.result<S>()); }>},
      {"spatial_top", perScalar<[]<Float S>(Tag<S>, Call &call) { std::copy_n(call.arg<S>(0), 3, call.result<S>()); }>},
      {"spatial_bottom",
       perScalar<[]<Float S>(Tag<S>, Call &call) { std::copy_n(call.arg<S>(0) + 3, 3, call.result<S>()); }>},
      {"spatial_adjoint", perScalar<[]<Float S>(Tag<S>, Call &call) {
         Matrix<const S> rotation = argMatrix<S>(call, 0), shift = argMatrix<S>(call, 1);
         resultMatrix<S>(call).fill([&](unsigned i, unsigned j) {
           if (i / 3 == j / 3)
             return rotation.at(i % 3, j % 3);
           return i / 3 == 1 ? shift.at(i % 3, j) : S(0);
         });
       }>},
      {"spatial_jacobian", perScalar<[]<Float S>(Tag<S>, Call &call) { jacobian<S>(call); }>},
      {"spatial_mass", perScalar<[]<Float S>(Tag<S>, Call &call) { mass<S>(call); }>},
  };
  return entries;
}

} // namespace kt
