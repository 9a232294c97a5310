// tuples.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"

struct extremes_result {
  float r0;
  float r1;
};

static inline extremes_result extremes(const wp::array_t<float> &a, int bounds_0, int bounds_1) {
  float found_0 = a[bounds_0];  // 16: found = (a[bounds[0]], a[bounds[0]])
  float found_1 = a[bounds_0];
  for (int i = bounds_0 + 1; i < bounds_1; ++i) {  // 17: for i in range(bounds[0] + 1, bounds[1]):
    found_0 = wp::min(found_0, a[i]);  // 18: found = (wp.min(found[0], a[i]), wp.max(found[1], a[i]))
    found_1 = wp::max(found_1, a[i]);
  }
  return {found_0, found_1};  // 19: return found
}

static inline void ranges(
    const wp::thread_t &thread,
    const wp::array_t<float> &a,
    int n,
    const wp::array_t<float> &out) {
  const int i = thread.x;      // 24: i = wp.tid()
  const int bounds_0 = i * n;  // 25: bounds = (i * n, (i + 1) * n)
  const int bounds_1 = (i + 1) * n;
  const extremes_result extremes_value = extremes(a, bounds_0, bounds_1);  // 26: found = extremes(a, bounds)
  const float found_0 = extremes_value.r0;
  const float found_1 = extremes_value.r1;
  const float low = found_0;  // 27: low, high = found
  const float high = found_1;
  out(i, 0) = high - low;                     // 28: out[i, 0] = high - low
  out(i, 1) = wp::vec2(found_0, found_1)[i];  // 29: out[i, 1] = found[i]
  const int shape_0 = out.shape[0];           // 30: shape = out.shape
  wp::check(bounds_1 < shape_0, "tuples.py:31: bounds[1] < shape[0]");  // 31: assert bounds[1] < shape[0]
}

struct wp_args_ranges_aa94de7c {
  wp::array_t<float> a;
  int n;
  wp::array_t<float> out;
};

extern "C" void ranges_aa94de7c_cpu_forward(wp::launch_bounds_t dim, wp_args_ranges_aa94de7c *args) {
  wp::launch<1, ranges>(dim, args->a, args->n, wp::of_rank<2>(args->out));
}
