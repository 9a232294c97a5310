// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "ClangRun.h"
#include "clang/CodeGen/CodeGenAction.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/TargetSelect.h"
#include <mutex>

using namespace kt;

static void initializeBackends() {
  static std::once_flag once;
  std::call_once(once, [] {
    llvm::InitializeNativeTarget();
    llvm::InitializeNativeTargetAsmPrinter();
    LLVMInitializeNVPTXTargetInfo();
    LLVMInitializeNVPTXTarget();
    LLVMInitializeNVPTXTargetMC();
    LLVMInitializeNVPTXAsmPrinter();
  });
}

CompileResult kt::compile(llvm::StringRef text, Target target, const VerifyOptions &options) {
  initializeBackends();
  CompileResult result;
  result.mode = checkModes(target).front();
  ClangRun run(text, result.mode, RunPurpose::Compile, options);
  if (!run.compiler()) {
    result.ran = false;
    result.log = run.log();
    return result;
  }
  llvm::SmallString<0> code;
  run.compiler()->setOutputStream(std::make_unique<llvm::raw_svector_ostream>(code));
  // PTX is text: that backend has no object files.
  bool finished;
  if (target == Target::Cpu) {
    clang::EmitObjAction action;
    finished = run.compiler()->ExecuteAction(action);
  } else {
    clang::EmitAssemblyAction action;
    finished = run.compiler()->ExecuteAction(action);
  }
  result.ok = finished && !run.errors() && !code.empty();
  result.code = code.str().str();
  result.log = run.log();
  return result;
}
