// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "hand_written.h"

struct Args {
  Array<float> a, sums;
};

static void row_sums(int rows, int columns, const float *a, float *sums) {
  for (int i = 0; i < rows; ++i) {
    float total = 0;
    for (int j = 0; j < columns; ++j) {
      total += a[i * columns + j];
      sums[i * columns + j] = total;
    }
  }
}

extern "C" void run(Bounds dim, Args *args) { row_sums(dim.shape[0], args->a.shape[1], args->a.data, args->sums.data); }
