// order.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"

static inline void count(
    const wp::thread_t &thread,
    const wp::array_t<float> &x,
    const wp::array_t<int> &slots,
    const wp::array_t<int> &used) {
  const int i = thread.x;   // 14: i = wp.tid()
  const float a = x[i];     // 15: a = x[i]
  float b = 2.0f;           // 16: b = float(2.0)
  float c = 3.0f;           // 17: c = float(3.0)
  const float sum = b + a;  // 18: b, c = c, b + a
  b = c;
  c = sum;
  const float difference = b - wp::atomic_add(x, slots[i], c);  // 19: x[slots[i]] = b - wp.atomic_add(x, slots[i], c)
  x[slots[i]] = difference;
  const int atomic_add_value = wp::atomic_add(used, 0, 1);  // 20: slot = wp.atomic_add(used, 0, 1) + wp.atomic_add(used, 1, 1)
  const int slot = atomic_add_value + wp::atomic_add(used, 1, 1);
  slots[slot] = i;                   // 21: slots[slot] = i
  const int slots_value = slots[i];  // 22: x[slots[i]] %= c
  x[slots_value] = wp::mod(x[slots_value], c);
  x[slots[i]] *= b;         // 23: x[slots[i]] *= b
  wp::atomic_max(x, i, a);  // 24: wp.atomic_max(x, i, a)
}

struct wp_args_count_ced52b03 {
  wp::array_t<float> x;
  wp::array_t<int> slots;
  wp::array_t<int> used;
};

extern "C" void count_ced52b03_cpu_forward(wp::launch_bounds_t dim, wp_args_count_ced52b03 *args) {
  wp::launch<1, count>(dim, args->x, args->slots, args->used);
}
