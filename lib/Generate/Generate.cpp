// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Generate/Generate.h"
#include "KernelBuilder.h"

using namespace kt;

struct Generator::Impl {
  explicit Impl(const Policy &policy) : policy(policy), tables(categoryCount) {}

  /// Made when its category is first asked for.
  const InstanceTable &tableOf(Category category);

  const Policy &policy;
  TypeContext types;
  std::vector<std::unique_ptr<InstanceTable>> tables;
};

/// Every type that the category names, with the scalars that they are made of, the rows and columns of matrices, and
/// the types that conditions and loop indices bring in.
static std::vector<const Type *> universeOf(const CategoryPolicy &profile, TypeContext &types) {
  std::vector<const Type *> universe = {types.boolean(), types.int32(), types.float32()};
  auto include = [&](const Type *type) {
    if (!llvm::is_contained(universe, type))
      universe.push_back(type);
  };
  for (const TypeChoice &choice : profile.types) {
    const ScalarType *element = types.scalar(choice.element);
    include(element);
    switch (choice.shape) {
    case TypeChoice::Scalar: break;
    case TypeChoice::Vector: include(types.vector(choice.rows, element)); break;
    case TypeChoice::Matrix:
      include(types.matrix(choice.rows, choice.columns, element));
      include(types.vector(choice.rows, element));
      break;
    case TypeChoice::Quaternion: include(types.quaternion(element)); break;
    }
  }
  return universe;
}

const InstanceTable &Generator::Impl::tableOf(Category category) {
  std::unique_ptr<InstanceTable> &table = tables[size_t(category)];
  if (!table)
    table = std::make_unique<InstanceTable>(universeOf(policy.categories[size_t(category)], types), types);
  return *table;
}

Generator::Generator(const Policy &policy) : impl(std::make_unique<Impl>(policy)) {}
Generator::~Generator() = default;

GeneratedKernel Generator::generate(Category category, uint64_t seed, uint64_t index) {
  KernelBuilder builder(impl->policy, category, impl->tableOf(category), impl->types, RandomStream(seed, index));
  return builder.build();
}
