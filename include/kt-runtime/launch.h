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

/// Part of the binary interface. `size` is the product of the dimensions in use.
struct launch_bounds_t {
  int shape[4];
  int ndim;
  size_t size;
};

/// What wp.tid() gives.
struct thread_t {
  int x, y, z, w;
};

/// Thread number `task` of the launch, for a kernel that asks for Rank coordinates. As the leading coordinate is never
/// wrapped, a launch of more dimensions than the kernel asks for runs every one of its threads.
template <int Rank>
KT_HOST_DEVICE inline thread_t thread_at(const launch_bounds_t &dim, size_t task) {
  thread_t thread = {0, 0, 0, 0};
  if constexpr (Rank > 3) {
    thread.w = int(task % size_t(dim.shape[3]));
    task /= size_t(dim.shape[3]);
  }
  if constexpr (Rank > 2) {
    thread.z = int(task % size_t(dim.shape[2]));
    task /= size_t(dim.shape[2]);
  }
  if constexpr (Rank > 1) {
    thread.y = int(task % size_t(dim.shape[1]));
    task /= size_t(dim.shape[1]);
  }
  thread.x = int(task);
  return thread;
}

/// The same for a kernel that takes what the launch has.
KT_HOST_DEVICE inline thread_t thread_at(const launch_bounds_t &dim, size_t task) {
  switch (dim.ndim) {
  case 4: return thread_at<4>(dim, task);
  case 3: return thread_at<3>(dim, task);
  case 2: return thread_at<2>(dim, task);
  default: return thread_at<1>(dim, task);
  }
}

// A CUDA launch has any number of threads: each does every stride-th task.

#if defined(KT_CUDA) || defined(KT_GRID_EMULATION)

KT_DEVICE inline size_t grid_start() { return size_t(blockIdx.x) * blockDim.x + threadIdx.x; }
KT_DEVICE inline size_t grid_stride() { return size_t(gridDim.x) * blockDim.x; }

#endif

} // namespace wp

#endif
