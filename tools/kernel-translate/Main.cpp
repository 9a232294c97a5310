// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Session.h"
#include "kt/Support/FaultHandler.h"

using namespace kt;

int main(int argc, char **argv) {
  installFaultHandler("kernel-translate");
  std::variant<Options, ExitCode> parsed = parseOptions(argc, argv);
  if (auto *code = std::get_if<ExitCode>(&parsed))
    return static_cast<int>(*code);
  ExitCode code = ExitCode::Done;
  runOnDeepStack([&] { code = runSession(std::get<Options>(parsed)); });
  return static_cast<int>(code);
}
