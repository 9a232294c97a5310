// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// kernel-dataset VERB …: makes corpora. Flags in, library calls, exit code out.

#include "Commands.h"
#include "kt/Support/Version.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/raw_ostream.h"

using namespace kt;

static void printVersion(llvm::raw_ostream &os) {
  os << "kernel-dataset " << version << "\n  LLVM " << LLVM_VERSION_STRING << "\n  kernel language: Warp "
     << languageLevel << "\n";
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  llvm::cl::SetVersionPrinter(printVersion);
  hideForeignOptions();
  llvm::cl::ParseCommandLineOptions(argc, argv, "Makes corpora of checked kernels.\n");
  if (produceRequested())
    return runProduce();
  if (mergeRequested())
    return runMerge();
  llvm::errs() << "kernel-dataset: no verb; try 'kernel-dataset produce --help'\n";
  return exitUsage;
}
