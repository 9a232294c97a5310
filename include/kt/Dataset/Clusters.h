// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Near-duplicates: kernels whose renamed tokens are much the same. MinHash (Broder, "On the resemblance and containment
// of documents", 1997) with bands for the look-up (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4).

#ifndef KT_DATASET_CLUSTERS_H
#define KT_DATASET_CLUSTERS_H

#include "kt/Generate/Generate.h"
#include "llvm/ADT/DenseMap.h"
#include <array>
#include <optional>

namespace kt {

/// Of the set of 5-grams of a kernel's renamed tokens, the least hash of each of 64 hash functions. The share of places
/// in which two signatures agree estimates the Jaccard similarity of the two sets.
struct Signature {
  static constexpr unsigned size = 64;
  std::array<uint16_t, size> least;
};

/// `form` is a canonical form.
Signature signatureOf(StringRef form);
/// Between 0 and 1.
double similarity(const Signature &left, const Signature &right);

/// Which part of a corpus a kernel is for.
enum class Split : uint8_t { Train, Validation, Test };
StringRef spelling(Split split); // "train"

/// A cluster is named after its first kernel. It is in one split, which the hash of that kernel's canonical form
/// decides: 90 % of the clusters are for training, 5 % each for the others.
struct Cluster {
  uint64_t id; // index of the first kernel
  Split split;
};

/// Puts kernels into clusters in the order in which they come. Uses some 700 bytes a kernel.
class Clusters {
public:
  /// From here on two kernels are near-duplicates.
  static constexpr double threshold = 0.7;

  /// The cluster of the earliest near-duplicate, or a new one. Nothing for a kernel that is near to kernels of
  /// different splits: it has no place in either.
  std::optional<Cluster> place(uint64_t index, StringRef form);

private:
  static constexpr unsigned bandCount = 16;
  static constexpr uint32_t none = ~0u;

  struct Member {
    Signature signature;
    Cluster cluster;
    std::array<uint32_t, bandCount> next; // an earlier member with the same band, or `none`
  };
  std::vector<Member> members;
  std::array<llvm::DenseMap<uint64_t, uint32_t>, bandCount> lastOfBand;
};

} // namespace kt

#endif
