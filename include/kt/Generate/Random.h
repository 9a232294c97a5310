// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The one source of chance: a counter-based stream that depends on (seed, index) alone and is the same on every
// machine. Name each draw: two draws in one argument list have no order in C++.

#ifndef KT_GENERATE_RANDOM_H
#define KT_GENERATE_RANDOM_H

#include "llvm/ADT/ArrayRef.h"
#include <cassert>
#include <cstdint>

namespace kt {

/// An inclusive range of counts.
struct Span {
  unsigned low;
  unsigned high;
};

/// A probability in thousandths.
struct PerMille {
  unsigned value;
};

/// Draw n is a bijective mix (the finalizer of SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number
/// generators", 2014) of a key and n.
class RandomStream {
public:
  RandomStream(uint64_t seed, uint64_t index) : key(mix(seed + golden) ^ mix(index * golden + 1)) {}

  uint64_t next() { return mix(key + golden * ++counter); }

  /// Uniform in [0, bound).
  unsigned below(unsigned bound) {
    assert(bound && "nothing to choose from");
    return unsigned((next() >> 32) * bound >> 32);
  }
  unsigned in(Span span) { return span.low + below(span.high - span.low + 1); }
  bool chance(PerMille odds) { return below(1000) < odds.value; }

  template <typename T>
  const T &pick(llvm::ArrayRef<T> choices) {
    return choices[below(choices.size())];
  }

  /// The index of one of `weights`, each as likely as its share of their sum, which is not 0.
  unsigned weighted(llvm::ArrayRef<unsigned> weights) {
    unsigned total = 0;
    for (unsigned weight : weights)
      total += weight;
    unsigned draw = below(total);
    for (unsigned i = 0;; ++i) {
      if (draw < weights[i])
        return i;
      draw -= weights[i];
    }
  }

private:
  static constexpr uint64_t golden = 0x9e3779b97f4a7c15;
  static uint64_t mix(uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }

  uint64_t key;
  uint64_t counter = 0;
};

} // namespace kt

#endif
