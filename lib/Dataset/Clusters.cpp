// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Dataset/Clusters.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

using namespace kt;

// Signatures
// ----------

/// Words, numbers, and every other sign by itself; what stands between them does not count.
template <typename Visit>
static void forEachToken(StringRef form, Visit visit) {
  auto isWordPart = [](char c) { return llvm::isAlnum(c) || c == '_' || c == '.'; };
  while (!(form = form.ltrim()).empty()) {
    bool isWord = llvm::isAlnum(form[0]) || form[0] == '_';
    size_t length = isWord ? form.take_while(isWordPart).size() : 1;
    visit(form.take_front(length));
    form = form.drop_front(length);
  }
}

/// SplitMix64's finalizer.
static uint64_t mix(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

Signature kt::signatureOf(StringRef form) {
  constexpr unsigned gram = 5;
  constexpr uint64_t factor = 0x9e3779b97f4a7c15;
  std::array<uint64_t, gram> last{};
  std::array<uint32_t, Signature::size> least;
  least.fill(~0u);
  unsigned count = 0;
  forEachToken(form, [&](StringRef token) {
    last[count++ % gram] = llvm::xxh3_64bits(token);
    if (count < gram)
      return;
    uint64_t hash = 0;
    for (unsigned i = 0; i < gram; ++i)
      hash = hash * factor + last[(count + i) % gram];
    // Hash functions of one family: a multiply and a shift each (Dietzfelbinger and others, 1997).
    uint64_t base = mix(hash);
    for (unsigned i = 0; i < Signature::size; ++i)
      least[i] = std::min(least[i], uint32_t((base * (2 * mix(i) + 1) + mix(i + Signature::size)) >> 32));
  });
  Signature signature;
  for (unsigned i = 0; i < Signature::size; ++i)
    signature.least[i] = uint16_t(mix(least[i]));
  return signature;
}

double kt::similarity(const Signature &left, const Signature &right) {
  unsigned equal = 0;
  for (unsigned i = 0; i < Signature::size; ++i)
    equal += left.least[i] == right.least[i];
  return double(equal) / Signature::size;
}

// Splits
// ------

StringRef kt::spelling(Split split) {
  switch (split) {
  case Split::Train: return "train";
  case Split::Validation: return "validation";
  case Split::Test: return "test";
  }
  llvm_unreachable("covered switch");
}

static Split splitOf(StringRef form) {
  uint64_t percent = llvm::xxh3_64bits(form) % 100;
  return percent < 90 ? Split::Train : percent < 95 ? Split::Validation : Split::Test;
}

// Clusters
// --------

std::optional<Cluster> Clusters::place(uint64_t index, StringRef form) {
  Member member{signatureOf(form), {index, splitOf(form)}, {}};
  std::array<uint64_t, bandCount> bands;
  std::optional<Cluster> found;
  constexpr unsigned rows = Signature::size / bandCount;
  for (unsigned band = 0; band < bandCount; ++band) {
    bands[band] = mix(llvm::xxh3_64bits(
                      llvm::ArrayRef(reinterpret_cast<const uint8_t *>(member.signature.least.data() + band * rows),
                                     rows * sizeof(uint16_t)))) >>
                  2; // DenseMap keeps the two largest keys for itself
    auto last = lastOfBand[band].find(bands[band]);
    member.next[band] = last == lastOfBand[band].end() ? none : last->second;
    for (uint32_t other = member.next[band]; other != none; other = members[other].next[band]) {
      const Cluster &cluster = members[other].cluster;
      if ((found && found->id == cluster.id) || similarity(member.signature, members[other].signature) < threshold)
        continue;
      if (found && found->split != cluster.split)
        return std::nullopt;
      if (!found || cluster.id < found->id)
        found = cluster;
    }
  }
  member.cluster = found.value_or(member.cluster);
  for (unsigned band = 0; band < bandCount; ++band)
    lastOfBand[band][bands[band]] = members.size();
  members.push_back(member);
  return member.cluster;
}
