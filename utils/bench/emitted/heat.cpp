// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "hand_written.h"

#include <algorithm>

struct Args {
  Array<float> u, next;
  float rate;
};

static void heat(int nx, int ny, int nz, const float *u, float *next, float rate) {
  auto row = [=](int i, int j) { return u + (i * ny + j) * nz; };
  for (int i = 0; i < nx; ++i)
    for (int j = 0; j < ny; ++j) {
      const float *here = row(i, j), *west = row(std::max(i - 1, 0), j), *east = row(std::min(i + 1, nx - 1), j);
      const float *south = row(i, std::max(j - 1, 0)), *north = row(i, std::min(j + 1, ny - 1));
      float *out = next + (i * ny + j) * nz;
      for (int k = 0; k < nz; ++k) {
        const float below = here[std::max(k - 1, 0)], above = here[std::min(k + 1, nz - 1)];
        const float around = west[k] + east[k] + south[k] + north[k] + below + above;
        out[k] = here[k] + rate * (around - 6 * here[k]);
      }
    }
}

extern "C" void run(Bounds dim, Args *args) {
  heat(dim.shape[0], dim.shape[1], dim.shape[2], args->u.data, args->next.data, args->rate);
}
