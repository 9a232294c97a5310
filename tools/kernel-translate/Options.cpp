// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Options.h"
#include "kt/Support/Version.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Option/Arg.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/raw_ostream.h"

using namespace kt;
namespace opt = llvm::opt;
using opt::DefaultVis;

// The generated table
// -------------------
namespace {

enum OptionId {
  OPT_INVALID = 0,
#define OPTION(...) LLVM_MAKE_OPT_ID(__VA_ARGS__),
#include "Options.inc"
#undef OPTION
};

#define OPTTABLE_STR_TABLE_CODE
#include "Options.inc"
#undef OPTTABLE_STR_TABLE_CODE

#define OPTTABLE_PREFIXES_TABLE_CODE
#include "Options.inc"
#undef OPTTABLE_PREFIXES_TABLE_CODE

constexpr opt::OptTable::Info optionInfos[] = {
#define OPTION(...) LLVM_CONSTRUCT_OPT_INFO(__VA_ARGS__),
#include "Options.inc"
#undef OPTION
};

class OptionTable : public opt::GenericOptTable {
public:
  OptionTable() : GenericOptTable(OptionStrTable, OptionPrefixesTable, optionInfos) { setDashDashParsing(true); }
};

// Words to values
// ---------------

/// Turns the arguments into options and remembers whether one made no sense.
class OptionReader {
public:
  OptionReader(const OptionTable &table, const opt::InputArgList &args) : table(table), args(args) {}

  std::optional<Options> read();

private:
  void complain(const llvm::Twine &text) {
    llvm::errs() << "kernel-translate: " << text << '\n';
    failed = true;
  }

  /// The value of option `id` if it is given: one of `words`, which are told if it is not.
  template <typename T>
  std::optional<T> choice(OptionId id, std::initializer_list<std::pair<llvm::StringRef, T>> words);
  void complainOfUnknown(llvm::StringRef word);
  void readInput();
  void readDefinitions();
  void readLookingInside();
  void checkCombinations();

  const OptionTable &table;
  const opt::InputArgList &args;
  Options options;
  bool failed = false;
};

} // namespace

template <typename T>
std::optional<T> OptionReader::choice(OptionId id, std::initializer_list<std::pair<llvm::StringRef, T>> words) {
  const opt::Arg *arg = args.getLastArg(id);
  if (!arg)
    return std::nullopt;
  std::string known;
  for (auto &[word, value] : words) {
    if (word == arg->getValue())
      return value;
    known += (known.empty() ? "" : ", ") + word.str();
  }
  complain(llvm::Twine("'") + arg->getValue() + "' is no value of " + table.getOptionPrefixedName(id).rtrim('=') +
           "; there are: " + known);
  return std::nullopt;
}

void OptionReader::complainOfUnknown(llvm::StringRef word) {
  std::string nearest;
  if (table.findNearest(word, nearest) <= 2)
    complain(llvm::Twine("unknown option '") + word + "'; did you mean '" + nearest + "'?");
  else
    complain(llvm::Twine("unknown option '") + word + "'");
}

void OptionReader::readInput() {
  for (const opt::Arg *arg : args.filtered(OPT_UNKNOWN))
    complainOfUnknown(arg->getSpelling());
  std::vector<std::string> inputs = args.getAllArgValues(OPT_INPUT);
  if (inputs.size() != 1)
    return complain(inputs.empty() ? "no file is given; '-' reads standard input"
                                   : "one file at a time: '" + inputs[0] + "' and '" + inputs[1] + "' are given");
  options.input = inputs.front();
  if (options.input.empty())
    complain("the name of the file is empty");
}

void OptionReader::readDefinitions() {
  for (const std::string &text : args.getAllArgValues(OPT_define)) {
    auto [name, value] = llvm::StringRef(text).split('=');
    if (name.trim().empty() || value.trim().empty())
      complain(llvm::Twine("--define wants NAME=VALUE, not '") + text + "'");
    options.check.definitions.push_back({name.trim().str(), value.trim().str()});
  }
}

void OptionReader::readLookingInside() {
  options.stopAfter = choice<Stage>(OPT_stop_after, {{"lex", Stage::Lex},
                                                     {"parse", Stage::Parse},
                                                     {"check", Stage::Check},
                                                     {"lower", Stage::Lower},
                                                     {"simplify", Stage::Simplify},
                                                     {"differentiate", Stage::Differentiate},
                                                     {"legalize", Stage::Legalize}});
  options.dump = args.hasArg(OPT_dump_stage);
  options.dumpAfterAll = args.hasArg(OPT_dump_after_all);
  options.backward = args.hasFlag(OPT_backward, OPT_no_backward, true);
  options.verifyEach = args.hasArg(OPT_verify_each);
  options.verifyDiagnostics = args.hasArg(OPT_verify_diagnostics);
}

void OptionReader::checkCombinations() {
  if (options.dump && !options.stopAfter)
    complain("--dump needs --stop-after");
  if (options.report == "-" && options.output == "-")
    complain("the report and the unit can't both go to standard output");
  if (!options.report.empty() && options.report != "-" && options.report == options.output)
    complain("the report and the unit can't both go to '" + options.report + "'");
  if (options.targets.size() > 1 && options.output != "-" && options.output.ends_with('/'))
    complain("'" + options.output + "' is a folder; give the beginning of two file names");
  // These show what a stage made: the same as stopping there.
  std::optional<Stage> shown;
  switch (options.emit) {
  case EmitKind::Tokens: shown = Stage::Lex; break;
  case EmitKind::Ast: shown = Stage::Parse; break;
  case EmitKind::Ir: shown = Stage::Simplify; break;
  case EmitKind::Source:
  case EmitKind::Bundle:
  case EmitKind::Record: return;
  }
  if (options.stopAfter)
    complain("--stop-after and this --emit contradict each other");
  options.stopAfter = shown;
  options.dump = true;
}

std::optional<Options> OptionReader::read() {
  readInput();
  using Targets = std::vector<Target>;
  if (auto targets = choice<Targets>(
          OPT_target, {{"cpu", {Target::Cpu}}, {"cuda", {Target::Cuda}}, {"both", {Target::Cpu, Target::Cuda}}}))
    options.targets = *targets;
  if (auto emit = choice<EmitKind>(OPT_emit, {{"tokens", EmitKind::Tokens},
                                              {"ast", EmitKind::Ast},
                                              {"ir", EmitKind::Ir},
                                              {"source", EmitKind::Source},
                                              {"bundle", EmitKind::Bundle},
                                              {"record", EmitKind::Record}}))
    options.emit = *emit;
  if (auto level = choice<VerifyLevel>(
          OPT_verify,
          {{"none", VerifyLevel::None}, {"syntax", VerifyLevel::Syntax}, {"compile", VerifyLevel::Compile}}))
    options.verifyLevel = *level;
  if (auto format =
          choice<DiagFormat>(OPT_diagnostics_format, {{"text", DiagFormat::Text}, {"json", DiagFormat::Json}}))
    options.diagFormat = *format;
  if (auto color = choice<ColorMode>(
          OPT_color, {{"auto", ColorMode::Auto}, {"always", ColorMode::Always}, {"never", ColorMode::Never}}))
    options.color = *color;

  options.output = args.getLastArgValue(OPT_output, "-");
  options.report = args.getLastArgValue(OPT_report);
  options.check.kernels = args.getAllArgValues(OPT_kernel);
  options.check.overloads = args.getAllArgValues(OPT_overload);
  options.check.includeDirs = args.getAllArgValues(OPT_include_dir);
  options.keepGoing = args.hasArg(OPT_keep_going);
  options.verify.cudaPath = args.getLastArgValue(OPT_cuda_path);
  options.verify.cudaArch = args.getLastArgValue(OPT_cuda_gpu_arch, options.verify.cudaArch);
  readDefinitions();
  readLookingInside();
  checkCombinations();
  if (failed)
    return std::nullopt;
  return std::move(options);
}

// The command line as a whole
// ---------------------------

static void printHelp(const OptionTable &table) {
  table.printHelp(llvm::outs(), "kernel-translate [options] FILE.py|-",
                  "Translates the GPU kernels of a Python file to C++ and CUDA source; the file is not run");
  llvm::outs() << "\nEXIT STATUS:\n"
                  "  0   done\n"
                  "  1   the input is at fault\n"
                  "  2   the command line is at fault\n"
                  "  3   a check failed or could not run\n"
                  "  70  a fault of this program\n"
                  "  74  the output could not be written\n";
}

static void printVersion() {
  llvm::outs() << "kernel-translate " << version << "\nLLVM and Clang " << LLVM_VERSION_STRING
               << "\nkernel language: Warp " << languageLevel << '\n';
}

std::variant<Options, ExitCode> kt::parseOptions(int argc, char **argv) {
  OptionTable table;
  unsigned missingIndex, missingCount;
  opt::InputArgList args = table.ParseArgs(llvm::ArrayRef(argv + 1, argc - 1), missingIndex, missingCount);
  if (args.hasArg(OPT_help)) {
    printHelp(table);
    return ExitCode::Done;
  }
  if (args.hasArg(OPT_version)) {
    printVersion();
    return ExitCode::Done;
  }
  std::optional<Options> options;
  if (missingCount)
    llvm::errs() << "kernel-translate: " << args.getArgString(missingIndex) << " wants a value\n";
  else
    options = OptionReader(table, args).read();
  if (options)
    return std::move(*options);
  llvm::errs() << "kernel-translate: 'kernel-translate --help' lists the options\n";
  return ExitCode::Usage;
}
