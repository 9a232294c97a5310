// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The road from a file to a unit: the phases, in their order and with the passes between them, for everybody who walks
// it. Reads and writes no file, but for the modules that a kernel imports. The unit's check by Clang is a step of its
// own.

#ifndef KT_TRANSLATE_TRANSLATE_H
#define KT_TRANSLATE_TRANSLATE_H

#include "kt/Check/Check.h"
#include "kt/Differentiate/Differentiate.h"
#include "kt/Emit/Emit.h"
#include <functional>

namespace kt {

/// The boundaries at which one can look at what a phase has made.
enum class Stage { Lex, Parse, Check, Lower, Simplify, Differentiate, Legalize };

StringRef spelling(Stage stage); // "lex"

struct TranslateOptions {
  CheckOptions check;
  EmitOptions emit;
  /// Makes the kernels' adjoints as well.
  bool backward = false;
  /// Called for each kernel that can't have one.
  std::function<void(const Undifferentiated &kernel)> withoutAdjoint;
  /// What `lowerKernels` makes: the IR as it is after Lower, Simplify, Differentiate or Legalize.
  Stage lastOfLowering = Stage::Legalize;
  /// Verifies the IR after every pass. A fault there is ours and ends the program.
  bool verifyEach = false;

  using Dump = llvm::function_ref<void(llvm::raw_ostream &os)>;
  /// Called after every stage, with a way to see its result. Answers whether to go on.
  std::function<bool(Stage stage, Dump dump)> afterStage;
};

/// lex, parse, check. Fails where nothing is left to work on, or where `afterStage` says to stop; mistakes are in
/// `diags`, and kernels that have some stand in the result without a function.
FailureOr<CheckedModule> readKernels(FileId file, const TranslateOptions &options, SourceManager &sources,
                                     TypeContext &types, DiagEngine &diags);

/// lower, simplify, differentiate, legalize: the selected kernels that passed, as IR for `target`, or as far as `lastOfLowering` says.
/// Fails only where `afterStage` says to stop.
FailureOr<ir::Module> lowerKernels(const CheckedModule &module, Target target, const TranslateOptions &options,
                                   const SourceManager &sources, TypeContext &types);

} // namespace kt

#endif
