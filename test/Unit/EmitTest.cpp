// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What test/Emit can't say in a kernel: literals and comments as text, names, parentheses, the order of evaluation.

#include "kt/Emit/Emit.h"
#include "../../lib/Emit/Layout.h"
#include "../../lib/Emit/Names.h"
#include "../../lib/Emit/Text.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <cfloat>
#include <cmath>

using namespace kt;
using namespace kt::ir;
using testing::Not;

// Text
// ----

TEST(EmitText, FloatsAreShortAndReadBack) {
  EXPECT_EQ(spellFloat(0.1f), "0.1f");
  EXPECT_EQ(spellFloat(1.0f), "1.0f");
  EXPECT_EQ(spellFloat(0.0f), "0.0f");
  EXPECT_EQ(spellFloat(1e-7f), "1e-07f");
  EXPECT_EQ(spellFloat(16777216.0f), "16777216.0f");
  EXPECT_EQ(spellFloat(1e30f), "1e+30f");
  EXPECT_EQ(spellFloat(FLT_MAX), "3.4028235e+38f");
  EXPECT_EQ(spellDouble(0.1), "0.1");
  EXPECT_EQ(spellDouble(3.141592653589793), "3.141592653589793");
  for (float value : {0.3f, 1.17549435e-38f, 1e-45f, 123456789.0f, 9.9999999e8f, 1.00000001e-5f})
    EXPECT_EQ(std::strtof(spellFloat(value).c_str(), nullptr), value);
}

TEST(EmitText, StringsStayInTheirQuotes) {
  EXPECT_EQ(spellString("a \"b\" \\ \n"), R"("a \"b\" \\ \n")");
  EXPECT_EQ(spellString("\x01"
                        "1"),
            R"("\0011")");
  EXPECT_EQ(spellString("?\?/"), R"("?\?/")");
  EXPECT_EQ(spellString("\xc3\xa9"), R"("\303\251")");
}

TEST(EmitText, CommentsStayOnTheirLine) {
  EXPECT_EQ(makeCommentSafe("  x = y  \\  "), "x = y");
  EXPECT_EQ(makeCommentSafe("x ?\?/ \\"), "x ? ?/");
  EXPECT_EQ(makeCommentSafe("a */ b"), "a * / b");
  EXPECT_THAT(makeCommentSafe("a\xe2\x80\xae"
                              "b\x1b[31m\n#include"),
              Not(testing::ContainsRegex("[\x01-\x1f]")));
  EXPECT_LE(makeCommentSafe(std::string(5000, 'x')).size(), 110u);
}

TEST(EmitText, CommentsOfNeighboursStandInOneColumn) {
  Layout layout;
  layout.add(1, "a;", "1");
  layout.add(1, "bbb;", "2");
  layout.add(2, "c;", "3");
  layout.add(1, std::string(110, 'd'), "4");
  EXPECT_EQ(layout.str(), "  a;    // 1\n  bbb;  // 2\n    c;  // 3\n  // 4\n  " + std::string(110, 'd') + "\n");
}

// Names
// -----

TEST(EmitNames, ReservedNamesGetAMark) {
  EXPECT_EQ(makeIdentifier("x"), "x");
  for (const char *name : {"class", "float", "NULL", "min", "wp", "threadIdx", "assert"})
    EXPECT_EQ(makeIdentifier(name), std::string(name) + '_');
  EXPECT_EQ(makeIdentifier("__global__"), "_global_");
  EXPECT_EQ(makeIdentifier("_Upper"), "Upper_");
  EXPECT_EQ(makeIdentifier("gr\xc3\xb6\xc3\x9f"
                           "e"),
            "gr_u00f6_u00dfe");
  EXPECT_EQ(makeIdentifier("sin"), "sin");
  EXPECT_EQ(makeGlobalIdentifier("sin"), "sin_");
  EXPECT_EQ(makeGlobalIdentifier("main"), "main_");
}

TEST(EmitNames, NoNameIsGivenTwiceInOneScope) {
  NameScopes scopes;
  scopes.reserveForUser("sum");
  EXPECT_EQ(scopes.give("sum", /*isUsersOwn=*/false), "sum_1");
  EXPECT_EQ(scopes.give("sum", /*isUsersOwn=*/true), "sum");
  EXPECT_EQ(scopes.give("sum", /*isUsersOwn=*/true), "sum_2");
  scopes.release("sum");
  EXPECT_EQ(scopes.give("sum", /*isUsersOwn=*/true), "sum");
}

// Whole bodies
// ------------

namespace {

struct OneKernel {
  OneKernel() : owned(context) {
    owned.functions.push_back(std::make_unique<Function>());
    kernel = owned.functions.back().get();
    kernel->kind = Function::Kind::Kernel;
    kernel->name = "k";
  }

  TypeContext context;
  Module owned;
  Function *kernel;
};

/// One kernel over `float` and `int` values, built by hand.
class EmitTest : public testing::Test, protected OneKernel, protected Builder {
protected:
  EmitTest() : Builder(owned, kernel->body) {}

  Value *param(const Type *type, StringRef name) { return kernel->body.addArgument(type, name); }
  Value *floatParam(StringRef name) { return param(types().float32(), name); }
  Value *intParam(StringRef name) { return param(types().int32(), name); }
  Value *arrayParam(StringRef name) { return param(types().array(types().float32(), 1), name); }
  Value *real(double value) { return constant(Constant::real(types().float32(), value)); }

  Value *apply(StringRef name, ArrayRef<Value *> args) {
    llvm::SmallVector<const Type *, 4> argTypes;
    for (const Value *arg : args)
      argTypes.push_back(arg->type);
    std::optional<BuiltinMatch> match = resolveBuiltin(name, argTypes, types());
    EXPECT_TRUE(match) << name.str();
    return builtin(*match->builtin, args, match->result);
  }

  /// What stands between the braces of the kernel's body.
  std::string body(Target target = Target::Cpu) {
    EXPECT_EQ(verify(owned), "");
    legalize(owned, target);
    EXPECT_EQ(verify(owned), "");
    Emitter emitter(target);
    std::string text = emitter.emit(owned, SourceManager());
    StringRef from = StringRef(text).split("k(").second.split("{\n").second;
    return from.split("}\n\n").first.str();
  }
};

} // namespace

TEST_F(EmitTest, ParenthesesFollowPrecedence) {
  Value *x = arrayParam("x"), *a = floatParam("a"), *b = floatParam("b");
  auto storeNext = [&](Value *value) { store(element(x, {constantInt(0)}), value); };
  storeNext(apply("mul", {apply("add", {a, b}), b}));
  storeNext(apply("sub", {a, apply("sub", {a, b})}));
  storeNext(apply("sub", {apply("sub", {a, b}), a}));
  storeNext(apply("neg", {apply("neg", {a})}));
  storeNext(apply("neg", {real(-5)}));
  storeNext(apply("neg", {apply("add", {a, b})}));
  EXPECT_EQ(body(), R"(  x[0] = (a + b) * b;
  x[0] = a - (a - b);
  x[0] = a - b - a;
  x[0] = -(-a);
  x[0] = -(-5.0f);
  x[0] = -(a + b);
)");
}

TEST_F(EmitTest, ParenthesesThatCompilersAskFor) {
  Value *x = param(types().array(types().int32(), 1), "x"), *i = intParam("i"), *j = intParam("j");
  auto storeNext = [&](Value *value) { store(element(x, {i}), value); };
  storeNext(apply("bit_or", {apply("bit_and", {i, j}), j}));
  storeNext(apply("bit_and", {apply("add", {i, j}), j}));
  storeNext(apply("lshift", {apply("add", {i, j}), constantInt(3)}));
  EXPECT_EQ(body(), R"(  x[i] = (i & j) | j;
  x[i] = (i + j) & j;
  x[i] = (i + j) << 3;
)");
}

TEST_F(EmitTest, IntegerDivisionIsDefined) {
  Value *x = param(types().array(types().int32(), 1), "x"), *i = intParam("i"), *j = intParam("j");
  auto storeNext = [&](Value *value) { store(element(x, {i}), value); };
  storeNext(apply("div", {i, j}));
  storeNext(apply("div", {i, constantInt(7)}));
  storeNext(apply("mod", {i, constantInt(-1)}));
  storeNext(apply("rshift", {i, constantInt(32)}));
  storeNext(constantInt(INT32_MIN));
  EXPECT_EQ(body(), R"(  x[i] = wp::div(i, j);
  x[i] = i / 7;
  x[i] = wp::mod(i, -1);
  x[i] = wp::rshift(i, 32);
  x[i] = -2147483647 - 1;
)");
}

TEST_F(EmitTest, NarrowIntegersWrap) {
  const ScalarType *int8 = types().scalar(ScalarKind::Int8), *uint16 = types().scalar(ScalarKind::UInt16);
  Value *x = param(types().array(int8, 1), "x"), *a = param(int8, "a");
  Value *y = param(types().array(uint16, 1), "y"), *b = param(uint16, "b");
  Value *place = element(x, {constantInt(0)});
  store(place, apply("add", {load(place), a}));
  store(element(x, {constantInt(1)}), apply("min", {apply("add", {a, a}), a}));
  store(element(y, {constantInt(0)}), apply("mul", {b, b}));
  EXPECT_EQ(body(), R"(  x[0] += a;
  x[1] = wp::min(wp::int8(a + a), a);
  y[0] = wp::uint16(wp::uint32(b) * wp::uint32(b));
)");
}

TEST_F(EmitTest, ReadsStayBeforeWrites) {
  // a, b = b, a
  Value *a = var(types().float32(), "a", real(1)), *b = var(types().float32(), "b", real(2));
  Value *oldB = load(b), *oldA = load(a);
  store(a, oldB);
  store(b, oldA);
  EXPECT_EQ(body(), R"(  float a = 1.0f;
  float b = 2.0f;
  const float a_value = a;
  a = b;
  b = a_value;
)");
}

TEST_F(EmitTest, SideEffectsKeepTheirOrder) {
  kernel->effects = Effects::Write;
  Value *x = arrayParam("x"), *a = floatParam("a"), *i = intParam("i");
  Value *first = apply("atomic_add", {x, i, a}), *second = apply("atomic_add", {x, i, a});
  store(element(x, {i}), apply("sub", {first, second}));
  EXPECT_EQ(body(), R"(  const float atomic_add_value = wp::atomic_add(x, i, a);
  x[i] = atomic_add_value - wp::atomic_add(x, i, a);
)");
}

TEST_F(EmitTest, APlaceIsFoundOnce) {
  // x[index[i]] = x[index[i]] % a, as `x[index[i]] %= a` is lowered
  Value *x = arrayParam("x"), *index = param(types().array(types().int32(), 1), "index");
  Value *a = floatParam("a"), *i = intParam("i");
  Value *place = element(x, {load(element(index, {i}))});
  store(place, apply("mod", {load(place), a}));
  Value *other = element(x, {load(element(index, {i}))});
  store(other, apply("mul", {load(other), a}));
  EXPECT_EQ(body(), R"(  const int index_value = index[i];
  x[index_value] = wp::mod(x[index_value], a);
  x[index[i]] *= a;
)");
}

TEST_F(EmitTest, ConditionsOfStatementsMoveIntoTheLoop) {
  kernel->effects = Effects::Write;
  Value *x = arrayParam("x"), *a = floatParam("a");
  Op *loop = whileOp();
  setInsertionPoint(loop->region(0));
  Value *old = apply("atomic_sub", {x, constantInt(0), a});
  yield({compare(Predicate::Gt, apply("mul", {old, old}), a)});
  EXPECT_EQ(body(), R"(  while (true) {
    const float atomic_sub_value = wp::atomic_sub(x, 0, a);
    if (!(atomic_sub_value * atomic_sub_value > a)) {
      break;
    }
  }
)");
}

TEST_F(EmitTest, LoopBoundsAreEvaluatedOnce) {
  Value *n = var(types().int32(), "n", constantInt(10)), *step = intParam("step");
  Op *loop = forOp(constantInt(0), load(n), step, "j");
  setInsertionPoint(loop->region(0));
  store(n, apply("sub", {load(n), constantInt(1)}));
  EXPECT_EQ(body(), R"(  int n = 10;
  const int n_value = n;
  for (int j = 0; wp::range_continues(j, n_value, step); j += step) {
    n -= 1;
  }
)");
}

TEST_F(EmitTest, ConditionalsBecomeStatementsWhereTheyMust) {
  Value *x = arrayParam("x"), *a = floatParam("a");
  Op *choice = ifOp(compare(Predicate::Lt, a, real(0)), {types().float32()});
  setInsertionPoint(choice->region(0));
  Value *root = apply("sqrt", {a});
  yield({apply("mul", {root, root})});
  setInsertionPoint(choice->region(1));
  yield({a});
  setInsertionPoint(kernel->body);
  store(element(x, {constantInt(0)}), let(choice->result(), "y"));
  EXPECT_EQ(body(), R"(  float y;
  if (a < 0.0f) {
    const float sqrt_value = wp::sqrt(a);
    y = sqrt_value * sqrt_value;
  } else {
    y = a;
  }
  x[0] = y;
)");
}

TEST_F(EmitTest, PrintfGetsTheConversionsOfItsArguments) {
  kernel->effects = Effects::Write;
  Value *i = intParam("i"), *a = floatParam("a"), *wide = param(types().scalar(ScalarKind::Int64), "wide");
  printf("%d %5.2f %d %f %s\n", {i, a, wide, i});
  EXPECT_EQ(body(), "  printf(\"%d %5.2f %lld %f %%s\\n\", i, a, wide, double(i));\n");
}

TEST_F(EmitTest, AParameterThatChangesIsTheVariable) {
  Value *x = arrayParam("x"), *a = floatParam("a");
  Value *variable = var(types().float32(), "a", a);
  store(variable, apply("add", {load(variable), real(1)}));
  store(element(x, {constantInt(0)}), load(variable));
  EXPECT_EQ(body(), R"(  a += 1.0f;
  x[0] = a;
)");
}

TEST_F(EmitTest, ComparisonsThatCompilersRemarkOnAreDecided) {
  Value *i = intParam("i"), *u = param(types().scalar(ScalarKind::UInt32), "u");
  Value *x = param(types().array(types().boolean(), 1), "x");
  store(element(x, {i}), compare(Predicate::Ge, u, constant(Constant::integer(types().scalar(ScalarKind::UInt32), 0))));
  store(element(x, {i}), compare(Predicate::Ne, i, i));
  EXPECT_EQ(body(), "  x[i] = true;\n  x[i] = false;\n");
}
