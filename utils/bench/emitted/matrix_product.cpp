// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "hand_written.h"

struct Args {
  Array<float> a, b, c;
};

static void matrix_product(int rows, int columns, int inner, const float *a, const float *b, float *c) {
  for (int i = 0; i < rows; ++i)
    for (int j = 0; j < columns; ++j) {
      float total = 0;
      for (int k = 0; k < inner; ++k)
        total += a[i * inner + k] * b[k * columns + j];
      c[i * columns + j] = total;
    }
}

extern "C" void run(Bounds dim, Args *args) {
  matrix_product(dim.shape[0], dim.shape[1], args->a.shape[1], args->a.data, args->b.data, args->c.data);
}
