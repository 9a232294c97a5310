// control-flow.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"

static inline void walk(const wp::thread_t &thread, const wp::array_t<float> &x, int n, int step) {
  const int i = thread.x;        // 14: i = wp.tid()
  float total = 0.0f;            // 15: total = float(0.0)
  for (int j = 0; j < n; ++j) {  // 16: for j in range(n):
    if (!(x[j] < 0.0f)) {  // 17: if x[j] < 0.0:
      if (x[j] > 100.0f) {  // 19: elif x[j] > 100.0:
        break;  // 20: break
      } else {
        total += x[j];  // 22: total += x[j]
      }
    }
  }
  for (int j = n - 1; j > -1; --j) {  // 23: for j in range(n - 1, -1, -1):
    total -= x[j];  // 24: total -= x[j]
  }
  for (int j = 0; j < n; j += 3) {  // 25: for j in range(0, n, 3):
    total *= x[j];  // 26: total *= x[j]
  }
  for (int j = 0; wp::range_continues(j, n, step); j += step) {  // 27: for j in range(0, n, step):
    total /= 2.0f;  // 28: total /= 2.0
  }
  while (total > 10.0f) {  // 29: while total > 10.0:
    total *= 0.5f;  // 30: total = total * 0.5
  }
  if (total == 3.0f) {  // 31: if total == 3.0:
    return;  // 32: return
  }
  x[i] = total;  // 33: x[i] = total
}

struct wp_args_walk_2663d263 {
  wp::array_t<float> x;
  int n;
  int step;
};

extern "C" void walk_2663d263_cpu_forward(wp::launch_bounds_t dim, wp_args_walk_2663d263 *args) {
  wp::launch<1, walk>(dim, args->x, args->n, args->step);
}
