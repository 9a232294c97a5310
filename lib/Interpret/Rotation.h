// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Quaternions x, y, z, w and transforms, which are a translation of three scalars and then a quaternion, as scalars in
// memory. A result may be where an operand is.

#ifndef KT_LIB_INTERPRET_ROTATION_H
#define KT_LIB_INTERPRET_ROTATION_H

#include "Matrix.h"

namespace kt {

/// i² = j² = k² = ijk = -1, for x i + y j + z k + w.
template <class S>
void multiplyQuaternions(const S *a, const S *b, S *result) {
  S x = a[3] * b[0] + a[0] * b[3] + a[1] * b[2] - a[2] * b[1];
  S y = a[3] * b[1] + a[1] * b[3] + a[2] * b[0] - a[0] * b[2];
  S z = a[3] * b[2] + a[2] * b[3] + a[0] * b[1] - a[1] * b[0];
  S w = a[3] * b[3] - a[0] * b[0] - a[1] * b[1] - a[2] * b[2];
  result[0] = x, result[1] = y, result[2] = z, result[3] = w;
}

/// The inverse of a rotation; of any other quaternion the conjugate.
template <class S>
void conjugate(const S *q, S *result) {
  for (unsigned i = 0; i != 4; ++i)
    result[i] = i < 3 ? -q[i] : q[i];
}

/// (2 w w - 1) v + 2 w (u x v) + 2 (u . v) u, where u is x, y, z.
template <class S>
void rotate(const S *q, const S *v, S *result) {
  S w = q[3], along = S(2) * dot(q, v, 3);
  S rotated[3];
  for (unsigned i = 0; i != 3; ++i) {
    unsigned j = (i + 1) % 3, k = (i + 2) % 3;
    S across = q[j] * v[k] - q[k] * v[j];
    rotated[i] = v[i] * (S(2) * w * w - S(1)) + across * (S(2) * w) + q[i] * along;
  }
  std::copy(rotated, rotated + 3, result);
}

/// The columns are what becomes of the axes.
template <class S>
void toMatrix(const S *q, Matrix<S> result) {
  for (unsigned j = 0; j != 3; ++j) {
    S axis[3] = {S(j == 0), S(j == 1), S(j == 2)};
    rotate(q, axis, axis);
    for (unsigned i = 0; i != 3; ++i)
      result.at(i, j) = axis[i];
  }
}

/// Of a rotation in the upper left of a matrix. A large part of the quaternion is found first, from the diagonal, and
/// the others by it.
template <class S>
void fromRotation(Matrix<const S> m, S *result) {
  unsigned i = m.at(1, 1) > m.at(0, 0) ? 1 : 0;
  if (m.at(2, 2) > m.at(i, i))
    i = 2;
  unsigned j = (i + 1) % 3, k = (i + 2) % 3;
  S trace = m.at(0, 0) + m.at(1, 1) + m.at(2, 2);
  if (trace >= S(0)) {
    S twice = S(std::sqrt(wide(trace + S(1)))), scale = S(0.5) / twice;
    for (unsigned axis = 0; axis != 3; ++axis) {
      unsigned next = (axis + 1) % 3, last = (axis + 2) % 3;
      result[axis] = (m.at(last, next) - m.at(next, last)) * scale;
    }
    result[3] = S(0.5) * twice;
    return;
  }
  S twice = S(std::sqrt(wide((m.at(i, i) - (m.at(j, j) + m.at(k, k))) + S(1)))), scale = S(0.5) / twice;
  result[i] = S(0.5) * twice;
  result[j] = (m.at(i, j) + m.at(j, i)) * scale;
  result[k] = (m.at(k, i) + m.at(i, k)) * scale;
  result[3] = (m.at(k, j) - m.at(j, k)) * scale;
}

/// The same brought to length 1, as the matrix may be no rotation.
template <Float S>
void fromMatrix(Matrix<const S> m, S *result) {
  fromRotation(m, result);
  S size = length(result, 4);
  for (unsigned i = 0; i != 4; ++i)
    result[i] = result[i] / size;
}

template <class S>
void fromAxisAngle(const S *axis, S angle, S *result) {
  S half = angle * S(0.5), sine = S(std::sin(wide(half)));
  for (unsigned i = 0; i != 3; ++i)
    result[i] = axis[i] * sine;
  result[3] = S(std::cos(wide(half)));
}

/// The axis of length 1, or zero without a rotation, and the angle from 0 to pi.
template <class S>
void toAxisAngle(const S *q, S *axis, S *angle) {
  S size = length(q, 3);
  *angle = S(2) * S(std::atan2(wide(size), wide(q[3] < S(0) ? -q[3] : q[3])));
  for (unsigned i = 0; i != 3; ++i) {
    S part = size > S(0) ? q[i] / size : S(0);
    axis[i] = q[3] < S(0) ? -part : part;
  }
}

/// What the transform makes of a point.
template <class S>
void movePoint(const S *transform, const S *point, S *result) {
  rotate(transform + 3, point, result);
  for (unsigned i = 0; i != 3; ++i)
    result[i] = transform[i] + result[i];
}

/// First `b`, then `a`.
template <class S>
void multiplyTransforms(const S *a, const S *b, S *result) {
  S product[7];
  movePoint(a, b, product);
  multiplyQuaternions(a + 3, b + 3, product + 3);
  std::copy(product, product + 7, result);
}

} // namespace kt

#endif
