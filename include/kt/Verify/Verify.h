// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Hands emitted text back to Clang: in CPU mode, or in CUDA device and CUDA host mode. Sees the text that will be
// written and nothing else of the compiler. But for `assemble`, nothing here writes a file or starts a process.

#ifndef KT_VERIFY_VERIFY_H
#define KT_VERIFY_VERIFY_H

#include "kt/Emit/Target.h"
#include "kt/Support/Result.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <memory>
#include <string>
#include <vector>

namespace kt {

enum class CheckMode { Cpu, CudaDevice, CudaHost };

llvm::StringRef spelling(CheckMode mode);

/// The modes that a unit for `target` has to pass.
llvm::ArrayRef<CheckMode> checkModes(Target target);

/// What one mode had to say. `log` is Clang's rendering of its errors and warnings, empty when there are none; or,
/// where the check could not run at all, the reason.
struct CheckResult {
  CheckMode mode;
  bool ran = true;
  bool ok = false;
  std::string log = {};
};

struct VerifyOptions {
  /// With an SDK's root the CUDA modes see its headers as well; without one, our own declarations stand in.
  std::string cudaPath = {};
  std::string cudaArch = "sm_80";
  /// Warnings of -Wall -Wextra are reported and fail the unit.
  bool warningsAreErrors = true;
};

/// Checks one unit on fresh instances, one per mode. For single files, and to see why a unit failed.
std::vector<CheckResult> verify(llvm::StringRef text, Target target, const VerifyOptions &options = {});

struct CompileResult : CheckResult {
  std::string code; // an object file, or PTX
};

/// Goes on to machine code: an object for the CPU, PTX for a CUDA device. The host side of a CUDA unit holds no code
/// and is not compiled. A unit is compiled only after `verify` passed it: warnings are not looked at again.
CompileResult compile(llvm::StringRef text, Target target, const VerifyOptions &options = {});

/// PTX to device code, by the `ptxas` of the SDK or, without one, of the PATH. Where there is none, it did not run.
CheckResult assemble(llvm::StringRef ptx, const VerifyOptions &options = {});

/// Checks many units fast: one long-living instance per mode with the runtime header parsed once; each unit is parsed
/// incrementally and undone. An instance is renewed after a failure and when it has grown. What does not pass at once
/// is checked again on a fresh instance, whose word counts. Not thread safe: one per thread.
class UnitVerifier {
public:
  explicit UnitVerifier(Target target, VerifyOptions options = {});
  ~UnitVerifier();

  std::vector<CheckResult> verify(llvm::StringRef text);

  struct Statistics {
    unsigned units = 0;
    unsigned renewals = 0;    // instances made, the first ones included
    unsigned freshChecks = 0; // modes of units that needed a fresh instance
  };
  Statistics statistics() const;

private:
  struct Impl;
  std::unique_ptr<Impl> impl;
};

} // namespace kt

#endif
