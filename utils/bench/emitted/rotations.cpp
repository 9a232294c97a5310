// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "hand_written.h"

#include <cmath>

struct Args {
  Array<Quat> joints;
  Vec3 bone;
  Array<Vec3> tips;
};

static Quat normalize(const Quat &q) {
  const float length = std::sqrt(q.x * q.x + q.y * q.y + q.z * q.z + q.w * q.w);
  if (length > 0)
    return {q.x / length, q.y / length, q.z / length, q.w / length};
  return {0, 0, 0, 1};
}

static void rotations(int n, int jointCount, const Quat *joints, const Vec3 &bone, Vec3 *tips) {
  for (int i = 0; i < n; ++i) {
    Quat turn = {0, 0, 0, 1};
    Vec3 tip = {};
    for (int j = 0; j < jointCount; ++j) {
      turn = normalize(turn * joints[i * jointCount + j]);
      const Quat along = turn * Quat{bone.x, bone.y, bone.z, 0} * Quat{-turn.x, -turn.y, -turn.z, turn.w};
      tip = tip + Vec3{along.x, along.y, along.z};
    }
    tips[i] = tip;
  }
}

extern "C" void run(Bounds dim, Args *args) {
  rotations(dim.shape[0], args->joints.shape[1], args->joints.data, args->bone, args->tips.data);
}
