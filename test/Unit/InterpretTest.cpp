// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The interpreter on IR built here: arithmetic at the edges of the types, and what ends a launch. What kernels compute
// is held against emitted code in test/Run.

#include "kt/Interpret/Interpret.h"
#include "../../lib/Interpret/Layout.h"
#include "../../lib/Interpret/Scalars.h"
#include "IRFixture.h"

using namespace kt;
using Kind = InterpretError::Kind;

namespace {

class InterpretTest : public IRFixture {
protected:
  static constexpr unsigned length = 4;

  template <class T>
  static ArrayView view(T *data) {
    ArrayView array{};
    array.data = reinterpret_cast<char *>(data);
    array.shape[0] = length;
    array.strides[0] = sizeof(T);
    array.rank = 1;
    return array;
  }

  /// A kernel with one array parameter `out`.
  ir::Function &kernelOn(const Type *element) { return kernel({{types.array(element, 1), "out"}}); }
  void storeOut(ir::Builder &b, ir::Function &k, int at, ir::Value *value) {
    b.store(b.element(arg(k, 0), {b.constantInt(at)}), value);
  }
  ir::Value *integer(ir::Builder &b, ScalarKind kind, uint64_t value) {
    return b.constant(Constant::integer(types.scalar(kind), value));
  }

  InterpretResult run(ir::Function &k, ArrayView args, InterpretLimits limits = {}) {
    EXPECT_EQ(ir::verify(module), "");
    return interpret(k, {{1, 1, 1, 1}, 1, 1}, &args, limits);
  }
  static InterpretError errorOf(const InterpretResult &result) {
    EXPECT_TRUE(result.error.has_value());
    return result.error.value_or(InterpretError());
  }
  static Location place(unsigned begin) { return {FileId(0), begin, begin + 1}; }

  int32_t ints[length] = {};
  float floats[length] = {};
};

} // namespace

// Builtins
// --------

TEST_F(InterpretTest, KnowsEveryBuiltin) {
  for (const Builtin &builtin : allBuiltins())
    EXPECT_TRUE(isInterpreted(builtin)) << signature(builtin);
}

// Arithmetic
// ----------

TEST_F(InterpretTest, IntegersWrapAndDivideByAnything) {
  ir::Function &k = kernelOn(types.int32());
  ir::Builder b(module, k.body);
  auto lowest = [&] { return integer(b, ScalarKind::Int32, uint64_t(INT32_MIN)); };
  storeOut(b, k, 0, call(b, "sub", {lowest(), b.constantInt(1)}));
  storeOut(b, k, 1, call(b, "div", {lowest(), b.constantInt(-1)}));
  storeOut(b, k, 2, call(b, "mod", {b.constantInt(-7), b.constantInt(0)}));
  storeOut(b, k, 3, call(b, "rshift", {b.constantInt(-7), b.constantInt(99)}));
  EXPECT_FALSE(run(k, view(ints)).error);
  EXPECT_EQ(ints[0], INT32_MAX);
  EXPECT_EQ(ints[1], INT32_MIN);
  EXPECT_EQ(ints[2], -7);
  EXPECT_EQ(ints[3], -1);
}

TEST_F(InterpretTest, FloatsBecomeIntegersInRange) {
  ir::Function &k = kernelOn(types.int32());
  ir::Builder b(module, k.body);
  storeOut(b, k, 0, b.cast(real(b, 3e9), types.int32()));
  storeOut(b, k, 1, b.cast(real(b, -INFINITY), types.int32()));
  storeOut(b, k, 2, b.cast(real(b, NAN), types.int32()));
  storeOut(b, k, 3, b.cast(real(b, -2.75), types.int32()));
  EXPECT_FALSE(run(k, view(ints)).error);
  EXPECT_EQ(ints[0], INT32_MAX);
  EXPECT_EQ(ints[1], INT32_MIN);
  EXPECT_EQ(ints[2], 0);
  EXPECT_EQ(ints[3], -2);
}

TEST_F(InterpretTest, SumsAreRoundedToTheirType) {
  ir::Function &k = kernelOn(types.float32());
  ir::Builder b(module, k.body);
  storeOut(b, k, 0, call(b, "add", {real(b, 16777216.0), real(b, 1.0)}));
  const ScalarType *half = types.scalar(ScalarKind::Float16);
  ir::Value *sum = call(b, "add", {b.constant(Constant::real(half, 2048)), b.constant(Constant::real(half, 1))});
  storeOut(b, k, 1, b.cast(sum, types.float32()));
  EXPECT_FALSE(run(k, view(floats)).error);
  EXPECT_EQ(floats[0], 16777216.0f);
  EXPECT_EQ(floats[1], 2048.0f);
}

TEST_F(InterpretTest, HalvesAreThoseOfConstants) {
  const ScalarType *half = types.scalar(ScalarKind::Float16);
  for (unsigned bits = 0; bits != 0x10000; ++bits) {
    float value = halfValue(uint16_t(bits));
    if (!std::isnan(value))
      ASSERT_EQ(halfBits(value), bits);
  }
  for (uint32_t bits = 0; bits < 0xff800000; bits += 4093) {
    auto value = llvm::bit_cast<float>(bits);
    if (!std::isnan(value))
      ASSERT_EQ(double(halfValue(halfBits(value))), Constant::real(half, value).asReal()) << value;
  }
}

TEST_F(InterpretTest, RangesEndWhereTheirTypeEnds) {
  ir::Function &k = kernelOn(types.int32());
  ir::Builder b(module, k.body);
  ir::Value *start = integer(b, ScalarKind::Int32, INT32_MAX - 3), *stop = integer(b, ScalarKind::Int32, INT32_MAX);
  ir::Op *loop = b.forOp(start, stop, b.constantInt(2), "i");
  b.setInsertionPoint(loop->region(0));
  call(b, "atomic_add", {arg(k, 0), b.constantInt(0), b.constantInt(1)});
  EXPECT_FALSE(run(k, view(ints)).error);
  EXPECT_EQ(ints[0], 2);
}

// What ends a launch
// ------------------

TEST_F(InterpretTest, IndexOutOfRange) {
  ir::Function &k = kernelOn(types.int32());
  ir::Builder b(module, k.body);
  storeOut(b, k, -4, b.constantInt(7));
  b.loc = place(20);
  storeOut(b, k, -5, b.constantInt(8));
  InterpretError error = errorOf(run(k, view(ints)));
  EXPECT_EQ(error.kind, Kind::OutOfRange);
  EXPECT_EQ(error.loc, place(20));
  EXPECT_EQ(error.text, "index -5 is out of range: `out` has 4 elements in dimension 0");
  EXPECT_EQ(ints[0], 7);
}

TEST_F(InterpretTest, ArrayWithoutMemory) {
  ir::Function &k = kernelOn(types.int32());
  ir::Builder b(module, k.body);
  storeOut(b, k, 0, b.constantInt(7));
  InterpretError error = errorOf(run(k, view<int32_t>(nullptr)));
  EXPECT_EQ(error.kind, Kind::NullArray);
  EXPECT_EQ(error.text, "`out` has no memory");
}

TEST_F(InterpretTest, ComponentOutOfRange) {
  ir::Function &k = kernelOn(types.int32());
  ir::Builder b(module, k.body);
  ir::Value *v = b.var(types.vector(3, types.int32()), "v", b.construct(types.vector(3, types.int32()), {}));
  ir::Value *index = b.load(b.element(arg(k, 0), {b.constantInt(0)}));
  b.store(b.component(v, index), b.constantInt(1));
  ints[0] = 3;
  InterpretError error = errorOf(run(k, view(ints)));
  EXPECT_EQ(error.kind, Kind::OutOfRange);
  EXPECT_EQ(error.text, "index 3 is out of range: `v` has 3 components");
}

TEST_F(InterpretTest, VariableWithoutValue) {
  ir::Function &k = kernelOn(types.int32());
  ir::Builder b(module, k.body);
  ir::Value *n = b.var(types.int32(), "n");
  ir::Op *branch =
      b.ifOp(b.compare(ir::Predicate::Gt, b.load(b.element(arg(k, 0), {b.constantInt(0)})), b.constantInt(0)));
  b.setInsertionPoint(branch->region(0));
  b.store(n, b.constantInt(5));
  b.setInsertionPoint(k.body);
  storeOut(b, k, 1, b.load(n));
  InterpretError error = errorOf(run(k, view(ints)));
  EXPECT_EQ(error.kind, Kind::Unset);
  EXPECT_EQ(error.text, "`n` is read before it is set");
  ints[0] = 1;
  EXPECT_FALSE(run(k, view(ints)).error);
  EXPECT_EQ(ints[1], 5);
}

TEST_F(InterpretTest, LimitOfSteps) {
  ir::Function &k = kernelOn(types.int32());
  ir::Builder b(module, k.body);
  ir::Op *loop = b.whileOp();
  b.setInsertionPoint(loop->region(0));
  b.yield({b.constantBool(true)});
  InterpretResult result = run(k, view(ints), {.steps = 1000});
  EXPECT_EQ(errorOf(result).kind, Kind::StepLimit);
  EXPECT_EQ(errorOf(result).text, "the limit of 1000 steps is reached");
  EXPECT_EQ(result.steps, 1000u);
}

TEST_F(InterpretTest, LimitOfOutput) {
  ir::Function &k = kernelOn(types.int32());
  ir::Builder b(module, k.body);
  ir::Op *loop = b.forOp(b.constantInt(0), b.constantInt(100), b.constantInt(1), "i");
  b.setInsertionPoint(loop->region(0));
  b.printf("text\n", {});
  InterpretResult result = run(k, view(ints), {.output = 12});
  EXPECT_EQ(errorOf(result).kind, Kind::OutputLimit);
  EXPECT_EQ(result.output, "text\ntext\n");
}

TEST_F(InterpretTest, AssertionAfterOutput) {
  ir::Function &k = kernelOn(types.int32());
  ir::Builder b(module, k.body);
  b.printf("%5.1f|%%|%x\n", {real(b, 1.25), integer(b, ScalarKind::Int8, uint64_t(-1))});
  b.assertOp(b.constantBool(false), "k.py:3: n > 0");
  storeOut(b, k, 0, b.constantInt(7));
  InterpretResult result = run(k, view(ints));
  EXPECT_EQ(errorOf(result).kind, Kind::Assertion);
  EXPECT_EQ(errorOf(result).text, "assertion failed: k.py:3: n > 0");
  EXPECT_EQ(result.output, "  1.2|%|ffffffff\n");
  EXPECT_EQ(ints[0], 0);
}

// Memory
// ------

TEST_F(InterpretTest, StructsAreLaidOutAsInC) {
  StructType *inner = types.makeStruct("Inner", {});
  inner->setFields({{"flag", types.boolean(), {}}, {"mass", types.scalar(ScalarKind::Float64), {}}});
  StructType *outer = types.makeStruct("Outer", {});
  outer->setFields({{"count", types.scalar(ScalarKind::Int8), {}},
                    {"at", types.vector(3, types.scalar(ScalarKind::Float16)), {}},
                    {"inner", inner, {}},
                    {"last", types.boolean(), {}}});
  EXPECT_EQ(sizeOf(inner), 16u);
  EXPECT_EQ(fieldOffset(outer, 1), 2u);
  EXPECT_EQ(fieldOffset(outer, 2), 8u);
  EXPECT_EQ(sizeOf(outer), 32u);
  EXPECT_EQ(sizeOf(types.array(outer, 2)), 56u);
}

TEST_F(InterpretTest, ArgumentsAreThoseOfTheEntry) {
  ir::Function &k =
      kernel({{types.boolean(), "flag"}, {types.scalar(ScalarKind::Float64), "x"}, {IRFixture::floats(), "out"}});
  ir::Builder b(module, k.body);
  b.store(b.element(arg(k, 2), {b.threadId(0)}), b.cast(arg(k, 1), f32()));
  struct {
    bool flag = true;
    double x = 2.5;
    ArrayView out;
  } args;
  args.out = view(floats);
  Interpreter interpreter(k);
  EXPECT_EQ(interpreter.argumentSize(), sizeof args);
  EXPECT_FALSE(interpreter.run({{3, 1, 1, 1}, 1, 3}, &args).error);
  EXPECT_EQ(floats[2], 2.5f);
  EXPECT_EQ(floats[3], 0.0f);
}
