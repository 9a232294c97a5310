// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which thread of a launch a body runs for. A launch is a grid of up to four dimensions, the last of which runs
// fastest.

#ifndef KT_RUNTIME_LAUNCH_H
#define KT_RUNTIME_LAUNCH_H

#include "kt-runtime/platform.h"

namespace wp {

using size_t = decltype(sizeof(0));

/// Part of the binary interface. Dimensions that are not in use are 1; `size` is the product of all.
struct launch_bounds_t {
  int shape[4];
  int ndim;
  size_t size;
};

/// What wp.tid() gives.
struct thread_t {
  int x, y, z, w;
};

/// Thread number `task` of the launch, for a kernel that asks for its leading Rank coordinates.
template <int Rank>
KT_HOST_DEVICE thread_t thread_at(const launch_bounds_t &dim, size_t task) {
  // Seldom so, and the same for all threads: a loop over them tests it once.
  for (int i = Rank; i < dim.ndim; ++i)
    task /= size_t(dim.shape[i]);
  int at[4] = {};
  for (int i = Rank - 1; i > 0; --i) {
    at[i] = int(task % size_t(dim.shape[i]));
    task /= size_t(dim.shape[i]);
  }
  return {int(task), at[1], at[2], at[3]};
}

/// The same for a kernel that takes what the launch has.
KT_HOST_DEVICE inline thread_t thread_at(const launch_bounds_t &dim, size_t task) { return thread_at<4>(dim, task); }

KT_DEVICE inline int block_dim() {
#if defined(KT_CUDA) || defined(KT_GRID_EMULATION)
  return int(blockDim.x);
#else
  return 1;
#endif
}

// A CUDA launch has any number of threads: each does every stride-th task.

#if defined(KT_CUDA) || defined(KT_GRID_EMULATION)

KT_DEVICE inline size_t grid_start() { return size_t(blockIdx.x) * blockDim.x + threadIdx.x; }
KT_DEVICE inline size_t grid_stride() { return size_t(gridDim.x) * blockDim.x; }

#endif

} // namespace wp

#endif
