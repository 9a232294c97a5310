// backward.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"
#include "kt-runtime/gradient.h"
#include "kt-runtime/kept.h"

static inline __device__ float weight(float distance, float reach) {
  if (distance > reach) {  // 14: if distance > reach:
    return 0.0f;  // 15: return 0.0
  }
  return wp::exp(-distance / reach);  // 16: return wp.exp(-distance / reach)
}

static inline __device__ void density(
    const wp::thread_t &thread,
    const wp::array_t<wp::vec3> &points,
    const wp::array_t<float> &sums,
    float reach) {
  const int i = thread.x;                      // 21: i = wp.tid()
  float total = 0.0f;                          // 22: total = float(0.0)
  for (int j = 0; j < points.shape[0]; ++j) {  // 23: for j in range(points.shape[0]):
    total += weight(wp::length(points[i] - points[j]), reach);  // 24: total += weight(wp.length(points[i] - points[j]), reach)
  }
  sums[i] = total * total;  // 25: sums[i] = total * total
}

extern "C" __global__ void density_fcdd57e0_cuda_kernel_forward(
    wp::launch_bounds_t dim,
    wp::array_t<wp::vec3> points,
    wp::array_t<float> sums,
    float reach) {
  for (wp::size_t task = wp::grid_start(); task < dim.size; task += wp::grid_stride()) {
    density(wp::thread_at<1>(dim, task), points, sums, reach);
  }
}

static inline __device__ void adj_density(
    const wp::thread_t &thread,
    const wp::array_t<wp::vec3> &points,
    const wp::array_t<float> &sums,
    float reach,
    const wp::array_t<wp::vec3> &adj_points,
    const wp::array_t<float> &adj_sums,
    [[maybe_unused]] float adj_reach) {
  const wp::array_t<wp::vec3> grad_points = wp::gradient_of(points, adj_points);  // 20: def density(points: wp.array(dtype=wp.vec3), sums: wp.array(dtype=float), reach: float):
  const wp::array_t<float> grad_sums = wp::gradient_of(sums, adj_sums);
  const int i = thread.x;                      // 21: i = wp.tid()
  float total = 0.0f;                          // 22: total = float(0.0)
  for (int j = 0; j < points.shape[0]; ++j) {  // 23: for j in range(points.shape[0]):
    const float total_value = total;  // 24: total += weight(wp.length(points[i] - points[j]), reach)
    const float length_value = wp::length(points[i] - points[j]);
    float result = 0.0f;         // 13: def weight(distance: float, reach: float):
    if (length_value > reach) {  // 14: if distance > reach:
      result = 0.0f;  // 15: return 0.0
    } else {
      result = wp::exp(-length_value / reach);  // 16: return wp.exp(-distance / reach)
    }
    total = total_value + result;  // 24: total += weight(wp.length(points[i] - points[j]), reach)
  }
  const float gradient = wp::gradient_take(grad_sums, i);  // 25: sums[i] = total * total
  const float adj_total = gradient * total + gradient * total;
  for (int j = -1 + wp::range_count(0, points.shape[0], 1); j > -1; --j) {  // 23: for j in range(points.shape[0]):
    const wp::vec3 difference = points[i] - points[j];  // 24: total += weight(wp.length(points[i] - points[j]), reach)
    const float length_value = wp::length(difference);
    const bool condition = length_value > reach;  // 14: if distance > reach:
    float value = 0.0f;                           // 16: return wp.exp(-distance / reach)
    if (!condition) {                             // 14: if distance > reach:
      value = wp::exp(-length_value / reach);  // 16: return wp.exp(-distance / reach)
    }
    float adj_value = 0.0f;
    if (!condition) {  // 14: if distance > reach:
      adj_value = -(adj_total * value / reach);  // 16: return wp.exp(-distance / reach)
    }
    const wp::vec3 product = wp::normalize(difference) * adj_value;  // 24: total += weight(wp.length(points[i] - points[j]), reach)
    wp::gradient_add(grad_points, j, -product);
    wp::gradient_add(grad_points, i, product);
  }
}

extern "C" __global__ void density_fcdd57e0_cuda_kernel_backward(
    wp::launch_bounds_t dim,
    wp::array_t<wp::vec3> points,
    wp::array_t<float> sums,
    float reach,
    wp::array_t<wp::vec3> adj_points,
    wp::array_t<float> adj_sums,
    float adj_reach) {
  for (wp::size_t task = wp::grid_start(); task < dim.size; task += wp::grid_stride()) {
    adj_density(wp::thread_at<1>(dim, task), points, sums, reach, adj_points, adj_sums, adj_reach);
  }
}

static inline __device__ void compound(
    const wp::thread_t &thread,
    const wp::array_t<float> &x,
    const wp::array_t<float> &y,
    int rounds) {
  const int i = thread.x;             // 30: i = wp.tid()
  float value = x[i];                 // 31: value = x[i]
  for (int k = 0; k < rounds; ++k) {  // 32: for k in range(rounds):
    value = value * value - 0.5f;  // 33: value = value * value - 0.5
    if (value > 2.0f) {            // 34: if value > 2.0:
      break;  // 35: break
    }
  }
  y[i] = value;  // 36: y[i] = value
}

extern "C" __global__ void compound_a4e407af_cuda_kernel_forward(
    wp::launch_bounds_t dim,
    wp::array_t<float> x,
    wp::array_t<float> y,
    int rounds) {
  for (wp::size_t task = wp::grid_start(); task < dim.size; task += wp::grid_stride()) {
    compound(wp::thread_at<1>(dim, task), x, y, rounds);
  }
}

static inline __device__ void adj_compound(
    const wp::thread_t &thread,
    const wp::array_t<float> &x,
    const wp::array_t<float> &y,
    int rounds,
    const wp::array_t<float> &adj_x,
    const wp::array_t<float> &adj_y,
    [[maybe_unused]] int adj_rounds) {
  const wp::array_t<float> grad_x = wp::gradient_of(x, adj_x);  // 29: def compound(x: wp.array(dtype=float), y: wp.array(dtype=float), rounds: int):
  const wp::array_t<float> grad_y = wp::gradient_of(y, adj_y);
  const int i = thread.x;  // 30: i = wp.tid()
  float value = x[i];      // 31: value = x[i]
  bool stopped = false;    // 32: for k in range(rounds):
  int k = 0;
  int rounds_1 = 0;
  wp::kept<16, 16> kept;
  wp::fixedarray_t<float, 16> value_ring;
  wp::fixedarray_t<float, 16> value_kept;
  wp::kept_unknown(kept);
  while (!stopped && k < rounds) {
    const int rounds_value = rounds_1;
    if (wp::kept_due(kept, rounds_value)) {
      const int slot = wp::kept_take(kept, rounds_value);
      value_kept[slot] = value;
    }
    value_ring[rounds_value & 15] = value;
    value = value * value - 0.5f;  // 33: value = value * value - 0.5
    if (value > 2.0f) {            // 34: if value > 2.0:
      stopped = true;  // 35: break
    }
    k += 1;  // 32: for k in range(rounds):
    rounds_1 += 1;
  }
  wp::kept_done(kept, rounds_1);
  float adj_value = wp::gradient_take(grad_y, i);        // 36: y[i] = value
  for (int round = rounds_1 - 1; round > -1; --round) {  // 32: for k in range(rounds):
    if (wp::kept_lost(kept, round)) {
      const int from = wp::kept_rewind(kept, round);
      const int slot = wp::kept_slot(kept);
      value = value_kept[slot];
      for (int earlier = from; earlier < round + 1; ++earlier) {
        if (wp::kept_due(kept, earlier)) {
          const int slot_1 = wp::kept_take(kept, earlier);
          value_kept[slot_1] = value;
        }
        value_ring[earlier & 15] = value;
        value = value * value - 0.5f;  // 33: value = value * value - 0.5
      }
    }
    value = value_ring[round & 15];           // 32: for k in range(rounds):
    const float adj_value_value = adj_value;  // 33: value = value * value - 0.5
    adj_value = adj_value_value * value + adj_value_value * value;
  }
  wp::gradient_add(grad_x, i, adj_value);  // 31: value = x[i]
}

extern "C" __global__ void compound_a4e407af_cuda_kernel_backward(
    wp::launch_bounds_t dim,
    wp::array_t<float> x,
    wp::array_t<float> y,
    int rounds,
    wp::array_t<float> adj_x,
    wp::array_t<float> adj_y,
    int adj_rounds) {
  for (wp::size_t task = wp::grid_start(); task < dim.size; task += wp::grid_stride()) {
    adj_compound(wp::thread_at<1>(dim, task), x, y, rounds, adj_x, adj_y, adj_rounds);
  }
}

static inline __device__ void forward_only(const wp::thread_t &thread, const wp::array_t<float> &x) {
  const int i = thread.x;  // 41: i = wp.tid()
  x[i] = x[i] * x[i];      // 42: x[i] = x[i] * x[i]
}

extern "C" __global__ void forward_only_a4c9d34f_cuda_kernel_forward(wp::launch_bounds_t dim, wp::array_t<float> x) {
  for (wp::size_t task = wp::grid_start(); task < dim.size; task += wp::grid_stride()) {
    forward_only(wp::thread_at<1>(dim, task), x);
  }
}
