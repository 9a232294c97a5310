// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "hand_written.h"

#include <cmath>

struct Args {
  Array<Vec3> position;
  Array<int> ends;
  Array<float> rest;
  Array<Vec3> force;
  float stiffness;
};

static void springs(int n, const Vec3 *position, const int *ends, const float *rest, Vec3 *force, float stiffness) {
  for (int s = 0; s < n; ++s) {
    const int i = ends[2 * s], j = ends[2 * s + 1];
    const Vec3 apart = position[j] - position[i];
    const float distance = std::sqrt(dot(apart, apart));
    const Vec3 pull = apart * (stiffness * (distance - rest[s]) / distance);
    force[i] = force[i] + pull;
    force[j] = force[j] - pull;
  }
}

extern "C" void run(Bounds dim, Args *args) {
  springs(dim.shape[0], args->position.data, args->ends.data, args->rest.data, args->force.data, args->stiffness);
}
