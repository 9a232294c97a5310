// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Verify/Verify.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"

using namespace kt;
using llvm::StringRef;

static constexpr unsigned timeLimit = 120; // seconds

static llvm::ErrorOr<std::string> findAssembler(const VerifyOptions &options) {
  if (options.cudaPath.empty())
    return llvm::sys::findProgramByName("ptxas");
  return llvm::sys::findProgramByName("ptxas", {options.cudaPath + "/bin"});
}

/// A file that is gone when this is.
static llvm::FileRemover temporaryFile(StringRef suffix, llvm::SmallString<128> &path) {
  if (llvm::sys::fs::createTemporaryFile("kernel-translate", suffix, path))
    path.clear();
  return llvm::FileRemover(path, /*deleteIt=*/!path.empty());
}

CheckResult kt::assemble(StringRef ptx, const VerifyOptions &options) {
  CheckResult result{.mode = CheckMode::CudaDevice, .ran = false};
  llvm::ErrorOr<std::string> assembler = findAssembler(options);
  if (!assembler) {
    result.log = "there is no ptxas";
    return result;
  }
  llvm::SmallString<128> input, output, log;
  llvm::FileRemover removeInput = temporaryFile("ptx", input), removeOutput = temporaryFile("o", output),
                    removeLog = temporaryFile("log", log);
  std::error_code code;
  llvm::raw_fd_ostream file(input, code);
  if (!code) {
    file << ptx;
    file.close();
    code = file.error();
    file.clear_error();
  }
  if (code || output.empty() || log.empty()) {
    result.log = "no temporary file could be written";
    return result;
  }

  // Relocatable: what the device library defines is linked in later.
  std::string arch = "--gpu-name=" + options.cudaArch;
  StringRef args[] = {*assembler, "-c", arch, input, "-o", output};
  std::optional<StringRef> redirects[] = {std::nullopt, StringRef(log), StringRef(log)};
  bool failed = false;
  int status = llvm::sys::ExecuteAndWait(*assembler, args, /*Env=*/std::nullopt, redirects, timeLimit,
                                         /*MemoryLimit=*/0, &result.log, &failed);
  if (failed)
    return result;
  result.ran = true;
  result.ok = status == 0;
  if (auto text = llvm::MemoryBuffer::getFile(log); text && !result.ok)
    result.log = (*text)->getBuffer().str() + result.log;
  return result;
}
