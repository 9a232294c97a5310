// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the command line asks for. Options.td lists the options, this is what they come to.

#ifndef KT_TOOLS_TRANSLATE_OPTIONS_H
#define KT_TOOLS_TRANSLATE_OPTIONS_H

#include "ExitCode.h"
#include "kt/Translate/Translate.h"
#include "kt/Verify/Verify.h"
#include <optional>
#include <variant>

namespace kt {

enum class EmitKind { Tokens, Ast, Ir, Source, Bundle, Record };
enum class VerifyLevel { None, Syntax, Compile };
enum class ColorMode { Auto, Always, Never };

struct Options {
  std::string input;
  std::string output = "-";
  std::vector<Target> targets = {Target::Cpu};
  EmitKind emit = EmitKind::Source;
  CheckOptions check;
  bool keepGoing = false;
  bool backward = true;
  std::string report; // no report if empty

  VerifyLevel verifyLevel = VerifyLevel::Syntax;
  VerifyOptions verify;

  DiagFormat diagFormat = DiagFormat::Text;
  ColorMode color = ColorMode::Auto;

  std::optional<Stage> stopAfter;
  bool dump = false;
  bool dumpAfterAll = false;
  bool verifyEach = false;
  bool verifyDiagnostics = false;
};

/// The options, or, where there is nothing to do but to leave, the exit code: help and versions go to standard output,
/// complaints to standard error.
std::variant<Options, ExitCode> parseOptions(int argc, char **argv);

} // namespace kt

#endif
