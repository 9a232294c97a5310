// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles a CUDA unit as plain C++ and runs its kernels on the CPU, one thread of the grid after the other. Included
// before anything else. There is no barrier and no shared memory: a kernel whose threads wait for each other can't be
// run.

#ifndef KT_UTILS_EMULATION_GRID_EMULATION_H
#define KT_UTILS_EMULATION_GRID_EMULATION_H

#define KT_GRID_EMULATION 1
#define __host__
#define __device__
#define __global__

struct kt_grid_index {
  unsigned x, y, z;
};

static thread_local kt_grid_index threadIdx, blockIdx, blockDim, gridDim;

template <int... Positions>
struct kt_positions {};
template <int N, int... Positions>
struct kt_positions_to : kt_positions_to<N - 1, N - 1, Positions...> {};
template <int... Positions>
struct kt_positions_to<0, Positions...> {
  using type = kt_positions<Positions...>;
};

template <class... Params, int... Positions>
void kt_run_grid(void (*kernel)(Params...), unsigned blocks, unsigned threads, void **args,
                 kt_positions<Positions...>) {
  gridDim = {blocks, 1, 1};
  blockDim = {threads, 1, 1};
  for (unsigned block = 0; block < blocks; ++block)
    for (unsigned thread = 0; thread < threads; ++thread) {
      blockIdx = {block, 0, 0};
      threadIdx = {thread, 0, 0};
      kernel(*static_cast<Params *>(args[Positions])...);
    }
}

/// Runs a kernel on a grid of one dimension. `args` points at each argument, as for cuLaunchKernel.
template <class... Params>
void kt_run_grid(void (*kernel)(Params...), unsigned blocks, unsigned threads, void **args) {
  kt_run_grid(kernel, blocks, threads, args, typename kt_positions_to<int(sizeof...(Params))>::type());
}

/// Defines `<kernel>_grid(blocks, threads, args)` with C linkage, which runs the kernel so.
#define KT_EMULATE(kernel)                                                                                             \
  extern "C" void kernel##_grid(unsigned blocks, unsigned threads, void **args) {                                      \
    kt_run_grid(kernel, blocks, threads, args);                                                                        \
  }

#endif
