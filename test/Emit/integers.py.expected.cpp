// integers.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"

static inline void digits(
    const wp::thread_t &thread,
    const wp::array_t<int> &x,
    const wp::array_t<wp::int8> &small,
    const wp::array_t<wp::uint16> &wide,
    int n) {
  const int i = thread.x;                               // 14: i = wp.tid()
  x[i] = i / 10 + i % 10;                               // 15: x[i] = i / 10 + i % 10
  x[i] = wp::div(i, n) + wp::mod(i, n);                 // 16: x[i] = i / n + i % n
  x[i] = (i << 3) | wp::rshift(i, n);                   // 17: x[i] = (i << 3) | (i >> n)
  x[i] /= 4;                                            // 18: x[i] //= 4
  x[i] = wp::mod(x[i], n);                              // 19: x[i] %= n
  const wp::int8 a = small[i];                          // 20: a = small[i]
  small[i] = wp::min(wp::int8(a + a), wp::int8(wp::int8(7) - a));  // 21: small[i] = wp.min(a + a, wp.int8(7) - a)
  small[i] += a;                                        // 22: small[i] += a
  const wp::uint16 b = wide[i];                         // 23: b = wide[i]
  wide[i] = wp::uint16(wp::uint32(b) * wp::uint32(b));  // 24: wide[i] = b * b
  x[i] = wp::to_int<int>(float(n) * 0.5f);              // 25: x[i] = int(float(n) * 0.5)
  x[i] = -2147483647 - 1;                               // 26: x[i] = -2147483648
}

struct wp_args_digits_ae098cd1 {
  wp::array_t<int> x;
  wp::array_t<wp::int8> small;
  wp::array_t<wp::uint16> wide;
  int n;
};

extern "C" void digits_ae098cd1_cpu_forward(wp::launch_bounds_t dim, wp_args_digits_ae098cd1 *args) {
  wp::launch<1, digits>(dim, args->x, args->small, args->wide, args->n);
}
