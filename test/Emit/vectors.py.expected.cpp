// vectors.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"

static inline void turn(
    const wp::thread_t &thread,
    const wp::array_t<wp::vec3> &v,
    const wp::array_t<wp::mat33> &m,
    wp::quat q,
    const wp::array_t<wp::vec_t<5, float>> &w) {
  const int i = thread.x;  // 17: i, j = wp.tid()
  const int j = thread.y;
  const wp::vec3 a = m(i, j) * v[i] + wp::vec3(0.0f, 1.0f, 0.0f);  // 18: a = m[i, j] * v[i] + wp.vec3(0.0, 1.0, 0.0)
  const wp::vec3 b = wp::cross(a, v[j]) / wp::length(a);  // 19: b = wp.cross(a, v[j]) / wp.length(a)
  v[i] = b;                                               // 20: v[i] = b
  v[i][2] = b[0] * b[2];                                  // 21: v[i][2] = b.x * b[-1]
  wp::atomic_add(v, j, a * 2.0f);                         // 22: v[j] += a * 2.0
  wp::mat33 n = m(i, j);                                  // 23: n = m[i, j]
  n[0][1] = wp::dot(a, b);                                // 24: n[0, 1] = wp.dot(a, b)
  m(i, j) = wp::transpose(n) + wp::identity<3, float>();  // 25: m[i, j] = wp.transpose(n) + wp.identity(n=3, dtype=float)
  const wp::vec_t<5, float> five = wp::vec_t<5, float>(1.0f, 2.0f, 3.0f, 4.0f, 5.0f);  // 26: five = vec5(1.0, 2.0, 3.0, 4.0, 5.0)
  w[i] = five * q[3];                                     // 27: w[i] = five * q[3]
  w[j] = wp::vec_t<5, float>();                           // 28: w[j] = vec5()
}

struct wp_args_turn_07b3190b {
  wp::array_t<wp::vec3> v;
  wp::array_t<wp::mat33> m;
  wp::quat q;
  wp::array_t<wp::vec_t<5, float>> w;
};

extern "C" void turn_07b3190b_cpu_forward(wp::launch_bounds_t dim, wp_args_turn_07b3190b *args) {
  wp::launch<2, turn>(dim, args->v, wp::of_rank<2>(args->m), args->q, args->w);
}
