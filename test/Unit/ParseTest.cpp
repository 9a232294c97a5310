// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Parse/Parse.h"
#include "llvm/Support/raw_ostream.h"
#include "gmock/gmock.h"

using namespace kt;
using namespace kt::ast;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

class ParseTest : public testing::Test {
protected:
  /// The tree of `text`, which lives until the next call.
  const Module &parseText(std::string text) {
    sources = std::make_unique<SourceManager>();
    DiagEngine diags(*sources);
    FailureOr<TokenBuffer> tokens = lex(sources->add("test.py", std::move(text)), diags);
    module = *parse(*tokens, diags);
    slugs.clear();
    for (const Diagnostic &diagnostic : diags.diagnostics())
      slugs.push_back(diagnostic.slug.str());
    return module;
  }
  const Expr &parseValue(const std::string &text) {
    return *cast<ExprStmt>(parseText("(" + text + ")").body[0])->value;
  }
  const Constant &parseConstant(const std::string &text) { return cast<Constant>(parseValue(text)); }
  StringRef textOf(const Node &node) { return sources->text(node.loc); }

  std::unique_ptr<SourceManager> sources;
  Module module;
  std::vector<std::string> slugs;
};

TEST_F(ParseTest, LeavesParenthesesOutOfRanges) {
  auto &sum = cast<BinOp>(parseValue("(a) + (b * c)"));
  EXPECT_EQ(textOf(sum), "(a) + (b * c)");
  EXPECT_EQ(textOf(*sum.left), "a");
  EXPECT_EQ(textOf(*sum.right), "b * c");
  EXPECT_EQ(sources->text(sum.opLoc), "+");
}

TEST_F(ParseTest, BindsOperatorsAsPythonDoes) {
  auto &power = cast<BinOp>(*cast<UnaryOp>(parseValue("-a ** -b ** c")).operand);
  EXPECT_EQ(textOf(*power.right), "-b ** c");
  EXPECT_EQ(textOf(*cast<BinOp>(parseValue("a - b - c")).left), "a - b");
  EXPECT_EQ(textOf(*cast<BoolOp>(parseValue("not a or b and c")).values[1]), "b and c");
  EXPECT_EQ(cast<Compare>(parseValue("a < b not in c is not d")).ops.size(), 3u);
  EXPECT_EQ(cast<BinOp>(parseValue("a | b ^ c & d << e")).op, BinaryOperator::BitOr);
}

TEST_F(ParseTest, KeepsIntegersExact) {
  EXPECT_EQ(parseConstant("1_000").intValue->getZExtValue(), 1000u);
  EXPECT_EQ(parseConstant("0xFFFF_FFFF_FFFF_FFFF").intValue->getZExtValue(), ~0ull);
  EXPECT_EQ(*parseConstant("18446744073709551616").intValue, llvm::APInt(128, 1).shl(64));
  EXPECT_EQ(parseConstant("0x1" + std::string(100000, '0')).intValue->getActiveBits(), 400001u);
  EXPECT_EQ(parseConstant("0o" + std::string(1000, '7')).intValue->popcount(), 3000u);
  llvm::APInt tens(64, 1);
  std::string digits = "1";
  for (unsigned count = 1; count <= 50; ++count) {
    tens = tens.zext(tens.getBitWidth() + 4) * 10;
    digits += '0';
    EXPECT_TRUE(llvm::APInt::isSameValue(*parseConstant(digits).intValue, tens)) << digits;
  }
  EXPECT_THAT((parseText("a = " + std::string(4300, '9')), slugs), IsEmpty());
  EXPECT_THAT((parseText("a = " + std::string(4301, '9')), slugs), ElementsAre("integer-too-long"));
}

TEST_F(ParseTest, ReadsTheNearestDouble) {
  EXPECT_EQ(parseConstant("0.1").floatValue, 0.1);
  EXPECT_EQ(parseConstant("1_0.5_0e1_0").floatValue, 10.50e10);
  EXPECT_EQ(parseConstant("5e-324").floatValue, 5e-324);
  EXPECT_EQ(parseConstant("1e999").floatValue, HUGE_VAL);
  EXPECT_EQ(parseConstant("1e-999").floatValue, 0.0);
  EXPECT_EQ(parseConstant("0." + std::string(400, '0') + "1e9999").floatValue, HUGE_VAL);
  EXPECT_EQ(parseConstant(std::string(400, '1') + ".5e-99999999999999999999").floatValue, 0.0);
  EXPECT_EQ(parseConstant("2.5j").constantKind, Constant::Complex);
  EXPECT_EQ(parseConstant("1.50").text, "1.50");
}

TEST_F(ParseTest, ReplacesEscapes) {
  EXPECT_EQ(parseConstant(R"('\x41\101\u00e4\n\'' "\N{greek small letter alpha}")").text, "AA\u00E4\n'\u03B1");
  EXPECT_EQ(parseConstant(R"(r'\n')").text, "\\n");
  EXPECT_EQ(parseConstant(R"(b'\xff\u')").text, "\xFF\\u");
  EXPECT_EQ(parseConstant("'a\\\nb'").text, "ab");
  EXPECT_EQ(parseConstant("'''a\r\nb\rc'''").text, "a\nb\nc");
  EXPECT_EQ(parseConstant(R"('\ud800')").text, "\xED\xA0\x80");
  EXPECT_EQ(parseConstant(R"('\d')").text, "\\d");
}

TEST_F(ParseTest, LimitsTheHeightOfTheTree) {
  auto repeat = [](StringRef text, unsigned count) {
    std::string out;
    while (count--)
      out += text;
    return out;
  };
  std::string deep[] = {"a" + repeat("+a", 50000), "a" + repeat(".b", 20000),          repeat("-", 10000) + "1",
                        "a" + repeat("()", 20000), "a" + repeat("**a", 10000),         repeat("not ", 10000) + "a",
                        "a" + repeat("[b]", 5000), repeat("a if b else ", 5000) + "c", repeat("lambda: ", 5000) + "a"};
  for (const std::string &text : deep)
    EXPECT_THAT((parseText("x = " + text + "\ny = 1\n"), slugs), ElementsAre("nested-too-deeply"))
        << text.substr(0, 40);
  std::string wide[] = {
      "a" + repeat(" and a", 50000),         "a" + repeat(" < a", 50000), "[" + repeat("a+b, ", 50000) + "]",
      "f(" + repeat("a.b.c, ", 50000) + ")", "a" + repeat("+a", 900),     repeat("(", 200) + repeat(")", 200)};
  for (const std::string &text : wide)
    EXPECT_THAT((parseText("x = " + text), slugs), IsEmpty()) << text.substr(0, 40);
  std::string both = repeat("(", 190);
  for (unsigned level = 0; level < 190; ++level)
    both += repeat("a+", 100) + "a)+";
  EXPECT_THAT((parseText("x = " + both + "a"), slugs), ElementsAre("nested-too-deeply"));
}

TEST_F(ParseTest, ReportsOneErrorForOneMistake) {
  const char *mistakes[] = {"if a\n    b\nelse:\n    c\n",
                            "def f(:\n    a\n",
                            "a = (1, 2\nb = 3\ndef g(): pass\n",
                            "for a b:\n    c\n    for d in e:\n        f\n",
                            "x = f\"{a b}\"\n",
                            "x = f\"{a\"\n",
                            "x = [1, 2)\n",
                            "class A\n    def f(self):\n        pass\n",
                            "try:\n    a\nb\n",
                            "while a:\nb\n",
                            "match a:\n    case 1\n        b\n    case 2:\n        c\n",
                            "@a b\ndef f(): pass\n",
                            "x = 1 +\n",
                            "x = 'a\n",
                            "import\n",
                            "a = $ + ?\n"};
  for (const char *text : mistakes) {
    parseText(std::string(text) + "\n\nlast = 1\n");
    EXPECT_EQ(slugs.size(), text == StringRef("a = $ + ?\n") ? 2u : 1u) << text;
    auto *last = module.body.empty() ? nullptr : dyn_cast<Assign>(module.body.back());
    // After a bracket that is never closed only a word such as `def` can begin a statement.
    bool swallowsTheRest = StringRef(text).contains("f\"{a\"") || StringRef(text).contains("(:");
    if (!swallowsTheRest) {
      ASSERT_TRUE(last) << text;
      EXPECT_EQ(textOf(*last), "last = 1");
    }
  }
}

TEST_F(ParseTest, MarksFunctionsThatMissAStatement) {
  parseText("def f():\n    def g():\n        x = = 1\n    return 1\ndef h():\n    return 1\n");
  EXPECT_TRUE(cast<FunctionDef>(module.body[0])->isBroken);
  EXPECT_TRUE(cast<FunctionDef>(cast<FunctionDef>(module.body[0])->body[0])->isBroken);
  EXPECT_FALSE(cast<FunctionDef>(module.body[1])->isBroken);
  parseText("def f():\n        a\n\tb\n    c = \"x\n");
  EXPECT_TRUE(cast<FunctionDef>(module.body[0])->isBroken);
}

TEST_F(ParseTest, TellsSoftKeywordsFromNames) {
  EXPECT_TRUE(isa<Match>(parseText("match (a):\n    case _: pass\n").body[0]));
  EXPECT_TRUE(isa<ExprStmt>(parseText("match (a)\n").body[0]));
  EXPECT_TRUE(isa<AnnAssign>(parseText("match[a]: b\n").body[0]));
  EXPECT_TRUE(isa<AugAssign>(parseText("match -= a\n").body[0]));
  EXPECT_TRUE(isa<TypeAlias>(parseText("type type = a\n").body[0]));
  EXPECT_TRUE(isa<ExprStmt>(parseText("type(a)\n").body[0]));
}

TEST_F(ParseTest, TellsItemsOfWithFromExpressions) {
  auto items = [&](const char *text) { return cast<With>(parseText(text).body[0])->items; };
  EXPECT_EQ(items("with (a, b): pass").size(), 2u);
  EXPECT_EQ(items("with (a as b, c as d,): pass").size(), 2u);
  EXPECT_EQ(items("with (a, b) as c: pass").size(), 1u);
  EXPECT_TRUE(isa<Tuple>(items("with (a, b) as c: pass")[0].context));
  EXPECT_TRUE(isa<Yield>(items("with (yield): pass")[0].context));
  EXPECT_TRUE(isa<BinOp>(items("with (a) + b: pass")[0].context));
}

} // namespace
