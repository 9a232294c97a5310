// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the hand-written kernels share: the arguments of a launch as they lie in memory, and the little algebra that
// someone who writes such a kernel has at hand. They may take for granted that arrays are dense.

#ifndef HAND_WRITTEN_H
#define HAND_WRITTEN_H

struct Bounds {
  int shape[4];
  int ndim;
  unsigned long size;
};

template <class T>
struct Array {
  T *data, *grad;
  int shape[4], strides[4], ndim;
};

struct Vec3 {
  float x, y, z;
};

inline Vec3 operator+(const Vec3 &a, const Vec3 &b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
inline Vec3 operator-(const Vec3 &a, const Vec3 &b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
inline Vec3 operator*(const Vec3 &a, float s) { return {a.x * s, a.y * s, a.z * s}; }
inline float dot(const Vec3 &a, const Vec3 &b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

struct Quat {
  float x, y, z, w;
};

inline Quat operator*(const Quat &a, const Quat &b) {
  return {a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y, a.w * b.y + a.y * b.w + a.z * b.x - a.x * b.z,
          a.w * b.z + a.z * b.w + a.x * b.y - a.y * b.x, a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z};
}

struct Mat33 {
  float at[3][3];
};

inline Mat33 operator*(const Mat33 &a, const Mat33 &b) {
  Mat33 product;
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 3; ++j)
      product.at[i][j] = a.at[i][0] * b.at[0][j] + a.at[i][1] * b.at[1][j] + a.at[i][2] * b.at[2][j];
  return product;
}

inline Mat33 transpose(const Mat33 &a) {
  Mat33 result;
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 3; ++j)
      result.at[i][j] = a.at[j][i];
  return result;
}

#endif
