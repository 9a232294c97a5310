// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Types/Constant.h"
#include "gtest/gtest.h"
#include <cmath>
#include <limits>

using namespace kt;

namespace {

class TypesTest : public testing::Test {
protected:
  const ScalarType *scalar(ScalarKind kind) { return types.scalar(kind); }
  Constant integer(ScalarKind kind, int64_t value) { return Constant::integer(scalar(kind), uint64_t(value)); }
  Constant real(ScalarKind kind, double value) { return Constant::real(scalar(kind), value); }
  int64_t toInt(ScalarKind kind, double value) {
    return convert(real(ScalarKind::Float64, value), scalar(kind)).asInt();
  }

  TypeContext types;
};

TEST_F(TypesTest, EqualTypesAreOnePointer) {
  const ScalarType *f32 = types.float32();
  EXPECT_EQ(types.vector(3, f32), types.vector(3, f32));
  EXPECT_NE(types.vector(3, f32), types.vector(4, f32));
  EXPECT_NE(types.matrix(2, 3, f32), types.matrix(3, 2, f32));
  EXPECT_EQ(types.array(types.vector(3, f32), 2), types.array(types.vector(3, f32), 2));
  EXPECT_EQ(types.tuple({f32, types.int32()}), types.tuple({f32, types.int32()}));
  EXPECT_EQ(types.kept(16, 8), types.kept(16, 8));
  EXPECT_NE(types.kept(16, 8), types.kept(8, 16));
  EXPECT_NE(types.makeStruct("Particle", {}), types.makeStruct("Particle", {}));
}

TEST_F(TypesTest, SpellingIsTheUsers) {
  const ScalarType *f32 = types.float32();
  EXPECT_EQ(scalar(ScalarKind::UInt8)->spelling(), "uint8");
  EXPECT_EQ(types.vector(3, f32)->spelling(), "vec3");
  EXPECT_EQ(types.vector(2, scalar(ScalarKind::UInt16))->spelling(), "vec2us");
  EXPECT_EQ(types.vector(3, types.boolean())->spelling(), "vector(length=3, dtype=bool)");
  EXPECT_EQ(types.vector(5, scalar(ScalarKind::Float64))->spelling(), "vector(length=5, dtype=float64)");
  EXPECT_EQ(types.matrix(3, 3, scalar(ScalarKind::Float16))->spelling(), "mat33h");
  EXPECT_EQ(types.matrix(2, 3, f32)->spelling(), "matrix(shape=(2, 3), dtype=float32)");
  EXPECT_EQ(types.matrix(2, 2, types.int32())->spelling(), "matrix(shape=(2, 2), dtype=int32)");
  EXPECT_EQ(types.quaternion(scalar(ScalarKind::Float64))->spelling(), "quatd");
  EXPECT_EQ(types.transform(scalar(ScalarKind::Float16))->spelling(), "transformh");
  EXPECT_EQ(types.vector(6, scalar(ScalarKind::Float32))->spelling(), "spatial_vector");
  EXPECT_EQ(types.matrix(6, 6, scalar(ScalarKind::Float64))->spelling(), "spatial_matrixd");
  EXPECT_EQ(types.array(f32, 1)->spelling(), "array(dtype=float32)");
  EXPECT_EQ(types.array(types.vector(3, f32), 2)->spelling(), "array2d(dtype=vec3)");
  EXPECT_EQ(types.makeStruct("Particle", {})->spelling(), "Particle");
  EXPECT_EQ(types.tuple({f32, types.int32()})->spelling(), "tuple[float32, int32]");
  EXPECT_EQ(types.kept(16, 8)->spelling(), "kept(16, 8)");
  EXPECT_EQ(types.none()->spelling(), "None");
}

TEST_F(TypesTest, ComponentsAreWhatAnIndexGives) {
  const ScalarType *f32 = types.float32();
  EXPECT_EQ(componentOf(types.vector(3, f32), types), f32);
  EXPECT_EQ(componentOf(types.matrix(2, 3, f32), types), types.vector(3, f32));
  EXPECT_EQ(componentOf(f32, types), nullptr);
  EXPECT_EQ(componentCount(types.matrix(2, 3, f32)), 2u);
  EXPECT_EQ(scalarCount(types.matrix(2, 3, f32)), 6u);
  EXPECT_EQ(scalarCount(types.quaternion(f32)), 4u);
  EXPECT_EQ(componentOf(types.transform(f32), types), f32);
  EXPECT_EQ(componentCount(types.transform(f32)), 7u);
  EXPECT_EQ(scalarCount(f32), 1u);
  EXPECT_EQ(scalarOf(types.array(f32, 1)), nullptr);
}

TEST_F(TypesTest, StructFieldsAreFoundByName) {
  StructType *particle = types.makeStruct("Particle", {});
  particle->setFields({{"pos", types.vector(3, types.float32()), {}}, {"mass", types.float32(), {}}});
  EXPECT_EQ(particle->fieldIndex("mass"), 1);
  EXPECT_EQ(particle->fieldIndex("speed"), -1);
}

TEST_F(TypesTest, PartsOfTransformsAreFoundByName) {
  const TransformType *transform = types.transform(types.float32());
  EXPECT_EQ(types.transform(types.float32()), transform);
  EXPECT_EQ(fieldIndex(transform, "q"), 1);
  EXPECT_EQ(fieldIndex(transform, "r"), -1);
  EXPECT_EQ(fieldName(transform, 0), "p");
  EXPECT_EQ(fieldType(transform, 0), types.vector(3, types.float32()));
  EXPECT_EQ(fieldType(transform, 1), types.quaternion(types.float32()));
  EXPECT_EQ(fieldType(transform, 2), nullptr);
}

TEST_F(TypesTest, IntegersWrapToTheirWidth) {
  EXPECT_EQ(integer(ScalarKind::Int8, 200).asInt(), -56);
  EXPECT_EQ(integer(ScalarKind::UInt8, -1).asInt(), 255);
  EXPECT_EQ(integer(ScalarKind::UInt64, -1).asUnsigned(), ~uint64_t(0));
  EXPECT_EQ(convert(integer(ScalarKind::Int64, 5000000000), types.int32()).asInt(), 705032704);
  EXPECT_EQ(convert(integer(ScalarKind::Int8, -1), scalar(ScalarKind::UInt32)).asInt(), 4294967295);
  EXPECT_EQ(convert(Constant::boolean(true, types), types.int32()).asInt(), 1);
}

TEST_F(TypesTest, FloatsAreCutOffAndSaturateAsIntegers) {
  double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(toInt(ScalarKind::Int32, -2.9), -2);
  EXPECT_EQ(toInt(ScalarKind::Int32, 1e10), std::numeric_limits<int32_t>::max());
  EXPECT_EQ(toInt(ScalarKind::Int32, -1e10), std::numeric_limits<int32_t>::min());
  EXPECT_EQ(toInt(ScalarKind::Int8, 1000), 127);
  EXPECT_EQ(toInt(ScalarKind::UInt8, -5), 0);
  EXPECT_EQ(toInt(ScalarKind::UInt16, infinity), 65535);
  EXPECT_EQ(toInt(ScalarKind::Int64, -infinity), std::numeric_limits<int64_t>::min());
  EXPECT_EQ(toInt(ScalarKind::Int32, std::nan("")), 0);
}

TEST_F(TypesTest, WhatIsNotZeroIsTrue) {
  EXPECT_TRUE(convert(real(ScalarKind::Float32, 0.5), types.boolean()).asBool());
  EXPECT_FALSE(convert(real(ScalarKind::Float32, -0.0), types.boolean()).asBool());
  EXPECT_TRUE(convert(integer(ScalarKind::Int64, int64_t(1) << 40), types.boolean()).asBool());
}

TEST_F(TypesTest, FloatsRoundToTheirType) {
  EXPECT_EQ(real(ScalarKind::Float32, 0.1).asReal(), double(0.1f));
  EXPECT_EQ(real(ScalarKind::Float16, 0.1).asReal(), 0.0999755859375);
  EXPECT_EQ(real(ScalarKind::Float16, 1.0 + 1.0 / 2048).asReal(), 1.0); // a tie goes to the even neighbour
  EXPECT_TRUE(std::isinf(real(ScalarKind::Float16, 65520).asReal()));
  EXPECT_EQ(real(ScalarKind::Float16, 6e-8).asReal(), std::ldexp(1.0, -24)); // the smallest there is
  // 2^24 + 1, and a number whose way to float32 by double would round twice.
  EXPECT_EQ(convert(integer(ScalarKind::Int32, 16777217), types.float32()).asReal(), 16777216.0);
  int64_t justAboveTie = (int64_t(1) << 60) + (int64_t(1) << 36) + 1;
  EXPECT_EQ(convert(integer(ScalarKind::Int64, justAboveTie), types.float32()).asReal(), double(float(justAboveTie)));
  EXPECT_EQ(convert(integer(ScalarKind::UInt64, -1), scalar(ScalarKind::Float64)).asReal(), std::ldexp(1.0, 64));
}

TEST_F(TypesTest, ConstantsAreEqualByBits) {
  EXPECT_EQ(real(ScalarKind::Float32, 0.5), real(ScalarKind::Float32, 0.5));
  EXPECT_FALSE(real(ScalarKind::Float32, 0.0) == real(ScalarKind::Float32, -0.0));
  EXPECT_FALSE(real(ScalarKind::Float32, 0.5) == real(ScalarKind::Float64, 0.5));
  EXPECT_EQ(real(ScalarKind::Float32, std::nan("")), real(ScalarKind::Float32, std::nan("")));
}

TEST_F(TypesTest, ConstantsSpellShort) {
  EXPECT_EQ(integer(ScalarKind::Int32, -3).spelling(), "-3");
  EXPECT_EQ(integer(ScalarKind::UInt64, -1).spelling(), "18446744073709551615");
  EXPECT_EQ(real(ScalarKind::Float32, 0.1).spelling(), "0.1");
  EXPECT_EQ(real(ScalarKind::Float16, 0.1).spelling(), "0.1");
  EXPECT_EQ(real(ScalarKind::Float64, 1.0 / 3).spelling(), "0.3333333333333333");
  EXPECT_EQ(real(ScalarKind::Float32, 2).spelling(), "2.0");
  EXPECT_EQ(real(ScalarKind::Float64, -0.0).spelling(), "-0.0");
  EXPECT_EQ(real(ScalarKind::Float64, 1e300).spelling(), "1e+300");
  EXPECT_EQ(real(ScalarKind::Float64, 5e-324).spelling(), "5e-324");
  EXPECT_EQ(Constant::boolean(true, types).spelling(), "true");
  Constant vector{types.vector(3, types.int32()),
                  {ScalarValue::ofInt(1), ScalarValue::ofInt(0), ScalarValue::ofInt(0)}};
  EXPECT_EQ(vector.spelling(), "(1, 0, 0)");
}

} // namespace
