// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "hand_written.h"

#include <cmath>

struct Args {
  Array<Vec3> position;
  Array<float> mass;
  Array<Vec3> pull;
};

static void nbody(int n, const Vec3 *position, const float *mass, Vec3 *pull) {
  for (int i = 0; i < n; ++i) {
    const Vec3 here = position[i];
    Vec3 total = {};
    for (int j = 0; j < n; ++j) {
      const Vec3 apart = position[j] - here;
      const float near = 1 / std::sqrt(dot(apart, apart) + 0.01f);
      total = total + apart * (mass[j] * near * near * near);
    }
    pull[i] = total;
  }
}

extern "C" void run(Bounds dim, Args *args) {
  nbody(dim.shape[0], args->position.data, args->mass.data, args->pull.data);
}
