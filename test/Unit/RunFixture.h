// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A kernel built by hand, run both ways: by the interpreter, and as emitted C++ that is compiled and loaded.

#ifndef KT_TEST_UNIT_RUNFIXTURE_H
#define KT_TEST_UNIT_RUNFIXTURE_H

#include "../../lib/Interpret/Layout.h"
#include "IRFixture.h"
#include "kt/Emit/Emit.h"
#include "kt/Interpret/Interpret.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Program.h"
#include <dlfcn.h>

namespace kt {

enum class Engine { Interpreter, Emitted };

class RunFixture : public IRFixture, public testing::WithParamInterface<Engine> {
protected:
  /// Runs the module's first kernel as one thread.
  void run(void *args) {
    ir::Function &kernel = *module.functions.front();
    ASSERT_EQ(ir::verify(module), "");
    if (GetParam() == Engine::Emitted)
      return runEmitted(kernel, args);
    InterpretResult result = interpret(kernel, LaunchBounds(), args);
    EXPECT_FALSE(result.error) << result.error->text;
  }

  template <class T>
  static ArrayView viewOf(std::vector<T> &data, std::vector<T> *grad = nullptr) {
    ArrayView view{};
    view.data = reinterpret_cast<char *>(data.data());
    view.grad = grad ? reinterpret_cast<char *>(grad->data()) : nullptr;
    view.shape[0] = int32_t(data.size());
    view.strides[0] = sizeof(T);
    view.rank = 1;
    return view;
  }

  ~RunFixture() override {
    if (library)
      dlclose(library);
  }

private:
  using Entry = void (*)(LaunchBounds, void *);

  void runEmitted(ir::Function &kernel, void *args) {
    if (!entry)
      compile(kernel);
    ASSERT_TRUE(entry);
    entry(LaunchBounds(), args);
  }

  void compile(ir::Function &kernel) {
    legalize(module, Target::Cpu);
    ASSERT_EQ(ir::verify(module), "");
    std::string text = Emitter(Target::Cpu).emit(module, SourceManager());
    llvm::SmallString<128> source, object;
    int file;
    ASSERT_FALSE(llvm::sys::fs::createTemporaryFile("kernel", "cpp", file, source));
    ASSERT_FALSE(llvm::sys::fs::createTemporaryFile("kernel", "so", object));
    llvm::raw_fd_ostream(file, /*shouldClose=*/true) << text;
    int status = llvm::sys::ExecuteAndWait(KT_CLANGXX, {KT_CLANGXX, "-std=c++17", "-O1", "-ffp-contract=off", "-Wall",
                                                        "-Wextra", "-Werror", "-shared", "-fPIC", "-I", KT_RUNTIME_ROOT,
                                                        source, "-o", object});
    EXPECT_EQ(status, 0) << text;
    library = dlopen(object.c_str(), RTLD_NOW);
    entry = library ? reinterpret_cast<Entry>(dlsym(library, (kernel.key() + "_cpu_forward").c_str())) : nullptr;
    llvm::sys::fs::remove(source);
    llvm::sys::fs::remove(object);
  }

  void *library = nullptr;
  Entry entry = nullptr;
};

inline std::string engineName(const testing::TestParamInfo<Engine> &info) {
  return info.param == Engine::Interpreter ? "Interpreter" : "Emitted";
}

} // namespace kt

/// The tests of a RunFixture, each with both engines.
#define KT_INSTANTIATE(Suite)                                                                                          \
  INSTANTIATE_TEST_SUITE_P(Run, Suite, testing::Values(Engine::Interpreter, Engine::Emitted), engineName)

#endif
