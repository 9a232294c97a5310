// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Matrices of any size in arrays of floats, row after row.

#include "BuiltinTable.h"
#include <cmath>

namespace kt {

namespace {
/// A matrix in operand `array` of a call. What lies outside of the array is an error of the launch.
struct Stored {
  Call &call;
  unsigned array;
  int64_t width; // how many elements are stored in a row
  bool isTransposed = false;

  float read(int64_t i, int64_t j) const { return call.read<float>(array, at(i, j)); }
  void write(int64_t i, int64_t j, float value) const { call.write(array, at(i, j), value); }

private:
  int64_t at(int64_t i, int64_t j) const { return isTransposed ? j * width + i : i * width + j; }
};
} // namespace

static void multiply(Call &call) {
  auto number = [&](unsigned i) { return int64_t(*call.arg<int32_t>(i)); };
  int64_t rows = number(0), columns = number(1), inner = number(2);
  bool isLeftTransposed = number(3) != 0, isRightTransposed = number(4) != 0;
  Stored left{call, 5, isLeftTransposed ? rows : inner, isLeftTransposed};
  Stored right{call, 6, isRightTransposed ? inner : columns, isRightTransposed};
  Stored product{call, 7, columns};
  for (int64_t at = 0; at < rows * columns && rows > 0 && call.step(); ++at) {
    int64_t i = at / columns, j = at % columns;
    float sum = 0;
    for (int64_t k = 0; k < inner && call.step(); ++k)
      sum += left.read(i, k) * right.read(k, j);
    product.write(i, j, sum);
  }
}

/// Element by element, each from those to its left in two rows.
static void factorize(Call &call) {
  int64_t n = *call.arg<int32_t>(0);
  Stored matrix{call, 1, n}, factor{call, 3, n};
  float regularization = *call.arg<float>(2);
  for (int64_t j = 0; j < n && call.step(); ++j) {
    for (int64_t i = j; i < n && call.step(); ++i) {
      float rest = matrix.read(i, j) + (i == j ? regularization : 0);
      for (int64_t k = 0; k < j && call.step(); ++k)
        rest -= factor.read(i, k) * factor.read(j, k);
      factor.write(i, j, i == j ? std::sqrt(rest) : rest * (1 / factor.read(j, j)));
    }
  }
}

/// With the factor in operand `first`, the right side behind it, and the result behind that.
static void substitute(Call &call, unsigned first) {
  int64_t n = *call.arg<int32_t>(0);
  auto solve = [&](const Stored &triangle, unsigned from, bool isForward) {
    for (int64_t step = 0; step < n && call.step(); ++step) {
      int64_t i = isForward ? step : n - 1 - step;
      float rest = call.read<float>(from, i);
      for (int64_t j = isForward ? 0 : i + 1, end = isForward ? i : n; j < end && call.step(); ++j)
        rest -= triangle.read(i, j) * call.read<float>(first + 2, j);
      call.write(first + 2, i, rest / triangle.read(i, i));
    }
  };
  solve({call, first, n, false}, first + 1, true);
  solve({call, first, n, true}, first + 2, false);
}

ArrayRef<BuiltinEntry> denseMatrices() {
  static const BuiltinEntry entries[] = {
      {"dense_gemm", always<multiply>},
      {"dense_chol", always<factorize>},
      {"dense_subs", always<[](Call &call) { substitute(call, 1); }>},
      {"dense_solve", always<[](Call &call) { substitute(call, 2); }>},
  };
  return entries;
}

} // namespace kt
