// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reads Builtins.td and writes what follows from it: the overload tables, docs/Builtins.md, a test kernel per overload.

#include "llvm/TableGen/Main.h"
#include "BuiltinRecords.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/TableGen/Error.h"

using namespace kt::tblgen;

namespace {

enum class Action { Check, GenOverloads, GenDocs, GenTests };

llvm::cl::opt<Action>
    action(llvm::cl::desc("What to write"), llvm::cl::init(Action::Check),
           llvm::cl::values(clEnumValN(Action::Check, "check", "Nothing; only look for faults (default)"),
                            clEnumValN(Action::GenOverloads, "gen-overloads", "The tables that lib/Builtins includes"),
                            clEnumValN(Action::GenDocs, "gen-docs", "The page docs/Builtins.md"),
                            clEnumValN(Action::GenTests, "gen-tests", "A Python file with a kernel per overload")));

/// True on error, as TableGenMain wants it.
bool run(llvm::raw_ostream &os, const llvm::RecordKeeper &records) {
  std::vector<BuiltinRecord> builtins = readBuiltins(records);
  checkBuiltins(builtins);
  if (llvm::ErrorsPrinted)
    return true;
  switch (action) {
  case Action::Check: break;
  case Action::GenOverloads: genOverloads(builtins, os); break;
  case Action::GenDocs: genDocs(builtins, os); break;
  case Action::GenTests: genTests(builtins, os); break;
  }
  return false;
}

} // namespace

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  llvm::cl::ParseCommandLineOptions(argc, argv, "Tables, docs and tests from the builtins of the language\n");
  return llvm::TableGenMain(argv[0], llvm::TableGenMainFn(run));
}
