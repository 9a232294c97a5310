// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A matrix among the operands or results of a call, and what is computed of whole matrices.

#ifndef KT_LIB_INTERPRET_MATRIX_H
#define KT_LIB_INTERPRET_MATRIX_H

#include "Vectors.h"

namespace kt {

/// Somebody's scalars as a matrix, row by row.
template <class S>
struct Matrix {
  S *scalars;
  unsigned rows;
  unsigned columns;

  S &at(unsigned i, unsigned j) const { return scalars[i * columns + j]; }
  template <class Function>
  void fill(Function function) const {
    for (unsigned i = 0; i != rows; ++i)
      for (unsigned j = 0; j != columns; ++j)
        at(i, j) = function(i, j);
  }
};

template <class S>
Matrix<const S> argMatrix(Call &call, unsigned i) {
  const auto *type = cast<MatrixType>(call.argType(i));
  return {call.arg<S>(i), type->rows(), type->columns()};
}
template <class S>
Matrix<S> resultMatrix(Call &call) {
  const auto *type = cast<MatrixType>(call.resultType());
  return {call.result<S>(), type->rows(), type->columns()};
}

/// result = a * b, which fit.
template <class S>
void multiply(Matrix<const S> a, Matrix<const S> b, Matrix<S> result) {
  result.fill([&](unsigned i, unsigned j) {
    S sum = a.at(i, 0) * b.at(0, j);
    for (unsigned k = 1; k != a.columns; ++k)
      sum = sum + a.at(i, k) * b.at(k, j);
    return sum;
  });
}

/// The determinant of what is left of `a` without one row and one column.
template <class S>
S minorOf(Matrix<const S> a, unsigned row, unsigned column) {
  S rest[9];
  unsigned size = a.rows - 1;
  for (unsigned i = 0; i != size; ++i)
    for (unsigned j = 0; j != size; ++j)
      rest[i * size + j] = a.at(i < row ? i : i + 1, j < column ? j : j + 1);
  return determinant(Matrix<const S>{rest, size, size});
}

/// Of a square matrix of at most four rows, expanded along the first.
template <class S>
S determinant(Matrix<const S> a) {
  if (a.rows == 1)
    return a.at(0, 0);
  S sum = S(0);
  for (unsigned j = 0; j != a.columns; ++j) {
    S product = a.at(0, j) * minorOf(a, 0, j);
    sum = j % 2 ? sum - product : sum + product;
  }
  return sum;
}

/// The adjugate by the determinant; zeros if that is zero.
template <class S>
void invert(Matrix<const S> a, Matrix<S> result) {
  S det = determinant(a);
  result.fill([&](unsigned i, unsigned j) {
    if (det == S(0))
      return S(0);
    S cofactor = minorOf(a, j, i);
    return ((i + j) % 2 ? -cofactor : cofactor) / det;
  });
}

} // namespace kt

#endif
