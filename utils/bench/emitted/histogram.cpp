// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "hand_written.h"

#include <algorithm>

struct Args {
  Array<float> values;
  Array<int> bins;
};

static void histogram(int n, const float *values, int binCount, int *bins) {
  for (int i = 0; i < n; ++i)
    ++bins[std::clamp(int(values[i] * float(binCount)), 0, binCount - 1)];
}

extern "C" void run(Bounds dim, Args *args) {
  histogram(dim.shape[0], args->values.data, args->bins.shape[0], args->bins.data);
}
