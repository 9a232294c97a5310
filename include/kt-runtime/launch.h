// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which thread of a launch a body runs for, and the loop over all threads on the CPU. A launch is a grid of up to four
// dimensions, the last of which runs fastest.

#ifndef KT_RUNTIME_LAUNCH_H
#define KT_RUNTIME_LAUNCH_H

#include "kt-runtime/array.h"

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
  at[0] = int(task);
#ifdef __CUDA_ARCH__
  // Nothing else tells the compiler, which drops the wrap of an index then that is a coordinate.
  for (int i = 0; i < Rank; ++i)
    __builtin_assume(at[i] >= 0);
#endif
  return {at[0], at[1], at[2], at[3]};
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

// A launch on the CPU is one thread that runs all bodies in order. A compiler makes vector instructions of that loop if
// it sees that neighbouring threads use neighbouring elements and go the same way through the body. What tells it so is
// nearly always true, but known at run time only. So it is asked once, and the body is compiled once for the usual case
// and once for all else.

#ifndef KT_CUDA

/// An argument that is an array with so many dimensions. `IsOnGrid` if the body compares its extents with coordinates
/// of the thread, as those do that treat the edge of a grid in a way of its own.
template <class T, int Rank, bool IsOnGrid>
struct array_arg {
  array_t<T> array;
};

template <int Rank, class T>
array_arg<T, Rank, false> of_rank(const array_t<T> &array) {
  return {array};
}
template <int Rank, class T>
array_arg<T, Rank, true> on_grid(const array_t<T> &array) {
  return {array};
}

/// An argument that the body compares with its last coordinate.
template <int Rank>
struct extent_arg {
  int extent;
};

template <int Rank>
extent_arg<Rank> on_grid(int extent) {
  return {extent};
}

/// One that nothing is said about has one dimension; other arguments are what they are.
template <class T>
array_arg<T, 1, false> argument(const array_t<T> &array) {
  return {array};
}
template <class T>
const T &argument(const T &value) {
  return value;
}

/// The argument as the body takes it.
template <class T, int Rank, bool IsOnGrid>
const array_t<T> &plain(const array_arg<T, Rank, IsOnGrid> &arg) {
  return arg.array;
}
template <int Rank>
int plain(extent_arg<Rank> arg) {
  return arg.extent;
}
template <class T>
const T &plain(const T &value) {
  return value;
}

/// Has the array elements, and do those of a row lie side by side? Its extents are positive then, which makes clamped
/// indices non-negative.
template <class T, int Rank, bool IsOnGrid>
KT_INLINE bool is_packed(const array_arg<T, Rank, IsOnGrid> &arg) {
  const int *extent = arg.array.shape.dims;
  return arg.array.strides[Rank - 1] == int(sizeof(T)) && extent[0] > 0 && (Rank < 2 || extent[1] > 0) &&
         (Rank < 3 || extent[2] > 0) && (Rank < 4 || extent[3] > 0);
}
template <class T>
bool is_packed(const T &) {
  return true;
}

/// A packed argument as the body takes it, with a stride that the compiler knows.
template <class T, int Rank, bool IsOnGrid>
array_t<T> packed(array_arg<T, Rank, IsOnGrid> arg) {
  arg.array.strides[Rank - 1] = int(sizeof(T));
  return arg.array;
}
template <class T>
decltype(auto) packed(const T &arg) {
  return plain(arg);
}

/// Has what is compared with the grid the extents of the launch?
template <class T, int Rank>
bool fits(const array_arg<T, Rank, true> &arg, const launch_bounds_t &dim) {
  for (int i = 0; i < Rank; ++i)
    if (arg.array.shape.dims[i] != dim.shape[i])
      return false;
  return true;
}
template <int Rank>
bool fits(extent_arg<Rank> arg, const launch_bounds_t &dim) {
  return arg.extent == dim.shape[Rank - 1];
}
template <class T>
bool fits(const T &, const launch_bounds_t &) {
  return true;
}

/// A packed argument that fits, with extents that the compiler knows to be the launch's.
template <class T, int Rank>
KT_INLINE array_t<T> fitted(array_arg<T, Rank, true> arg, const launch_bounds_t &dim) {
  arg.array.shape = {
      {dim.shape[0], Rank > 1 ? dim.shape[1] : 0, Rank > 2 ? dim.shape[2] : 0, Rank > 3 ? dim.shape[3] : 0}};
  return packed(arg);
}
template <int Rank>
KT_INLINE int fitted(extent_arg<Rank>, const launch_bounds_t &dim) {
  return dim.shape[Rank - 1];
}
template <class T>
decltype(auto) fitted(const T &arg, const launch_bounds_t &) {
  return packed(arg);
}

template <class T>
constexpr bool is_on_grid = false;
template <class T, int Rank>
constexpr bool is_on_grid<array_arg<T, Rank, true>> = true;
template <int Rank>
constexpr bool is_on_grid<extent_arg<Rank>> = true;

/// Thread number `last` of a row, which runs along the last dimension that the body asks for.
template <int Rank>
KT_INLINE thread_t thread_in_row(int x, int y, int z, int last) {
  if constexpr (Rank == 1)
    return {last, 0, 0, 0};
  else if constexpr (Rank == 2)
    return {x, last, 0, 0};
  else if constexpr (Rank == 3)
    return {x, y, last, 0};
  else
    return {x, y, z, last};
}

/// Row by row. With `SplitsEdges`, the first and the last thread of a row stand apart, so that the loop between them is
/// free of what only they do.
template <int Rank, auto Body, bool SplitsEdges, class... Args>
KT_INLINE void run_rows(const launch_bounds_t &dim, const Args... args) {
  const int nx = Rank > 1 ? dim.shape[0] : 1, ny = Rank > 2 ? dim.shape[1] : 1, nz = Rank > 3 ? dim.shape[2] : 1;
  const int n = dim.shape[Rank - 1];
  for (int x = 0; x < nx; ++x)
    for (int y = 0; y < ny; ++y)
      for (int z = 0; z < nz; ++z) {
        if constexpr (!SplitsEdges) {
          for (int i = 0; i < n; ++i)
            KT_INLINE_CALL Body(thread_in_row<Rank>(x, y, z, i), args...);
        } else if (n > 0) {
          KT_INLINE_CALL Body(thread_in_row<Rank>(x, y, z, 0), args...);
          for (int i = 1; i < n - 1; ++i)
            KT_INLINE_CALL Body(thread_in_row<Rank>(x, y, z, i), args...);
          if (n > 1)
            KT_INLINE_CALL Body(thread_in_row<Rank>(x, y, z, n - 1), args...);
        }
      }
}

template <int Rank, auto Body, class... Args>
KT_INLINE void run_tasks(const launch_bounds_t &dim, const Args... args) {
  for (size_t task = 0; task < dim.size; ++task)
    Body(thread_at<Rank>(dim, task), args...);
}

template <int Rank, auto Body, class... Args>
KT_INLINE void launch_with(const launch_bounds_t &dim, const Args &...args) {
  if (dim.ndim > Rank || !(is_packed(args) && ...))
    return run_tasks<Rank, Body>(dim, plain(args)...);
  if constexpr ((is_on_grid<Args> || ...))
    if ((fits(args, dim) && ...))
      return run_rows<Rank, Body, true>(dim, fitted(args, dim)...);
  run_rows<Rank, Body, false>(dim, packed(args)...);
}

/// Runs `Body`, which asks for Rank coordinates, for all threads.
template <int Rank, auto Body, class... Args>
KT_INLINE void launch(const launch_bounds_t &dim, const Args &...args) {
#ifdef KT_SYNTAX_ONLY
  // For a check of many units, which the loops would cost more than the units do: all that can be wrong is this call.
  Body(thread_at<Rank>(dim, 0), plain(args)...);
#else
  launch_with<Rank, Body>(dim, argument(args)...);
#endif
}

#endif

} // namespace wp

#endif
