// native.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"

static inline void raise_to(
    wp::array_t<float> x,
    wp::array_t<int> count,
    int i,
    float floor,
    [[maybe_unused]] wp::mat33 unused) {
  // keeps the larger one
  if (x[i] < floor) {
      x[i] = floor;
  }

  count[0] += 1;
}

static inline float measure(wp::vec3 v, wp::mat22 m) {
  return wp::dot(v, v) + m[0][0];
}

static inline void clamp_all(
    const wp::thread_t &thread,
    const wp::array_t<float> &x,
    const wp::array_t<int> &count,
    const wp::array_t<wp::vec3> &v,
    const wp::mat22 &m) {
  const int i = thread.x;                                // 29: i = wp.tid()
  raise_to(x, count, i, measure(v[i], m), wp::mat33());  // 30: raise_to(x, count, i, measure(v[i], m), wp.mat33())
  measure(v[i], m);                                      // 31: measure(v[i], m)
}

struct wp_args_clamp_all_e477c2b1 {
  wp::array_t<float> x;
  wp::array_t<int> count;
  wp::array_t<wp::vec3> v;
  wp::mat22 m;
};

extern "C" void clamp_all_e477c2b1_cpu_forward(wp::launch_bounds_t dim, wp_args_clamp_all_e477c2b1 *args) {
  wp::launch<1, clamp_all>(dim, args->x, args->count, args->v, args->m);
}
