// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// float16 by what its bits mean: a sign, five bits of exponent biased by 15, ten bits of fraction.

#include "Scalars.h"

namespace kt {

static constexpr int fractionBits = 10, bias = 15, infiniteExponent = 31;

uint16_t halfBits(float value) {
  uint16_t sign = std::signbit(value) ? 0x8000 : 0;
  if (std::isnan(value))
    return sign | 0x7e00;
  double magnitude = std::fabs(double(value));
  if (magnitude == 0)
    return sign;
  // The distance of neighbours is the same from one power of two to the next, and from the smallest one down to zero.
  int exponent = std::max(std::ilogb(magnitude), 1 - bias);
  double units = std::nearbyint(std::ldexp(magnitude, fractionBits - exponent));
  if (std::isinf(magnitude) || std::ldexp(units, exponent - fractionBits) >= 65536.0)
    return sign | infiniteExponent << fractionBits;
  // A fraction that was rounded up to the next power of two carries into the exponent, as it should.
  int biased = exponent + bias - 1;
  return sign | uint16_t((biased << fractionBits) + int(units));
}

float halfValue(uint16_t bits) {
  int biased = bits >> fractionBits & infiniteExponent, fraction = bits & ((1 << fractionBits) - 1);
  float magnitude;
  if (biased == infiniteExponent)
    magnitude = fraction ? std::numeric_limits<float>::quiet_NaN() : std::numeric_limits<float>::infinity();
  else if (biased == 0)
    magnitude = std::ldexp(float(fraction), 1 - bias - fractionBits);
  else
    magnitude = std::ldexp(float(fraction + (1 << fractionBits)), biased - bias - fractionBits);
  return std::copysign(magnitude, bits & 0x8000 ? -1.0f : 1.0f);
}

} // namespace kt
