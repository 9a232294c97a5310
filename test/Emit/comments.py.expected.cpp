// comments.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"

static inline void quote(const wp::thread_t &thread, const wp::array_t<float> &x) {
  const int i = thread.x;                                    // 14: i = wp.tid()  # * / #include "x" ? ?/
  x[i] = 1.0f + 2.0f * x[i];                                 // 15: x[i] = 1.0 +
  printf("a \"%d\" ?\?/ \\ %f\n", i, x[i]);                  // 17: wp.printf("a \"%d\" ? ?/ \\ %f\n", i, x[i])
  wp::check(i >= 0, "comments.py:18: i >= 0: no */ below");  // 18: assert i >= 0, "no * / below"
}

struct wp_args_quote_117a6f2a {
  wp::array_t<float> x;
};

extern "C" void quote_117a6f2a_cpu_forward(wp::launch_bounds_t dim, wp_args_quote_117a6f2a *args) {
  wp::launch<1, quote>(dim, args->x);
}
