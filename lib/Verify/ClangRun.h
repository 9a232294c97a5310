// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One Clang instance, set up for one mode as Clang's own driver would, over files in memory: the unit and the embedded
// runtime headers. Without an SDK it sees nothing of the machine's disk.

#ifndef KT_VERIFY_CLANGRUN_H
#define KT_VERIFY_CLANGRUN_H

#include "kt/Verify/Verify.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/TextDiagnosticPrinter.h"
#include "llvm/Support/raw_ostream.h"

namespace kt {

/// What a unit includes first of all.
inline constexpr llvm::StringRef runtimeInclude = "#include \"kt-runtime/kernel.h\"";

/// `CheckOfMany` leaves out what the runtime has the same for every unit.
enum class RunPurpose { Check, CheckOfMany, Compile };

class ClangRun {
public:
  ClangRun(llvm::StringRef text, CheckMode mode, RunPurpose purpose, const VerifyOptions &options);

  /// Null where Clang could not be set up, as with an SDK that is not there; the log says why.
  clang::CompilerInstance *compiler() { return instance.get(); }
  /// Clang's messages so far, with the places in memory cut off the file names.
  std::string log() const;

  unsigned errors() const { return printer.getNumErrors(); }
  unsigned warnings() const { return printer.getNumWarnings(); }

private:
  std::string rendered;
  llvm::raw_string_ostream stream{rendered};
  clang::DiagnosticOptions diagOptions;
  clang::TextDiagnosticPrinter printer;
  std::unique_ptr<clang::CompilerInstance> instance;
};

} // namespace kt

#endif
