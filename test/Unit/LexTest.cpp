// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Lex/Lex.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"
#include "gmock/gmock.h"

using namespace kt;
using testing::ElementsAre;
using enum kt::TokenKind;

namespace {

class LexTest : public testing::Test {
protected:
  /// The kinds of the tokens of `text`, and the slugs of what was reported.
  std::vector<TokenKind> lexKinds(std::string text) {
    SourceManager sources;
    DiagEngine diags(sources);
    FailureOr<TokenBuffer> buffer = lex(sources.add("test.py", std::move(text)), diags);
    slugs.clear();
    for (const Diagnostic &diagnostic : diags.diagnostics())
      slugs.push_back(diagnostic.slug.str());
    std::vector<TokenKind> kinds;
    if (succeeded(buffer))
      for (const Token &token : buffer->tokens)
        kinds.push_back(token.kind);
    return kinds;
  }
  bool isBalanced(const std::vector<TokenKind> &kinds) {
    return llvm::count(kinds, Indent) == llvm::count(kinds, Dedent) && kinds.back() == EndOfFile;
  }

  std::vector<std::string> slugs;
};

TEST_F(LexTest, EndsEveryLine) {
  EXPECT_THAT(lexKinds(""), ElementsAre(EndOfFile));
  EXPECT_THAT(lexKinds("# only a comment"), ElementsAre(EndOfFile));
  EXPECT_THAT(lexKinds("a"), ElementsAre(Name, Newline, EndOfFile));
  EXPECT_THAT(lexKinds("a\n\n\nb\n"), ElementsAre(Name, Newline, Name, Newline, EndOfFile));
  EXPECT_THAT(lexKinds("(a\nb)"), ElementsAre(LeftParen, Name, Name, RightParen, Newline, EndOfFile));
  EXPECT_THAT(lexKinds("a \\\n  b\n"), ElementsAre(Name, Name, Newline, EndOfFile));
}

TEST_F(LexTest, BalancesBlocks) {
  EXPECT_THAT(lexKinds("if a:\n  b\nc"),
              ElementsAre(KwIf, Name, Colon, Newline, Indent, Name, Newline, Dedent, Name, Newline, EndOfFile));
  for (const char *text : {"if a:\n  b", "if a:\n    b\n  c\nd", "if a:\n  (b\n", "  a", "if a:\n        b\n\tc\n",
                           "if a:\n  f\"{b\n", "if a:\n  \"b\nc"})
    EXPECT_TRUE(isBalanced(lexKinds(text))) << text;
}

TEST_F(LexTest, TakesTheLongestOperator) {
  EXPECT_THAT(lexKinds("**= ** * ... . -> - // //= >>= >> >="),
              ElementsAre(DoubleStarEqual, DoubleStar, Star, Ellipsis, Dot, Arrow, Minus, DoubleSlash, DoubleSlashEqual,
                          RightShiftEqual, RightShift, GreaterEqual, Newline, EndOfFile));
}

TEST_F(LexTest, KnowsEveryFormOfNumber) {
  EXPECT_THAT(lexKinds("0 00 1_000 0xF_f 0o17 0b1 1. .5 1e5 1_0.0_1E-1_0 1j .5J 0777.5 0_0j"),
              ElementsAre(Integer, Integer, Integer, Integer, Integer, Integer, Float, Float, Float, Float, Imaginary,
                          Imaginary, Float, Imaginary, Newline, EndOfFile));
  EXPECT_TRUE(slugs.empty());
  for (const char *text : {"1__0", "1_", "0x", "0b2", "0o8", "1e", "1_.5", "1._5", "12ab", "0_x1", "1\u00E4"}) {
    lexKinds(text);
    EXPECT_THAT(slugs, ElementsAre("malformed-number")) << text;
  }
  EXPECT_THAT(lexKinds("1if a else 2"), ElementsAre(Integer, KwIf, Name, KwElse, Integer, Newline, EndOfFile));
  EXPECT_THAT(lexKinds("1..real"), ElementsAre(Float, Dot, Name, Newline, EndOfFile));
}

TEST_F(LexTest, KnowsEveryStringPrefix) {
  for (const char *prefix : {"", "r", "R", "u", "U", "b", "B", "br", "Br", "bR", "rb", "RB"})
    EXPECT_THAT(lexKinds(prefix + std::string("'\\''")), ElementsAre(String, Newline, EndOfFile)) << prefix;
  for (const char *prefix : {"f", "F", "rf", "fR", "Fr"})
    EXPECT_THAT(lexKinds(prefix + std::string("''")), ElementsAre(FStringStart, FStringEnd, Newline, EndOfFile))
        << prefix;
  EXPECT_THAT(lexKinds("ub''"), ElementsAre(Name, String, Newline, EndOfFile));
}

TEST_F(LexTest, ReadsNamesInAnyScript) {
  EXPECT_THAT(lexKinds("größe = 变量 + ñ_1"), ElementsAre(Name, Equal, Name, Plus, Name, Newline, EndOfFile));
  EXPECT_TRUE(slugs.empty());
  lexKinds("a\u0301 = 1"); // an accent of its own: Python would read `á`
  EXPECT_THAT(slugs, ElementsAre("name-not-normal"));
  lexKinds("a = €");
  EXPECT_THAT(slugs, ElementsAre("stray-character"));
}

TEST_F(LexTest, ReportsOnceForABracketThatIsNeverClosed) {
  lexKinds("f(a, (b\n" + std::string(1000, '\n') + "x = 1\n");
  EXPECT_THAT(slugs, ElementsAre("unclosed-bracket"));
  EXPECT_THAT(lexKinds("f(a\nreturn b\n"),
              ElementsAre(Name, LeftParen, Name, Error, Newline, KwReturn, Name, Newline, EndOfFile));
}

TEST_F(LexTest, GivesUpAtItsLimits) {
  lexKinds(std::string(100000, '('));
  EXPECT_THAT(slugs, ElementsAre("nested-too-deeply"));
  std::string strings = "1";
  for (unsigned index = 0; index < 200; ++index)
    strings = "f'{" + strings + "}'";
  lexKinds(strings);
  EXPECT_THAT(slugs, ElementsAre("nested-too-deeply"));
}

TEST_F(LexTest, RefusesWhatIsNotText) {
  for (std::string text : {std::string("a\0b", 3), std::string("a = '\xFF'"), std::string("\xFE\xFF\0a", 4)}) {
    EXPECT_TRUE(lexKinds(text).empty());
    EXPECT_EQ(slugs.size(), 1u);
  }
}

} // namespace
