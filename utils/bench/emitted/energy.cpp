// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "hand_written.h"

struct Args {
  Array<Vec3> velocity;
  Array<float> mass, total;
};

static void energy(int n, const Vec3 *velocity, const float *mass, float *total) {
  float sum = *total;
  for (int i = 0; i < n; ++i)
    sum += 0.5f * mass[i] * dot(velocity[i], velocity[i]);
  *total = sum;
}

extern "C" void run(Bounds dim, Args *args) {
  energy(dim.shape[0], args->velocity.data, args->mass.data, args->total.data);
}
