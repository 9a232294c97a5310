// logic.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"

static inline void choose(const wp::thread_t &thread, const wp::array_t<float> &x, int n) {
  const int i = thread.x;                               // 14: i = wp.tid()
  const bool inside = i > 0 && i < n - 1;               // 15: inside = i > 0 and i < n - 1
  const bool edge = i == 0 || (i == n - 1 && !inside);  // 16: edge = i == 0 or i == n - 1 and not inside
  const float a = inside ? x[i - 1] : 0.0f;             // 17: a = x[i - 1] if inside else 0.0
  if (inside || (edge && a > 1.0f)) {                   // 18: if inside or (edge and a > 1.0):
    x[i] = a;  // 19: x[i] = a
  }
  while (i < n && x[i] > 0.0f) {  // 20: while i < n and x[i] > 0.0:
    x[i] = wp::sqrt(x[i]) - 1.0f;  // 21: x[i] = wp.sqrt(x[i]) - 1.0
  }
  if (0.0f < a && a < 1.0f) {  // 22: if 0.0 < a < 1.0:
    x[i] = -a;  // 23: x[i] = -a
  }
}

struct wp_args_choose_cd8d2bb9 {
  wp::array_t<float> x;
  int n;
};

extern "C" void choose_cd8d2bb9_cpu_forward(wp::launch_bounds_t dim, wp_args_choose_cd8d2bb9 *args) {
  wp::launch<1, choose>(dim, args->x, wp::on_grid<1>(args->n));
}
