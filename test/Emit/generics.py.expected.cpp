// generics.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"

static inline float lerp_to_float32(float a, float b, float t) {
  return a + (b - a) * t;  // 18: return a + (b - a) * t
}

static inline void blend_float32(const wp::thread_t &thread, const wp::array_t<float> &x, const wp::array_t<float> &y) {
  const int i = thread.x;                     // 51: i = wp.tid()
  x[i] = lerp_to_float32(x[i], y[i], 0.25f);  // 52: x[i] = lerp_to(x[i], y[i], 0.25)
}

struct wp_args_blend_float32_5e7e15e7 {
  wp::array_t<float> x;
  wp::array_t<float> y;
};

extern "C" void blend_float32_5e7e15e7_cpu_forward(wp::launch_bounds_t dim, wp_args_blend_float32_5e7e15e7 *args) {
  wp::launch<1, blend_float32>(dim, args->x, args->y);
}

static inline wp::vec3 lerp_to_vec3_float32(wp::vec3 a, wp::vec3 b, float t) {
  return a + (b - a) * t;  // 18: return a + (b - a) * t
}

static inline void blend_vec3(
    const wp::thread_t &thread,
    const wp::array_t<wp::vec3> &x,
    const wp::array_t<wp::vec3> &y) {
  const int i = thread.x;                          // 51: i = wp.tid()
  x[i] = lerp_to_vec3_float32(x[i], y[i], 0.25f);  // 52: x[i] = lerp_to(x[i], y[i], 0.25)
}

struct wp_args_blend_vec3_bb5fac22 {
  wp::array_t<wp::vec3> x;
  wp::array_t<wp::vec3> y;
};

extern "C" void blend_vec3_bb5fac22_cpu_forward(wp::launch_bounds_t dim, wp_args_blend_vec3_bb5fac22 *args) {
  wp::launch<1, blend_vec3>(dim, args->x, args->y);
}

static inline wp::mat_t<2, 3, float> lerp_to_matrix_2_3_float32_float32(
    const wp::mat_t<2, 3, float> &a,
    const wp::mat_t<2, 3, float> &b,
    float t) {
  return a + (b - a) * t;  // 18: return a + (b - a) * t
}

static inline void blend_matrix_2_3_float32(
    const wp::thread_t &thread,
    const wp::array_t<wp::mat_t<2, 3, float>> &x,
    const wp::array_t<wp::mat_t<2, 3, float>> &y) {
  const int i = thread.x;                                        // 51: i = wp.tid()
  x[i] = lerp_to_matrix_2_3_float32_float32(x[i], y[i], 0.25f);  // 52: x[i] = lerp_to(x[i], y[i], 0.25)
}

struct wp_args_blend_matrix_2_3_float32_caa16cdf {
  wp::array_t<wp::mat_t<2, 3, float>> x;
  wp::array_t<wp::mat_t<2, 3, float>> y;
};

extern "C" void blend_matrix_2_3_float32_caa16cdf_cpu_forward(
    wp::launch_bounds_t dim,
    wp_args_blend_matrix_2_3_float32_caa16cdf *args) {
  wp::launch<1, blend_matrix_2_3_float32>(dim, args->x, args->y);
}

static inline float only(float x) {
  return x + x;  // 23: return x + x
}

static inline float square_float32(float x) {
  return x * x;  // 28: return x * x
}

static inline float sum_of_sin(int n) {
  float total = 0.0f;            // 43: total = float(0.0)
  for (int i = 0; i < n; ++i) {  // 44: for i in range(n):
    total += wp::sin(float(i));  // 45: total += f(float(i))
  }
  return total;  // 46: return total
}

static inline float sum_of_square(int n) {
  float total = 0.0f;            // 43: total = float(0.0)
  for (int i = 0; i < n; ++i) {  // 44: for i in range(n):
    total += square_float32(float(i));  // 45: total += f(float(i))
  }
  return total;  // 46: return total
}

static inline int square_int32(int x) {
  return x;  // 38: return x
}

static inline int square_int32_1(int x) {
  return x * x;  // 33: return x * x
}

static inline void once_float32([[maybe_unused]] const wp::thread_t &thread, const wp::array_t<float> &out) {
  // 62: out[0] = only(square(2.0)) + sum_of(wp.sin, 10) + sum_of(square, square_int32(square(3)))
  out[0] = only(square_float32(2.0f)) + sum_of_sin(10) + sum_of_square(square_int32(square_int32_1(3)));
}

struct wp_args_once_float32_b20deda4 {
  wp::array_t<float> out;
};

extern "C" void once_float32_b20deda4_cpu_forward(wp::launch_bounds_t dim, wp_args_once_float32_b20deda4 *args) {
  wp::launch<1, once_float32>(dim, args->out);
}
