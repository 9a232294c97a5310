// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Translate/Translate.h"
#include "kt/Lex/Lex.h"
#include "kt/Lower/Lower.h"
#include "kt/Parse/Parse.h"
#include "kt/Transform/HashKernels.h"
#include "kt/Transform/Simplify.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/raw_ostream.h"

using namespace kt;
using llvm::raw_ostream;

StringRef kt::spelling(Stage stage) {
  switch (stage) {
  case Stage::Lex: return "lex";
  case Stage::Parse: return "parse";
  case Stage::Check: return "check";
  case Stage::Lower: return "lower";
  case Stage::Simplify: return "simplify";
  case Stage::Differentiate: return "differentiate";
  case Stage::Legalize: return "legalize";
  }
  llvm_unreachable("all stages are named");
}

static bool goesOn(const TranslateOptions &options, Stage stage, TranslateOptions::Dump dump) {
  return !options.afterStage || options.afterStage(stage, dump);
}

FailureOr<CheckedModule> kt::readKernels(FileId file, const TranslateOptions &options, SourceManager &sources,
                                         TypeContext &types, DiagEngine &diags) {
  FailureOr<TokenBuffer> tokens = lex(file, diags);
  if (failed(tokens) || !goesOn(options, Stage::Lex, [&](raw_ostream &os) { dump(*tokens, sources, os); }))
    return failure();

  FailureOr<ast::Module> syntax = parse(*tokens, diags);
  if (failed(syntax) || !goesOn(options, Stage::Parse, [&](raw_ostream &os) { ast::dump(*syntax, sources, os); }))
    return failure();

  CheckedModule checked = check(std::move(*syntax), options.check, sources, types, diags);
  if (!goesOn(options, Stage::Check, [&](raw_ostream &os) { dump(checked, sources, os); }))
    return failure();
  return checked;
}

/// The IR has to be sound here: what is wrong with it, a phase of ours did.
static void expectSound(const ir::Module &module, const TranslateOptions &options, StringRef pass) {
  if (!options.verifyEach)
    return;
  std::string faults = ir::verify(module);
  if (!faults.empty())
    llvm::report_fatal_error(llvm::Twine("the IR is broken after ") + pass + ":\n" + faults);
}

FailureOr<ir::Module> kt::lowerKernels(const CheckedModule &checked, Target target, const TranslateOptions &options,
                                       const SourceManager &sources, TypeContext &types) {
  ir::Module module = lower(checked, types, sources);
  auto finished = [&](Stage stage) {
    expectSound(module, options, spelling(stage));
    return goesOn(options, stage, [&](raw_ostream &os) { ir::print(module, os); });
  };
  if (!finished(Stage::Lower))
    return failure();
  if (options.lastOfLowering == Stage::Lower)
    return module;

  simplify(module);
  // A kernel's key tells what it means, which is the same for every target.
  hashKernels(module);
  if (!finished(Stage::Simplify))
    return failure();
  if (options.lastOfLowering == Stage::Simplify)
    return module;

  if (options.backward) {
    for (const Undifferentiated &kernel : differentiate(module))
      if (options.withoutAdjoint)
        options.withoutAdjoint(kernel);
    expectSound(module, options, "differentiate");
    simplify(module);
    if (!finished(Stage::Differentiate))
      return failure();
  }
  if (options.lastOfLowering == Stage::Differentiate)
    return module;

  legalize(module, target);
  if (!finished(Stage::Legalize))
    return failure();
  return module;
}
