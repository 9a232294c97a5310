// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "FreshCheck.h"
#include "IncrementalParser.h"

using namespace kt;

struct UnitVerifier::Impl {
  Target target;
  VerifyOptions options;
  Statistics statistics;

  struct Lane {
    CheckMode mode;
    std::unique_ptr<IncrementalParser> parser;
  };
  std::vector<Lane> lanes;

  CheckResult check(llvm::StringRef text, Lane &lane);
};

CheckResult UnitVerifier::Impl::check(llvm::StringRef text, Lane &lane) {
  if (!lane.parser || !lane.parser->isUsable() || lane.parser->hasGrown()) {
    lane.parser.reset(); // two instances at a time would double the memory
    lane.parser = std::make_unique<IncrementalParser>(lane.mode, options);
    ++statistics.renewals;
  }
  if (lane.parser->accepts(text))
    return {.mode = lane.mode, .ok = true};
  ++statistics.freshChecks;
  return checkFresh(text, lane.mode, options);
}

UnitVerifier::UnitVerifier(Target target, VerifyOptions options) : impl(std::make_unique<Impl>()) {
  impl->target = target;
  impl->options = std::move(options);
  for (CheckMode mode : checkModes(target))
    impl->lanes.push_back({mode, nullptr});
}

UnitVerifier::~UnitVerifier() = default;

std::vector<CheckResult> UnitVerifier::verify(llvm::StringRef text) {
  ++impl->statistics.units;
  std::vector<CheckResult> results;
  for (Impl::Lane &lane : impl->lanes)
    results.push_back(impl->check(text, lane));
  return results;
}

UnitVerifier::Statistics UnitVerifier::statistics() const { return impl->statistics; }
