// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// noise, pnoise, curlnoise: the value and the slopes of the noise at a point, by halving the lattice's cell axis by
// axis.

#include "BuiltinTable.h"
#include "RandomState.h"
#include "Vectors.h"
#include <array>

namespace kt {

namespace {
using Point = std::array<float, 4>;

/// What is known of the noise at the point, seen from one node or from several.
struct Sample {
  float value;
  Point slopes;
};

/// The noise of one seed around one point.
class Lattice {
public:
  /// `periods` may be null.
  Lattice(const float *point, unsigned dimensions, const int32_t *const *periods) : dimensions(dimensions) {
    for (unsigned i = 0; i != dimensions; ++i) {
      float whole = std::floor(point[i]);
      at[i] = point[i] - whole;
      Int32 below = toInt<int32_t>(whole), above = below + Int32(1);
      if (periods) {
        Int32 period = Int32(*periods[i]);
        below = below % period;
        above = (below + Int32(1)) % period;
      }
      nodes[i][0] = uint32_t(below.value);
      nodes[i][1] = uint32_t(above.value);
    }
  }

  Sample sample(uint32_t seed) const { return sample(seed, dimensions, 0); }

private:
  /// Blended along the first `axes` axes; `corner` has a bit for each of the others.
  Sample sample(uint32_t seed, unsigned axes, unsigned corner) const {
    if (axes == 0)
      return sampleNode(seed, corner);
    unsigned axis = axes - 1;
    Sample low = sample(seed, axis, corner), high = sample(seed, axis, corner | 1u << axis);
    float t = at[axis], rise = high.value - low.value;
    float weight = t * t * t * (t * (t * 6 - 15) + 10), slope = 30 * t * t * (t * (t - 2) + 1);
    Sample result{rise * weight + low.value, {}};
    for (unsigned i = 0; i != dimensions; ++i)
      result.slopes[i] =
          (high.slopes[i] - low.slopes[i]) * weight + rise * slope * (i == axis ? 1.0f : 0.0f) + low.slopes[i];
    return result;
  }

  Sample sampleNode(uint32_t seed, unsigned corner) const {
    static constexpr uint32_t factors[] = {73856093, 19349663, 53471161, 10000019};
    uint32_t state = 0;
    for (unsigned i = 0; i != dimensions; ++i)
      state ^= nodes[i][corner >> i & 1] * factors[i] + (i + 1 == dimensions ? seed : 0);
    RandomState drawn(state);
    Sample result{0, {}};
    for (unsigned i = 0; i != dimensions; ++i)
      result.slopes[i] = dimensions == 1 ? 2 * drawn.unit() - 1 : drawn.unit() - 0.5f;
    if (float size = length(result.slopes.data(), dimensions); dimensions > 1)
      for (unsigned i = 0; i != dimensions; ++i)
        result.slopes[i] = size > 0 ? result.slopes[i] / size : 0;
    for (unsigned i = 0; i != dimensions; ++i) {
      float term = (at[i] - float(corner >> i & 1)) * result.slopes[i];
      result.value = i == 0 ? term : result.value + term;
    }
    return result;
  }

  unsigned dimensions;
  Point at{};
  std::array<std::array<uint32_t, 2>, 4> nodes{};
};
} // namespace

static void noise(Call &call) {
  unsigned dimensions = scalarCount(call.argType(1));
  const int32_t *periods[4];
  for (unsigned i = 2; i < call.argCount(); ++i)
    periods[i - 2] = call.arg<int32_t>(i);
  Lattice lattice(call.arg<float>(1), dimensions, call.argCount() > 2 ? periods : nullptr);
  *call.result<float>() = lattice.sample(*call.arg<uint32_t>(0)).value;
}

/// curlnoise(state, point, octaves, lacunarity, gain): the curl of one field, or of three.
static void curl(Call &call) {
  unsigned dimensions = scalarCount(call.argType(1)), fields = dimensions == 2 ? 1 : 3;
  uint32_t seed = *call.arg<uint32_t>(0);
  Point sums[3] = {};
  float frequency = 1, amplitude = 1;
  for (uint32_t octave = 0; octave != *call.arg<uint32_t>(2) && call.step(); ++octave) {
    Point scaled{};
    for (unsigned i = 0; i != dimensions; ++i)
      scaled[i] = frequency * call.arg<float>(1)[i];
    Lattice lattice(scaled.data(), dimensions, nullptr);
    for (unsigned field = 0; field != fields; ++field) {
      if (field != 0)
        seed = RandomState::after(seed + RandomState::after(field == 1 ? 10019689 : 13112221));
      Point slopes = lattice.sample(seed).slopes;
      for (unsigned i = 0; i != dimensions; ++i)
        sums[field][i] += amplitude * slopes[i];
    }
    amplitude *= *call.arg<float>(4);
    frequency *= *call.arg<float>(3);
  }
  float *result = call.result<float>();
  if (fields == 1) {
    result[0] = -sums[0][1], result[1] = sums[0][0];
    return;
  }
  for (unsigned i = 0; i != 3; ++i) {
    unsigned j = (i + 1) % 3, k = (i + 2) % 3;
    result[i] = sums[k][j] - sums[j][k];
  }
}

ArrayRef<BuiltinEntry> noises() {
  static const BuiltinEntry entries[] = {
      {"noise", always<noise>},
      {"pnoise", always<noise>},
      {"curlnoise", always<curl>},
  };
  return entries;
}

} // namespace kt
