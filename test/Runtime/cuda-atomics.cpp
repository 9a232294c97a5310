// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The atomics of CUDA where the hardware has only compare-and-swap: run on the CPU, with another thread played by
// atomicCAS, which changes the word just before every second swap. Unlike the hardware's it is seen by the optimizer,
// which has to be told that a word may hold values of other types.

// RUN: %clangxx -std=c++17 -O1 -fno-strict-aliasing -Wall -Wextra -Werror %runtime %s -o %t
// RUN: %t

#include <cmath>
#include <cstdio>

// What a CUDA compiler brings with it.
#define __host__
#define __device__
struct Register {
  unsigned x;
};
static const Register threadIdx = {0}, blockIdx = {0}, blockDim = {1}, gridDim = {1};
static double erfinv(double x) { return x; }
static double erfcinv(double x) { return x; }
static float erfinvf(float x) { return x; }
static float erfcinvf(float x) { return x; }

static int meddlings = 0;
static unsigned meddlingStep = 0;

/// The other thread adds `meddlingStep` to the word.
template <class Word>
static Word atomicCAS(Word *at, Word expected, Word value) {
  static int calls = 0;
  if (++calls % 2 == 0) {
    *at += Word(meddlingStep);
    ++meddlings;
  }
  const Word old = *at;
  if (old == expected)
    *at = value;
  return old;
}

template <class T>
static T atomicAdd(T *at, T value) {
  const T old = *at;
  *at = T(old + value);
  return old;
}
template <class T>
static T atomicMin(T *at, T value) {
  const T old = *at;
  *at = value < old ? value : old;
  return old;
}
template <class T>
static T atomicMax(T *at, T value) {
  const T old = *at;
  *at = value > old ? value : old;
  return old;
}

#define __CUDACC__
#define __CLANG_CUDA_RUNTIME_WRAPPER_H__
#include "Inputs/expect.h"

/// Adds to each of the numbers in one word, while the other thread adds to the first of them.
template <class T, int N>
static void checkSharedWord() {
  alignas(8) T data[N] = {};
  wp::array_t<T> a = {data, nullptr, {{N}}, {sizeof(T)}, 1};
  meddlings = 0;
  meddlingStep = 1;
  int sum = 0;
  for (int i = 0; i < 24; ++i) {
    wp::atomic_add(a, i % N, T(1));
    sum += i % N == 0;
  }
  EXPECT(data[0] == T(sum + meddlings) && meddlings > 0);
  for (int i = 1; i < N; ++i)
    EXPECT(data[i] == T(24 / N));
}

/// The old values that are returned belong to one order of all steps.
static void checkFloats() {
  float data[] = {100, 0};
  wp::array_t<float> a = {data, nullptr, {{2}}, {4}, 1};
  meddlingStep = 0;
  EXPECT(wp::atomic_min(a, 0, 7.0f) == 100 && wp::atomic_min(a, 0, 9.0f) == 7 && data[0] == 7);
  EXPECT(wp::atomic_max(a, 1, -3.0f) == 0 && wp::atomic_max(a, 1, 2.5f) == 0 && data[1] == 2.5f);
  EXPECT(wp::atomic_add(a, 1, 1.0f) == 2.5f && wp::atomic_sub(a, 1, 3.0f) == 3.5f && data[1] == 0.5f);
  EXPECT(wp::atomic_exch(a, 1, 8.0f) == 0.5f && wp::atomic_cas(a, 1, 8.0f, 9.0f) == 8 && data[1] == 9);
  EXPECT(wp::atomic_cas(a, 1, 8.0f, 10.0f) == 9 && data[1] == 9);
}

static void checkIntegers() {
  wp::int64 data[] = {5, -5};
  wp::array_t<wp::int64> a = {data, nullptr, {{2}}, {8}, 1};
  EXPECT(wp::atomic_sub(a, 0, 7LL) == 5 && data[0] == -2 && wp::atomic_max(a, 1, -1LL) == -5 && data[1] == -1);
  EXPECT(wp::atomic_xor(a, 1, 1LL) == -1 && data[1] == -2 && wp::atomic_and(a, 1, 15LL) == -2 && data[1] == 14);
  EXPECT(wp::atomic_or(a, 1, 1LL) == 14 && data[1] == 15 && wp::grid_start() == 0 && wp::grid_stride() == 1);
}

static void checkHalves() {
  wp::half data[] = {wp::half(1), wp::half(2)};
  wp::array_t<wp::half> a = {data, nullptr, {{2}}, {2}, 1};
  EXPECT(wp::atomic_add(a, 1, wp::half(0.5f)) == wp::half(2) && data[1] == wp::half(2.5f) && data[0] == wp::half(1));
  EXPECT(wp::atomic_min(a, 0, wp::half(-1)) == wp::half(1) && data[0] == wp::half(-1) && data[1] == wp::half(2.5f));
}

int main() {
  checkSharedWord<wp::uint8, 4>();
  checkSharedWord<wp::int16, 2>();
  checkFloats();
  checkIntegers();
  checkHalves();
  EXPECT(wp::erfinv(threadIdx.x + blockIdx.x + 0.5) + wp::erfcinv(0.5) == 1 && erfinvf(0) == erfcinvf(0));
  return report();
}
