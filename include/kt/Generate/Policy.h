// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every choice that the generator makes by chance: odds, depths, limits, types. The defaults stand in Policy.cpp and
// nowhere else; code asks the policy and compares no random number with a literal.

#ifndef KT_GENERATE_POLICY_H
#define KT_GENERATE_POLICY_H

#include "kt/Generate/Random.h"
#include "kt/Types/Type.h"
#include <array>
#include <optional>
#include <vector>

namespace kt {

enum class Category : uint8_t {
#define CATEGORY(Name, Slug, Description) Name,
#include "kt/Generate/Categories.def"
};
inline constexpr unsigned categoryCount = 0
#define CATEGORY(Name, Slug, Description) +1
#include "kt/Generate/Categories.def"
    ;

StringRef spelling(Category category);    // "nested_loop"
StringRef description(Category category); // one sentence
std::optional<Category> categoryNamed(StringRef name);

/// The idioms a body is composed of. Each is a few statements with typed holes.
enum class Motif : uint8_t {
#define MOTIF(Name) Name,
#include "kt/Generate/Motifs.def"
};
inline constexpr unsigned motifCount = 0
#define MOTIF(Name) +1
#include "kt/Generate/Motifs.def"
    ;

/// A type by shape: what the generator may compute with, and how often.
struct TypeChoice {
  enum Shape : uint8_t { Scalar, Vector, Matrix, Quaternion } shape;
  ScalarKind element;
  unsigned rows = 1; // length of a vector
  unsigned columns = 1;
  unsigned weight = 1;
};

/// What makes a kernel one of its category.
struct CategoryPolicy {
  std::array<unsigned, motifCount> motifs{}; // weight of each
  /// Always there, each at least once, at a random place of the body.
  std::vector<Motif> required;
  /// What the kernel is about: the types of its inputs, outputs and most locals.
  std::vector<TypeChoice> types;
  Span inputs{1, 3};
  Span scalarParams{0, 2};
  Span motifCount{2, 6};
  unsigned maxBlockDepth = 2;
  PerMille useFunc{150};
  PerMille useStruct{80};
  /// Factor on the weight of the builtins of one group.
  std::vector<std::pair<StringRef, unsigned>> groups;

  unsigned groupWeight(StringRef group) const {
    for (auto &[name, weight] : groups)
      if (name == group)
        return weight;
    return 1;
  }
};

struct Policy {
  std::array<CategoryPolicy, categoryCount> categories;

  // Expressions
  unsigned maxExprDepth = 4;
  /// Share of leaves among the choices at depth 0, 1, 2 …; the last holds for all deeper ones.
  std::vector<PerMille> leafOdds{{150}, {350}, {600}, {850}};
  PerMille literalLeaf{220};  // a leaf is a literal rather than something in scope
  PerMille preferUnread{600}; // a leaf takes something that nothing has read yet
  PerMille ternary{50};
  PerMille whereCall{40};
  PerMille castScalar{60};
  PerMille componentRead{180};   // a scalar comes out of a vector or matrix in scope
  PerMille construct{250};       // a composite is built from scalars rather than computed
  PerMille componentByName{400}; // `v.x` rather than `v[0]`
  PerMille broadcast{150};       // a composite of one scalar
  PerMille identityMatrix{150};
  PerMille computedComparison{350};
  PerMille compareWithLiteral{500};
  Span intLiteral{1, 16};
  Span intFactor{2, 7}; // keeps integer products and shifts in range
  Span exponent{2, 3};
  Span literalWhole{0, 4};
  Span literalDigits{1, 3};
  PerMille callFunc{300};    // an expression of a helper's result type calls it
  PerMille logicalJoin{250}; // a condition is two conditions joined
  PerMille negateCondition{60};

  // Statements
  PerMille mainType{650};  // a local is of the kernel's main type
  PerMille augmented{550}; // `x += e` rather than `x = x + e`
  PerMille elseArm{500};
  PerMille nestInArm{300};
  PerMille jump{300}; // a loop body leaves or continues early
  PerMille loopLocal{450};
  PerMille boundFromShape{400};
  PerMille boundFromParam{500};
  PerMille steppedRange{250};
  PerMille tripleLoop{200};
  PerMille innerTotal{500};
  PerMille swapUnderCondition{500};
  PerMille intAtomic{300};
  PerMille atomicUnderCondition{350};
  PerMille atomicAsAugmented{250};
  PerMille weightedHistogram{400};
  PerMille periodicStencil{350};
  PerMille secondDifference{500};
  PerMille literalCoefficient{700};
  std::array<unsigned, 4> accumulateForms{70, 10, 10, 10}; // sum, maximum, minimum, damped sum
  Span tripCount{2, 16};
  Span chainArms{2, 5};
  Span blockStatements{1, 3};
  Span whileLimit{4, 24};
  Span stencilReach{1, 2};
  Span polynomialDegree{2, 6};
  Span hashRounds{1, 4};
  Span hashShift{3, 17};
  Span hashConstant{1001, 99991};
  Span hashBits{8, 16}; // of a hash that become a float
  Span histogramAmount{1, 3};
  Span shapeStride{2, 4}; // of a loop over an array
  Span stride{1, 3};      // of another loop
  Span vectorLength{2, 4};
  Span lastDigit{1, 9};        // of a tolerance or step size
  Span relaxationTenths{2, 8}; // of the weights in a bounded iteration
  PerMille breakRather{600};   // than continue
  PerMille shiftRight{600};

  // Helpers
  Span structFields{2, 4};
  Span funcParams{1, 3};
  PerMille funcOfPayload{500};
  PerMille funcBranch{350};
  PerMille funcLocal{500};

  // Anywhere
  PerMille even{500};      // between two that are as good
  PerMille addRather{600}; // than subtract

  // The whole
  PerMille intParam{350};
  PerMille indexLetters{700}; // i, j, k rather than x, y, z
  PerMille kernelSuffix{200};
  PerMille guard{250}; // `if i >= n: return`
  PerMille extraOutput{250};
  std::array<unsigned, 3> launchRank{700, 230, 70}; // weights of one, two and three dimensions
  PerMille docstring{250};
  PerMille comment{60};
  PerMille annotatedReturn{500};
  unsigned maxLines = 150;
};

const Policy &defaultPolicy();

} // namespace kt

#endif
