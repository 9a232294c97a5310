// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "hand_written.h"

struct Args {
  Array<int> steps;
  int most;
};

static void mandelbrot(int rows, int columns, int *steps, int most) {
  for (int i = 0; i < rows; ++i)
    for (int j = 0; j < columns; ++j) {
      const float cx = 3 * float(j) / float(columns) - 2, cy = 2 * float(i) / float(rows) - 1;
      float x = 0, y = 0;
      int n = 0;
      while (n < most && x * x + y * y < 4) {
        const float t = x * x - y * y + cx;
        y = 2 * x * y + cy;
        x = t;
        ++n;
      }
      steps[i * columns + j] = n;
    }
}

extern "C" void run(Bounds dim, Args *args) { mandelbrot(dim.shape[0], dim.shape[1], args->steps.data, args->most); }
