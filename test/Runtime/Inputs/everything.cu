// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A unit for CUDA that uses the whole runtime, with all types or, if asked, with some.

#include "kt-runtime/kernel.h"
#include "kt-runtime/adjoint.h"
#include "kt-runtime/decompose.h"
#include "kt-runtime/dense.h"
#include "kt-runtime/geometry.h"
#include "kt-runtime/gradient.h"
#include "kt-runtime/kept.h"
#include "kt-runtime/noise.h"
#include "kt-runtime/random.h"

#define DEVICE __device__ __attribute__((noinline))

#include "arrays.h"
#include "everything.h"

extern "C" __global__ void everything_cuda_kernel_forward(wp::launch_bounds_t dim, const Arrays *args) {
  for (wp::size_t task = wp::grid_start(); task < dim.size; task += wp::grid_stride())
    if (wp::thread_at(dim, task).x >= wp::thread_at<4>(dim, task).w)
#ifdef SOME
      useSome(*args);
#else
      useAll(*args);
#endif
}
