// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "hand_written.h"

struct Args {
  Array<float> height, previous, next;
  float c;
};

static void wave(int rows, int columns, const float *height, const float *previous, float *next, float c) {
  for (int i = 0; i < rows; ++i) {
    float *out = next + i * columns;
    if (i == 0 || i == rows - 1) {
      for (int j = 0; j < columns; ++j)
        out[j] = 0;
      continue;
    }
    const float *row = height + i * columns, *before = previous + i * columns;
    out[0] = 0;
    for (int j = 1; j < columns - 1; ++j) {
      const float laplacian = row[j - columns] + row[j + columns] + row[j - 1] + row[j + 1] - 4 * row[j];
      out[j] = 2 * row[j] - before[j] + c * laplacian;
    }
    out[columns - 1] = 0;
  }
}

extern "C" void run(Bounds dim, Args *args) {
  wave(dim.shape[0], dim.shape[1], args->height.data, args->previous.data, args->next.data, args->c);
}
