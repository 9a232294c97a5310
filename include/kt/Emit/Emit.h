// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// IR to C++ and CUDA text, by way of Clang AST nodes. Two steps: `legalize` rewrites the IR until each op has one
// plain spelling on the target; building then walks it with no decisions left.

#ifndef KT_EMIT_EMIT_H
#define KT_EMIT_EMIT_H

#include "kt/Emit/Target.h"
#include "kt/IR/IR.h"
#include "kt/Support/SourceManager.h"
#include <memory>
#include <string>

namespace kt {

/// Makes every value that C++ has to compute at one place a `let`, turns what has no expression form into statements,
/// makes arithmetic that C++ leaves undefined defined. Afterwards each value but constants, references, arguments and
/// lets is used at most once, in the order in which C++ evaluates it.
void legalize(ir::Module &module, Target target);

struct EmitOptions {
  /// The source line, as a trailing comment on each statement.
  bool sourceComments = true;
  /// Named in the first line of the unit; made safe for a comment.
  std::string sourceName;
};

/// Builds and prints units for one target. Keeps a Clang instance with the runtime header parsed, so that a second unit
/// costs little. Not thread safe: one per thread.
class Emitter {
public:
  explicit Emitter(Target target);
  ~Emitter();

  /// `module` has been legalized for this target.
  std::string emit(const ir::Module &module, const SourceManager &sources, const EmitOptions &options = {});

private:
  struct Impl;
  std::unique_ptr<Impl> impl;
};

} // namespace kt

#endif
