// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Constant folding op by op, what dead code removal keeps and drops, and what a kernel's hash depends on.

#include "IRFixture.h"
#include "kt/Transform/HashKernels.h"
#include "kt/Transform/Simplify.h"
#include <limits>

using namespace kt;
using ir::Builder;
using ir::Op;
using ir::OpKind;
using ir::Value;

namespace {

class TransformTest : public IRFixture {
protected:
  void expectDump(StringRef body) {
    EXPECT_EQ(ir::verify(module), "");
    std::string text = dump();
    size_t start = text.find("{\n") + 2;
    EXPECT_EQ(text.substr(start, text.rfind("}\n") - start), body.str());
  }

  /// What folding makes of `name(args…)`: a constant in words, or "-" if the call stays.
  std::string fold(StringRef name, std::vector<Constant> args) {
    module.functions.clear();
    ir::Function &k = kernel({});
    Builder b(module, k.body);
    llvm::SmallVector<Value *, 3> values;
    for (Constant &arg : args)
      values.push_back(b.constant(arg));
    return folded(k, call(b, name, values));
  }
  std::string folded(ir::Function &k, Value *value) {
    Op *probe = Builder(module, k.body).let(value, "r")->definingOp();
    foldConstants(module);
    EXPECT_EQ(ir::verify(module), "");
    const Op *result = probe->operand(0)->definingOp();
    return result->kind() == OpKind::Constant ? result->constant().spelling() : "-";
  }
  Constant integer(ScalarKind kind, int64_t value) { return Constant::integer(types.scalar(kind), value); }
  Constant int32(int64_t value) { return integer(ScalarKind::Int32, value); }
  Constant float32(double value) { return Constant::real(f32(), value); }
};

// Folding
// -------

TEST_F(TransformTest, IntsWrap) {
  EXPECT_EQ(fold("add", {int32(2147483647), int32(1)}), "-2147483648");
  EXPECT_EQ(fold("mul", {integer(ScalarKind::UInt8, 200), integer(ScalarKind::UInt8, 2)}), "144");
  EXPECT_EQ(fold("sub", {integer(ScalarKind::UInt32, 0), integer(ScalarKind::UInt32, 1)}), "4294967295");
  EXPECT_EQ(fold("neg", {integer(ScalarKind::Int8, -128)}), "-128");
  EXPECT_EQ(fold("invert", {integer(ScalarKind::UInt16, 1)}), "65534");
}

TEST_F(TransformTest, IntDivisionCutsOff) {
  EXPECT_EQ(fold("div", {int32(-7), int32(2)}), "-3");
  EXPECT_EQ(fold("mod", {int32(-7), int32(2)}), "-1");
  EXPECT_EQ(fold("floordiv", {int32(-7), int32(2)}), "-3");
  EXPECT_EQ(fold("floordiv", {float32(-7), float32(2)}), "-");
  EXPECT_EQ(fold("div", {int32(1), int32(0)}), "-");
  EXPECT_EQ(fold("mod", {int32(1), int32(0)}), "-");
  EXPECT_EQ(fold("div", {int32(std::numeric_limits<int32_t>::min()), int32(-1)}), "-");
}

TEST_F(TransformTest, Shifts) {
  EXPECT_EQ(fold("lshift", {int32(3), int32(30)}), "-1073741824");
  EXPECT_EQ(fold("rshift", {int32(-8), int32(1)}), "-4");
  EXPECT_EQ(fold("rshift", {integer(ScalarKind::UInt32, 0x80000000), integer(ScalarKind::UInt32, 31)}), "1");
  EXPECT_EQ(fold("lshift", {int32(1), int32(32)}), "-");
  EXPECT_EQ(fold("lshift", {int32(1), int32(-1)}), "-");
}

TEST_F(TransformTest, FloatsRoundToTheirType) {
  EXPECT_EQ(fold("add", {float32(16777216), float32(1)}), "16777216.0");
  EXPECT_EQ(fold("div", {float32(1), float32(3)}), "0.33333334");
  const ScalarType *half = types.scalar(ScalarKind::Float16);
  EXPECT_EQ(fold("mul", {Constant::real(half, 0.1), Constant::real(half, 3)}), "0.2998");
  EXPECT_EQ(fold("mod", {float32(-5.5), float32(2)}), "-1.5");
  EXPECT_EQ(fold("neg", {float32(0)}), "-0.0");
}

TEST_F(TransformTest, NoLiteralNoFold) {
  EXPECT_EQ(fold("div", {float32(1), float32(0)}), "-");
  EXPECT_EQ(fold("mul", {float32(1e38), float32(10)}), "-");
  EXPECT_EQ(fold("mod", {float32(1), float32(0)}), "-");
}

TEST_F(TransformTest, Casts) {
  auto cast = [&](Constant from, ScalarKind to) {
    module.functions.clear();
    ir::Function &k = kernel({});
    Builder b(module, k.body);
    return folded(k, b.cast(b.constant(from), types.scalar(to)));
  };
  EXPECT_EQ(cast(float32(-2.75), ScalarKind::Int32), "-2");
  EXPECT_EQ(cast(float32(3e9), ScalarKind::Int32), "-");
  EXPECT_EQ(cast(float32(-1), ScalarKind::UInt8), "-");
  EXPECT_EQ(cast(int32(-1), ScalarKind::UInt8), "255");
  EXPECT_EQ(cast(int32(16777217), ScalarKind::Float32), "16777216.0");
  EXPECT_EQ(cast(int32(100000), ScalarKind::Float16), "-");
  EXPECT_EQ(cast(int32(2), ScalarKind::Bool), "true");
}

TEST_F(TransformTest, Compares) {
  auto compare = [&](ir::Predicate predicate, Constant left, Constant right) {
    module.functions.clear();
    ir::Function &k = kernel({});
    Builder b(module, k.body);
    Value *l = b.constant(left), *r = b.constant(right);
    return folded(k, b.compare(predicate, l, r));
  };
  EXPECT_EQ(compare(ir::Predicate::Lt, int32(-1), int32(0)), "true");
  EXPECT_EQ(compare(ir::Predicate::Gt, integer(ScalarKind::UInt64, -1), integer(ScalarKind::UInt64, 0)), "true");
  EXPECT_EQ(compare(ir::Predicate::Eq, float32(0), float32(-0.0)), "true");
  double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(compare(ir::Predicate::Ne, float32(nan), float32(nan)), "true");
}

TEST_F(TransformTest, IdentitiesThatAreExact) {
  auto kept = [&](StringRef name, const Type *type, Constant constant, bool constantFirst) {
    module.functions.clear();
    ir::Function &k = kernel({{type, "x"}});
    Builder b(module, k.body);
    Value *c = b.constant(constant);
    Value *result = constantFirst ? call(b, name, {c, arg(k, 0)}) : call(b, name, {arg(k, 0), c});
    Op *probe = b.let(result, "r")->definingOp();
    foldConstants(module);
    return probe->operand(0) == arg(k, 0);
  };
  EXPECT_TRUE(kept("mul", f32(), float32(1), false));
  EXPECT_TRUE(kept("mul", f32(), float32(1), true));
  EXPECT_TRUE(kept("sub", f32(), float32(0), false));
  EXPECT_TRUE(kept("add", i32(), int32(0), true));
  EXPECT_TRUE(kept("div", i32(), int32(1), false));
  EXPECT_FALSE(kept("add", f32(), float32(0), false)); // -0.0
  EXPECT_FALSE(kept("sub", f32(), float32(-0.0), false));
  EXPECT_FALSE(kept("mul", f32(), float32(0), false)); // NaN
  EXPECT_FALSE(kept("sub", i32(), int32(0), true));
}

TEST_F(TransformTest, DecidedBranchTakesItsPlace) {
  ir::Function &k = kernel({{floats(), "a"}});
  Builder b(module, k.body);
  Op *test = b.ifOp(b.constantBool(true));
  Builder inner(module, test->region(0));
  inner.store(inner.element(arg(k, 0), {inner.constantInt(0)}), real(inner, 1));
  inner.returnOp({});
  b.store(b.element(arg(k, 0), {b.constantInt(1)}), real(b, 2));
  simplify(module);
  expectDump("  %0: ref float32 = element %a[0]\n  store %0, 1.0\n");
}

TEST_F(TransformTest, DecidedTernary) {
  ir::Function &k = kernel({{floats(), "a"}, {f32(), "x"}});
  Builder b(module, k.body);
  Op *test = b.ifOp(b.logicalNot(b.constantBool(true)), {f32()});
  Builder(module, test->region(0)).yield({arg(k, 1)});
  Builder other(module, test->region(1));
  other.yield({call(other, "neg", {arg(k, 1)})});
  b.store(b.element(arg(k, 0), {b.constantInt(0)}), test->result());
  simplify(module);
  expectDump("  %0: float32 = neg(%x)\n  %1: ref float32 = element %a[0]\n  store %1, %0\n");
}

TEST_F(TransformTest, AndTrueIsTheOtherHalf) {
  ir::Function &k = kernel({{types.boolean(), "c"}});
  Builder b(module, k.body);
  Op *both = b.ifOp(arg(k, 0), {types.boolean()});
  Builder yes(module, both->region(0)), no(module, both->region(1));
  yes.printf("kept", {});
  yes.yield({yes.constantBool(true)});
  no.yield({no.constantBool(false)});
  Op *test = b.ifOp(both->result());
  Builder(module, test->region(0)).printf("c", {});
  foldConstants(module);
  EXPECT_EQ(test->operand(0), arg(k, 0));
  EXPECT_EQ(ir::verify(module), "");
}

TEST_F(TransformTest, LoopsThatNeverStart) {
  ir::Function &k = kernel({});
  Builder b(module, k.body);
  Op *loop = b.forOp(b.constantInt(0), b.constantInt(-3), b.constantInt(1), "i");
  Builder(module, loop->region(0)).printf("never", {});
  loop = b.forOp(b.constantInt(3), b.constantInt(0), b.constantInt(-1), "i");
  Builder(module, loop->region(0)).printf("thrice", {});
  loop = b.whileOp();
  Builder head(module, loop->region(0));
  head.yield({head.constantBool(false)});
  Builder(module, loop->region(1)).printf("never", {});
  simplify(module);
  expectDump("  for %i: int32 in range(3, 0, -1) {\n    printf \"thrice\"\n  }\n");
}

// Dead code
// ---------

TEST_F(TransformTest, VariableThatOnlyFeedsItself) {
  ir::Function &k = kernel({{i32(), "n"}});
  Builder b(module, k.body);
  Value *s = b.var(f32(), "s", real(b, 0));
  Op *loop = b.forOp(b.constantInt(0), arg(k, 0), b.constantInt(1), "i");
  Builder inner(module, loop->region(0));
  inner.store(s, call(inner, "add", {inner.load(s), real(inner, 1)}));
  removeDeadCode(module);
  expectDump("");
}

TEST_F(TransformTest, EffectOfDroppedStoreStays) {
  ir::Function &k = kernel({{floats(), "a"}});
  Builder b(module, k.body);
  Value *old = call(b, "atomic_add", {arg(k, 0), b.constantInt(0), real(b, 1)});
  b.store(b.var(f32(), "unread"), old);
  removeDeadCode(module);
  expectDump("  %0: float32 = atomic_add(%a, 0, 1.0)\n");
}

TEST_F(TransformTest, PartOfVariableIsRead) {
  ir::Function &k = kernel({{floats(), "a"}});
  Builder b(module, k.body);
  Value *v = b.var(types.vector(2, f32()), "v");
  b.store(b.component(v, b.constantInt(0)), real(b, 1));
  b.store(b.element(arg(k, 0), {b.constantInt(0)}), b.load(b.component(v, b.constantInt(1))));
  std::string before = dump();
  removeDeadCode(module);
  EXPECT_EQ(dump(), before);
}

TEST_F(TransformTest, EndlessLoopStays) {
  ir::Function &k = kernel({});
  Builder b(module, k.body);
  Op *loop = b.whileOp();
  Builder head(module, loop->region(0));
  head.yield({head.constantBool(true)});
  b.printf("never", {});
  removeDeadCode(module);
  expectDump("  while {\n    yield true\n  } do {\n  }\n");
}

TEST_F(TransformTest, JumpThatIsNeededStays) {
  ir::Function &k = kernel({{types.boolean(), "c"}, {i32(), "n"}});
  Builder b(module, k.body);
  Op *loop = b.forOp(b.constantInt(0), arg(k, 1), b.constantInt(1), "i");
  Builder inner(module, loop->region(0));
  Op *test = inner.ifOp(arg(k, 0));
  Builder(module, test->region(0)).breakOp();
  inner.printf("here", {});
  inner.continueOp();
  b.returnOp({});
  removeDeadCode(module);
  expectDump("  for %i: int32 in range(0, %n, 1) {\n    if %c {\n      break\n    }\n    printf \"here\"\n  }\n");
}

TEST_F(TransformTest, JumpBecomesLast) {
  ir::Function &k = kernel({{floats(), "a"}, {types.boolean(), "c"}});
  Builder b(module, k.body);
  Op *test = b.ifOp(arg(k, 1));
  Builder(module, test->region(0)).returnOp({});
  b.let(b.load(b.element(arg(k, 0), {b.constantInt(0)})), "unused");
  removeDeadCode(module);
  expectDump("");
}

TEST_F(TransformTest, UncalledFunctionsGo) {
  ir::Function &square = func("square", {{f32(), "x"}}, {f32()});
  Builder(module, square.body).returnOp({arg(square, 0)});
  square.effects = ir::Effects::Pure;
  ir::Function &noisy = func("noisy", {}, {});
  Builder(module, noisy.body).printf("!", {});
  ir::Function &k = kernel({{f32(), "x"}});
  Builder b(module, k.body);
  b.call(square, {arg(k, 0)});
  b.call(noisy, {});
  removeDeadCode(module);
  ASSERT_EQ(module.functions.size(), 2u);
  EXPECT_EQ(module.functions[0]->name, "noisy");
  EXPECT_EQ(ir::verify(module), "");
}

TEST_F(TransformTest, DeclarationMeetsItsFirstValue) {
  ir::Function &k = kernel({{floats(), "a"}, {types.boolean(), "c"}});
  Builder b(module, k.body);
  Value *set = b.var(f32(), "set"), *used = b.var(f32(), "used");
  Value *first = b.load(b.element(arg(k, 0), {b.constantInt(0)}));
  b.store(set, first);
  Op *test = b.ifOp(arg(k, 1));
  Builder inner(module, test->region(0));
  inner.store(used, real(inner, 1));
  b.store(used, b.load(set));
  b.store(b.element(arg(k, 0), {b.constantInt(1)}), b.load(used));
  simplify(module);
  std::string text = dump();
  EXPECT_EQ(ir::verify(module), "");
  EXPECT_NE(text.find("  var %set: float32 = %1\n"), std::string::npos) << text;
  EXPECT_NE(text.find("  var %used: float32\n"), std::string::npos) << text;
}

// Hashes
// ------

TEST_F(TransformTest, HashFollowsMeaning) {
  auto hash = [&](double inCallee, uint32_t line, bool withOther) {
    module.functions.clear();
    ir::Function &f = func("f", {}, {f32()});
    Builder inFunc(module, f.body);
    inFunc.loc = {FileId(0), line, line};
    inFunc.returnOp({real(inFunc, inCallee)});
    if (withOther)
      Builder(module, add(ir::Function::Kind::Kernel, "other", {}).body).printf("", {});
    ir::Function &k = kernel({{floats(), "a"}});
    Builder b(module, k.body);
    b.store(b.element(arg(k, 0), {b.constantInt(0)}), b.call(f, {})->result());
    hashKernels(module);
    EXPECT_EQ(k.hash.size(), 8u);
    return k.hash;
  };
  EXPECT_EQ(hash(1, 1, false), hash(1, 7, true));
  EXPECT_NE(hash(1, 1, false), hash(2, 1, false));
}

} // namespace
