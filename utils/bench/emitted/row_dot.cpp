// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "hand_written.h"

struct Args {
  Array<float> a, b, out;
};

static void row_dot(int rows, int columns, const float *a, const float *b, float *out) {
  for (int i = 0; i < rows; ++i) {
    float total = 0;
    for (int j = 0; j < columns; ++j)
      total += a[i * columns + j] * b[i * columns + j];
    out[i] = total;
  }
}

extern "C" void run(Bounds dim, Args *args) {
  row_dot(dim.shape[0], args->a.shape[1], args->a.data, args->b.data, args->out.data);
}
