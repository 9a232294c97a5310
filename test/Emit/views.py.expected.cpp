// views.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"

static inline float total(const wp::array_t<float> &row) {
  float result = 0.0f;                 // 14: result = float(0.0)
  const int len_value = wp::len(row);  // 15: for x in range(len(row)):
  for (int x = 0; x < len_value; ++x) {
    result += row[x];  // 16: result += row[x]
  }
  return result;  // 17: return result
}

static inline void views(
    const wp::thread_t &thread,
    const wp::array_t<float> &a,
    int n,
    const wp::array_t<float> &out) {
  const int i = thread.x;                                         // 22: i = wp.tid()
  const wp::array_t<float> plane = wp::view(a, i);                // 23: plane = a[i]
  const wp::array_t<float> row = wp::view(plane, 1);              // 24: row = plane[1]
  row[0] = total(wp::view(plane, n)) + plane(0, 1) + a(i, 0, 2);  // 25: row[0] = total(plane[n]) + plane[0, 1] + a[i][0][2]
  // 26: out[i] = total(a[i, 1:n, -1]) + total(a[0, 0, ::-1]) + total(a[i, n, :2])
  out[i] = total(wp::view(a, i, wp::slice(1, n), -1)) + total(wp::view(a, 0, 0, wp::slice(wp::open, wp::open, -1))) + total(wp::view(a, i, n, wp::slice(wp::open, 2)));
  wp::array_t<float> rest = wp::view(a, wp::slice(n), 0);  // 27: rest = a[n:, 0]
  if (bool(rest) && n > 1) {                               // 28: if rest and n > 1:
    rest = wp::view(rest, wp::slice(wp::open, wp::open, 2));  // 29: rest = rest[::2]
  }
  wp::atomic_add(rest, 0, 0, 1.0f);  // 30: rest[0, 0] += 1.0
  wp::view(a, wp::slice(n))(0, 0, 0) = float(plane.shape[0] * plane.shape[1]);  // 31: a[n:][0, 0, 0] = float(plane.size)
}

struct wp_args_views_477abeb9 {
  wp::array_t<float> a;
  int n;
  wp::array_t<float> out;
};

extern "C" void views_477abeb9_cpu_forward(wp::launch_bounds_t dim, wp_args_views_477abeb9 *args) {
  wp::launch<1, views>(dim, wp::of_rank<3>(args->a), args->n, args->out);
}

static inline void slices(
    [[maybe_unused]] const wp::thread_t &thread,
    const wp::array_t<wp::vec4> &v,
    const wp::array_t<wp::mat33> &m,
    int n) {
  wp::vec4 a = v[0];                        // 36: a = v[0]
  const wp::vec2 b = wp::vec2(a[1], a[2]);  // 37: b = a[1:3]
  a[0] = b[0];                              // 38: a[:2] = b
  a[1] = b[1];
  a[2] = 1.0f;  // 39: a[2:] = wp.vec2(1.0, 2.0)
  a[3] = 2.0f;
  const wp::vec4 product = wp::vec4(a[3], a[2], a[1], a[0]) * 2.0f;  // 40: a[::-1] *= 2.0
  a[3] = product[0];
  a[2] = product[1];
  a[1] = product[2];
  a[0] = product[3];
  const int sum = n + 1;  // 41: v[n][1:3] -= v[n + 1][:2]
  const wp::vec2 difference = wp::vec2(v[n][1], v[n][2]) - wp::vec2(v[sum][0], v[sum][1]);
  v[n][1] = difference[0];
  v[n][2] = difference[1];
  wp::mat33 c = m[0];  // 42: c = m[0]
  c[0][1] = a[0];      // 43: c[:, 1] = a[:3]
  c[1][1] = a[1];
  c[2][1] = a[2];
  m[0] = c;              // 44: m[0] = c
  m[1][0][1] = c[1][0];  // 45: m[1][0:2, 1:] = c[1:, :2]
  m[1][0][2] = c[1][1];
  m[1][1][1] = c[2][0];
  m[1][1][2] = c[2][1];
}

struct wp_args_slices_6f14783e {
  wp::array_t<wp::vec4> v;
  wp::array_t<wp::mat33> m;
  int n;
};

extern "C" void slices_6f14783e_cpu_forward(wp::launch_bounds_t dim, wp_args_slices_6f14783e *args) {
  wp::launch<1, slices>(dim, args->v, args->m, args->n);
}
