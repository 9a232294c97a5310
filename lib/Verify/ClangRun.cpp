// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "ClangRun.h"
#include "kt/Support/RuntimeHeaders.h"
#include "clang/Driver/CreateInvocationFromArgs.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace kt;
using llvm::StringRef;

/// Where the unit and the runtime headers seem to lie.
static constexpr const char *memoryRoot = "/kernel-translate/";

static std::string unitPath(CheckMode mode) {
  return std::string(memoryRoot) + (mode == CheckMode::Cpu ? "unit.cpp" : "unit.cu");
}

static bool usesSdk(CheckMode mode, const VerifyOptions &options) {
  return mode != CheckMode::Cpu && !options.cudaPath.empty();
}

static llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> makeFileSystem(StringRef text, CheckMode mode, bool withDisk) {
  auto memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  for (const RuntimeHeader &header : runtimeHeaders())
    memory->addFile(memoryRoot + header.name, 0, llvm::MemoryBuffer::getMemBuffer(header.text, header.name));
  memory->addFile(unitPath(mode), 0, llvm::MemoryBuffer::getMemBufferCopy(text));
  if (!withDisk)
    return memory;
  auto overlay = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(llvm::vfs::getRealFileSystem());
  overlay->pushOverlay(memory);
  return overlay;
}

/// Without an SDK the driver assumes an old PTX, which newer devices and their builtins do not go with.
static std::string ptxVersion(StringRef arch) {
  unsigned number = 0;
  arch.drop_while([](char c) { return !llvm::isDigit(c); }).consumeInteger(10, number);
  return number < 100 ? "ptx80" : "ptx88";
}

/// The command line that a person would check the unit with.
static std::vector<std::string> driverArguments(CheckMode mode, RunPurpose purpose, const VerifyOptions &options) {
  std::vector<std::string> args = {KT_CLANG_DRIVER, "-fsyntax-only", "-std=c++17", std::string("-I") + memoryRoot};
  auto add = [&](std::initializer_list<std::string> more) { args.insert(args.end(), more); };
  switch (purpose) {
  case RunPurpose::Check: add({"-Wall", "-Wextra"}); break;
  case RunPurpose::CheckOfMany: add({"-Wall", "-Wextra", "-DKT_SYNTAX_ONLY"}); break;
  case RunPurpose::Compile: add({"-O2", "-w", "-fno-builtin"}); break; // a device has no C library to call
  }

  switch (mode) {
  case CheckMode::Cpu: add({"-xc++"}); break;
  case CheckMode::CudaDevice: add({"-xcuda", "--cuda-device-only", "--cuda-gpu-arch=" + options.cudaArch}); break;
  case CheckMode::CudaHost: add({"-xcuda", "--cuda-host-only"}); break;
  }
  if (usesSdk(mode, options)) {
    add({"--cuda-path=" + options.cudaPath});
  } else {
    add({"-nostdinc", "-nostdinc++"});
    if (mode != CheckMode::Cpu)
      add({"-nocudainc", "-nocudalib"});
    if (mode == CheckMode::CudaDevice)
      add({"--cuda-feature=+" + ptxVersion(options.cudaArch)});
  }
  args.push_back(unitPath(mode));
  return args;
}

ClangRun::ClangRun(StringRef text, CheckMode mode, RunPurpose purpose, const VerifyOptions &options)
    : printer(stream, diagOptions) {
  diagOptions.ShowOptionNames = true;
  auto files = makeFileSystem(text, mode, usesSdk(mode, options));
  auto driverDiags =
      clang::CompilerInstance::createDiagnostics(*files, diagOptions, &printer, /*ShouldOwnClient=*/false);
  // It warns about the machine, as of an SDK newer than Clang knows, and that is no fault of the unit.
  driverDiags->setIgnoreAllWarnings(true);
  std::vector<std::string> args = driverArguments(mode, purpose, options);
  std::vector<const char *> argv;
  for (const std::string &arg : args)
    argv.push_back(arg.c_str());

  std::shared_ptr<clang::CompilerInvocation> invocation =
      clang::createInvocation(argv, {.Diags = driverDiags, .VFS = files});
  if (!invocation || printer.getNumErrors())
    return;
  invocation->getFrontendOpts().DisableFree = false;
  invocation->getFrontendOpts().ShowStats = false;
  invocation->getDiagnosticOpts().ShowColors = false;

  instance = std::make_unique<clang::CompilerInstance>(std::move(invocation));
  instance->setVerboseOutputStream(llvm::nulls());
  instance->setVirtualFileSystem(files);
  instance->createDiagnostics(&printer, /*ShouldOwnClient=*/false);
  instance->createFileManager();
}

std::string ClangRun::log() const {
  std::string text;
  for (StringRef rest = rendered; !rest.empty();) {
    size_t at = std::min(rest.find(memoryRoot), rest.size());
    text += rest.take_front(at);
    rest = rest.drop_front(at);
    rest.consume_front(memoryRoot);
  }
  return text;
}
