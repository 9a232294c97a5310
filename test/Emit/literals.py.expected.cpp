// literals.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"

static inline void constants(
    [[maybe_unused]] const wp::thread_t &thread,
    const wp::array_t<float> &f,
    const wp::array_t<double> &d,
    const wp::array_t<wp::half> &h,
    const wp::array_t<wp::int64> &i,
    const wp::array_t<wp::uint32> &u) {
  f[0] = 0.1f;              // 15: f[0] = 0.1
  f[1] = 1e-07f;            // 16: f[1] = 1e-7
  f[2] = 1e+30f;            // 17: f[2] = 1e30
  f[3] = -0.0f;             // 18: f[3] = -0.0
  f[4] = 16777216.0f;       // 19: f[4] = 16777217.0
  f[5] = wp::inf<float>();  // 20: f[5] = wp.inf
  d[0] = 0.1;               // 21: d[0] = wp.float64(0.1)
  d[1] = 3.14159265358979;  // 22: d[1] = wp.float64(3.14159265358979)
  h[0] = wp::half(0.5f);    // 23: h[0] = wp.float16(0.5)
  i[0] = 5000000000LL;      // 24: i[0] = wp.int64(5000000000)
  u[0] = 4000000000u;       // 25: u[0] = wp.uint32(4000000000)
}

struct wp_args_constants_ad5a1e37 {
  wp::array_t<float> f;
  wp::array_t<double> d;
  wp::array_t<wp::half> h;
  wp::array_t<wp::int64> i;
  wp::array_t<wp::uint32> u;
};

extern "C" void constants_ad5a1e37_cpu_forward(wp::launch_bounds_t dim, wp_args_constants_ad5a1e37 *args) {
  wp::launch<1, constants>(dim, args->f, args->d, args->h, args->i, args->u);
}
