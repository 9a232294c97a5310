// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// float16: sixteen bits that are widened to float for every operation and rounded back, to nearest and ties to even, so
// that all targets agree. To and from other types it is converted where that is written out, and only there.

#ifndef KT_RUNTIME_HALF_H
#define KT_RUNTIME_HALF_H

#include "kt-runtime/scalar.h"

namespace wp {

// A CUDA device has instructions for the two conversions; these are for all others, and for constants.

#ifdef __CUDA_ARCH__
KT_DEVICE inline uint16 device_half(float value) {
  uint16 bits;
  asm("cvt.rn.f16.f32 %0, %1;" : "=h"(bits) : "f"(value));
  return bits;
}

KT_DEVICE inline float device_float(uint16 bits) {
  float value;
  asm("cvt.f32.f16 %0, %1;" : "=f"(value) : "h"(bits));
  return value;
}
#endif

KT_HOST_DEVICE constexpr uint16 half_from_float(float value) {
#ifdef __CUDA_ARCH__
  if (!__builtin_is_constant_evaluated())
    return device_half(value);
#endif
  const uint32 bits = __builtin_bit_cast(uint32, value);
  const uint32 sign = bits >> 16 & 0x8000;
  const uint32 magnitude = bits & 0x7fffffff;
  if (magnitude > 0x7f800000)
    return uint16(sign | 0x7e00 | (magnitude >> 13 & 0x1ff));
  if (magnitude >= 0x47800000)
    return uint16(sign | 0x7c00);
  // `kept` has the bits of the result, `rest` what is cut off, scaled so that 0x80000000 is one half of a unit.
  uint32 kept = 0;
  uint32 rest = 0;
  if (magnitude >= 0x38800000) {
    kept = (magnitude >> 13) - (112 << 10);
    rest = magnitude << 19;
  } else if (magnitude >= 0x33000000) {
    const uint32 shift = 126 - (magnitude >> 23);
    const uint32 significand = (magnitude & 0x7fffff) | 0x800000;
    kept = significand >> shift;
    rest = significand << (32 - shift);
  }
  kept += rest > 0x80000000 || (rest == 0x80000000 && (kept & 1)) ? 1 : 0;
  return uint16(sign | kept);
}

KT_HOST_DEVICE constexpr float half_to_float(uint16 bits) {
#ifdef __CUDA_ARCH__
  if (!__builtin_is_constant_evaluated())
    return device_float(bits);
#endif
  const uint32 sign = uint32(bits & 0x8000) << 16;
  const uint32 magnitude = bits & 0x7fff;
  if (magnitude >= 0x7c00)
    return __builtin_bit_cast(float, sign | 0x7f800000 | (magnitude & 0x3ff) << 13);
  if (magnitude >= 0x400)
    return __builtin_bit_cast(float, sign | ((magnitude << 13) + (112 << 23)));
  const float small = float(magnitude) * 5.9604644775390625e-8f; // 2^-24, the smallest half
  return sign ? -small : small;
}

struct half {
  uint16 bits = 0;

  half() = default;
  template <class T>
  KT_HOST_DEVICE explicit constexpr half(T value) : bits(half_from_float(float(value))) {}
  template <class T>
  KT_HOST_DEVICE explicit constexpr operator T() const {
    return T(half_to_float(bits));
  }
};

using float16 = half;

KT_HOST_DEVICE inline half operator-(half a) { return half(-float(a)); }
KT_HOST_DEVICE inline half operator+(half a, half b) { return half(float(a) + float(b)); }
KT_HOST_DEVICE inline half operator-(half a, half b) { return half(float(a) - float(b)); }
KT_HOST_DEVICE inline half operator*(half a, half b) { return half(float(a) * float(b)); }
KT_HOST_DEVICE inline half operator/(half a, half b) { return half(float(a) / float(b)); }
KT_HOST_DEVICE constexpr bool operator==(half a, half b) { return float(a) == float(b); }
KT_HOST_DEVICE constexpr bool operator<(half a, half b) { return float(a) < float(b); }
KT_HOST_DEVICE constexpr bool operator>(half a, half b) { return float(a) > float(b); }
KT_HOST_DEVICE constexpr bool operator<=(half a, half b) { return float(a) <= float(b); }
KT_HOST_DEVICE constexpr bool operator>=(half a, half b) { return float(a) >= float(b); }

KT_HOST_DEVICE inline half abs(half x) { return half(abs(float(x))); }
KT_HOST_DEVICE inline half mod(half a, half b) { return half(mod(float(a), float(b))); }

} // namespace wp

#endif
