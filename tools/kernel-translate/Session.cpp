// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Session.h"
#include "KernelRecord.h"
#include "Report.h"
#include "Snippets.h"
#include "VerifyDiagnostics.h"
#include "kt/Support/Diagnostics.h"
#include "kt/Support/FaultHandler.h"
#include "kt/Support/OutputFile.h"
#include "kt/Support/ReadSource.h"
#include "kt/Support/RuntimeHeaders.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace kt;
namespace path = llvm::sys::path;

namespace {

/// What goes to one file, or to standard output.
struct Output {
  std::string path;
  std::string text;
};

class Session {
public:
  explicit Session(const Options &options) : options(options), diags(sources) {}

  ExitCode run();

private:
  ExitCode refuseOutput();
  ExitCode translate();
  ExitCode writeReport(ExitCode code, const CheckedModule *module, unsigned firstCommonDiag);
  bool isWorthEmitting(const CheckedModule &module);
  ExitCode emit(const CheckedModule &module);
  ExitCode emitUnits(const CheckedModule &module, std::vector<Output> &outputs);
  void noteKeys(const CheckedModule &module, const ir::Module &lowered);
  ExitCode emitRecords(const CheckedModule &module, std::vector<Output> &outputs);
  ExitCode emitRecord(unsigned entryNumber, Target target, std::string &records);
  ExitCode check(const CheckedModule &module, StringRef unit, Target target);
  ExitCode checkAssembly(StringRef ptx);
  bool report(const CheckResult &result);
  ExitCode finishStopped();
  ExitCode write(const std::vector<Output> &outputs);
  void printMessages();

  TranslateOptions translateOptions();
  std::string unitPath(Target target) const;
  std::string sourceName() const;

  const Options &options;
  SourceManager sources;
  DiagEngine diags;
  TypeContext types;
  FileId file = FileId::None;
  std::string shown; // what --dump asks for
  bool stopped = false;
  llvm::StringSet<> withoutAdjoint; // kernels that the user has been told of
  KernelKeys keys;
  bool unitWritten = false;
};

} // namespace

// Reading and translating
// -----------------------

std::string Session::sourceName() const { return options.input == "-" ? "stdin" : path::filename(options.input).str(); }

TranslateOptions Session::translateOptions() {
  TranslateOptions result;
  result.check = options.check;
  result.check.runsOnCpu = llvm::is_contained(options.targets, Target::Cpu);
  result.emit.sourceName = sourceName();
  result.verifyEach = options.verifyEach;
  result.backward = options.backward;
  result.withoutAdjoint = [this](const Undifferentiated &left) {
    if (!withoutAdjoint.insert(left.kernel->symbol()).second)
      return; // said for another target
    Diagnostic &diag = diags.report(left.loc, diag::NoAdjoint, left.kernel->name, left.reason);
    if (left.other.isValid())
      diag.note(left.other, "it is written here");
  };
  result.afterStage = [this](Stage stage, TranslateOptions::Dump dump) {
    setCurrentWork(sourceName() + " after stage " + spelling(stage).str());
    if (options.dumpAfterAll) {
      llvm::errs() << "---- after " << spelling(stage) << " ----\n";
      dump(llvm::errs());
    }
    if (stage != options.stopAfter)
      return true;
    if (options.dump) {
      llvm::raw_string_ostream os(shown);
      dump(os);
    }
    stopped = true;
    return false;
  };
  return result;
}

/// Errors of one kernel are no reason to hold back the others, if that was asked for.
bool Session::isWorthEmitting(const CheckedModule &module) {
  for (const std::string &name : options.check.kernels)
    if (llvm::none_of(module.kernels, [&](const KernelEntry &kernel) { return kernel.isCalled(name); }))
      diags.report({}, diag::UnknownKernel, sources.file(file).name(), name);
  if (module.kernels.empty())
    diags.report({}, diag::NoKernels, sources.file(file).name()).help("a kernel is a function under `@wp.kernel`");
  bool anyPassed =
      llvm::any_of(module.kernels, [](const KernelEntry &kernel) { return kernel.selected && kernel.function; });
  bool allLeftOut = llvm::none_of(module.kernels, [](const KernelEntry &kernel) { return kernel.selected; });
  if (allLeftOut && !module.kernels.empty() && !diags.hasErrors())
    diags.report({}, diag::NoKernelLeft, sources.file(file).name());
  return anyPassed && (options.keepGoing || !diags.hasErrors());
}

ExitCode Session::translate() {
  FailureOr<FileId> read = readSource(options.input, sources, diags);
  if (failed(read))
    return writeReport(ExitCode::BadInput, nullptr, 0);
  file = *read;

  FailureOr<CheckedModule> module = readKernels(file, translateOptions(), sources, types, diags);
  if (options.verifyDiagnostics)
    return succeeded(compareWithExpectations(diags, file, llvm::errs())) ? ExitCode::Done : ExitCode::BadInput;
  if (stopped)
    return finishStopped();
  if (failed(module))
    return writeReport(ExitCode::BadInput, nullptr, 0);

  bool worthEmitting = isWorthEmitting(*module);
  unsigned firstCommonDiag = diags.diagnostics().size();
  ExitCode code = worthEmitting ? emit(*module) : ExitCode::BadInput;
  if (code == ExitCode::Done && diags.hasErrors())
    code = ExitCode::BadInput;
  return writeReport(code, &*module, firstCommonDiag);
}

/// A run that got nowhere leaves an empty report, rather than that of an earlier run.
ExitCode Session::writeReport(ExitCode code, const CheckedModule *module, unsigned firstCommonDiag) {
  if (options.report.empty())
    return code;
  std::string text = module ? makeReport(*module, keys, diags, firstCommonDiag, unitWritten) : "";
  ExitCode written = write({{options.report, std::move(text)}});
  return written == ExitCode::Done ? code : written;
}

ExitCode Session::finishStopped() {
  ExitCode written = options.dump ? write({{options.output, shown}}) : ExitCode::Done;
  if (written != ExitCode::Done)
    return written;
  return diags.hasErrors() ? ExitCode::BadInput : ExitCode::Done;
}

// Units
// -----

std::string Session::unitPath(Target target) const {
  if (options.output == "-" || options.targets.size() == 1 || options.emit == EmitKind::Record)
    return options.output;
  StringRef stem = options.output;
  if (!stem.consume_back(".cpp"))
    stem.consume_back(".cu");
  return (stem + (target == Target::Cpu ? ".cpp" : ".cu")).str();
}

/// The kernels of the IR are those of the module, in order, and their adjoints.
void Session::noteKeys(const CheckedModule &module, const ir::Module &lowered) {
  auto isKernel = [](const CheckedFunction *function) { return function->isKernel; };
  auto isPrimal = [](const std::unique_ptr<ir::Function> &function) {
    return function->isKernel() && !function->primal;
  };
  for (auto [source, kernel] : llvm::zip_equal(llvm::make_filter_range(module.functions, isKernel),
                                               llvm::make_filter_range(lowered.functions, isPrimal)))
    keys[source] = kernel->key();
}

ExitCode Session::emitUnits(const CheckedModule &module, std::vector<Output> &outputs) {
  for (Target target : options.targets) {
    FailureOr<ir::Module> lowered = lowerKernels(module, target, translateOptions(), sources, types);
    if (failed(lowered))
      continue; // asked to stop before
    std::string text = Emitter(target).emit(*lowered, sources, translateOptions().emit);
    noteKeys(module, *lowered);
    if (options.emit == EmitKind::Bundle)
      text = bundle(text);
    if (ExitCode code = check(module, text, target); code != ExitCode::Done)
      return code;
    // On one stream the two units are for reading: a line tells them apart.
    if (options.output == "-" && options.targets.size() > 1)
      text = (llvm::Twine("// ---- ") + spelling(target) + " ----\n" + text).str();
    outputs.push_back({unitPath(target), std::move(text)});
  }
  return ExitCode::Done;
}

ExitCode Session::emit(const CheckedModule &module) {
  std::vector<Output> outputs;
  ExitCode code = options.emit == EmitKind::Record ? emitRecords(module, outputs) : emitUnits(module, outputs);
  if (code != ExitCode::Done)
    return code;
  if (stopped)
    return finishStopped();
  code = write(outputs);
  unitWritten = code == ExitCode::Done;
  return code;
}

// Records
// -------

/// A record holds a unit with one kernel and what that needs, so the file is gone through once more for it.
ExitCode Session::emitRecord(unsigned entryNumber, Target target, std::string &records) {
  TranslateOptions alone = translateOptions();
  alone.check.onlyEntry = entryNumber;
  DiagEngine told(sources); // the same as before
  FailureOr<CheckedModule> module = readKernels(file, alone, sources, types, told);
  if (failed(module))
    return ExitCode::Done;
  FailureOr<ir::Module> lowered = lowerKernels(*module, target, alone, sources, types);
  if (failed(lowered))
    return ExitCode::Done;

  Record record = makeRecord(*module, module->kernels[entryNumber], sources);
  record.device = target;
  for (const std::unique_ptr<ir::Function> &function : lowered->functions)
    if (function->isKernel() && !function->primal) {
      if (!function->instance.empty())
        record.kernelName = function->symbol();
      record.mangledName = function->key();
      record.hasBackward = function->adjoint != nullptr;
    }
  record.fullCode = Emitter(target).emit(*lowered, sources, alone.emit);
  if (ExitCode code = check(*module, record.fullCode, target); code != ExitCode::Done)
    return code;
  if (options.verifyLevel != VerifyLevel::None)
    for (CheckMode mode : checkModes(target))
      record.checks.push_back(("clang-" + spelling(mode)).str());
  records += toJsonLine(record);
  return ExitCode::Done;
}

ExitCode Session::emitRecords(const CheckedModule &module, std::vector<Output> &outputs) {
  Output records{options.output, {}};
  for (auto [number, kernel] : llvm::enumerate(module.kernels))
    for (Target target : options.targets)
      if (kernel.selected && kernel.function)
        if (ExitCode code = emitRecord(number, target, records.text); code != ExitCode::Done)
          return code;
  outputs.push_back(std::move(records));
  return ExitCode::Done;
}

// Checking
// --------

/// What another program had to say, line by line.
static void noteLog(Diagnostic &diagnostic, StringRef log) {
  for (StringRef line : llvm::split(log, '\n'))
    if (!line.trim().empty())
      diagnostic.note({}, line.rtrim().str());
}

/// False if the unit must not be given out.
bool Session::report(const CheckResult &result) {
  if (result.ok)
    return true;
  if (result.ran)
    noteLog(diags.report({}, diag::CheckFailed, spelling(result.mode)), result.log);
  else
    noteLog(diags.report({}, diag::CheckNotRun, spelling(result.mode)), result.log);
  return false;
}

ExitCode Session::check(const CheckedModule &module, StringRef unit, Target target) {
  if (options.verifyLevel == VerifyLevel::None)
    return ExitCode::Done;
  setCurrentWork(sourceName() + ", checking the unit for " + spelling(target));
  for (const CheckResult &result : verify(unit, target, options.verify))
    if (!result.ok && failed(blameSnippets(module, unit, result.log, diags)))
      return ExitCode::BadInput;
    else if (!report(result))
      return ExitCode::CheckFailed;
  if (options.verifyLevel == VerifyLevel::Syntax)
    return ExitCode::Done;
  CompileResult compiled = compile(unit, target, options.verify);
  if (!report(compiled))
    return ExitCode::CheckFailed;
  return target == Target::Cpu ? ExitCode::Done : checkAssembly(compiled.code);
}

/// That there is no assembler is said, and no reason to hold back a unit that passed everything else.
ExitCode Session::checkAssembly(StringRef ptx) {
  CheckResult assembled = assemble(ptx, options.verify);
  if (!assembled.ran)
    diags.report({}, diag::PtxNotAssembled, assembled.log);
  else if (!assembled.ok)
    noteLog(diags.report({}, diag::PtxRefused), assembled.log);
  return assembled.ran && !assembled.ok ? ExitCode::CheckFailed : ExitCode::Done;
}

// Writing
// -------

static llvm::Error writeWhole(const Output &output) {
  if (output.path == "-") {
    llvm::outs() << output.text;
    llvm::outs().flush();
    std::error_code code = llvm::outs().error();
    llvm::outs().clear_error();
    return code ? llvm::createStringError(code, "can't write to standard output: " + code.message())
                : llvm::Error::success();
  }
  llvm::Expected<OutputFile> file = OutputFile::create(output.path);
  if (!file)
    return file.takeError();
  file->os() << output.text;
  return file->commit();
}

ExitCode Session::write(const std::vector<Output> &outputs) {
  for (const Output &output : outputs) {
    setCurrentWork(sourceName() + ", writing " + output.path);
    if (llvm::Error error = writeWhole(output)) {
      diags.report({}, diag::CannotWrite, llvm::toString(std::move(error)));
      return ExitCode::CannotWrite;
    }
  }
  return ExitCode::Done;
}

/// Asked before anything is read: an output that would replace the input, or that is a folder.
ExitCode Session::refuseOutput() {
  std::vector<std::string> paths = {options.report};
  for (Target target : options.targets)
    paths.push_back(unitPath(target));
  for (StringRef path : paths) {
    if (path.empty() || path == "-")
      continue;
    bool isFile = llvm::sys::fs::is_regular_file(path);
    if (llvm::sys::fs::is_directory(path))
      diags.report({}, diag::OutputIsFolder, path);
    else if (isFile && llvm::sys::fs::equivalent(path, options.input))
      diags.report({}, diag::OutputIsInput, path);
    else
      continue;
    return ExitCode::Usage;
  }
  return ExitCode::Done;
}

static bool showsColor(ColorMode mode) {
  switch (mode) {
  case ColorMode::Auto: return llvm::errs().has_colors() && !std::getenv("NO_COLOR");
  case ColorMode::Always: return true;
  case ColorMode::Never: return false;
  }
  llvm_unreachable("all modes are handled");
}

void Session::printMessages() {
  bool color = showsColor(options.color);
  llvm::errs().enable_colors(color);
  printDiagnostics(diags, llvm::errs(), options.diagFormat, color);
}

ExitCode Session::run() {
  setCurrentWork(sourceName());
  ExitCode code = refuseOutput();
  if (code == ExitCode::Done)
    code = translate();
  if (!options.verifyDiagnostics)
    printMessages();
  return code;
}

ExitCode kt::runSession(const Options &options) { return Session(options).run(); }
