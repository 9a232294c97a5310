// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Use lists, the dump, effects, and each rule of the verifier on a module that breaks it.

#include "IRFixture.h"
#include "kt/Support/SourceManager.h"

using namespace kt;
using ir::Builder;
using ir::Op;
using ir::OpKind;
using ir::Value;

namespace {

class IRTest : public IRFixture {
protected:
  /// One line about `@k` that ends in `rule` is all that the verifier has to say.
  void expectBroken(StringRef rule) {
    std::string broken = ir::verify(module);
    EXPECT_NE(broken.find(rule.str()), std::string::npos) << "wanted: " << rule.str() << "\ngot: " << broken;
    EXPECT_EQ(StringRef(broken).count('\n'), 1u) << broken;
  }
  void expectSound() { EXPECT_EQ(ir::verify(module), "") << dump(); }
  Op *raw(ir::Function &function, OpKind kind, ArrayRef<Value *> operands, ArrayRef<const Type *> results,
          Op::Payload payload = {}, unsigned regions = 0) {
    return function.body.insert(Op::create(kind, {}, operands, results, std::move(payload), regions));
  }
};

// Owners and use lists
// --------------------

TEST_F(IRTest, UsesFollowOperands) {
  ir::Function &k = kernel({{f32(), "a"}, {f32(), "b"}});
  Builder b(module, k.body);
  Value *sum = call(b, "add", {arg(k, 0), arg(k, 0)});
  EXPECT_EQ(arg(k, 0)->uses().size(), 2u);
  sum->definingOp()->setOperand(1, arg(k, 1));
  EXPECT_TRUE(arg(k, 0)->hasOneUse());
  arg(k, 0)->replaceAllUsesWith(arg(k, 1));
  EXPECT_TRUE(arg(k, 0)->isUnused());
  EXPECT_EQ(arg(k, 1)->uses().size(), 2u);
  sum->definingOp()->erase();
  EXPECT_TRUE(arg(k, 1)->isUnused());
}

TEST_F(IRTest, OpsMoveBetweenRegions) {
  ir::Function &k = kernel({{types.boolean(), "c"}});
  Builder b(module, k.body);
  Op *branch = b.ifOp(arg(k, 0));
  Value *x = b.threadId(0);
  x->definingOp()->moveBefore(branch);
  EXPECT_EQ(x->definingOp()->next(), branch);
  EXPECT_EQ(branch->previous(), x->definingOp());
  EXPECT_EQ(branch->next(), nullptr);
  branch->region(0).insert(x->definingOp()->remove());
  EXPECT_EQ(x->definingOp()->parentOp(), branch);
  branch->region(1).takeOps(branch->region(0));
  EXPECT_TRUE(branch->region(0).empty());
  EXPECT_EQ(x->definingOp()->parentRegion(), &branch->region(1));
}

TEST_F(IRTest, DiesInAnyOrder) {
  ir::Function &k = kernel({{f32(), "a"}});
  Builder b(module, k.body);
  Value *later = call(b, "neg", {arg(k, 0)});
  Builder(module, k.body, later->definingOp()).let(later, "early"); // before what it uses
  module.functions.clear();
}

// The dump
// --------

TEST_F(IRTest, Dump) {
  StructType *particle = types.makeStruct("Particle", {});
  particle->setFields({{"pos", types.vector(3, f32()), {}}, {"mass", f32(), {}}});
  module.structs.push_back(particle);
  ir::Function &square = func("square", {{f32(), "x"}}, {f32()});
  Builder inFunc(module, square.body);
  inFunc.returnOp({call(inFunc, "mul", {arg(square, 0), arg(square, 0)})});
  square.effects = ir::Effects::Pure;

  ir::Function &k = kernel({{floats(), "a"}, {particle, "p"}, {i32(), "n"}});
  Builder b(module, k.body);
  Value *i = b.let(b.threadId(0), "i");
  Value *s = b.var(f32(), "s", real(b, 0));
  Op *loop = b.forOp(b.constantInt(0), arg(k, 2), b.constantInt(1), "j");
  Builder inner(module, loop->region(0));
  Value *read = inner.load(inner.element(arg(k, 0), {loop->region(0).arguments()[0].get()}));
  Op *test = inner.ifOp(inner.compare(ir::Predicate::Lt, read, real(inner, 0.5)));
  Builder(module, test->region(0)).breakOp();
  Builder(module, test->region(1)).continueOp();
  inner.setInsertionPoint(loop->region(0), test);
  inner.store(s, call(inner, "add", {inner.load(s), inner.call(square, {read})->result()}));
  Value *x = b.component(b.field(arg(k, 1), 0), b.constantInt(1));
  Value *mass = b.field(arg(k, 1), 1);
  Op *choice = b.ifOp(b.compare(ir::Predicate::Ge, x, real(b, 1)), {f32()});
  Builder(module, choice->region(0)).yield({x});
  Builder(module, choice->region(1)).yield({mass});
  b.store(b.element(arg(k, 0), {i}), choice->result());
  b.printf("%d\n", {i});
  expectSound();
  EXPECT_EQ(dump(), R"(struct Particle {
  pos: vec3
  mass: float32
}

func @square(%x: float32) -> float32 {
  %0: float32 = mul(%x, %x)
  return %0
}

kernel @k(%a: array(dtype=float32), %p: Particle, %n: int32) {
  %0: int32 = thread_id x
  %i: int32 = let %0
  var %s: float32 = 0.0
  for %j: int32 in range(0, %n, 1) {
    %1: ref float32 = element %a[%j]
    %2: float32 = load %1
    %3: bool = %2 < 0.5
    %4: float32 = load %s
    %5: float32 = call @square(%2)
    %6: float32 = add(%4, %5)
    store %s, %6
    if %3 {
      break
    } else {
      continue
    }
  }
  %7: vec3 = field %p.pos
  %8: float32 = component %7[1]
  %9: float32 = field %p.mass
  %10: bool = %8 >= 1.0
  %11: float32 = if %10 {
    yield %8
  } else {
    yield %9
  }
  %12: ref float32 = element %a[%i]
  store %12, %11
  printf "%d\0A", %i
}
)");
}

TEST_F(IRTest, DumpTellsEqualNamesApart) {
  ir::Function &k = kernel({});
  Builder b(module, k.body);
  b.let(b.constantInt(1), "t");
  b.let(b.constant(Constant::integer(types.scalar(ScalarKind::UInt8), 2)), "t");
  EXPECT_EQ(dump(), "kernel @k() {\n  %t: int32 = let 1\n  %t.2: uint8 = let uint8(2)\n}\n");
}

TEST_F(IRTest, DumpReusesNamesOutOfSight) {
  ir::Function &k = kernel({});
  Builder b(module, k.body);
  for (int round = 0; round != 2; ++round)
    b.forOp(b.constantInt(0), b.constantInt(4), b.constantInt(1), "i");
  EXPECT_EQ(dump(), "kernel @k() {\n"
                    "  for %i: int32 in range(0, 4, 1) {\n  }\n"
                    "  for %i: int32 in range(0, 4, 1) {\n  }\n}\n");
}

TEST_F(IRTest, DumpWithLocations) {
  SourceManager sources;
  FileId file = sources.add("k.py", "def k():\n    return\n");
  ir::Function &k = kernel({});
  k.loc = {file, 0, 19};
  Builder b(module, k.body);
  b.loc = {file, 13, 19};
  b.returnOp({});
  std::string text;
  llvm::raw_string_ostream os(text);
  ir::print(module, os, {.locations = &sources});
  EXPECT_EQ(text, "kernel @k() {  ; 1:1\n  return  ; 2:5\n}\n");
}

// Effects
// -------

TEST_F(IRTest, EffectsLookIntoRegions) {
  ir::Function &k = kernel({{floats(), "a"}, {types.boolean(), "c"}});
  Builder b(module, k.body);
  Op *test = b.ifOp(arg(k, 1));
  EXPECT_EQ(effectsOf(*test), ir::Effects::Pure);
  Builder inner(module, test->region(0));
  Value *place = inner.element(arg(k, 0), {inner.constantInt(0)});
  Value *old = inner.load(place);
  EXPECT_EQ(effectsOf(*test), ir::Effects::Read);
  inner.store(place, old);
  EXPECT_EQ(effectsOf(*test), ir::Effects::Write);
  Op *loop = b.forOp(b.constantInt(0), b.constantInt(4), b.constantInt(1), "i");
  Builder(module, loop->region(0)).breakOp();
  EXPECT_EQ(effectsOf(*loop), ir::Effects::Pure);
  inner.returnOp({});
  EXPECT_EQ(effectsOf(*test), ir::Effects::Control);
}

TEST_F(IRTest, EffectsOfFunctionLeaveOutItsVariables) {
  ir::Function &f = func("f", {{floats(), "a"}}, {f32()});
  Builder b(module, f.body);
  Value *s = b.var(f32(), "s", real(b, 0));
  b.store(s, real(b, 1));
  b.returnOp({b.load(s)});
  EXPECT_EQ(effectsOf(f), ir::Effects::Pure);
  Builder early(module, f.body, s->definingOp());
  early.load(early.element(arg(f, 0), {early.constantInt(0)}));
  EXPECT_EQ(effectsOf(f), ir::Effects::Read);
}

TEST_F(IRTest, FallsThrough) {
  ir::Function &k = kernel({{types.boolean(), "c"}});
  Builder b(module, k.body);
  Op *test = b.ifOp(arg(k, 0));
  Builder(module, test->region(0)).returnOp({});
  EXPECT_TRUE(fallsThrough(k.body));
  Builder(module, test->region(1)).returnOp({});
  EXPECT_FALSE(fallsThrough(k.body));
  test->region(1).terminator()->erase();
  b.setInsertionPoint(k.body, test);
  test->setOperand(0, b.constantBool(true));
  EXPECT_FALSE(fallsThrough(k.body));
  b.setInsertionPoint(k.body);
  test->erase();
  Op *loop = b.whileOp();
  Builder head(module, loop->region(0));
  head.yield({head.constantBool(true)});
  EXPECT_FALSE(fallsThrough(k.body));
  Builder(module, loop->region(1)).breakOp();
  EXPECT_TRUE(fallsThrough(k.body));
}

// The verifier: ops by themselves
// -------------------------------

TEST_F(IRTest, OperandCount) {
  ir::Function &k = kernel({{i32(), "n"}});
  raw(k, OpKind::Cast, {}, {f32()});
  expectBroken("`cast` has 0 operands");
}

TEST_F(IRTest, RegionCount) {
  ir::Function &k = kernel({{types.boolean(), "c"}});
  raw(k, OpKind::If, {arg(k, 0)}, {}, {}, 1);
  expectBroken("`if` has 1 regions");
}

TEST_F(IRTest, PayloadKind) {
  raw(kernel({}), OpKind::ThreadId, {}, {i32()});
  expectBroken("`thread_id` has the wrong payload");
}

TEST_F(IRTest, Dimension) {
  raw(kernel({}), OpKind::ThreadId, {}, {i32()}, 4u);
  expectBroken("`thread_id` asks for dimension 4");
}

TEST_F(IRTest, ReferenceAsValue) {
  ir::Function &k = kernel({});
  Builder b(module, k.body);
  Value *v = b.var(f32(), "v");
  Value *sum = call(b, "neg", {real(b, 1)});
  sum->definingOp()->setOperand(0, v);
  expectBroken("`builtin` operand 0 is a reference");
}

TEST_F(IRTest, ValueAsReference) {
  ir::Function &k = kernel({{f32(), "x"}});
  Builder(module, k.body).store(arg(k, 0), arg(k, 0));
  expectBroken("`store` operand 0 is not a reference");
}

TEST_F(IRTest, ResultHasToBeReference) {
  raw(kernel({}), OpKind::Var, {}, {f32()});
  expectBroken("`var` its result is not a reference");
}

TEST_F(IRTest, ResultType) {
  ir::Function &k = kernel({{f32(), "x"}});
  raw(k, OpKind::Let, {arg(k, 0)}, {i32()});
  expectBroken("`let` result 0 is int32, not float32");
}

TEST_F(IRTest, ConstantSize) {
  raw(kernel({}), OpKind::Constant, {}, {i32()}, Constant{i32(), {}});
  expectBroken("`constant` has too few or too many scalars");
}

TEST_F(IRTest, ConstructCounts) {
  ir::Function &k = kernel({{f32(), "x"}});
  Builder b(module, k.body);
  const Type *vec3 = types.vector(3, f32());
  b.construct(vec3, {});
  b.construct(vec3, {arg(k, 0)});
  b.construct(vec3, {arg(k, 0), arg(k, 0), arg(k, 0)});
  b.construct(types.vector(3, types.scalar(ScalarKind::Float64)), {b.construct(vec3, {})});
  expectSound();
  b.construct(vec3, {arg(k, 0), arg(k, 0)});
  expectBroken("`construct` has 2 scalars for a vec3");
}

TEST_F(IRTest, ConstructElements) {
  ir::Function &k = kernel({{i32(), "n"}});
  Builder(module, k.body).construct(types.vector(2, f32()), {arg(k, 0), arg(k, 0)});
  expectBroken("`construct` mixes element types");
}

TEST_F(IRTest, ConstructStruct) {
  StructType *type = types.makeStruct("S", {});
  type->setFields({{"x", f32(), {}}});
  ir::Function &k = kernel({{i32(), "n"}});
  Builder(module, k.body).construct(type, {arg(k, 0)});
  expectBroken("`construct` operand 0 is int32, not float32");
}

TEST_F(IRTest, CompareTypes) {
  ir::Function &k = kernel({{i32(), "n"}, {f32(), "x"}});
  Builder(module, k.body).compare(ir::Predicate::Lt, arg(k, 0), arg(k, 1));
  expectBroken("`compare` operand 1 is float32, not int32");
}

TEST_F(IRTest, CompareOrder) {
  ir::Function &k = kernel({{types.vector(2, f32()), "v"}});
  Builder b(module, k.body);
  b.compare(ir::Predicate::Eq, arg(k, 0), arg(k, 0));
  expectSound();
  b.compare(ir::Predicate::Lt, arg(k, 0), arg(k, 0));
  expectBroken("`compare` compares two vec2");
}

TEST_F(IRTest, BuiltinOverload) {
  ir::Function &k = kernel({{i32(), "n"}, {f32(), "x"}});
  Builder b(module, k.body);
  Value *sum = call(b, "add", {arg(k, 1), arg(k, 1)});
  sum->definingOp()->setOperand(0, arg(k, 0));
  expectBroken("`builtin` does not take these operands to this result: add(");
}

TEST_F(IRTest, BuiltinTakesPlace) {
  const ScalarType *u32 = types.scalar(ScalarKind::UInt32);
  ir::Function &k = kernel({{u32, "seed"}});
  Builder b(module, k.body);
  Value *state = b.var(u32, "state", arg(k, 0));
  Op *draw = call(b, "randf", {state})->definingOp();
  expectSound();
  EXPECT_EQ(effectsOf(*draw), ir::Effects::Write);
  EXPECT_EQ(effectsOf(k), ir::Effects::Pure); // as it is its own variable that it changes
  EXPECT_EQ(placesWritten(*draw).front(), state);
  draw->setOperand(0, arg(k, 0));
  expectBroken("`builtin` operand 0 is not a reference");
}

TEST_F(IRTest, BuiltinChangesVariable) {
  const ScalarType *u32 = types.scalar(ScalarKind::UInt32);
  ir::Function &k = kernel({{types.array(u32, 1), "states"}});
  Builder b(module, k.body);
  call(b, "randf", {b.element(arg(k, 0), {b.constantInt(0)})});
  expectBroken("`builtin` changes something else than a variable");
}

TEST_F(IRTest, BuiltinThatWritesMemoryTakesAnyPlace) {
  ir::Function &k = kernel({{floats(), "a"}});
  Builder b(module, k.body);
  call(b, ".gradient_add_at", {b.element(arg(k, 0), {b.constantInt(0)}), real(b, 1)});
  EXPECT_EQ(ir::verify(module), "");
  EXPECT_EQ(effectsOf(k), ir::Effects::Write);
}

TEST_F(IRTest, KeptStatesAreNoValue) {
  ir::Function &k = kernel({{i32(), "n"}});
  Builder b(module, k.body);
  ir::Value *kept = b.var(types.kept(16, 8), "kept");
  call(b, ".kept_known", {kept, arg(k, 0)});
  ir::Value *slot = call(b, ".kept_slot", {kept});
  EXPECT_EQ(dump(), R"(kernel @k(%n: int32) {
  var %kept: kept(16, 8)
  .kept_known(ref %kept, %n)
  %0: int32 = .kept_slot(ref %kept)
}
)");
  EXPECT_EQ(ir::verify(module), "");
  EXPECT_EQ(effectsOf(*kept->uses()[0].user), ir::Effects::Write);
  EXPECT_EQ(effectsOf(*slot->definingOp()), ir::Effects::Read);
  b.load(kept);
  expectBroken("`load` makes a value of kept(16, 8)");
}

TEST_F(IRTest, KeptStatesAreNoParameter) {
  kernel({{types.kept(16, 8), "kept"}});
  expectBroken("a region's argument is not a value of a type");
}

TEST_F(IRTest, FixedArrayOfABranchIsUsedThere) {
  ir::Function &k = kernel({{types.boolean(), "c"}});
  Builder b(module, k.body);
  ir::Op *branch = b.ifOp(arg(k, 0));
  b.setInsertionPoint(branch->region(0));
  ir::Value *view = b.view(b.var(types.fixedArray(f32(), {4}), "a"), {});
  b.store(b.element(view, {b.constantInt(1)}), real(b, 2));
  EXPECT_EQ(ir::verify(module), "");
  ir::Value *named = b.let(view, "kept");
  EXPECT_EQ(ir::verify(module), "");
  b.var(named->type, "other", named);
  expectBroken("`view` is of a variable in a loop or branch, and may outlive it");
}

TEST_F(IRTest, BuiltinWithSeveralResults) {
  const Type *mat33 = types.matrix(3, 3, f32()), *vec3 = types.vector(3, f32());
  ir::Function &k = kernel({{mat33, "a"}});
  Builder b(module, k.body);
  std::optional<BuiltinMatch> match = resolveBuiltin("svd3", {mat33}, types);
  EXPECT_EQ(match->result, types.tuple({mat33, vec3, mat33}));
  EXPECT_EQ(b.builtinOp(*match->builtin, {arg(k, 0)}, match->result)->resultCount(), 3u);
  expectSound();
  raw(k, OpKind::Builtin, {arg(k, 0)}, {mat33, vec3}, match->builtin);
  expectBroken("`builtin` does not take these operands to this result: svd3(");
}

TEST_F(IRTest, CallSignature) {
  ir::Function &f = func("f", {{f32(), "x"}}, {});
  f.effects = ir::Effects::Pure;
  ir::Function &k = kernel({{i32(), "n"}});
  Builder(module, k.body).call(f, {arg(k, 0)});
  expectBroken("`call` operand 0 is int32, not float32");
}

TEST_F(IRTest, CallCount) {
  ir::Function &f = func("f", {{f32(), "x"}}, {});
  Builder(module, kernel({}).body).call(f, {});
  expectBroken("`call` has 0 operands for @f");
}

TEST_F(IRTest, ShapeDimension) {
  ir::Function &k = kernel({{floats(), "a"}});
  Builder(module, k.body).arrayShape(arg(k, 0), 1);
  expectBroken("`shape` asks for dimension 1 of array(dtype=float32)");
}

TEST_F(IRTest, ElementIndices) {
  ir::Function &k = kernel({{types.array(f32(), 2), "a"}, {i32(), "i"}});
  Builder(module, k.body).element(arg(k, 0), {arg(k, 1)});
  expectBroken("`element` does not have one index per dimension");
}

TEST_F(IRTest, ElementIndexType) {
  ir::Function &k = kernel({{floats(), "a"}, {f32(), "x"}});
  Builder(module, k.body).element(arg(k, 0), {arg(k, 1)});
  expectBroken("`element` has a float32 as index");
}

TEST_F(IRTest, ViewAxes) {
  ir::Function &k = kernel({{types.array(f32(), 3), "a"}, {i32(), "i"}});
  Builder b(module, k.body);
  Value *view = b.view(arg(k, 0), {{.start = arg(k, 1)}, {.isSlice = true, .stop = arg(k, 1)}});
  EXPECT_EQ(view->type, types.array(f32(), 2));
  llvm::SmallVector<ir::ViewAxis, 4> axes = viewAxes(*view->definingOp());
  ASSERT_EQ(axes.size(), 2u);
  EXPECT_TRUE(!axes[0].isSlice && axes[0].start == arg(k, 1));
  EXPECT_TRUE(axes[1].isSlice && !axes[1].start && axes[1].stop == arg(k, 1) && !axes[1].step);
  EXPECT_EQ(verify(module), "");
}

TEST_F(IRTest, ViewOfAllIndices) {
  ir::Function &k = kernel({{types.array(f32(), 2), "a"}, {i32(), "i"}});
  Value *view = Builder(module, k.body).view(arg(k, 0), {{.start = arg(k, 1)}});
  view->definingOp()->addOperand(arg(k, 1));
  view->definingOp()->setPayload(0x11u);
  expectBroken("`view` leaves no axis");
}

TEST_F(IRTest, ViewOfTooManyAxes) {
  ir::Function &k = kernel({{floats(), "a"}});
  Value *view = Builder(module, k.body).view(arg(k, 0), {{.isSlice = true}});
  view->definingOp()->setPayload(0x88u);
  expectBroken("`view` names 2 axes of array(dtype=float32)");
}

TEST_F(IRTest, ViewParts) {
  ir::Function &k = kernel({{floats(), "a"}, {i32(), "i"}});
  Value *view = Builder(module, k.body).view(arg(k, 0), {{.isSlice = true}});
  view->definingOp()->addOperand(arg(k, 1));
  expectBroken("`view` does not have the parts that its payload tells of");
}

TEST_F(IRTest, ViewIndexType) {
  ir::Function &k = kernel({{floats(), "a"}, {f32(), "x"}});
  Builder(module, k.body).view(arg(k, 0), {{.isSlice = true, .start = arg(k, 1)}});
  expectBroken("`view` has a float32 as index");
}

TEST_F(IRTest, FixedArray) {
  const ArrayType *type = types.fixedArray(f32(), {2, 3});
  EXPECT_EQ(type, types.fixedArray(f32(), {2, 3}));
  EXPECT_EQ(type->spelling(), "fixedarray(shape=(2, 3), dtype=float32)");
  ir::Function &k = kernel({{i32(), "i"}});
  Builder b(module, k.body);
  Value *place = b.var(type, "a", b.construct(type, {}));
  Value *view = b.view(place, {});
  EXPECT_EQ(view->type, types.array(f32(), 2));
  b.element(view, {arg(k, 0), arg(k, 0)});
  EXPECT_EQ(verify(module), "");
  b.setInsertionPoint(k.body, view->definingOp());
  view->definingOp()->setOperand(0, b.load(place));
  expectBroken("`view` takes a fixed array where it is kept, without axes, or another array and some axes");
}

TEST_F(IRTest, ElementOfFixedArray) {
  ir::Function &k = kernel({{types.fixedArray(f32(), {4}), "a"}, {i32(), "i"}});
  Builder(module, k.body).element(arg(k, 0), {arg(k, 1)});
  expectBroken("`element` is of a fixedarray(shape=(4,), dtype=float32)");
}

TEST_F(IRTest, ArrayAtAddress) {
  ir::Function &k = kernel({{types.scalar(ScalarKind::UInt64), "p"}, {i32(), "n"}});
  Builder b(module, k.body);
  b.construct(types.array(f32(), 2), {arg(k, 0), arg(k, 1), arg(k, 1)});
  EXPECT_EQ(verify(module), "");
  b.construct(types.array(f32(), 2), {arg(k, 0), arg(k, 1)});
  expectBroken("`construct` does not have an address and the extents of array2d(dtype=float32)");
}

TEST_F(IRTest, ViewOfIndexedArray) {
  ir::Function &k = kernel({{types.array(f32(), 2, ArrayType::Form::Indexed), "a"}, {i32(), "i"}});
  Builder b(module, k.body);
  EXPECT_EQ(b.view(arg(k, 0), {{.start = arg(k, 1)}})->type, types.array(f32(), 1, ArrayType::Form::Indexed));
  EXPECT_EQ(verify(module), "");
  b.view(arg(k, 0), {{.isSlice = true}});
  expectBroken("`view` takes a slice of indexedarray2d(dtype=float32)");
}

TEST_F(IRTest, CastOfArray) {
  ir::Function &k = kernel({{floats(), "a"}});
  Builder b(module, k.body);
  b.cast(arg(k, 0), types.boolean());
  b.cast(arg(k, 0), types.scalar(ScalarKind::UInt64));
  EXPECT_EQ(verify(module), "");
  b.cast(arg(k, 0), types.int32());
  expectBroken("`cast` casts a array(dtype=float32)");
}

TEST_F(IRTest, ReinterpretedSize) {
  StructType *padded = types.makeStruct("S", {});
  padded->setFields({{"n", types.scalar(ScalarKind::Int16), {}}, {"x", f32(), {}}});
  ir::Function &k = kernel({{types.vector(2, f32()), "v"}, {padded, "s"}});
  Builder b(module, k.body);
  b.reinterpret(arg(k, 0), types.scalar(ScalarKind::UInt64));
  EXPECT_EQ(verify(module), "");
  Value *wide = b.reinterpret(arg(k, 1), types.scalar(ScalarKind::UInt64));
  expectBroken("`reinterpret` takes the bytes of a S for another number of them");
  wide->definingOp()->setOperand(0, arg(k, 0));
  b.reinterpret(arg(k, 0), f32());
  expectBroken("`reinterpret` takes the bytes of a vec2 for another number of them");
}

TEST_F(IRTest, FieldNumber) {
  StructType *type = types.makeStruct("S", {});
  type->setFields({{"x", f32(), {}}});
  ir::Function &k = kernel({{type, "s"}});
  raw(k, OpKind::Field, {arg(k, 0)}, {f32()}, 1u);
  expectBroken("`field` is not a field of S");
}

TEST_F(IRTest, ComponentBase) {
  ir::Function &k = kernel({{f32(), "x"}, {i32(), "i"}});
  raw(k, OpKind::Component, {arg(k, 0), arg(k, 1)}, {f32()});
  expectBroken("`component` is of a float32");
}

TEST_F(IRTest, StoreType) {
  ir::Function &k = kernel({{i32(), "n"}});
  Builder b(module, k.body);
  b.store(b.var(f32(), "v"), arg(k, 0));
  expectBroken("`store` operand 1 is int32, not float32");
}

TEST_F(IRTest, Condition) {
  ir::Function &k = kernel({{i32(), "n"}});
  Builder(module, k.body).ifOp(arg(k, 0));
  expectBroken("`if` operand 0 is int32, not bool");
}

TEST_F(IRTest, LoopBounds) {
  ir::Function &k = kernel({{f32(), "x"}});
  Builder(module, k.body).forOp(arg(k, 0), arg(k, 0), arg(k, 0), "i");
  expectBroken("`for` counts with a float32");
}

// The verifier: ops together
// --------------------------

TEST_F(IRTest, UseBeforeItsValue) {
  ir::Function &k = kernel({});
  Builder b(module, k.body);
  Value *i = b.threadId(0);
  Value *named = b.let(i, "i");
  i->definingOp()->remove().release(); // put behind its user
  k.body.insert(std::unique_ptr<Op>(i->definingOp()));
  EXPECT_EQ(named->definingOp()->next(), i->definingOp());
  expectBroken("`let` uses a value that is not made before it");
}

TEST_F(IRTest, UseOutsideItsRegion) {
  ir::Function &k = kernel({{types.boolean(), "c"}});
  Builder b(module, k.body);
  Op *test = b.ifOp(arg(k, 0));
  Value *inside = Builder(module, test->region(0)).threadId(0);
  b.let(inside, "i");
  expectBroken("`let` uses a value that is not made before it");
}

TEST_F(IRTest, OpBehindJump) {
  ir::Function &k = kernel({});
  Builder b(module, k.body);
  b.returnOp({});
  b.threadId(0);
  expectBroken("`return` is not the last op of its region");
}

TEST_F(IRTest, BreakOutsideLoop) {
  Builder(module, kernel({}).body).breakOp();
  expectBroken("`break` stands outside of a loop");
}

TEST_F(IRTest, BreakInCondition) {
  ir::Function &k = kernel({{types.boolean(), "c"}});
  Op *loop = Builder(module, k.body).whileOp();
  Builder head(module, loop->region(0));
  Op *test = head.ifOp(arg(k, 0));
  Builder(module, test->region(0)).breakOp();
  head.yield({arg(k, 0)});
  expectBroken("`break` stands outside of a loop");
}

TEST_F(IRTest, WhileWithoutCondition) {
  Builder(module, kernel({}).body).whileOp();
  expectBroken("`while` has a region that does not end in a yield");
}

TEST_F(IRTest, YieldTypes) {
  ir::Function &k = kernel({{types.boolean(), "c"}, {f32(), "x"}, {i32(), "n"}});
  Op *test = Builder(module, k.body).ifOp(arg(k, 0), {f32()});
  Builder(module, test->region(0)).yield({arg(k, 1)});
  Builder(module, test->region(1)).yield({arg(k, 2)});
  expectBroken("`if` has a region that yields something else than is wanted");
}

TEST_F(IRTest, YieldWhereNothingIsWanted) {
  ir::Function &k = kernel({{types.boolean(), "c"}});
  Op *test = Builder(module, k.body).ifOp(arg(k, 0));
  Builder(module, test->region(0)).yield({});
  expectBroken("`yield` stands in a region that hands nothing back");
}

TEST_F(IRTest, ReturnTypes) {
  ir::Function &f = func("k", {{i32(), "n"}}, {f32()});
  Builder(module, f.body).returnOp({arg(f, 0)});
  expectBroken("`return` does not return what @k returns");
}

TEST_F(IRTest, MissingReturn) {
  ir::Function &f = func("k", {{types.boolean(), "c"}, {f32(), "x"}}, {f32()});
  Op *test = Builder(module, f.body).ifOp(arg(f, 0));
  Builder(module, test->region(0)).returnOp({arg(f, 1)});
  expectBroken("@k: its end is reached without a return");
}

TEST_F(IRTest, CalleeOrder) {
  ir::Function &k = kernel({});
  ir::Function &f = func("f", {}, {});
  Builder(module, k.body).call(f, {});
  expectBroken("`call` calls a function that does not stand before @k");
}

TEST_F(IRTest, UnderstatedEffects) {
  ir::Function &f = func("k", {}, {});
  Builder(module, f.body).printf("", {});
  f.effects = ir::Effects::Read;
  expectBroken("@k: does more to memory than its `effects` say");
}

TEST_F(IRTest, KernelReturns) {
  ir::Function &k = kernel({{f32(), "x"}});
  k.results = {f32()};
  Builder(module, k.body).returnOp({arg(k, 0)});
  expectBroken("@k: a kernel returns something");
}

} // namespace
