// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "hand_written.h"

struct Args {
  Array<float> x, y;
  float a;
};

static void saxpy(int n, float a, const float *x, float *y) {
  for (int i = 0; i < n; ++i)
    y[i] = a * x[i] + y[i];
}

extern "C" void run(Bounds dim, Args *args) { saxpy(dim.shape[0], args->a, args->x.data, args->y.data); }
