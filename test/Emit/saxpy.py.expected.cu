// saxpy.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"

static inline __device__ void saxpy(
    const wp::thread_t &thread,
    const wp::array_t<float> &x,
    const wp::array_t<float> &y,
    float a) {
  const int i = thread.x;  // 14: i = wp.tid()
  y[i] = a * x[i] + y[i];  // 15: y[i] = a * x[i] + y[i]
}

extern "C" __global__ void saxpy_441e20e3_cuda_kernel_forward(
    wp::launch_bounds_t dim,
    wp::array_t<float> x,
    wp::array_t<float> y,
    float a) {
  for (wp::size_t task = wp::grid_start(); task < dim.size; task += wp::grid_stride()) {
    saxpy(wp::thread_at<1>(dim, task), x, y, a);
  }
}
