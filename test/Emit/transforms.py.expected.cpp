// transforms.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"

struct Body {
  wp::transform pose;
  wp::spatial_vector velocity;
};

static inline wp::vec3 tip(const wp::transform &pose, float reach) {
  return wp::transform_point(pose, wp::vec3(0.0f, 0.0f, reach));  // 22: return wp.transform_point(pose, wp.vec3(0.0, 0.0, reach))
}

static inline void swing(
    const wp::thread_t &thread,
    const wp::array_t<Body> &bodies,
    const wp::array_t<wp::transformd> &poses,
    float dt) {
  const int i = thread.x;    // 27: i = wp.tid()
  Body body = bodies[i];     // 28: body = bodies[i]
  wp::transform t = wp::transform(0.0f, 1.0f, 0.0f, 0.0f, 0.0f, 0.0f, 1.0f) * body.pose;  // 29: t = HOME * body.pose
  t.p += wp::vec3(body.velocity[3], body.velocity[4], body.velocity[5]) * dt;  // 30: t.p += wp.vec3(body.velocity[3], body.velocity[4], body.velocity[5]) * dt
  t.q = wp::normalize(t.q);  // 31: t.q = wp.normalize(t.q)
  t[1] = 0.0f;               // 32: t[1] = 0.0
  if (t != body.pose) {      // 33: if t != body.pose:
    body.velocity = wp::spatial_vector(wp::vec3(), tip(t, 2.0f));  // 34: body.velocity = wp.spatial_vector(wp.vec3(), tip(t, 2.0))
  }
  // 35: body.pose = wp.transform_inverse(t) + wp.transform(t.p) * 0.5
  body.pose = wp::transform_inverse(t) + wp::transform(t.p, wp::quat(0.0f, 0.0f, 0.0f, 1.0f)) * 0.5f;
  bodies[i] = body;                                            // 36: bodies[i] = body
  wp::atomic_add(poses, i, wp::transform_identity<double>());  // 37: poses[i] += wp.transform_identity(dtype=wp.float64)
}

struct wp_args_swing_e2cd61e7 {
  wp::array_t<Body> bodies;
  wp::array_t<wp::transformd> poses;
  float dt;
};

extern "C" void swing_e2cd61e7_cpu_forward(wp::launch_bounds_t dim, wp_args_swing_e2cd61e7 *args) {
  wp::launch<1, swing>(dim, args->bodies, args->poses, args->dt);
}
