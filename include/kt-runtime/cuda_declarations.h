// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the runtime uses of CUDA, for Clang's CUDA mode without an SDK: just enough to check a unit's syntax and types,
// and, with NVIDIA's libdevice linked in, to make PTX. Never seen beside the SDK's own headers.

#ifndef KT_RUNTIME_CUDA_DECLARATIONS_H
#define KT_RUNTIME_CUDA_DECLARATIONS_H

#define __host__ __attribute__((host))
#define __device__ __attribute__((device))
#define __global__ __attribute__((global))
#define __shared__ __attribute__((shared))
#define __constant__ __attribute__((constant))

struct dim3 {
  unsigned x, y, z;
};

// Only ever read as a member, which is a special register.

#define KT_REGISTER(name, reg)                                                                                         \
  struct kt_##name##_t {                                                                                               \
    __declspec(property(get = read_x)) unsigned x;                                                                     \
    static __device__ unsigned read_x() { return reg(); }                                                              \
  };                                                                                                                   \
  extern const __device__ kt_##name##_t name;

KT_REGISTER(threadIdx, __nvvm_read_ptx_sreg_tid_x)
KT_REGISTER(blockIdx, __nvvm_read_ptx_sreg_ctaid_x)
KT_REGISTER(blockDim, __nvvm_read_ptx_sreg_ntid_x)
KT_REGISTER(gridDim, __nvvm_read_ptx_sreg_nctaid_x)

#undef KT_REGISTER

// What the host's half of a kernel is made of.

struct CUstream_st;
enum cudaError_t { cudaSuccess = 0 };
extern "C" cudaError_t cudaLaunchKernel(const void *function, dim3 grid, dim3 block, void **args,
                                        decltype(sizeof(0)) shared, CUstream_st *stream);

extern "C" __host__ __device__ int printf(const char *, ...);

// Atomics.

#define KT_CAS(type)                                                                                                   \
  __device__ inline type atomicCAS(type *at, type expected, type value) {                                              \
    __atomic_compare_exchange_n(at, &expected, value, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED);                      \
    return expected;                                                                                                   \
  }
#define KT_FETCH(name, builtin, type)                                                                                  \
  __device__ inline type name(type *at, type value) { return builtin(at, value, __ATOMIC_RELAXED); }

KT_CAS(unsigned int)
KT_CAS(unsigned long long)
KT_FETCH(atomicAdd, __atomic_fetch_add, unsigned int)
KT_FETCH(atomicAdd, __atomic_fetch_add, unsigned long long)
KT_FETCH(atomicAdd, __atomic_fetch_add, float)
KT_FETCH(atomicAdd, __atomic_fetch_add, double)
KT_FETCH(atomicMin, __atomic_fetch_min, int)
KT_FETCH(atomicMin, __atomic_fetch_min, unsigned int)
KT_FETCH(atomicMin, __atomic_fetch_min, long long)
KT_FETCH(atomicMin, __atomic_fetch_min, unsigned long long)
KT_FETCH(atomicMax, __atomic_fetch_max, int)
KT_FETCH(atomicMax, __atomic_fetch_max, unsigned int)
KT_FETCH(atomicMax, __atomic_fetch_max, long long)
KT_FETCH(atomicMax, __atomic_fetch_max, unsigned long long)

#undef KT_FETCH
#undef KT_CAS

// libdevice.

#define KT_LIBDEVICE_1(name)                                                                                           \
  extern "C" __device__ float __nv_##name##f(float);                                                                   \
  extern "C" __device__ double __nv_##name(double);
#define KT_LIBDEVICE_2(name)                                                                                           \
  extern "C" __device__ float __nv_##name##f(float, float);                                                            \
  extern "C" __device__ double __nv_##name(double, double);

KT_LIBDEVICE_1(sin)
KT_LIBDEVICE_1(cos)
KT_LIBDEVICE_1(tan)
KT_LIBDEVICE_1(asin)
KT_LIBDEVICE_1(acos)
KT_LIBDEVICE_1(atan)
KT_LIBDEVICE_1(sinh)
KT_LIBDEVICE_1(cosh)
KT_LIBDEVICE_1(tanh)
KT_LIBDEVICE_1(exp)
KT_LIBDEVICE_1(log)
KT_LIBDEVICE_1(log2)
KT_LIBDEVICE_1(log10)
KT_LIBDEVICE_1(sqrt)
KT_LIBDEVICE_1(cbrt)
KT_LIBDEVICE_1(erf)
KT_LIBDEVICE_1(erfc)
KT_LIBDEVICE_1(erfinv)
KT_LIBDEVICE_1(erfcinv)
KT_LIBDEVICE_1(round)
KT_LIBDEVICE_1(rint)
KT_LIBDEVICE_1(trunc)
KT_LIBDEVICE_1(floor)
KT_LIBDEVICE_1(ceil)
KT_LIBDEVICE_1(fabs)
KT_LIBDEVICE_2(pow)
KT_LIBDEVICE_2(atan2)
KT_LIBDEVICE_2(fmod)

#undef KT_LIBDEVICE_2
#undef KT_LIBDEVICE_1

#endif
