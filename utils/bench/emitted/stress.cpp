// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "hand_written.h"

struct Args {
  Array<Mat33> shape, rest, out;
  float mu, bulk;
};

static void stress(int n, const Mat33 *shape, const Mat33 *rest, Mat33 *out, float mu, float bulk) {
  for (int e = 0; e < n; ++e) {
    const Mat33 f = shape[e] * rest[e];
    Mat33 strain = transpose(f) * f;
    for (int i = 0; i < 3; ++i)
      strain.at[i][i] -= 1;
    for (int i = 0; i < 3; ++i)
      for (int j = 0; j < 3; ++j)
        strain.at[i][j] *= 0.5f;
    const float pressure = bulk * (strain.at[0][0] + strain.at[1][1] + strain.at[2][2]);
    Mat33 inner;
    for (int i = 0; i < 3; ++i)
      for (int j = 0; j < 3; ++j)
        inner.at[i][j] = 2 * mu * strain.at[i][j] + (i == j ? pressure : 0.0f);
    out[e] = f * inner * transpose(rest[e]);
  }
}

extern "C" void run(Bounds dim, Args *args) {
  stress(dim.shape[0], args->shape.data, args->rest.data, args->out.data, args->mu, args->bulk);
}
