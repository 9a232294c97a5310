// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Arrays in memory of any layout, atomics on them, and the launch: the binary interface.

// RUN: %clangxx -std=c++17 -O1 -Wall -Wextra -Werror -fsanitize=undefined -fsanitize-trap=undefined %runtime %s -o %t
// RUN: %t

#include "Inputs/expect.h"
#include <cstddef>

using Floats = wp::array_t<float>;

static_assert(offsetof(Floats, data) == 0 && offsetof(Floats, grad) == 8 && offsetof(Floats, shape) == 16);
static_assert(offsetof(Floats, strides) == 32 && offsetof(Floats, ndim) == 48 && sizeof(Floats) == 56);
static_assert(__is_trivially_copyable(Floats) && sizeof(wp::shape_t) == 16);
static_assert(offsetof(wp::launch_bounds_t, ndim) == 16 && offsetof(wp::launch_bounds_t, size) == 24);
static_assert(sizeof(wp::launch_bounds_t) == 32 && sizeof(wp::thread_t) == 16);

template <class T>
static wp::array_t<T> arrayOn(T *data, int a, int b = 1, int c = 1, int d = 1) {
  const int size = sizeof(T);
  return {data, nullptr, {{a, b, c, d}}, {b * c * d * size, c * d * size, d * size, size}, 4};
}

static void checkAccess() {
  float data[2 * 3 * 4 * 5];
  for (int i = 0; i < 120; ++i)
    data[i] = float(i);
  const Floats a = arrayOn(data, 2, 3, 4, 5);
  EXPECT(a(1, 2, 3, 4) == 119 && a(-1, -1, -1, -1) == 119 && a(0, 1, -2, 0) == 30);
  EXPECT(a(1, 1, 1) == 85 && a(1, -2) == 80 && a[-1] == 60 && a.shape[1] == 3 && wp::len(a) == 2);
  a[1] = -1;
  a(0, 2) += 1;
  EXPECT(data[60] == -1 && data[40] == 41 && bool(a) && !bool(Floats()));
}

/// Every second element, backwards.
static void checkStrides() {
  int data[] = {0, 1, 2, 3, 4, 5, 6};
  const wp::array_t<int> a = {data + 6, nullptr, {{4, 0, 0, 0}}, {-8, 0, 0, 0}, 1};
  EXPECT(a[0] == 6 && a[1] == 4 && a[3] == 0 && a[-1] == 0);
}

template <class T>
static void checkAtomics() {
  T data[] = {T(5), T(6)};
  const auto a = arrayOn(data, 2);
  EXPECT(wp::atomic_add(a, 0, T(3)) == T(5) && data[0] == T(8));
  EXPECT(wp::atomic_sub(a, 0, 0, T(2)) == T(8) && data[0] == T(6));
  EXPECT(wp::atomic_min(a, 0, 0, 0, T(4)) == T(6) && data[0] == T(4) && wp::atomic_min(a, 0, T(9)) == T(4) &&
         data[0] == T(4));
  EXPECT(wp::atomic_max(a, 0, 0, 0, 0, T(7)) == T(4) && data[0] == T(7));
  EXPECT(wp::atomic_exch(a, -1, T(1)) == T(6) && data[1] == T(1));
  EXPECT(wp::atomic_cas(a, 1, T(2), T(3)) == T(1) && data[1] == T(1));
  EXPECT(wp::atomic_cas(a, 1, 0, T(1), T(3)) == T(1) && data[1] == T(3));
}

static void checkOtherAtomics() {
  wp::uint32 bits[] = {12};
  const auto a = arrayOn(bits, 1);
  EXPECT(wp::atomic_and(a, 0, 10U) == 12 && bits[0] == 8 && wp::atomic_or(a, 0, 0, 3U) == 8 && bits[0] == 11);
  EXPECT(wp::atomic_xor(a, 0, 0, 0, 1U) == 11 && bits[0] == 10);
  wp::vec2 vectors[] = {wp::vec2(1, 2)};
  const auto v = arrayOn(vectors, 1);
  EXPECT(wp::atomic_add(v, 0, wp::vec2(10, 20)) == wp::vec2(1, 2) && vectors[0] == wp::vec2(11, 22));
  EXPECT(wp::atomic_min(v, 0, wp::vec2(5, 50)) == wp::vec2(11, 22) && vectors[0] == wp::vec2(5, 22));
  wp::mat22 matrices[] = {wp::mat22(1)};
  EXPECT(wp::atomic_max(arrayOn(matrices, 1), 0, wp::mat22(0, 2, 0, 3)) == wp::mat22(1) &&
         matrices[0] == wp::mat22(1, 2, 1, 3));
  wp::quat quats[] = {wp::quat(1, 2, 3, 4)};
  EXPECT(wp::atomic_sub(arrayOn(quats, 1), 0, wp::quat_identity())[3] == 4 && quats[0] == wp::quat(1, 2, 3, 3));
}

static bool isAt(const wp::thread_t &thread, int x, int y, int z, int w) {
  return thread.x == x && thread.y == y && thread.z == z && thread.w == w;
}

static void checkLaunch() {
  const wp::launch_bounds_t line = {{100, 1, 1, 1}, 1, 100}, box = {{2, 3, 4, 5}, 4, 120},
                            plane = {{6, 7, 1, 1}, 2, 42};
  EXPECT(isAt(wp::thread_at(line, 42), 42, 0, 0, 0) && isAt(wp::thread_at<1>(line, 99), 99, 0, 0, 0));
  EXPECT(isAt(wp::thread_at(plane, 41), 5, 6, 0, 0) && isAt(wp::thread_at<2>(plane, 8), 1, 1, 0, 0));
  EXPECT(isAt(wp::thread_at(box, 119), 1, 2, 3, 4) && isAt(wp::thread_at<4>(box, 26), 0, 1, 1, 1));
  // A kernel may ask for fewer numbers than the launch has, or for more.
  EXPECT(isAt(wp::thread_at<1>(box, 119), 1, 0, 0, 0) && isAt(wp::thread_at<2>(box, 119), 1, 2, 0, 0));
  EXPECT(isAt(wp::thread_at<2>(line, 42), 42, 0, 0, 0) && isAt(wp::thread_at<4>(plane, 41), 5, 6, 0, 0));
}

int main() {
  checkAccess();
  checkStrides();
  checkAtomics<wp::int8>();
  checkAtomics<wp::uint16>();
  checkAtomics<int>();
  checkAtomics<wp::uint64>();
  checkAtomics<wp::half>();
  checkAtomics<float>();
  checkAtomics<double>();
  checkOtherAtomics();
  checkLaunch();
  return report();
}
