// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "hand_written.h"

struct World {
  Vec3 gravity;
  float drag, bounce, dt;
};

struct Args {
  Array<Vec3> position, velocity;
  World world;
};

static void particles(int n, Vec3 *position, Vec3 *velocity, const World &world) {
  const Vec3 push = world.gravity * world.dt;
  const float slow = 1 - world.drag * world.dt;
  for (int i = 0; i < n; ++i) {
    Vec3 v = (velocity[i] + push) * slow;
    Vec3 p = position[i] + v * world.dt;
    if (p.y < 0) {
      p.y = -p.y * world.bounce;
      v.y = -v.y * world.bounce;
    }
    position[i] = p;
    velocity[i] = v;
  }
}

extern "C" void run(Bounds dim, Args *args) {
  particles(dim.shape[0], args->position.data, args->velocity.data, args->world);
}
