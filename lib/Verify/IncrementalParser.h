// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A Clang instance that has read the runtime header and takes units one after the other, forgetting each. It answers
// "nothing to object to" or "look closer": it accepts only what it can both judge as a fresh instance would and forget
// without a trace. After the second answer it may not be used again.

#ifndef KT_VERIFY_INCREMENTALPARSER_H
#define KT_VERIFY_INCREMENTALPARSER_H

#include "kt/Verify/Verify.h"
#include <memory>

namespace kt {

class IncrementalParser {
public:
  IncrementalParser(CheckMode mode, const VerifyOptions &options);
  ~IncrementalParser();

  /// False where the instance could not be made, or an earlier unit was not accepted.
  bool isUsable() const { return usable; }
  /// True once what was forgotten takes so much memory that a new instance is cheaper.
  bool hasGrown() const;

  bool accepts(llvm::StringRef unit);

private:
  class KeepOpenAction;
  struct DirectiveWatch;

  void enter(llvm::StringRef unit);
  void startTranslationUnit();
  void parseToEnd();
  bool seesWhatItNames() const;
  bool forgetUnit();

  struct Impl;
  std::unique_ptr<Impl> impl;
  bool usable = false;
};

} // namespace kt

#endif
