// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "hand_written.h"

#include <cmath>

struct Args {
  Array<Vec3> position;
  Array<int> first, neighbours;
  Array<float> out;
  float reach;
};

static float spiky(float distance, float reach) {
  if (distance >= reach)
    return 0;
  const float rest = 1 - distance / reach;
  return rest * rest * rest;
}

static void density(int n, const Vec3 *position, const int *first, const int *neighbours, float *out, float reach) {
  for (int i = 0; i < n; ++i) {
    float total = 0;
    for (int k = first[i]; k < first[i + 1]; ++k) {
      const Vec3 apart = position[neighbours[k]] - position[i];
      total += spiky(std::sqrt(dot(apart, apart)), reach);
    }
    out[i] = total;
  }
}

extern "C" void run(Bounds dim, Args *args) {
  density(dim.shape[0], args->position.data, args->first.data, args->neighbours.data, args->out.data, args->reach);
}
