// grids.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"

static inline __device__ void inside(
    const wp::thread_t &thread,
    const wp::array_t<float> &a,
    const wp::array_t<float> &b,
    const wp::array_t<int> &mask) {
  const int i = thread.x;  // 15: i, j = wp.tid()
  const int j = thread.y;
  if (i > 0 && j > 0 && i < a.shape[0] - 1 && j < a.shape[1] - 1 && mask[j] > 0) {  // 16: if i > 0 and j > 0 and i < a.shape[0] - 1 and j < a.shape[1] - 1 and mask[j] > 0:
    b(i, j) = a(i, j + 1);  // 17: b[i, j] = a[i, j + 1]
  }
}

extern "C" __global__ void inside_c2d353d1_cuda_kernel_forward(
    wp::launch_bounds_t dim,
    wp::array_t<float> a,
    wp::array_t<float> b,
    wp::array_t<int> mask) {
  for (wp::size_t task = wp::grid_start(); task < dim.size; task += wp::grid_stride()) {
    inside(wp::thread_at<2>(dim, task), a, b, mask);
  }
}

static inline __device__ void guarded(
    const wp::thread_t &thread,
    const wp::array_t<float> &a,
    const wp::array_t<float> &b,
    int n,
    int shift) {
  const int i = thread.x;  // 22: i = wp.tid()
  const int last = n - 1;  // 23: last = n - 1
  if (i >= n) {            // 24: if i >= n:
    return;  // 25: return
  }
  b[i] = a[wp::min(i + 1, last)] + a[wp::max(i - 1, 0)] * float(shift);  // 26: b[i] = a[wp.min(i + 1, last)] + a[wp.max(i - 1, 0)] * float(shift)
}

extern "C" __global__ void guarded_c85271e1_cuda_kernel_forward(
    wp::launch_bounds_t dim,
    wp::array_t<float> a,
    wp::array_t<float> b,
    int n,
    int shift) {
  for (wp::size_t task = wp::grid_start(); task < dim.size; task += wp::grid_stride()) {
    guarded(wp::thread_at<1>(dim, task), a, b, n, shift);
  }
}

static inline __device__ void rows(
    const wp::thread_t &thread,
    const wp::array_t<float> &a,
    const wp::array_t<float> &sums,
    int height) {
  const int i = thread.x;  // 31: i, j = wp.tid()
  const int j = thread.y;
  if (i < height && i < a.shape[0]) {  // 32: if i < height and i < a.shape[0]:  # the first of two coordinates
    for (int k = 0; k < a.shape[1]; ++k) {  // 33: for k in range(a.shape[1]):
      if (k != j) {  // 34: if k != j:
        wp::atomic_add(sums, i, a(i, k));  // 35: sums[i] += a[i, k]
      }
    }
  }
}

extern "C" __global__ void rows_532319cc_cuda_kernel_forward(
    wp::launch_bounds_t dim,
    wp::array_t<float> a,
    wp::array_t<float> sums,
    int height) {
  for (wp::size_t task = wp::grid_start(); task < dim.size; task += wp::grid_stride()) {
    rows(wp::thread_at<2>(dim, task), a, sums, height);
  }
}

static inline __device__ void unasked([[maybe_unused]] const wp::thread_t &thread, const wp::array_t<int> &count) {
  wp::atomic_add(count, 0, 1);  // 40: count[0] += 1
}

extern "C" __global__ void unasked_19f197d2_cuda_kernel_forward(wp::launch_bounds_t dim, wp::array_t<int> count) {
  for (wp::size_t task = wp::grid_start(); task < dim.size; task += wp::grid_stride()) {
    unasked(wp::thread_at(dim, task), count);
  }
}
