// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The defaults of every choice.

#include "kt/Generate/Policy.h"
#include "kt/Generate/Generate.h"
#include "llvm/ADT/StringSwitch.h"

using namespace kt;

StringRef kt::spelling(Category category) {
  static constexpr StringRef slugs[] = {
#define CATEGORY(Name, Slug, Description) Slug,
#include "kt/Generate/Categories.def"
  };
  return slugs[size_t(category)];
}

StringRef kt::description(Category category) {
  static constexpr StringRef texts[] = {
#define CATEGORY(Name, Slug, Description) Description,
#include "kt/Generate/Categories.def"
  };
  return texts[size_t(category)];
}

StringRef kt::spelling(Motif motif) {
  static constexpr StringRef names[] = {
#define MOTIF(Name) #Name,
#include "kt/Generate/Motifs.def"
  };
  return names[size_t(motif)];
}

std::optional<Category> kt::categoryNamed(StringRef name) {
  for (unsigned i = 0; i < categoryCount; ++i)
    if (spelling(Category(i)) == name)
      return Category(i);
  return std::nullopt;
}

namespace {

using enum ScalarKind;

constexpr TypeChoice scalar(ScalarKind kind, unsigned weight) { return {TypeChoice::Scalar, kind, 1, 1, weight}; }
constexpr TypeChoice vector(unsigned length, ScalarKind kind, unsigned weight) {
  return {TypeChoice::Vector, kind, length, 1, weight};
}
constexpr TypeChoice matrix(unsigned size, ScalarKind kind, unsigned weight) {
  return {TypeChoice::Matrix, kind, size, size, weight};
}
constexpr TypeChoice quaternion(ScalarKind kind, unsigned weight) {
  return {TypeChoice::Quaternion, kind, 4, 1, weight};
}

/// What every category may do now and then, so that none is a single shape.
CategoryPolicy common() {
  CategoryPolicy policy;
  policy.types = {scalar(Float32, 10), scalar(Float64, 2), scalar(Int32, 2), vector(3, Float32, 2)};
  auto weigh = [&](Motif motif, unsigned weight) { policy.motifs[size_t(motif)] = weight; };
  weigh(Motif::Define, 10);
  weigh(Motif::Update, 8);
  weigh(Motif::Branch, 3);
  weigh(Motif::Chain, 1);
  weigh(Motif::Reduce, 2);
  weigh(Motif::SetComponent, 1);
  weigh(Motif::Swap, 1);
  weigh(Motif::Neighbors, 1);
  weigh(Motif::Horner, 1);
  policy.groups = {{"Operators", 6}, {"Scalar Math", 2}, {"Vector Math", 2}};
  return policy;
}

struct Weighted {
  Motif motif;
  unsigned weight;
};

CategoryPolicy with(std::initializer_list<Weighted> motifs) {
  CategoryPolicy policy = common();
  for (auto [motif, weight] : motifs)
    policy.motifs[size_t(motif)] = weight;
  return policy;
}

CategoryPolicy arithmetic() {
  CategoryPolicy policy = with({{Motif::HashBits, 2}, {Motif::Horner, 3}, {Motif::SetComponent, 0}});
  policy.types = {scalar(Float32, 10), scalar(Float64, 4), scalar(Int32, 4),
                  scalar(UInt32, 2),   scalar(Int64, 2),   scalar(Float16, 1)};
  policy.groups = {{"Operators", 12}, {"Scalar Math", 1}};
  policy.inputs = {1, 4};
  return policy;
}

CategoryPolicy vectors() {
  CategoryPolicy policy = with({{Motif::SetComponent, 4}, {Motif::Integrate, 2}});
  policy.types = {vector(3, Float32, 10), vector(2, Float32, 5), vector(4, Float32, 4), vector(3, Float64, 2),
                  vector(2, Int32, 1),    vector(3, Int32, 1),   scalar(Float32, 4)};
  policy.groups = {{"Vector Math", 10}, {"Operators", 5}};
  return policy;
}

CategoryPolicy matrices() {
  CategoryPolicy policy = with({{Motif::SetComponent, 4}});
  policy.types = {matrix(3, Float32, 8), matrix(2, Float32, 6), matrix(4, Float32, 3), matrix(2, Float64, 1),
                  vector(3, Float32, 3), vector(2, Float32, 2), scalar(Float32, 2)};
  policy.groups = {{"Vector Math", 8}, {"Operators", 6}};
  policy.motifCount = {1, 5};
  return policy;
}

CategoryPolicy controlFlow() {
  CategoryPolicy policy =
      with({{Motif::Branch, 8}, {Motif::Reduce, 6}, {Motif::Iterate, 5}, {Motif::Search, 4}, {Motif::Chain, 2}});
  policy.types = {scalar(Float32, 10), scalar(Int32, 4), scalar(Float64, 1), vector(2, Float32, 1)};
  policy.required = {Motif::Branch, Motif::Reduce};
  policy.motifCount = {1, 5};
  policy.maxBlockDepth = 3;
  return policy;
}

CategoryPolicy math() {
  CategoryPolicy policy = with({{Motif::Horner, 4}, {Motif::Iterate, 2}});
  policy.types = {scalar(Float32, 12), scalar(Float64, 4), vector(3, Float32, 1)};
  policy.groups = {{"Scalar Math", 12}, {"Operators", 2}};
  return policy;
}

CategoryPolicy atomics() {
  CategoryPolicy policy = with({{Motif::Atomic, 6}, {Motif::Histogram, 4}});
  policy.types = {scalar(Float32, 10), scalar(Int32, 4), vector(3, Float32, 2)};
  policy.required = {Motif::Atomic};
  policy.motifCount = {1, 5};
  return policy;
}

CategoryPolicy nestedLoops() {
  CategoryPolicy policy = with({{Motif::PairLoop, 6}, {Motif::Reduce, 3}});
  policy.types = {scalar(Float32, 10), scalar(Int32, 3), scalar(Float64, 2), vector(3, Float32, 2)};
  policy.required = {Motif::PairLoop};
  policy.motifCount = {0, 4};
  return policy;
}

CategoryPolicy multiConditional() {
  CategoryPolicy policy = with({{Motif::Chain, 8}, {Motif::Branch, 6}});
  policy.types = {scalar(Float32, 10), scalar(Int32, 5), scalar(Float64, 1), vector(3, Float32, 1)};
  policy.required = {Motif::Chain};
  policy.motifCount = {1, 5};
  return policy;
}

CategoryPolicy combined() {
  CategoryPolicy policy = with({{Motif::Reduce, 4},
                                {Motif::Branch, 4},
                                {Motif::Atomic, 2},
                                {Motif::Histogram, 1},
                                {Motif::Integrate, 3},
                                {Motif::Iterate, 2},
                                {Motif::Search, 1},
                                {Motif::PairLoop, 2},
                                {Motif::SetComponent, 2},
                                {Motif::HashBits, 1}});
  policy.types = {scalar(Float32, 8),    vector(3, Float32, 6),  vector(2, Float32, 3), scalar(Int32, 2),
                  matrix(3, Float32, 2), quaternion(Float32, 1), scalar(Float64, 1)};
  policy.required = {Motif::Branch, Motif::Reduce};
  policy.motifCount = {2, 8};
  policy.useFunc = {650};
  policy.useStruct = {450};
  policy.maxBlockDepth = 3;
  return policy;
}

CategoryPolicy scalarParams() {
  CategoryPolicy policy = with({{Motif::Horner, 3}, {Motif::Update, 10}});
  policy.types = {scalar(Float32, 12), scalar(Float64, 3), scalar(Int32, 3), vector(3, Float32, 1)};
  policy.scalarParams = {2, 6};
  return policy;
}

Policy makeDefault() {
  Policy policy;
  auto set = [&](Category category, CategoryPolicy profile) {
    policy.categories[size_t(category)] = std::move(profile);
  };
  set(Category::Arithmetic, arithmetic());
  set(Category::Vector, vectors());
  set(Category::Matrix, matrices());
  set(Category::ControlFlow, controlFlow());
  set(Category::Math, math());
  set(Category::Atomic, atomics());
  set(Category::NestedLoop, nestedLoops());
  set(Category::MultiConditional, multiConditional());
  set(Category::Combined, combined());
  set(Category::ScalarParam, scalarParams());
  return policy;
}

} // namespace

const Policy &kt::defaultPolicy() {
  static const Policy policy = makeDefault();
  return policy;
}
