// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The generator: the same kernel for the same seed, names that don't count, a stream of chance that is fixed for ever.

#include "kt/Generate/Generate.h"
#include "llvm/ADT/StringSet.h"
#include <gtest/gtest.h>

using namespace kt;

TEST(RandomStream, IsFixedForEver) {
  RandomStream stream(42, 7);
  EXPECT_EQ(stream.next(), 17310599960234859355u);
  EXPECT_EQ(stream.next(), 11818792775986510387u);
}

TEST(RandomStream, StaysInItsBounds) {
  RandomStream stream(1, 1);
  std::array<unsigned, 5> counts{};
  for (unsigned i = 0; i < 5000; ++i)
    ++counts[stream.in({2, 6}) - 2];
  for (unsigned count : counts)
    EXPECT_NEAR(count, 1000, 150);
}

TEST(RandomStream, NeverPicksWhatHasNoWeight) {
  RandomStream stream(1, 2);
  for (unsigned i = 0; i < 1000; ++i)
    EXPECT_EQ(stream.weighted({0, 5, 0}), 1u);
}

TEST(Generate, DependsOnSeedAndIndexAlone) {
  Generator one;
  Generator other;
  one.generate(Category::Matrix, 3, 0);
  for (unsigned i = 0; i < categoryCount; ++i)
    EXPECT_EQ(one.generate(Category(i), 3, 100 + i).source, other.generate(Category(i), 3, 100 + i).source);
  EXPECT_NE(one.generate(Category::Math, 3, 1).source, one.generate(Category::Math, 4, 1).source);
  EXPECT_NE(one.generate(Category::Math, 3, 1).source, one.generate(Category::Math, 3, 2).source);
}

TEST(Generate, RepeatsItselfSeldom) {
  Generator generator;
  llvm::StringSet<> forms;
  for (unsigned i = 0; i < 2000; ++i)
    forms.insert(canonicalForm(generator.generate(Category(i % categoryCount), 42, i).source));
  EXPECT_GT(forms.size(), 1950u);
}

TEST(Generate, EveryCategoryHasItsMotifs) {
  Generator generator;
  const Policy &policy = defaultPolicy();
  for (unsigned c = 0; c < categoryCount; ++c) {
    GeneratedKernel kernel = generator.generate(Category(c), 9, c);
    for (Motif required : policy.categories[c].required)
      EXPECT_TRUE(llvm::is_contained(kernel.shape.motifs, required)) << spelling(Category(c)).str();
  }
}

TEST(Generate, EveryMotifIsReached) {
  Generator generator;
  std::array<bool, motifCount> seen{};
  for (unsigned i = 0; i < 1000; ++i)
    for (Motif motif : generator.generate(Category(i % categoryCount), 5, i).shape.motifs)
      seen[size_t(motif)] = true;
  for (unsigned i = 0; i < motifCount; ++i)
    EXPECT_TRUE(seen[i]) << spelling(Motif(i)).str();
}

TEST(Generate, StaysBelowTheLineLimit) {
  Generator generator;
  unsigned longest = 0;
  for (unsigned i = 0; i < 1000; ++i)
    longest = std::max<unsigned>(longest,
                                 StringRef(generator.generate(Category(i % categoryCount), 6, i).source).count('\n'));
  // A motif that was begun below the limit is finished.
  EXPECT_LT(longest, defaultPolicy().maxLines + 60);
}

TEST(CanonicalForm, ForgetsNamesAndComments) {
  EXPECT_EQ(canonicalForm("a = wp.sin(b)# why\n"), canonicalForm("x = wp.sin(y)\n"));
  EXPECT_NE(canonicalForm("a = wp.sin(b)\n"), canonicalForm("a = wp.cos(b)\n"));
  EXPECT_NE(canonicalForm("a = b + a\n"), canonicalForm("a = b + b\n"));
  EXPECT_NE(canonicalForm("a = b * 2.0\n"), canonicalForm("a = b * 3.0\n"));
}

TEST(CanonicalForm, KeepsKeywordsAndWhatFollowsADot) {
  EXPECT_EQ(canonicalForm("for i in range(n):\n    p.mass = 1.5\n"), "for v0 in range(v1):\n    v2.mass = 1.5\n");
}
