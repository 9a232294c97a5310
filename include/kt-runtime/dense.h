// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// wp.dense_gemm, wp.dense_chol, wp.dense_subs, wp.dense_solve: matrices of any size, row after row in arrays of floats.

#ifndef KT_RUNTIME_DENSE_H
#define KT_RUNTIME_DENSE_H

#include "kt-runtime/array.h"
#include "kt-runtime/math.h"

namespace wp {

/// C = A B, of `m` rows, `n` columns and inner dimension `p`. Transposed ones are stored so.
KT_HOST_DEVICE inline void dense_gemm(int m, int n, int p, int t1, int t2, const array_t<float> &a,
                                      const array_t<float> &b, const array_t<float> &c) {
  for (int i = 0; i < m; ++i) {
    for (int j = 0; j < n; ++j) {
      float sum = 0.0f;
      for (int k = 0; k < p; ++k)
        sum += a[t1 ? k * m + i : i * p + k] * b[t2 ? j * p + k : k * n + j];
      c[i * n + j] = sum;
    }
  }
}

/// L L^T = A + regularization I, of which the lower triangles count.
KT_HOST_DEVICE inline void dense_chol(int n, const array_t<float> &a, float regularization, const array_t<float> &l) {
  for (int j = 0; j < n; ++j) {
    float square = a[j * n + j] + regularization;
    for (int k = 0; k < j; ++k)
      square -= l[j * n + k] * l[j * n + k];
    const float pivot = sqrt(square);
    const float inverse = 1.0f / pivot;
    l[j * n + j] = pivot;
    for (int i = j + 1; i < n; ++i) {
      float sum = a[i * n + j];
      for (int k = 0; k < j; ++k)
        sum -= l[i * n + k] * l[j * n + k];
      l[i * n + j] = sum * inverse;
    }
  }
}

/// L L^T x = b.
KT_HOST_DEVICE inline void dense_subs(int n, const array_t<float> &l, const array_t<float> &b,
                                      const array_t<float> &x) {
  for (int i = 0; i < n; ++i) { // L y = b
    float sum = b[i];
    for (int j = 0; j < i; ++j)
      sum -= l[i * n + j] * x[j];
    x[i] = sum / l[i * n + i];
  }
  for (int i = n; i-- > 0;) { // L^T x = y
    float sum = x[i];
    for (int j = i + 1; j < n; ++j)
      sum -= l[j * n + i] * x[j];
    x[i] = sum / l[i * n + i];
  }
}

/// A x = b, with the factor L of A. A itself is for the derivative.
KT_HOST_DEVICE inline void dense_solve(int n, const array_t<float> &, const array_t<float> &l, const array_t<float> &b,
                                       const array_t<float> &x) {
  dense_subs(n, l, b, x);
}

} // namespace wp

#endif
