// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the environment is, and how it spells the few things that differ. Four of them: plain C++; CUDA whose compiler
// brings its own declarations (nvcc, NVRTC, Clang with an SDK); Clang's CUDA mode without an SDK, which brings none;
// and a CUDA unit compiled as plain C++ behind a grid emulation, which counts as plain C++ here.
//
//   KT_CUDA          set in the CUDA environments
//   KT_DEVICE        for functions of kernels only
//   KT_HOST_DEVICE   for functions that also make sense outside one
//   KT_LIBM(sinf)    the C library's function, without its header
//   KT_UNLIKELY(c)   c, which is seldom true: a CPU should jump then rather than compute both ways
//   KT_INLINE        for functions that have to be inlined before compilers look at what is in them
//   KT_INLINE_CALL   before a call, for the same of one call

#ifndef KT_RUNTIME_PLATFORM_H
#define KT_RUNTIME_PLATFORM_H

#if defined(__CUDACC__) || defined(__CUDA__)
#define KT_CUDA 1
#if defined(__clang__) && !defined(__CLANG_CUDA_RUNTIME_WRAPPER_H__)
#include "kt-runtime/cuda_declarations.h"
#define KT_LIBM(name) __nv_##name
#else
#define KT_LIBM(name) ::name
#endif
#define KT_UNLIKELY(condition) (condition)
#define KT_DEVICE __device__
#define KT_HOST_DEVICE __host__ __device__
#else
#define KT_LIBM(name) __builtin_##name
#define KT_UNLIKELY(condition) __builtin_expect(condition, 0)
#define KT_DEVICE
#define KT_HOST_DEVICE
extern "C" int printf(const char *, ...);
#endif

#if defined(__GNUC__) || defined(__clang__)
#define KT_INLINE __attribute__((always_inline)) inline
#else
#define KT_INLINE inline
#endif
#ifdef __clang__
#define KT_INLINE_CALL [[clang::always_inline]]
#else
#define KT_INLINE_CALL
#endif

#endif
