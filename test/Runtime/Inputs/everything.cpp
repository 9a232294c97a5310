// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A unit for the CPU that uses the whole runtime.

#include "kt-runtime/adjoint.h"
#include "kt-runtime/decompose.h"
#include "kt-runtime/dense.h"
#include "kt-runtime/geometry.h"
#include "kt-runtime/gradient.h"
#include "kt-runtime/kept.h"
#include "kt-runtime/kernel.h"
#include "kt-runtime/noise.h"
#include "kt-runtime/random.h"

#define DEVICE

#include "arrays.h"
#include "everything.h"

extern "C" void everything_cpu_forward(wp::launch_bounds_t dim, const Arrays *args) {
  for (wp::size_t task = 0; task < dim.size; ++task)
    if (wp::thread_at(dim, task).x >= wp::thread_at<4>(dim, task).w)
      useAll(*args);
  if (dim.ndim == 1)
    useSome(*args);
}
