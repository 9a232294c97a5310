// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Support/FaultHandler.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/thread.h"
#include <algorithm>
#include <csignal>
#include <cstring>
#include <memory>
#include <unistd.h>

using namespace kt;
using llvm::StringRef;

static constexpr int internalErrorExitCode = 70;
static constexpr unsigned deepStackSize = 256u << 20;
static constexpr size_t signalStackSize = 64u << 10;

static const char *toolName = "kernel-translate";

/// A plain array: it is read from a signal handler.
static thread_local char currentWork[512];

void kt::setCurrentWork(StringRef what) {
  size_t size = std::min(what.size(), sizeof(currentWork) - 1);
  std::memcpy(currentWork, what.data(), size);
  currentWork[size] = '\0';
}

/// Uses nothing that a signal handler may not use.
static void say(StringRef text) {
  while (!text.empty()) {
    ssize_t written = write(STDERR_FILENO, text.data(), text.size());
    if (written <= 0)
      return;
    text = text.drop_front(written);
  }
}

[[noreturn]] static void endWithFault(StringRef reason) {
  say(toolName);
  say(": internal error: ");
  say(reason);
  if (currentWork[0]) {
    say(", while working on ");
    say(currentWork);
  }
  say("\nthis is a fault of ");
  say(toolName);
  say(", not of the input; please report it with the input\n");
  _exit(internalErrorExitCode);
}

static void onSignal(int signal) {
  switch (signal) {
  case SIGSEGV: endWithFault("bad memory access or stack overflow");
  case SIGABRT: endWithFault("an assumption did not hold");
  case SIGILL: endWithFault("a place was reached that can't be");
  case SIGFPE: endWithFault("bad arithmetic");
  default: endWithFault("unexpected signal");
  }
}

static void onFatalError(void *, const char *reason, bool) { endWithFault(reason); }

/// A stack overflow can be told only from another stack. Each thread needs its own.
static std::unique_ptr<char[]> useSignalStack() {
  auto memory = std::make_unique<char[]>(signalStackSize);
  stack_t stack = {};
  stack.ss_sp = memory.get();
  stack.ss_size = signalStackSize;
  sigaltstack(&stack, nullptr);
  return memory;
}

void kt::installFaultHandler(const char *tool) {
  toolName = tool;
  struct sigaction action = {};
  action.sa_handler = onSignal;
  action.sa_flags = SA_ONSTACK | SA_RESETHAND;
  for (int signal : {SIGSEGV, SIGABRT, SIGILL, SIGFPE, SIGBUS, SIGTRAP})
    sigaction(signal, &action, nullptr);
  llvm::install_fatal_error_handler(onFatalError);
}

void kt::runOnDeepStack(llvm::function_ref<void()> work) {
  llvm::thread thread(std::optional<unsigned>(deepStackSize), [&] {
    std::unique_ptr<char[]> signalStack = useSignalStack();
    work();
    stack_t none = {};
    none.ss_flags = SS_DISABLE;
    sigaltstack(&none, nullptr);
  });
  thread.join();
}
