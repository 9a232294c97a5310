// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Support/RuntimeHeaders.h"
#include "llvm/ADT/STLExtras.h"
#include <gmock/gmock.h>

using namespace kt;
using testing::HasSubstr;
using testing::Not;

namespace {

unsigned occurrences(llvm::StringRef text, llvm::StringRef part) { return text.count(part); }

TEST(RuntimeHeadersTest, everyHeaderIsThereUnderTheNameThatIsIncluded) {
  ASSERT_NE(findRuntimeHeader("kt-runtime/kernel.h"), nullptr);
  EXPECT_EQ(findRuntimeHeader("kernel.h"), nullptr);
  EXPECT_TRUE(llvm::is_sorted(runtimeHeaders(),
                              [](const RuntimeHeader &a, const RuntimeHeader &b) { return a.name < b.name; }));
  for (const RuntimeHeader &header : runtimeHeaders()) {
    EXPECT_TRUE(header.name.starts_with("kt-runtime/")) << header.name.str();
    EXPECT_TRUE(header.text.contains("SPDX-License-Identifier")) << header.name.str();
  }
}

TEST(RuntimeHeadersTest, runtimeIncludesOnlyItself) {
  for (const RuntimeHeader &header : runtimeHeaders())
    for (llvm::StringRef rest = header.text; !rest.empty(); rest = rest.split('\n').second)
      if (llvm::StringRef line = rest.split('\n').first.ltrim(); line.consume_front("#include \""))
        EXPECT_NE(findRuntimeHeader(line.split('"').first), nullptr) << header.name.str() << ": " << line.str();
}

TEST(RuntimeHeadersTest, bundleHoldsEachHeaderOnce) {
  std::string unit = "// a unit\n#include \"kt-runtime/kernel.h\"\n  #  include \"kt-runtime/vec.h\"\nint last;";
  std::string text = bundle(unit);
  EXPECT_THAT(text, Not(HasSubstr("#include \"kt-runtime")));
  EXPECT_EQ(occurrences(text, "#define KT_RUNTIME_VEC_H"), 1u);
  EXPECT_EQ(occurrences(text, "#pragma once"), 0u);
  EXPECT_TRUE(llvm::StringRef(text).starts_with("// a unit\n"));
  EXPECT_TRUE(llvm::StringRef(text).ends_with("int last;"));
}

TEST(RuntimeHeadersTest, otherLinesStayAsTheyAre) {
  std::string unit = "#include <cstdio>\n#include \"mine.h\"\n// #include \"kt-runtime/kernel.h\"\n\n";
  EXPECT_EQ(bundle(unit), unit);
}

} // namespace
