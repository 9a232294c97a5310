// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Perlin noise in one to four dimensions: each node of the lattice of whole numbers has a gradient, drawn from its
// coordinates; between the nodes, what the 2^N gradients around predict is blended axis by axis. The order of the
// operations is part of what the noise is.

#ifndef KT_RUNTIME_NOISE_H
#define KT_RUNTIME_NOISE_H

#include "kt-runtime/random.h"

namespace wp {

/// The nodes around a point, and where the point is between them: 0 is at `low`, 1 at `high`.
template <int N>
struct lattice_cell {
  int low[N];
  int high[N];
  vec_t<N, float> at;
};

template <int N>
KT_HOST_DEVICE lattice_cell<N> cell_of(const vec_t<N, float> &point) {
  lattice_cell<N> cell;
  for (int i = 0; i < N; ++i) {
    const float below = floor(point.c[i]);
    cell.low[i] = to_int(below);
    cell.high[i] = int(uint32(cell.low[i]) + 1);
    cell.at.c[i] = point.c[i] - below;
  }
  return cell;
}

/// The same where the lattice repeats itself.
template <int N>
KT_HOST_DEVICE lattice_cell<N> cell_of(const vec_t<N, float> &point, const int (&periods)[N]) {
  lattice_cell<N> cell = cell_of(point);
  for (int i = 0; i < N; ++i) {
    cell.low[i] = mod(cell.low[i], periods[i]);
    cell.high[i] = mod(int(uint32(cell.low[i]) + 1), periods[i]);
  }
  return cell;
}

/// Of the node that is `high` along the axes whose bit is set in `corner`.
template <int N>
KT_HOST_DEVICE vec_t<N, float> node_gradient(uint32 state, const lattice_cell<N> &cell, int corner) {
  constexpr uint32 primes[] = {73856093u, 19349663u, 53471161u, 10000019u};
  uint32 key = 0;
  for (int i = 0; i < N; ++i) {
    const uint32 node = uint32(corner >> i & 1 ? cell.high[i] : cell.low[i]) * primes[i];
    key ^= i + 1 < N ? node : node + state;
  }
  if constexpr (N == 1)
    return vec_t<1, float>(randf(key, -1.0f, 1.0f));
  else
    return normalize(sample_cube<N>(key));
}

/// How far the point is from that node, along each axis.
template <int N>
KT_HOST_DEVICE vec_t<N, float> node_offset(const lattice_cell<N> &cell, int corner) {
  vec_t<N, float> offset = cell.at;
  for (int i = 0; i < N; ++i)
    if (corner >> i & 1)
      offset.c[i] = offset.c[i] - 1.0f;
  return offset;
}

/// The weight of the upper of two nodes, and its slope.
KT_HOST_DEVICE inline float blend(float t) { return t * t * t * (t * (t * 6.0f - 15.0f) + 10.0f); }
KT_HOST_DEVICE inline float blend_slope(float t) { return 30.0f * t * t * (t * (t - 2.0f) + 1.0f); }

template <int N>
KT_HOST_DEVICE float noise_in(uint32 state, const lattice_cell<N> &cell) {
  float values[1 << N];
  for (int corner = 0; corner < 1 << N; ++corner)
    values[corner] = dot(node_offset(cell, corner), node_gradient(state, cell, corner));
  for (int axis = 0; axis < N; ++axis)
    for (int i = 0; i < 1 << (N - 1 - axis); ++i) {
      const float low = values[2 * i];
      values[i] = (values[2 * i + 1] - low) * blend(cell.at.c[axis]) + low;
    }
  return values[0];
}

/// How the noise changes along each axis.
template <int N>
KT_HOST_DEVICE vec_t<N, float> noise_slopes(uint32 state, const lattice_cell<N> &cell) {
  float values[1 << N];
  vec_t<N, float> slopes[1 << N];
  for (int corner = 0; corner < 1 << N; ++corner) {
    slopes[corner] = node_gradient(state, cell, corner);
    values[corner] = dot(node_offset(cell, corner), slopes[corner]);
  }
  for (int axis = 0; axis < N; ++axis) {
    const float t = cell.at.c[axis];
    vec_t<N, float> along;
    along.c[axis] = 1.0f;
    for (int i = 0; i < 1 << (N - 1 - axis); ++i) {
      const float low = values[2 * i];
      const float rise = values[2 * i + 1] - low;
      const vec_t<N, float> slope = slopes[2 * i];
      slopes[i] = (slopes[2 * i + 1] - slope) * blend(t) + rise * blend_slope(t) * along + slope;
      values[i] = rise * blend(t) + low;
    }
  }
  return slopes[0];
}

template <int N>
KT_HOST_DEVICE float noise(uint32 state, const vec_t<N, float> &point) {
  return noise_in(state, cell_of(point));
}
KT_HOST_DEVICE inline float noise(uint32 state, float x) { return noise(state, vec_t<1, float>(x)); }

template <int N, class... Periods>
KT_HOST_DEVICE float pnoise(uint32 state, const vec_t<N, float> &point, Periods... periods) {
  const int all[] = {periods...};
  return noise_in(state, cell_of(point, all));
}
KT_HOST_DEVICE inline float pnoise(uint32 state, float x, int period) {
  return pnoise(state, vec_t<1, float>(x), period);
}

KT_HOST_DEVICE inline vec2 curlnoise(uint32 state, const vec2 &point, uint32 octaves, float lacunarity, float gain) {
  vec2 sum;
  float frequency = 1.0f, amplitude = 1.0f;
  for (uint32 i = 0; i < octaves; ++i) {
    sum += amplitude * noise_slopes(state, cell_of(frequency * point));
    amplitude *= gain;
    frequency *= lacunarity;
  }
  return vec2(-sum.c[1], sum.c[0]);
}

/// The curl of a field of three noises, in three dimensions or, with a time, in four.
template <int N>
KT_HOST_DEVICE vec3 curlnoise(uint32 state, const vec_t<N, float> &point, uint32 octaves, float lacunarity,
                              float gain) {
  vec_t<N, float> x, y, z;
  float frequency = 1.0f, amplitude = 1.0f;
  for (uint32 i = 0; i < octaves; ++i) {
    const lattice_cell<N> cell = cell_of(frequency * point);
    x += amplitude * noise_slopes(state, cell);
    state = rand_init(int(state), 10019689);
    y += amplitude * noise_slopes(state, cell);
    state = rand_init(int(state), 13112221);
    z += amplitude * noise_slopes(state, cell);
    amplitude *= gain;
    frequency *= lacunarity;
  }
  return vec3(z.c[1] - y.c[2], x.c[2] - z.c[0], y.c[0] - x.c[1]);
}

} // namespace wp

#endif
