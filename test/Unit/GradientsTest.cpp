// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What derivatives do with the gradients of array elements.

#include "RunFixture.h"

using namespace kt;

namespace {

class GradientsTest : public RunFixture {
protected:
  const ScalarType *f64 = types.scalar(ScalarKind::Float64);

  void addTo(ir::Builder &b, ir::Value *grads, ArrayRef<ir::Value *> indices, ir::Value *value) {
    llvm::SmallVector<ir::Value *, 6> operands{grads};
    operands.append(indices.begin(), indices.end());
    operands.push_back(value);
    call(b, ".gradient_add", operands);
  }
  ir::Value *vec3(ir::Builder &b, double x, double y, double z) {
    return b.construct(types.vector(3, f32()), {real(b, x), real(b, y), real(b, z)});
  }
};

KT_INSTANTIATE(GradientsTest);

} // namespace

// Where gradients are
// -------------------

TEST_P(GradientsTest, AreInTheArgumentOrTheArrayOrNowhere) {
  ir::Function &k = kernel({{floats(), "a"}, {floats(), "adj_a"}, {floats(), "out"}});
  ir::Builder b(module, k.body);
  ir::Value *grads = call(b, ".gradient_of", {arg(k, 0), arg(k, 1)});
  ir::Value *last = b.constantInt(-1), *out = arg(k, 2);
  addTo(b, grads, {b.constantInt(0)}, real(b, 2));
  b.store(b.element(out, {b.constantInt(0)}), call(b, ".gradient_at", {grads, b.constantInt(0)}));
  b.store(b.element(out, {b.constantInt(1)}), call(b, ".gradient_take", {grads, last}));
  b.store(b.element(out, {b.constantInt(2)}), b.cast(b.cast(grads, types.boolean()), f32()));

  std::vector<float> a{7, 8}, own{10, 20}, given{100, 200}, seen(3);
  struct {
    ArrayView a, adj, out;
  } args{viewOf(a, &own), viewOf(given), viewOf(seen)};
  run(&args);
  EXPECT_EQ(given, (std::vector<float>{102, 0}));
  EXPECT_EQ(own, (std::vector<float>{10, 20}));
  EXPECT_EQ(seen, (std::vector<float>{102, 200, 1}));

  args.adj.data = nullptr;
  run(&args);
  EXPECT_EQ(own, (std::vector<float>{12, 0}));
  EXPECT_EQ(seen, (std::vector<float>{12, 20, 1}));

  args.a.grad = nullptr;
  run(&args);
  EXPECT_EQ(seen, (std::vector<float>{0, 0, 0}));
  EXPECT_EQ(a, (std::vector<float>{7, 8}));
  EXPECT_EQ(own, (std::vector<float>{12, 0}));
}

TEST_P(GradientsTest, ViewsOfNowhereAreNowhere) {
  const Type *rows = types.array(f64, 2);
  ir::Function &k = kernel({{rows, "a"}, {rows, "adj_a"}, {floats(), "out"}});
  ir::Builder b(module, k.body);
  ir::Value *grads = call(b, ".gradient_of", {arg(k, 0), arg(k, 1)});
  ir::Value *row = b.view(grads, {{false, b.constantInt(1)}});
  ir::Value *slice = b.view(row, {{true, b.constantInt(1), nullptr, b.constantInt(2)}});
  addTo(b, slice, {b.constantInt(-1)}, b.constant(Constant::real(f64, 0.5)));
  b.store(b.element(arg(k, 2), {b.constantInt(0)}), b.cast(b.cast(slice, types.boolean()), f32()));

  std::vector<double> data(8), own(8);
  std::vector<float> seen(1);
  struct {
    ArrayView a, adj, out;
  } args{viewOf(data, &own), {}, viewOf(seen)};
  args.a.shape[0] = 2, args.a.shape[1] = 4, args.a.rank = 2;
  args.a.strides[0] = 4 * sizeof(double), args.a.strides[1] = sizeof(double);
  run(&args);
  EXPECT_EQ(own, (std::vector<double>{0, 0, 0, 0, 0, 0, 0, 0.5}));
  EXPECT_EQ(seen[0], 1);
  args.a.grad = nullptr;
  run(&args);
  EXPECT_EQ(seen[0], 0);
}

TEST_P(GradientsTest, OfIndexedArrays) {
  const Type *chosen = types.array(f32(), 1, ArrayType::Form::Indexed);
  ir::Function &k = kernel({{chosen, "a"}, {chosen, "adj_a"}, {floats(), "out"}});
  ir::Builder b(module, k.body);
  ir::Value *grads = call(b, ".gradient_of", {arg(k, 0), arg(k, 1)});
  addTo(b, grads, {b.constantInt(1)}, real(b, 3));
  b.store(b.element(arg(k, 2), {b.constantInt(0)}), call(b, ".gradient_take", {grads, b.constantInt(0)}));

  std::vector<float> a{1, 2, 3}, own{10, 20, 30}, given{100, 200, 300}, seen(1);
  std::vector<int32_t> indices{2, 0};
  auto choose = [&](ArrayView array) {
    IndexedView view{};
    view.array = array;
    view.indices[0] = indices.data();
    view.shape[0] = 2;
    return view;
  };
  struct {
    IndexedView a, adj;
    ArrayView out;
  } args{choose(viewOf(a, &own)), {}, viewOf(seen)};
  run(&args);
  EXPECT_EQ(own, (std::vector<float>{13, 20, 0}));
  EXPECT_EQ(seen[0], 30);
  args.adj = choose(viewOf(given));
  run(&args);
  EXPECT_EQ(given, (std::vector<float>{103, 200, 0}));
  args.adj = {};
  args.a.array.grad = nullptr;
  run(&args);
  EXPECT_EQ(seen[0], 0);
}

// What is added
// -------------

TEST_P(GradientsTest, OfCompositesGrowByTheirScalars) {
  const Type *vec = types.vector(3, f32()), *pose = types.transform(f32());
  ir::Function &k = kernel({{types.array(vec, 1), "v"}, {types.array(pose, 1), "t"}});
  ir::Builder b(module, k.body);
  ir::Value *zero = b.constantInt(0);
  addTo(b, arg(k, 0), {zero}, vec3(b, 1, 0, -2));
  addTo(b, arg(k, 0), {b.constantInt(1)}, call(b, ".gradient_take", {arg(k, 0), zero}));
  ir::Value *rotation = b.construct(types.quaternion(f32()), {real(b, 4), real(b, 5), real(b, 6), real(b, 7)});
  addTo(b, arg(k, 1), {zero}, b.construct(pose, {vec3(b, 1, 2, 3), rotation}));

  std::vector<std::array<float, 3>> v{{10, 20, 30}, {1, 1, -0.0f}};
  std::vector<std::array<float, 7>> t{{1, 1, 1, 1, 1, 1, 1}};
  struct {
    ArrayView v, t;
  } args{viewOf(v), viewOf(t)};
  run(&args);
  EXPECT_EQ(v[0], (std::array<float, 3>{0, 0, 0}));
  EXPECT_EQ(v[1], (std::array<float, 3>{12, 21, 28}));
  EXPECT_EQ(t[0], (std::array<float, 7>{2, 3, 4, 5, 6, 7, 8}));
}

/// A gradient of zero leaves even a negative zero as it is.
TEST_P(GradientsTest, OfComponentsOfZeroAreLeftAlone) {
  ir::Function &k = kernel({{types.array(types.vector(3, f32()), 1), "v"}});
  ir::Builder b(module, k.body);
  addTo(b, arg(k, 0), {b.constantInt(0)}, vec3(b, 0, 1, 0));
  std::vector<std::array<float, 3>> v{{-0.0f, 1, 2}};
  ArrayView args = viewOf(v);
  run(&args);
  EXPECT_TRUE(std::signbit(v[0][0]));
  EXPECT_EQ(v[0][1], 2);
}

TEST_P(GradientsTest, OfHalvesInFourDimensions) {
  const ScalarType *half = types.scalar(ScalarKind::Float16);
  ir::Function &k = kernel({{types.array(half, 4), "h"}, {types.array(half, 3), "g"}});
  ir::Builder b(module, k.body);
  ir::Value *i = b.constantInt(0);
  addTo(b, arg(k, 0), {i, i, i, b.constantInt(1)}, b.constant(Constant::real(half, 0.5)));
  addTo(b, arg(k, 1), {i, i, i}, call(b, ".gradient_at", {arg(k, 0), i, i, i, b.constantInt(1)}));
  std::vector<uint16_t> data{0, 0x3c00}, other{0x3c00}; // 1
  struct {
    ArrayView h, g;
  } args{viewOf(data), viewOf(other)};
  std::fill(args.h.shape, args.h.shape + 4, 2);
  args.h.strides[0] = 0, args.h.strides[3] = 2, args.h.rank = 4;
  std::fill(args.g.shape, args.g.shape + 3, 1);
  run(&args);
  EXPECT_EQ(data[1], 0x3e00);  // 1.5
  EXPECT_EQ(other[0], 0x4100); // 2.5
}

// Fields of elements, and variables

TEST_P(GradientsTest, OfPlaces) {
  StructType *particle = types.makeStruct("Particle", {});
  particle->setFields({{"id", i32(), {}}, {"at", types.vector(3, f32()), {}}, {"mass", f32(), {}}});
  module.structs.push_back(particle);
  ir::Function &k = kernel({{types.array(particle, 1), "p"}});
  ir::Builder b(module, k.body);
  ir::Value *element = b.element(arg(k, 0), {b.constantInt(1)});
  call(b, ".gradient_add_at", {b.field(element, 2), real(b, 5)});
  call(b, ".gradient_add_at", {b.component(b.field(element, 1), b.constantInt(2)), real(b, 1)});
  call(b, ".gradient_add_at", {b.field(element, 1), vec3(b, 10, 20, 30)});
  ir::Value *own = b.var(f32(), "own", real(b, 1));
  call(b, ".gradient_add_at", {own, real(b, 2)});
  b.store(b.field(b.element(arg(k, 0), {b.constantInt(0)}), 2), b.load(own));

  struct Particle {
    int32_t id;
    float at[3], mass;
  };
  std::vector<Particle> p{{1, {}, 0}, {2, {1, 2, 3}, 4}};
  ArrayView args = viewOf(p);
  run(&args);
  EXPECT_EQ(p[1].id, 2);
  EXPECT_EQ(p[1].mass, 9);
  EXPECT_EQ(std::vector<float>(p[1].at, p[1].at + 3), (std::vector<float>{11, 22, 34}));
  EXPECT_EQ(p[0].mass, 3);
}

// Rounds of a loop
// ----------------

TEST_P(GradientsTest, RangesAreCounted) {
  const ScalarType *i64 = types.scalar(ScalarKind::Int64), *u8 = types.scalar(ScalarKind::UInt8);
  ir::Function &k = kernel({{types.array(i32(), 1), "in"}, {types.array(i32(), 1), "out"}});
  ir::Builder b(module, k.body);
  auto in = [&](int i, const ScalarType *type) {
    return b.cast(b.load(b.element(arg(k, 0), {b.constantInt(i)})), type);
  };
  auto out = [&](int i) { return b.element(arg(k, 1), {b.constantInt(i)}); };
  int next = 0;
  for (const ScalarType *type : {i32(), i64, u8})
    b.store(out(next++), call(b, ".range_count", {in(0, type), in(1, type), in(2, type)}));

  std::vector<int32_t> bounds(3), counted(3);
  struct {
    ArrayView in, out;
  } args{viewOf(bounds), viewOf(counted)};
  auto expect = [&](std::vector<int32_t> range, std::vector<int32_t> counts) {
    bounds = range;
    args.in = viewOf(bounds);
    run(&args);
    EXPECT_EQ(counted, counts) << range[0] << ", " << range[1] << ", " << range[2];
  };
  expect({0, 10, 1}, {10, 10, 10});
  expect({0, 10, 3}, {4, 4, 4});
  expect({10, 0, -3}, {4, 4, 0}); // 253 forward
  expect({9, 0, -3}, {3, 3, 0});
  expect({5, 5, 1}, {0, 0, 0});
  expect({7, 5, 1}, {0, 0, 0});
  expect({5, 7, 0}, {0, 0, 0});
  expect({5, 7, -1}, {0, 0, 1});
  expect({-2147483647 - 1, 2147483647, 1000}, {4294968, 4294968, 2});
  expect({2147483647, -2147483647 - 1, -2147483647 - 1}, {2, 2, 0});
}
