// saxpy.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"

static inline void saxpy(
    const wp::thread_t &thread,
    const wp::array_t<float> &x,
    const wp::array_t<float> &y,
    float a) {
  const int i = thread.x;  // 14: i = wp.tid()
  y[i] = a * x[i] + y[i];  // 15: y[i] = a * x[i] + y[i]
}

struct wp_args_saxpy_441e20e3 {
  wp::array_t<float> x;
  wp::array_t<float> y;
  float a;
};

extern "C" void saxpy_441e20e3_cpu_forward(wp::launch_bounds_t dim, wp_args_saxpy_441e20e3 *args) {
  wp::launch<1, saxpy>(dim, args->x, args->y, args->a);
}
