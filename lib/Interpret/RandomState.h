// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where random numbers come from: 32 bits, which each number that is drawn replaces by the next.

#ifndef KT_LIB_INTERPRET_RANDOMSTATE_H
#define KT_LIB_INTERPRET_RANDOMSTATE_H

#include <cmath>
#include <cstdint>
#include <numbers>

namespace kt {

class RandomState {
public:
  explicit RandomState(uint32_t &state) : state(state) {}

  static uint32_t after(uint32_t state) {
    uint32_t mixed = state * 747796405u + 2891336453u;
    mixed = ((mixed >> ((mixed >> 28) + 4)) ^ mixed) * 277803737u;
    return (mixed >> 22) ^ mixed;
  }

  uint32_t bits() { return state = after(state); }
  float unit() { return std::ldexp(float(bits() >> 8), -24); }
  float angle() { return 2 * std::numbers::pi_v<float> * unit(); }

private:
  uint32_t &state;
};

} // namespace kt

#endif
