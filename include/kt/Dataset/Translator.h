// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Takes one generated kernel down the road that every kernel takes, for one or both devices, and has Clang check what
// comes out.

#ifndef KT_DATASET_TRANSLATOR_H
#define KT_DATASET_TRANSLATOR_H

#include "kt/Dataset/Record.h"
#include "kt/Support/Result.h"
#include "llvm/ADT/ArrayRef.h"
#include <memory>
#include <string>
#include <vector>

namespace kt {

/// What the generator and the compiler disagree on is a fault of ours: it is told, not hidden.
struct TranslationFault {
  std::string phase;  // "check", "verify" …
  std::string reason; // the first diagnostic, in one line
  std::string text;   // all of them, with the unit that Clang refused
};

struct CheckedUnit {
  Target target;
  std::string forwardCode; // without adjoint; empty if it was not asked for
  std::string fullCode;    // with it, if there is one; likewise
  bool hasBackward = false;
  std::string mangledName;
  std::vector<std::string> checks; // the modes that all texts passed
};

/// Holds Clang instances that live long. Not thread safe: one per thread.
class Translator {
public:
  struct Options {
    CodeScope scope = CodeScope::Full;
    bool backward = false; // adjoints in the full code
    bool check = true;     // may be turned off to see what the checks cost
  };
  Translator(llvm::ArrayRef<Target> targets, const Options &options);
  ~Translator();

  /// One unit a target, in the order given; or why there is none.
  FailureOr<std::vector<CheckedUnit>> translate(const GeneratedKernel &kernel, TranslationFault &fault);

private:
  struct Impl;
  std::unique_ptr<Impl> impl;
};

} // namespace kt

#endif
