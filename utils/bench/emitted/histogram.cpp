// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "hand_written.h"

#include <cmath>

struct Args {
  Array<float> values;
  Array<int> bins;
};

/// A float that no int can hold may not be converted, so the bounds come first.
static void histogram(int n, const float *values, int binCount, int *bins) {
  for (int i = 0; i < n; ++i)
    ++bins[int(std::fmin(std::fmax(values[i] * float(binCount), 0.0f), float(binCount - 1)))];
}

extern "C" void run(Bounds dim, Args *args) {
  histogram(dim.shape[0], args->values.data, args->bins.shape[0], args->bins.data);
}
