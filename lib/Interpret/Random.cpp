// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Random: a state that is the first operand and goes on by one for each number that is drawn.

#include "BuiltinTable.h"
#include "RandomState.h"

namespace kt {

static RandomState sourceOf(Call &call) { return RandomState(*call.place<uint32_t>(0)); }

static void seed(Call &call) {
  uint32_t offset = call.argCount() == 1 ? 0 : RandomState::after(*call.arg<uint32_t>(1));
  *call.result<uint32_t>() = RandomState::after(*call.arg<uint32_t>(0) + offset);
}

/// Of 32 bits, signed or not; in a range if there is one.
static void drawInteger(Call &call) {
  UInt32 drawn = UInt32::wrap(sourceOf(call).bits());
  if (call.argCount() == 3) {
    UInt32 low = *call.arg<UInt32>(1), high = *call.arg<UInt32>(2);
    drawn = drawn % (high - low) + low;
  }
  *call.result<UInt32>() = drawn;
}

static void drawFloat(Call &call) {
  float drawn = sourceOf(call).unit();
  if (call.argCount() == 3)
    drawn = (*call.arg<float>(2) - *call.arg<float>(1)) * drawn + *call.arg<float>(1);
  *call.result<float>() = drawn;
}

static void drawNormal(Call &call) {
  RandomState source = sourceOf(call);
  float radius = std::sqrt(-2 * std::log(source.unit() + 5.96e-8f));
  *call.result<float>() = radius * std::cos(source.angle());
}

// Samples
// -------

static void sampleDistribution(Call &call) {
  float wanted = sourceOf(call).unit();
  *call.result<int32_t>() = lowerBound(call, 1, wanted, 0, call.arg<ArrayView>(1)->shape[0]);
}

static void sampleTriangle(Call &call) {
  RandomState source = sourceOf(call);
  float root = std::sqrt(source.unit());
  call.result<float>()[0] = 1 - root;
  call.result<float>()[1] = source.unit() * root;
}

template <bool IsFilled>
static void sampleCircle(Call &call) {
  RandomState source = sourceOf(call);
  float radius = IsFilled ? std::sqrt(source.unit()) : 1;
  float angle = source.angle();
  call.result<float>()[0] = radius * std::cos(angle);
  call.result<float>()[1] = radius * std::sin(angle);
}

/// `Part` is 2 for a sphere, 1 for its upper half.
template <int Part, bool IsFilled>
static void sampleSphere(Call &call) {
  RandomState source = sourceOf(call);
  float phi = std::acos(1 - Part * source.unit());
  float theta = source.angle();
  float radius = IsFilled ? std::pow(source.unit(), 1.0f / 3) : 1;
  call.result<float>()[0] = radius * std::cos(theta) * std::sin(phi);
  call.result<float>()[1] = radius * std::sin(theta) * std::sin(phi);
  call.result<float>()[2] = radius * std::cos(phi);
}

static void sampleCube(Call &call) {
  RandomState source = sourceOf(call);
  for (unsigned i = 0; i != scalarCount(call.resultType()); ++i)
    call.result<float>()[i] = source.unit() - 0.5f;
}

// Counts of events
// ----------------

/// By Stirling's series where that is good enough, from which the recurrence leads down.
static float logGamma(float x) {
  static constexpr float series[] = {8.333333333333333e-02f,  -2.777777777777778e-03f, 7.936507936507937e-04f,
                                     -5.952380952380952e-04f, 8.417508417508418e-04f,  -1.917526917526918e-03f,
                                     6.410256410256410e-03f,  -2.955065359477124e-02f, 1.796443723688307e-01f,
                                     -1.39243221690590e+00f};
  if (x == 1 || x == 2)
    return 0;
  unsigned steps = x < 7 ? unsigned(7 - x) : 0;
  float large = x + float(steps), inverse = 1 / large;
  float sum = series[9];
  for (int i = 8; i >= 0; --i)
    sum = sum * (inverse * inverse) + series[i];
  float result = sum / large + 0.91893853320467274178f + (large - 0.5f) * std::log(large) - large;
  for (; steps; --steps)
    result -= std::log(large -= 1);
  return result;
}

static uint32_t countFew(RandomState &source, float mean) {
  uint32_t count = 0;
  float least = std::exp(-mean);
  for (float product = source.unit(); product > least; product *= source.unit())
    ++count;
  return count;
}

/// Hoermann's transformed rejection.
static uint32_t countMany(Call &call, RandomState &source, float mean) {
  float b = 0.931f + 2.53f * std::sqrt(mean), a = -0.059f + 0.02483f * b;
  float alpha = 1.1239f + 1.1328f / (b - 3.4f), accepted = 0.9277f - 3.6224f / (b - 2);
  while (call.step()) {
    float u = source.unit() - 0.5f, v = source.unit();
    float distance = 0.5f - std::fabs(u);
    uint32_t count = toInt<uint32_t>(std::floor((2 * a / distance + b) * u + mean + 0.43f)).value;
    if (distance >= 0.07f && v <= accepted)
      return count;
    if (distance < 0.013f && v > distance)
      continue;
    if (std::log(v) + std::log(alpha) - std::log(a / (distance * distance) + b) <=
        -mean + float(count) * std::log(mean) - logGamma(float(count + 1)))
      return count;
  }
  return 0;
}

static void countEvents(Call &call) {
  RandomState source = sourceOf(call);
  float mean = *call.arg<float>(1);
  *call.result<uint32_t>() = mean == 0 ? 0 : mean < 10 ? countFew(source, mean) : countMany(call, source, mean);
}

ArrayRef<BuiltinEntry> random() {
  static const BuiltinEntry entries[] = {
      {"rand_init", always<seed>},
      {"randi", always<drawInteger>},
      {"randu", always<drawInteger>},
      {"randf", always<drawFloat>},
      {"randn", always<drawNormal>},
      {"poisson", always<countEvents>},
      {"sample_cdf", always<sampleDistribution>},
      {"sample_triangle", always<sampleTriangle>},
      {"sample_unit_ring", always<sampleCircle<false>>},
      {"sample_unit_disk", always<sampleCircle<true>>},
      {"sample_unit_sphere_surface", always<sampleSphere<2, false>>},
      {"sample_unit_sphere", always<sampleSphere<2, true>>},
      {"sample_unit_hemisphere_surface", always<sampleSphere<1, false>>},
      {"sample_unit_hemisphere", always<sampleSphere<1, true>>},
      {"sample_unit_square", always<sampleCube>},
      {"sample_unit_cube", always<sampleCube>},
  };
  return entries;
}

} // namespace kt
