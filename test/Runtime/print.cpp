// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What wp.print writes for each type, and how a failed assertion ends.

// RUN: %clangxx -std=c++17 -O1 -Wall -Wextra -Werror %runtime %s -o %t
// RUN: %t | FileCheck --strict-whitespace --match-full-lines %s
// RUN: not --crash %t fail 2>&1 | FileCheck --check-prefix=FAILED %s

#include "kt-runtime/kernel.h"

int main(int count, char **) {
  wp::check(count == 1, "count == 1");
  // FAILED: assertion failed: count == 1

  wp::print(true);
  wp::print(wp::int8(-3));
  wp::print(wp::uint8(200));
  wp::print(-7);
  wp::print(4000000000U);
  wp::print(-5000000000LL);
  wp::print(18446744073709551615ULL);
  //      CHECK:True
  // CHECK-NEXT:-3
  // CHECK-NEXT:200
  // CHECK-NEXT:-7
  // CHECK-NEXT:4000000000
  // CHECK-NEXT:-5000000000
  // CHECK-NEXT:18446744073709551615

  wp::print(1.5f);
  wp::print(0.1);
  wp::print(1e10f);
  wp::print(wp::half(0.5f));
  wp::print("text");
  // CHECK-NEXT:1.5
  // CHECK-NEXT:0.1
  // CHECK-NEXT:1e+10
  // CHECK-NEXT:0.5
  // CHECK-NEXT:text

  wp::print(wp::vec3(1.0f, 2.5f, 3.0f));
  wp::print(wp::vec2ub(1, 2));
  wp::print(wp::vec2h(wp::half(1.5f)));
  wp::print(wp::mat_t<2, 3, int>(1, 2, 3, 4, 5, 6));
  wp::print(wp::quat(1.0f, 2.0f, 3.0f, 4.0f));
  // CHECK-NEXT:1 2.5 3
  // CHECK-NEXT:1 2
  // CHECK-NEXT:1.5 1.5
  // CHECK-NEXT:1 2 3
  // CHECK-NEXT:4 5 6
  // CHECK-NEXT:1 2 3 4
}
