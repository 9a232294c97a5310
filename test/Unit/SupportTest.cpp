// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Support/Diagnostics.h"
#include "kt/Support/ReadSource.h"
#include "kt/Support/Utf8.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace kt;

namespace {

// SourceManager
// -------------

TEST(SourceManagerTest, CountsLinesAsPythonDoes) {
  SourceFile file("a.py", "one\ntwo\r\nthree\rfour");
  EXPECT_EQ(file.lineCount(), 4u);
  EXPECT_EQ(file.lineText(1), "one");
  EXPECT_EQ(file.lineText(2), "two");
  EXPECT_EQ(file.lineText(3), "three");
  EXPECT_EQ(file.lineText(4), "four");
  SourceFile::Position position = file.position(file.text().find("four") + 2);
  EXPECT_EQ(position.line, 4u);
  EXPECT_EQ(position.column, 3u);
}

TEST(SourceManagerTest, KnowsTheEndOfTheText) {
  SourceFile file("a.py", "a\n");
  EXPECT_EQ(file.lineCount(), 2u);
  EXPECT_EQ(file.lineText(2), "");
  EXPECT_EQ(file.position(2).line, 2u);
  EXPECT_EQ(file.position(2).column, 1u);
}

TEST(SourceManagerTest, GivesAByteOrderMarkNoColumn) {
  SourceFile file("a.py", "\xEF\xBB\xBFx = 1\n");
  EXPECT_EQ(file.position(3).column, 1u);
  EXPECT_EQ(file.lineText(1), "x = 1");
}

TEST(SourceManagerTest, GivesTextAndLineOfALocation) {
  SourceManager sources;
  FileId first = sources.add("a.py", "a = 1\nb = 2\n"), second = sources.add("b.py", "c");
  EXPECT_EQ(sources.text({first, 6, 7}), "b");
  EXPECT_EQ(sources.lineText({first, 6, 7}), "b = 2");
  EXPECT_EQ(sources.file(second).name(), "b.py");
}

// Utf8
// ----

TEST(Utf8Test, IsAsStrictAsPython) {
  EXPECT_EQ(findInvalidUtf8("plain, äöü, 变量, \xF0\x9F\x98\x80"), std::nullopt);
  EXPECT_EQ(findInvalidUtf8("ab\xFF"), 2u);
  EXPECT_EQ(findInvalidUtf8("a\xC0\x80"), 1u);        // an overlong NUL
  EXPECT_EQ(findInvalidUtf8("\xED\xA0\x80"), 0u);     // a surrogate
  EXPECT_EQ(findInvalidUtf8("\xF4\x90\x80\x80"), 0u); // past U+10FFFF
  EXPECT_EQ(findInvalidUtf8("abc\xE2\x82"), 3u);      // cut off
}

TEST(Utf8Test, RoundTrips) {
  for (char32_t value : {U'a', U'ä', U'变', U'\U0001F600'}) {
    std::string text;
    appendUtf8(value, text);
    EXPECT_EQ(decodeUtf8(text).value, value);
    EXPECT_EQ(decodeUtf8(text).length, text.size());
  }
}

TEST(Utf8Test, ShowsWhatCannotBePrinted) {
  EXPECT_EQ(makePrintable("größe"), "größe");
  EXPECT_EQ(makePrintable("a\nb\x1B[0m"), "a<U+000A>b<U+001B>[0m");
  EXPECT_EQ(makePrintable("x\u202Ey"), "x<U+202E>y");
  EXPECT_EQ(makePrintable("\xFF\xC3"), "<FF><C3>");
}

// DiagEngine
// ----------

class DiagTest : public testing::Test {
protected:
  Location find(StringRef text) {
    uint32_t begin = sources.file(file).text().find(text);
    return {file, begin, begin + uint32_t(text.size())};
  }
  void setSource(std::string text) { file = sources.add("sum.py", std::move(text)); }
  std::string print(DiagFormat format = DiagFormat::Text, bool color = false) {
    std::string out;
    llvm::raw_string_ostream os(out);
    printDiagnostics(diags, os, format, color);
    return out;
  }

  SourceManager sources;
  FileId file = FileId::None;
  DiagEngine diags{sources};
};

TEST_F(DiagTest, PrintsLabelNoteAndHelp) {
  setSource("a\n\n\n\n\n    total = 0.0\n    wp.atomic_add(total, i, x)\n");
  diags.report(find("total, "), diag::ExpectedToken, "an array", "`total`")
      .label("a local value")
      .note(find("total ="), "it is assigned here")
      .note({}, "a note without a place")
      .help("pass an array");
  EXPECT_EQ(print(), "error[expected-token]: expected an array, found `total`\n"
                     " --> sum.py:7:19\n"
                     "  |\n"
                     "7 |     wp.atomic_add(total, i, x)\n"
                     "  |                   ^^^^^^^ a local value\n"
                     "note: it is assigned here\n"
                     " --> sum.py:6:5\n"
                     "  |\n"
                     "6 |     total = 0.0\n"
                     "  |     -------\n"
                     "note: a note without a place\n"
                     "help: pass an array\n");
}

TEST_F(DiagTest, WidensTheMarginForLongLineNumbers) {
  setSource(std::string(99, '\n') + "x\n");
  diags.report(find("x"), diag::BareWalrus);
  EXPECT_EQ(print(), "error[bare-walrus]: `:=` can't assign in a statement of its own\n"
                     "   --> sum.py:100:1\n"
                     "    |\n"
                     "100 | x\n"
                     "    | ^\n");
}

TEST_F(DiagTest, AlignsTabsAndWideCharacters) {
  setSource("\tx = \"变量\" + bad\n");
  diags.report(find("bad"), diag::BareWalrus);
  std::string out = print();
  EXPECT_NE(out.find("1 |     x = \"变量\" + bad\n  |                  ^^^\n"), std::string::npos) << out;
}

TEST_F(DiagTest, MarksOnlyTheFirstLineOfARange) {
  setSource("f(a,\n  b)\n");
  diags.report(find("a,\n  b"), diag::BareWalrus);
  EXPECT_NE(print().find("1 | f(a,\n  |   ^^\n"), std::string::npos) << print();
}

TEST_F(DiagTest, ShowsTheSurroundingsInALongLine) {
  setSource(std::string(100000, 'a') + " bad " + std::string(100000, 'b'));
  diags.report(find("bad"), diag::BareWalrus);
  std::string out = print();
  EXPECT_LT(out.size(), 700u);
  EXPECT_NE(out.find("a bad b"), std::string::npos);
}

TEST_F(DiagTest, IsAlwaysValidUtf8) {
  setSource("x = \"\xFF\u202E\x01\"\n");
  diags.report({file, 4, 9}, diag::StrayCharacter, "\xFF\n");
  for (DiagFormat format : {DiagFormat::Text, DiagFormat::Json})
    EXPECT_TRUE(llvm::json::isUTF8(print(format)));
  EXPECT_NE(print().find("`<FF><U+000A>` has no place"), std::string::npos);
}

TEST_F(DiagTest, ColorsOnlyIfAsked) {
  setSource("x\n");
  diags.report(find("x"), diag::BareWalrus).help("none");
  EXPECT_EQ(print().find('\x1B'), std::string::npos);
  EXPECT_NE(print(DiagFormat::Text, true).find('\x1B'), std::string::npos);
}

TEST_F(DiagTest, PrintsOneJsonObjectALine) {
  setSource("a = \"quote\nb\n");
  diags.report(find("b"), diag::ExpectedToken, "`x`", "`\"`").label("here").note(find("a"), "there").help("no");
  diags.report({}, diag::TooManyErrors, 3);
  llvm::SmallVector<StringRef> lines;
  std::string out = print(DiagFormat::Json);
  StringRef(out).split(lines, '\n', -1, /*KeepEmpty=*/false);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0], "{\"severity\":\"error\",\"slug\":\"expected-token\",\"message\":\"expected `x`, found `\\\"`\","
                      "\"file\":\"sum.py\",\"line\":2,\"column\":1,\"end_line\":2,\"end_column\":2,\"label\":\"here\","
                      "\"notes\":[{\"message\":\"there\",\"file\":\"sum.py\",\"line\":1,\"column\":1,\"end_line\":1,"
                      "\"end_column\":2}],\"help\":\"no\"}");
  llvm::Expected<llvm::json::Value> second = llvm::json::parse(lines[1]);
  ASSERT_TRUE(bool(second));
  EXPECT_EQ(second->getAsObject()->get("file"), nullptr);
}

TEST_F(DiagTest, StopsAtTheLimitAndSaysSo) {
  setSource("x\n");
  DiagEngine limited(sources, {.errorLimit = 2});
  for (unsigned index = 0; index < 5; ++index)
    limited.report(find("x"), diag::BareWalrus).help("the reference is good past the limit too");
  EXPECT_TRUE(limited.atLimit());
  EXPECT_EQ(limited.errorCount(), 2u);
  ASSERT_EQ(limited.diagnostics().size(), 3u);
  EXPECT_EQ(limited.diagnostics()[1].helpText, "the reference is good past the limit too");
  EXPECT_EQ(limited.diagnostics()[2].text, "stopped after 2 errors");
}

// readSource
// ----------

TEST(ReadSourceTest, ReportsWhatCannotBeRead) {
  SourceManager sources;
  DiagEngine diags(sources);
  EXPECT_TRUE(failed(readSource("/no/such/file.py", sources, diags)));
  EXPECT_TRUE(failed(readSource("/", sources, diags)));
  ASSERT_EQ(diags.errorCount(), 2u);
  EXPECT_EQ(diags.diagnostics()[0].text, "can't read `/no/such/file.py`: no such file or directory");
  EXPECT_EQ(diags.diagnostics()[1].text, "can't read `/`: is a directory");
}

TEST(ReadSourceTest, EndsAnEndlessStream) {
  SourceManager sources;
  DiagEngine diags(sources);
  EXPECT_TRUE(failed(readSource("/dev/zero", sources, diags)));
  ASSERT_EQ(diags.errorCount(), 1u);
  EXPECT_EQ(diags.diagnostics()[0].slug, "file-too-large");
}

} // namespace
