// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes kernels: a pure function from (policy, category, seed, index) to source text, which then takes the same road
// as anybody's. Valid by construction: typed first, indices in range, divisors off zero, domains kept, loops bounded.

#ifndef KT_GENERATE_GENERATE_H
#define KT_GENERATE_GENERATE_H

#include "kt/Generate/Policy.h"
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace kt {

struct GeneratedKernel {
  Category category;
  std::string name;
  /// From the first decorator on: structs, funcs, the kernel. Needs `import warp as wp` before it and nothing else.
  std::string source;
  std::vector<std::pair<std::string, std::string>> argTypes; // name and type as written

  /// What the generator chose.
  struct Shape {
    unsigned launchRank = 1;
    unsigned funcs = 0;
    unsigned structs = 0;
    unsigned loops = 0;
    unsigned branches = 0;
    std::vector<Motif> motifs; // in the order of the body
  };
  Shape shape;
};

/// Holds the tables that follow from a policy, so that one kernel costs little. Not thread safe: one per thread.
class Generator {
public:
  explicit Generator(const Policy &policy = defaultPolicy());
  ~Generator();

  GeneratedKernel generate(Category category, uint64_t seed, uint64_t index);

private:
  struct Impl;
  std::unique_ptr<Impl> impl;
};

/// The source with comments dropped and identifiers renamed v0, v1 … in order of first appearance (keywords, `wp` and
/// what follows a dot aside): two kernels that differ in names only have one canonical form.
std::string canonicalForm(StringRef source);

StringRef spelling(Motif motif);

} // namespace kt

#endif
