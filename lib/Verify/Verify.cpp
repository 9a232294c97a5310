// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Verify/Verify.h"
#include "ClangRun.h"
#include "FreshCheck.h"
#include "clang/Frontend/FrontendActions.h"

using namespace kt;
using llvm::StringRef;

StringRef kt::spelling(CheckMode mode) {
  switch (mode) {
  case CheckMode::Cpu: return "cpu";
  case CheckMode::CudaDevice: return "cuda-device";
  case CheckMode::CudaHost: return "cuda-host";
  }
  llvm_unreachable("all modes are named");
}

llvm::ArrayRef<CheckMode> kt::checkModes(Target target) {
  static constexpr CheckMode cpu[] = {CheckMode::Cpu};
  static constexpr CheckMode cuda[] = {CheckMode::CudaDevice, CheckMode::CudaHost};
  if (target == Target::Cpu)
    return cpu;
  return cuda;
}

CheckResult kt::checkFresh(StringRef text, CheckMode mode, const VerifyOptions &options) {
  CheckResult result{.mode = mode};
  ClangRun run(text, mode, RunPurpose::Check, options);
  if (!run.compiler()) {
    result.ran = false;
    result.log = run.log();
    return result;
  }
  clang::SyntaxOnlyAction action;
  bool finished = run.compiler()->ExecuteAction(action);
  result.ok = finished && !run.errors() && !(options.warningsAreErrors && run.warnings());
  result.log = run.log();
  return result;
}

std::vector<CheckResult> kt::verify(StringRef text, Target target, const VerifyOptions &options) {
  std::vector<CheckResult> results;
  for (CheckMode mode : checkModes(target))
    results.push_back(checkFresh(text, mode, options));
  return results;
}
