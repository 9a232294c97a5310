// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Dataset/Translator.h"
#include "kt/Translate/Translate.h"
#include "kt/Verify/Verify.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>

using namespace kt;

namespace {

/// Everything that is kept for one target from kernel to kernel.
struct Lane {
  Lane(Target target, bool check) : target(target), emitter(target) {
    if (check)
      verifier.emplace(target);
  }
  Target target;
  Emitter emitter;
  std::optional<UnitVerifier> verifier;
};

TranslationFault faultOf(StringRef phase, const DiagEngine &diags) {
  TranslationFault fault{phase.str(), "no diagnostic", ""};
  if (!diags.diagnostics().empty())
    fault.reason = diags.diagnostics().front().slug.str() + ": " + diags.diagnostics().front().text;
  llvm::raw_string_ostream os(fault.text);
  printDiagnostics(diags, os, DiagFormat::Text, /*color=*/false);
  return fault;
}

TranslationFault faultOf(const CheckResult &result, StringRef code) {
  // What Clang said, without where: reasons are counted.
  StringRef first = StringRef(result.log).split('\n').first;
  first = first.substr(first.find(": ") + 2);
  return {("verify " + spelling(result.mode)).str(), first.str(), result.log + "\n" + code.str()};
}

} // namespace

struct Translator::Impl {
  Options options;
  std::vector<std::unique_ptr<Lane>> lanes;

  LogicalResult verify(Lane &lane, StringRef code, CheckedUnit &unit, TranslationFault &fault);
  LogicalResult emitAndCheck(Lane &lane, const CheckedModule &checked, const SourceManager &sources, TypeContext &types,
                             CheckedUnit &unit, TranslationFault &fault);
};

Translator::Translator(llvm::ArrayRef<Target> targets, const Options &options) : impl(std::make_unique<Impl>()) {
  impl->options = options;
  for (Target target : targets)
    impl->lanes.push_back(std::make_unique<Lane>(target, options.check));
}
Translator::~Translator() = default;

LogicalResult Translator::Impl::verify(Lane &lane, StringRef code, CheckedUnit &unit, TranslationFault &fault) {
  if (!lane.verifier)
    return success();
  unit.checks.clear();
  for (const CheckResult &result : lane.verifier->verify(code.str())) {
    if (!result.ok) {
      fault = faultOf(result, code);
      return failure();
    }
    unit.checks.push_back(("clang-" + spelling(result.mode)).str());
  }
  return success();
}

LogicalResult Translator::Impl::emitAndCheck(Lane &lane, const CheckedModule &checked, const SourceManager &sources,
                                             TypeContext &types, CheckedUnit &unit, TranslationFault &fault) {
  auto make = [&](bool backward, std::string &code) {
    TranslateOptions translate;
    translate.backward = backward;
    FailureOr<ir::Module> module = lowerKernels(checked, lane.target, translate, sources, types);
    assert(succeeded(module) && "only a look at a stage stops lowering");
    const ir::Function &last = *module->functions.back();
    const ir::Function &kernel = last.primal ? *last.primal : last;
    unit.mangledName = kernel.key();
    unit.hasBackward = kernel.adjoint != nullptr;
    code = lane.emitter.emit(*module, sources);
    return verify(lane, code, unit, fault);
  };
  if (options.scope != CodeScope::Full && failed(make(/*backward=*/false, unit.forwardCode)))
    return failure();
  if (options.scope == CodeScope::Both && !options.backward)
    unit.fullCode = unit.forwardCode;
  else if (options.scope != CodeScope::Forward)
    return make(options.backward, unit.fullCode);
  return success();
}

FailureOr<std::vector<CheckedUnit>> Translator::translate(const GeneratedKernel &kernel, TranslationFault &fault) {
  SourceManager sources;
  DiagEngine diags(sources);
  TypeContext types;
  FileId file = sources.add(kernel.name + ".py", "import warp as wp\n\n\n" + kernel.source);
  FailureOr<CheckedModule> checked = readKernels(file, {}, sources, types, diags);
  if (failed(checked) || diags.hasErrors() || checked->kernels.size() != 1)
    return fault = faultOf("check", diags), failure();

  std::vector<CheckedUnit> units;
  for (std::unique_ptr<Lane> &lane : impl->lanes) {
    CheckedUnit &unit = units.emplace_back();
    unit.target = lane->target;
    if (failed(impl->emitAndCheck(*lane, *checked, sources, types, unit, fault)))
      return failure();
  }
  return units;
}
