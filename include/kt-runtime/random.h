// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Random numbers, and samples of distributions and shapes. Each number comes of a state of 32 bits, which the call that
// draws it replaces by the next. Where a sample takes several, the order in which they are drawn is part of what it is.

#ifndef KT_RUNTIME_RANDOM_H
#define KT_RUNTIME_RANDOM_H

#include "kt-runtime/array.h"
#include "kt-runtime/math.h"
#include "kt-runtime/vec.h"

namespace wp {

/// The state after `state`: PCG, as in Jarzynski and Olano, "Hash Functions for GPU Rendering" (2020).
KT_HOST_DEVICE inline uint32 rand_next(uint32 state) {
  const uint32 b = state * 747796405u + 2891336453u;
  const uint32 c = ((b >> ((b >> 28) + 4)) ^ b) * 277803737u;
  return (c >> 22) ^ c;
}

KT_HOST_DEVICE inline uint32 rand_init(int seed) { return rand_next(uint32(seed)); }
KT_HOST_DEVICE inline uint32 rand_init(int seed, int offset) {
  return rand_next(uint32(seed) + rand_next(uint32(offset)));
}

KT_HOST_DEVICE inline uint32 randu(uint32 &state) { return state = rand_next(state); }
KT_HOST_DEVICE inline uint32 randu(uint32 &state, uint32 low, uint32 high) {
  return mod(randu(state), high - low) + low;
}

KT_HOST_DEVICE inline int randi(uint32 &state) { return int(randu(state)); }
KT_HOST_DEVICE inline int randi(uint32 &state, int low, int high) {
  return int(randu(state, uint32(low), uint32(high)));
}

/// One of the 2^24 multiples of 2^-24 from 0 up to 1.
KT_HOST_DEVICE inline float randf(uint32 &state) { return float(randu(state) >> 8) * (1.0f / 16777216.0f); }
KT_HOST_DEVICE inline float randf(uint32 &state, float low, float high) { return (high - low) * randf(state) + low; }

/// The method of Box and Muller. The first number is kept from zero, whose logarithm is infinite.
KT_HOST_DEVICE inline float randn(uint32 &state) {
  const float radius = sqrt(-2.0f * log(randf(state) + 5.96e-8f));
  return radius * cos(6.28318530717958647692f * randf(state));
}

KT_HOST_DEVICE inline int sample_cdf(uint32 &state, const array_t<float> &cdf) {
  return lower_bound(cdf, randf(state));
}

KT_HOST_DEVICE inline vec2 sample_triangle(uint32 &state) {
  const float r = sqrt(randf(state));
  return vec2(1.0f - r, randf(state) * r);
}

KT_HOST_DEVICE inline float rand_angle(uint32 &state) { return randf(state, 0.0f, 6.28318530717958647692f); }

KT_HOST_DEVICE inline vec2 sample_unit_ring(uint32 &state) {
  const float theta = rand_angle(state);
  return vec2(cos(theta), sin(theta));
}

KT_HOST_DEVICE inline vec2 sample_unit_disk(uint32 &state) {
  const float r = sqrt(randf(state));
  const float theta = rand_angle(state);
  return vec2(r * cos(theta), r * sin(theta));
}

/// The point at `radius` whose angle to the z axis is `phi`, and whose angle around it is `theta`.
KT_HOST_DEVICE inline vec3 spherical(float radius, float phi, float theta) {
  return vec3(radius * cos(theta) * sin(phi), radius * sin(theta) * sin(phi), radius * cos(phi));
}

KT_HOST_DEVICE inline vec3 sample_unit_sphere_surface(uint32 &state) {
  const float phi = acos(1.0f - 2.0f * randf(state));
  return spherical(1.0f, phi, rand_angle(state));
}

KT_HOST_DEVICE inline vec3 sample_unit_hemisphere_surface(uint32 &state) {
  const float phi = acos(1.0f - randf(state));
  return spherical(1.0f, phi, rand_angle(state));
}

KT_HOST_DEVICE inline vec3 sample_unit_sphere(uint32 &state) {
  const float phi = acos(1.0f - 2.0f * randf(state));
  const float theta = rand_angle(state);
  return spherical(pow(randf(state), 1.0f / 3.0f), phi, theta);
}

KT_HOST_DEVICE inline vec3 sample_unit_hemisphere(uint32 &state) {
  const float phi = acos(1.0f - randf(state));
  const float theta = rand_angle(state);
  return spherical(pow(randf(state), 1.0f / 3.0f), phi, theta);
}

/// A point of the cube around the origin with sides of length 1, in any number of dimensions.
template <int N>
KT_HOST_DEVICE vec_t<N, float> sample_cube(uint32 &state) {
  vec_t<N, float> result;
  for (int i = 0; i < N; ++i)
    result.c[i] = randf(state) - 0.5f;
  return result;
}
KT_HOST_DEVICE inline vec2 sample_unit_square(uint32 &state) { return sample_cube<2>(state); }
KT_HOST_DEVICE inline vec3 sample_unit_cube(uint32 &state) { return sample_cube<3>(state); }

// wp.poisson

/// The logarithm of the gamma function: Zhang and Jin, "Computation of Special Functions" (1996).
KT_HOST_DEVICE inline float log_gamma(float x) {
  constexpr float terms[] = {8.333333333333333e-02f,  -2.777777777777778e-03f, 7.936507936507937e-04f,
                             -5.952380952380952e-04f, 8.417508417508418e-04f,  -1.917526917526918e-03f,
                             6.410256410256410e-03f,  -2.955065359477124e-02f, 1.796443723688307e-01f,
                             -1.39243221690590e+00f};
  if (x == 1.0f || x == 2.0f)
    return 0.0f;
  // The series is for large arguments; smaller ones are brought there and back by the recurrence.
  const int steps = x < 7.0f ? int(7.0f - x) : 0;
  float shifted = x + float(steps);
  const float square = (1.0f / shifted) * (1.0f / shifted);
  float sum = terms[9];
  for (int i = 8; i >= 0; --i)
    sum = sum * square + terms[i];
  float result = sum / shifted + 0.5f * 1.8378770664093453f + (shifted - 0.5f) * log(shifted) - shifted;
  for (int i = 0; i < steps; ++i) {
    result -= log(shifted - 1.0f);
    shifted -= 1.0f;
  }
  return result;
}

/// For small means: counts factors until their product is small enough.
KT_HOST_DEVICE inline uint32 poisson_by_product(uint32 &state, float mean) {
  const float enough = exp(-mean);
  uint32 count = 0;
  for (float product = randf(state); product > enough; product *= randf(state))
    ++count;
  return count;
}

/// Transformed rejection: Hoermann, Insurance: Mathematics and Economics 12 (1993).
KT_HOST_DEVICE inline uint32 poisson_by_rejection(uint32 &state, float mean) {
  const float log_mean = log(mean);
  const float b = 0.931f + 2.53f * sqrt(mean);
  const float a = -0.059f + 0.02483f * b;
  const float inverse_alpha = 1.1239f + 1.1328f / (b - 3.4f);
  const float sure = 0.9277f - 3.6224f / (b - 2.0f);
  while (true) {
    const float u = randf(state) - 0.5f;
    const float v = randf(state);
    const float inside = 0.5f - abs(u);
    const uint32 k = to_int<uint32>(floor((2.0f * a / inside + b) * u + mean + 0.43f));
    if (inside >= 0.07f && v <= sure)
      return k;
    if (inside < 0.013f && v > inside)
      continue;
    if (log(v) + log(inverse_alpha) - log(a / (inside * inside) + b) <=
        -mean + float(k) * log_mean - log_gamma(float(k + 1)))
      return k;
  }
}

KT_HOST_DEVICE inline uint32 poisson(uint32 &state, float mean) {
  if (mean >= 10.0f)
    return poisson_by_rejection(state, mean);
  return mean == 0.0f ? 0 : poisson_by_product(state, mean);
}

} // namespace wp

#endif
