// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Dataset/Clusters.h"
#include "gtest/gtest.h"

using namespace kt;

/// `count` statements, from number `first` on, no two of them alike.
static std::string form(unsigned first, unsigned count) {
  std::string text;
  for (unsigned i = first; i < first + count; ++i)
    text += "v" + std::to_string(i) + " = " + std::to_string(i * i) + " * v" + std::to_string(i + 7) + " + " +
            std::to_string(3 * i) + "\n";
  return text;
}

TEST(Clusters, SimilarityIsThatOfTheSetsOfGrams) {
  Signature whole = signatureOf(form(0, 200));
  EXPECT_EQ(similarity(whole, signatureOf(form(0, 200))), 1.0);
  EXPECT_EQ(similarity(whole, signatureOf("  " + form(0, 200))), 1.0);
  EXPECT_LT(similarity(whole, signatureOf(form(1000, 200))), 0.05);
  // 150 of 250 statements are in both: 0.6, and the estimate's standard deviation is 0.06.
  EXPECT_NEAR(similarity(whole, signatureOf(form(50, 200))), 0.6, 0.18);
}

TEST(Clusters, NearDuplicatesShareAClusterAndASplit) {
  Clusters clusters;
  std::optional<Cluster> first = clusters.place(3, form(0, 100));
  std::optional<Cluster> other = clusters.place(4, form(1000, 100));
  std::optional<Cluster> near = clusters.place(5, form(2, 100));
  ASSERT_TRUE(first && other && near);
  EXPECT_EQ(first->id, 3u);
  EXPECT_EQ(other->id, 4u);
  EXPECT_EQ(near->id, 3u);
  EXPECT_EQ(near->split, first->split);
}

TEST(Clusters, WhatIsNearToTwoSplitsHasNoPlace) {
  // Neighbours in a long row of kernels, each near to the next, not to the one after it.
  Clusters clusters;
  std::vector<Cluster> ends;
  unsigned refused = 0;
  for (unsigned i = 0; i < 200; ++i) {
    std::optional<Cluster> left = clusters.place(3 * i, form(1000 * i, 100));
    std::optional<Cluster> right = clusters.place(3 * i + 1, form(1000 * i + 24, 100)); // 0.61 of the left
    std::optional<Cluster> middle = clusters.place(3 * i + 2, form(1000 * i + 12, 100)); // 0.79 of either
    if (!left || !right)
      continue;
    if (middle) {
      EXPECT_TRUE(middle->split == left->split || middle->split == right->split);
    } else {
      EXPECT_NE(left->split, right->split);
      ++refused;
    }
  }
  EXPECT_GT(refused, 5u);
}

TEST(Clusters, SplitsAreNinetyFiveFive) {
  Clusters clusters;
  std::array<unsigned, 3> counts{};
  for (unsigned i = 0; i < 2000; ++i)
    if (std::optional<Cluster> cluster = clusters.place(i, form(1000 * i, 20)))
      ++counts[size_t(cluster->split)];
  EXPECT_NEAR(counts[size_t(Split::Train)], 1800, 60);
  EXPECT_NEAR(counts[size_t(Split::Validation)], 100, 40);
  EXPECT_NEAR(counts[size_t(Split::Test)], 100, 40);
}
