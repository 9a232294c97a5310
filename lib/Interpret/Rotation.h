// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Quaternions x, y, z, w and transforms, which are a translation of three scalars and then a quaternion, as scalars in
// memory. A result may be where an operand is.

#ifndef KT_LIB_INTERPRET_ROTATION_H
#define KT_LIB_INTERPRET_ROTATION_H

#include "BuiltinTable.h"

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
