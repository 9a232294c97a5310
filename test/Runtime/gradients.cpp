// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Gradients of elements: in an array of their own, in the array's, or nowhere.

// RUN: %clangxx -std=c++17 -O1 -Wall -Wextra -Werror -fsanitize=undefined -fsanitize-trap=undefined %runtime %s -o %t
// RUN: %t

#include "Inputs/expect.h"
#include "kt-runtime/gradient.h"

static void checkWhere() {
  float data[6] = {}, own[6] = {1, 2, 3, 4, 5, 6}, given[6] = {};
  const wp::array_t<float> a = {data, own, {{2, 3}}, {12, 4}, 2}, adj = {given, nullptr, {{2, 3}}, {12, 4}, 2}, none;
  EXPECT(wp::gradient_of(a, adj).data == given && wp::gradient_of(a, none).data == own);
  EXPECT(wp::gradient_take(wp::gradient_of(a, none), -1, 0) == 4 && own[3] == 0);

  const wp::array_t<float> bare = {data, nullptr, {{2, 3}}, {12, 4}, 2};
  const auto nowhere = wp::gradient_of(bare, none);
  EXPECT(!nowhere && nowhere.shape[1] == 3 && !wp::view(nowhere, 1) && !wp::view(nowhere, wp::slice(1), -1));
  EXPECT(!wp::view(nowhere, wp::slice(-1, wp::open, -1)));
  wp::gradient_add(nowhere, 1, 2, 5.0f);
  EXPECT(wp::gradient_at(nowhere, 1, 2) == 0 && wp::gradient_take(nowhere, 0, 0) == 0);

  int order[] = {1, 0};
  const wp::indexedarray_t<float> chosen = {a, {order}, {{2, 3}}}, bareChosen = {bare, {order}, {{2, 3}}}, no;
  wp::gradient_add(wp::gradient_of(chosen, no), 0, 2, 10.0f);
  EXPECT(own[5] == 16 && !wp::view(wp::gradient_of(bareChosen, no), 1));
}

template <class T>
static void checkAdd() {
  T data[8] = {};
  const wp::array_t<T> g = {data, nullptr, {{2, 2, 2, 1}}, {4 * sizeof(T), 2 * sizeof(T), sizeof(T), sizeof(T)}, 4};
  wp::gradient_add(g, 1, T(2));
  wp::gradient_add(g, 1, 0, T(3));
  wp::gradient_add(g, -1, 0, 0, T(4));
  wp::gradient_add(g, 1, 0, 0, 0, T(5));
  EXPECT(data[4] == T(14) && wp::gradient_at(g, 1, 0, 0, 0) == T(14));
}

static void checkComposites() {
  wp::mat22 matrices[] = {wp::mat22(1, -0.0f, 3, 4)};
  const wp::array_t<wp::mat22> m = {matrices, nullptr, {{1}}, {16}, 1};
  wp::gradient_add(m, 0, wp::mat22(1, 0, 0, 2));
  EXPECT(matrices[0] == wp::mat22(2, 0, 3, 6) && 1 / matrices[0][0][1] < 0);
  EXPECT(wp::gradient_take(m, 0) == wp::mat22(2, 0, 3, 6) && matrices[0] == wp::mat22());

  wp::transform pose = wp::transform_identity();
  wp::gradient_add_at(pose, wp::transform(1, 2, 3, 4, 5, 6, 7));
  EXPECT(pose[0] == 1 && pose[6] == 8 && pose[3] == 4);
}

static void checkRanges() {
  EXPECT(wp::range_count(0, 10, 3) == 4 && wp::range_count(10, 0, -3) == 4 && wp::range_count(0, 10, 0) == 0);
  EXPECT(wp::range_count(3, 3, 1) == 0 && wp::range_count(3, 2, 1) == 0 && wp::range_count(2, 3, -1) == 0);
  EXPECT(wp::range_count(-2147483647 - 1, 2147483647, 3) == 1431655765);
  EXPECT(wp::range_count(2147483647, -2147483647 - 1, -2147483647 - 1) == 2);
  EXPECT(wp::range_count(wp::int8(-128), wp::int8(127), wp::int8(1)) == 255);
  EXPECT(wp::range_count(wp::uint64(1), ~wp::uint64(0), ~wp::uint64(0) / 4) == 5);
}

int main() {
  checkWhere();
  checkAdd<wp::half>();
  checkAdd<float>();
  checkAdd<double>();
  checkComposites();
  checkRanges();
  return report();
}
