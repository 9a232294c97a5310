// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Spatial vectors: the motion of a rigid body, or the force on it, in one vector. The first three components are the
// angular part, the last three the linear one.

#ifndef KT_RUNTIME_SPATIAL_H
#define KT_RUNTIME_SPATIAL_H

#include "kt-runtime/array.h"
#include "kt-runtime/mat.h"

namespace wp {

template <class T>
KT_HOST_DEVICE vec_t<3, T> spatial_top(const vec_t<6, T> &a) {
  return vec_t<3, T>(a.c[0], a.c[1], a.c[2]);
}
template <class T>
KT_HOST_DEVICE vec_t<3, T> spatial_bottom(const vec_t<6, T> &a) {
  return vec_t<3, T>(a.c[3], a.c[4], a.c[5]);
}

template <class T>
KT_HOST_DEVICE T spatial_dot(const vec_t<6, T> &a, const vec_t<6, T> &b) {
  return dot(a, b);
}

/// Of two motions.
template <class T>
KT_HOST_DEVICE vec_t<6, T> spatial_cross(const vec_t<6, T> &a, const vec_t<6, T> &b) {
  const vec_t<3, T> top = spatial_top(a), other = spatial_top(b);
  return vec_t<6, T>(cross(top, other), cross(spatial_bottom(a), other) + cross(top, spatial_bottom(b)));
}
/// Of a motion and a force.
template <class T>
KT_HOST_DEVICE vec_t<6, T> spatial_cross_dual(const vec_t<6, T> &a, const vec_t<6, T> &b) {
  const vec_t<3, T> top = spatial_top(a), other = spatial_bottom(b);
  return vec_t<6, T>(cross(top, spatial_top(b)) + cross(spatial_bottom(a), other), cross(top, other));
}

/// `r` twice on the diagonal, `s` below it.
template <class T>
KT_HOST_DEVICE mat_t<6, 6, T> spatial_adjoint(const mat_t<3, 3, T> &r, const mat_t<3, 3, T> &s) {
  mat_t<6, 6, T> result;
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 3; ++j) {
      result.c[i].c[j] = result.c[i + 3].c[j + 3] = r.c[i].c[j];
      result.c[i + 3].c[j] = s.c[i].c[j];
    }
  return result;
}

// Of an articulation: the joints from `joint_start` on, `joint_count` of them. The matrices are stored row by row.

/// Six rows for each joint, a column for each degree of freedom of the articulation. Those of a joint and of all above
/// it are its columns of `s`; the others are left as they are. Joint j's degrees of freedom are from joint_qd_start[j]
/// up to joint_qd_start[j + 1]; a joint without a parent has the parent -1.
template <class T>
KT_DEVICE void spatial_jacobian(const array_t<vec_t<6, T>> &s, const array_t<int> &joint_parents,
                                const array_t<int> &joint_qd_start, int joint_start, int joint_count, int j_start,
                                const array_t<T> &jacobian) {
  const int first = joint_qd_start[joint_start];
  const int columns = joint_qd_start[joint_start + joint_count] - first;
  for (int i = 0; i < joint_count; ++i)
    for (int joint = joint_start + i; joint != -1; joint = joint_parents[joint])
      for (int dof = joint_qd_start[joint]; dof < joint_qd_start[joint + 1]; ++dof)
        for (int row = 0; row < 6; ++row)
          jacobian[j_start + (6 * i + row) * columns + dof - first] = s[dof].c[row];
}

/// The inertias of the joints along the diagonal; what lies beside them is left as it is.
template <class T>
KT_DEVICE void spatial_mass(const array_t<mat_t<6, 6, T>> &inertias, int joint_start, int joint_count, int m_start,
                            const array_t<T> &mass) {
  for (int i = 0; i < joint_count; ++i)
    for (int row = 0; row < 6; ++row)
      for (int column = 0; column < 6; ++column)
        mass[m_start + (6 * i + row) * 6 * joint_count + 6 * i + column] = inertias[joint_start + i].c[row].c[column];
}

} // namespace wp

#endif
