// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The interpreter behind functions of C, for backends.py: reads a file, takes its kernels through the compiler up to
// one stage of the IR, and runs them on the arguments that the emitted CPU entry takes.

#include "kt/Interpret/Interpret.h"
#include "kt/Support/ReadSource.h"
#include "kt/Translate/Translate.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/raw_ostream.h"

using namespace kt;

namespace {
struct Session {
  SourceManager sources;
  DiagEngine diags{sources};
  TypeContext types;
  std::optional<ir::Module> module;
  llvm::StringMap<std::unique_ptr<Interpreter>> kernels;

  // What the last call left
  std::string messages;
  std::string refused; // kernels without an adjoint, a line each
  InterpretResult result;
  std::string error;
};
} // namespace

static std::optional<Stage> stageNamed(StringRef name) {
  for (Stage stage : {Stage::Lower, Stage::Simplify, Stage::Differentiate, Stage::Legalize})
    if (spelling(stage) == name)
      return stage;
  return std::nullopt;
}

static std::string located(const InterpretError &error, const SourceManager &sources) {
  if (!error.loc.isValid())
    return error.text;
  SourceFile::Position at = sources.position(error.loc);
  return (llvm::Twine(sources.file(error.loc.file).name()) + ":" + llvm::Twine(at.line) + ":" + llvm::Twine(at.column) +
          ": " + error.text)
      .str();
}

static void load(Session &session, StringRef path, Stage stage, const char *packages) {
  FailureOr<FileId> file = readSource(path, session.sources, session.diags);
  if (failed(file))
    return;
  TranslateOptions options;
  if (*packages)
    options.check.includeDirs.push_back(packages);
  options.lastOfLowering = stage;
  options.verifyEach = true;
  options.backward = stage == Stage::Differentiate;
  options.withoutAdjoint = [&](const Undifferentiated &left) {
    session.refused += (left.kernel->symbol() + ": " + located({{}, left.loc, left.reason}, session.sources) + "\n");
  };
  FailureOr<CheckedModule> checked = readKernels(*file, options, session.sources, session.types, session.diags);
  if (failed(checked))
    return;
  FailureOr<ir::Module> lowered = lowerKernels(*checked, Target::Cpu, options, session.sources, session.types);
  session.module.emplace(std::move(*lowered));
  for (const auto &function : session.module->functions)
    if (function->isKernel())
      session.kernels[function->symbol()] = std::make_unique<Interpreter>(*function);
}

#define KT_EXPORT extern "C" __attribute__((visibility("default")))

/// A session with the kernels of a file that pass; null if there is no such stage. What is wrong with the others stands
/// in the messages. `packages` is a folder to look for imported modules in, or empty.
KT_EXPORT Session *kt_load(const char *path, const char *stage, const char *packages) {
  std::optional<Stage> last = stageNamed(stage);
  if (!last)
    return nullptr;
  auto *session = new Session;
  load(*session, path, *last, packages);
  llvm::raw_string_ostream os(session->messages);
  printDiagnostics(session->diags, os, DiagFormat::Text, /*color=*/false);
  session->messages += session->refused;
  return session;
}

KT_EXPORT void kt_unload(Session *session) { delete session; }

KT_EXPORT const char *kt_messages(const Session *session) { return session->messages.c_str(); }

KT_EXPORT bool kt_has_kernel(const Session *session, const char *kernel) { return session->kernels.contains(kernel); }

/// Launches a kernel that there is. Returns what ended it, or null if nothing did.
KT_EXPORT const char *kt_run(Session *session, const char *kernel, const LaunchBounds *bounds, const void *args,
                             uint64_t steps) {
  session->result = session->kernels[kernel]->run(*bounds, args, {.steps = steps});
  if (!session->result.error)
    return nullptr;
  session->error = located(*session->result.error, session->sources);
  return session->error.c_str();
}

/// How many instructions the last launch took.
KT_EXPORT uint64_t kt_steps(const Session *session) { return session->result.steps; }

/// What the last launch printed, and how many bytes of it there are.
KT_EXPORT const char *kt_output(const Session *session, uint64_t *size) {
  *size = session->result.output.size();
  return session->result.output.data();
}
