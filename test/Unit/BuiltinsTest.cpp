// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Builtins/Builtins.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"

using namespace kt;

namespace {

class BuiltinsTest : public testing::Test {
protected:
  /// How the result of the call is spelled, or "" if no overload takes these arguments.
  std::string result(StringRef name, ArrayRef<const Type *> args, ArrayRef<StaticArg> statics = {}) {
    std::optional<BuiltinMatch> match = resolveBuiltin(name, args, types, statics);
    if (match) {
      EXPECT_TRUE(isCallOf(*match->builtin, args, match->result)) << signature(*match->builtin);
    }
    return match ? match->result->spelling() : "";
  }
  const Type *arrayOf(const Type *element, unsigned rank = 1) { return types.array(element, rank); }

  TypeContext types;
  const ScalarType *b = types.boolean();
  const ScalarType *i32 = types.int32();
  const ScalarType *u8 = types.scalar(ScalarKind::UInt8);
  const ScalarType *u64 = types.scalar(ScalarKind::UInt64);
  const ScalarType *f16 = types.scalar(ScalarKind::Float16);
  const ScalarType *f32 = types.float32();
  const ScalarType *f64 = types.scalar(ScalarKind::Float64);
  const Type *vec2 = types.vector(2, f32);
  const Type *vec3 = types.vector(3, f32);
  const Type *vec3i = types.vector(3, i32);
  const Type *mat23 = types.matrix(2, 3, f32);
  const Type *mat33 = types.matrix(3, 3, f32);
  const Type *quat = types.quaternion(f32);
};

/// What kernels may count on; a builtin that goes missing is noticed here.
TEST_F(BuiltinsTest, EveryNameIsThere) {
  const char *names[] = {
      // Scalar Math
      "min", "max", "clamp", "abs", "sign", "step", "nonzero", "sin", "cos", "acos", "asin", "sqrt", "cbrt", "tan",
      "atan", "atan2", "sinh", "cosh", "tanh", "degrees", "radians", "log", "log2", "log10", "exp", "pow", "erf",
      "erfc", "erfinv", "erfcinv", "round", "rint", "trunc", "floor", "ceil", "frac", "isfinite", "isnan", "isinf",
      // Vector Math
      "dot", "ddot", "argmin", "argmax", "outer", "cross", "skew", "length", "length_sq", "normalize", "transpose",
      "inverse", "determinant", "trace", "diag", "get_diag", "cw_mul", "cw_div", "matrix_from_cols", "matrix_from_rows",
      "identity",
      // Quaternion Math
      "quat_identity",
      // Operators
      "add", "sub", "bit_and", "bit_or", "bit_xor", "lshift", "rshift", "invert", "mul", "mod", "div", "floordiv",
      "pos", "neg",
      // Utility
      "select", "where", "lerp", "smoothstep", "len", "print", "atomic_add", "atomic_sub", "atomic_min", "atomic_max",
      "atomic_cas", "atomic_exch", "atomic_and", "atomic_or", "atomic_xor"};
  for (const char *name : names)
    EXPECT_FALSE(builtinsNamed(name).empty()) << name;
  EXPECT_TRUE(builtinsNamed("no_such_builtin").empty());
}

TEST_F(BuiltinsTest, IdsAreDenseAndListsFit) {
  for (auto [id, builtin] : llvm::enumerate(allBuiltins())) {
    EXPECT_EQ(builtin.id, id);
    EXPECT_EQ(builtin.paramNames.size(), builtin.paramDomains.size()) << signature(builtin);
    EXPECT_EQ(builtin.paramNames.size(), builtin.paramTypes.size()) << signature(builtin);
    EXPECT_FALSE(builtin.infix.empty() && builtin.function.empty()) << signature(builtin);
  }
}

TEST_F(BuiltinsTest, NothingIsConverted) {
  EXPECT_EQ(result("add", {i32, i32}), "int32");
  EXPECT_EQ(result("add", {i32, f32}), "");
  EXPECT_EQ(result("add", {f32, f64}), "");
  EXPECT_EQ(result("add", {b, b}), "");
  EXPECT_EQ(result("sin", {f16}), "float16");
  EXPECT_EQ(result("sin", {i32}), "");
  EXPECT_EQ(result("pow", {i32, i32}), "");
  EXPECT_EQ(result("sin", {f32, f32}), "");
  EXPECT_EQ(result("sin", {}), "");
}

TEST_F(BuiltinsTest, ShapesAreSettledByTheArguments) {
  EXPECT_EQ(result("dot", {vec3, vec3}), "float32");
  EXPECT_EQ(result("dot", {vec3, vec2}), "");
  EXPECT_EQ(result("dot", {vec3, vec3i}), "");
  EXPECT_EQ(result("dot", {quat, quat}), "float32");
  EXPECT_EQ(result("outer", {vec2, vec3}), "matrix(shape=(2, 3), dtype=float32)");
  EXPECT_EQ(result("transpose", {mat23}), "matrix(shape=(3, 2), dtype=float32)");
  EXPECT_EQ(result("mul", {mat23, vec3}), "vec2");
  EXPECT_EQ(result("mul", {mat23, vec2}), "");
  EXPECT_EQ(result("mul", {vec2, mat23}), "vec3");
  EXPECT_EQ(result("mul", {mat23, mat33}), "matrix(shape=(2, 3), dtype=float32)");
  EXPECT_EQ(result("mul", {vec3, vec3}), "");
  EXPECT_EQ(result("mul", {f32, vec3}), "vec3");
  EXPECT_EQ(result("mul", {f64, vec3}), "");
  EXPECT_EQ(result("div", {f32, mat33}), "mat33");
  EXPECT_EQ(result("cross", {vec2, vec2}), "");
  EXPECT_EQ(result("inverse", {mat33}), "mat33");
  EXPECT_EQ(result("inverse", {mat23}), "");
  EXPECT_EQ(result("trace", {mat23}), "");
  EXPECT_EQ(result("argmin", {vec3i}), "uint32");
  EXPECT_EQ(result("min", {vec3}), "float32");
  EXPECT_EQ(result("lerp", {vec3, vec3, f64}), "");
}

TEST_F(BuiltinsTest, RepeatedArgumentsAreCounted) {
  EXPECT_EQ(result("matrix_from_rows", {vec3, vec3}), "matrix(shape=(2, 3), dtype=float32)");
  EXPECT_EQ(result("matrix_from_cols", {vec3, vec3}), "matrix(shape=(3, 2), dtype=float32)");
  EXPECT_EQ(result("matrix_from_rows", {vec3, vec2}), "");
  EXPECT_EQ(result("matrix_from_rows", {}), "");
}

TEST_F(BuiltinsTest, StaticArgumentsSettleTheResult) {
  StaticArg three{.number = 3, .type = nullptr};
  StaticArg ofDouble{.number = 0, .type = f64};
  EXPECT_EQ(result("identity", {}, {three, ofDouble}), "mat33d");
  EXPECT_EQ(result("identity", {}, {ofDouble, three}), "");
  EXPECT_EQ(result("identity", {}), "");
  EXPECT_EQ(result("quat_identity", {}), "quat");
  EXPECT_EQ(result("quat_identity", {}, ofDouble), "quatd");
  EXPECT_EQ(result("quat_identity", {}, StaticArg{.number = 0, .type = i32}), "");
}

TEST_F(BuiltinsTest, AtomicsTakeAnIndexPerDimension) {
  EXPECT_EQ(result("atomic_add", {arrayOf(f32), i32, f32}), "float32");
  EXPECT_EQ(result("atomic_add", {arrayOf(vec3, 2), i32, u64, vec3}), "vec3");
  EXPECT_EQ(result("atomic_add", {arrayOf(f32, 4), i32, i32, i32, i32, f32}), "float32");
  EXPECT_EQ(result("atomic_add", {arrayOf(f32, 2), i32, f32}), "");
  EXPECT_EQ(result("atomic_add", {arrayOf(f32), f32, f32}), "");
  EXPECT_EQ(result("atomic_add", {arrayOf(f32), i32, i32}), "");
  EXPECT_EQ(result("atomic_add", {arrayOf(u8), i32, u8}), "");
  EXPECT_EQ(result("atomic_add", {arrayOf(f16), i32, f16}), "float16");
  EXPECT_EQ(result("atomic_min", {arrayOf(f16), i32, f16}), "");
  EXPECT_EQ(result("atomic_cas", {arrayOf(i32), i32, i32, i32}), "int32");
  EXPECT_EQ(result("atomic_xor", {arrayOf(f32), i32, f32}), "");
}

TEST_F(BuiltinsTest, ChoicesTakeAnyTypeTwice) {
  const Type *particle = types.makeStruct("Particle", {});
  EXPECT_EQ(result("where", {b, f32, f32}), "float32");
  EXPECT_EQ(result("where", {u8, particle, particle}), "Particle");
  EXPECT_EQ(result("where", {b, arrayOf(f32), arrayOf(f32)}), "array(dtype=float32)");
  EXPECT_EQ(result("where", {f32, f32, f32}), "");
  EXPECT_EQ(result("select", {b, i32, f32}), "");
  EXPECT_EQ(result("len", {arrayOf(particle, 3)}), "int32");
  EXPECT_EQ(result("len", {f32}), "");
  EXPECT_EQ(result("print", {types.string()}), "None");
}

TEST_F(BuiltinsTest, SignaturesAreTheUsers) {
  auto only = [](StringRef name) { return signature(*builtinsNamed(name).front()); };
  EXPECT_EQ(only("dot"), "dot(a: vector(N, T), b: vector(N, T)) -> T, T any int or float");
  EXPECT_EQ(only("inverse"), "inverse(a: matrix((2, 2), F)) -> matrix((2, 2), F), F any float");
  EXPECT_EQ(only("matrix_from_rows"), "matrix_from_rows(*rows: vector(C, T)) -> matrix((R, C), T), T any int or float");
  EXPECT_EQ(only("atomic_xor"),
            "atomic_xor(arr: array(dtype=T), i: int, value: T) -> T, T any 32- or 64-bit int, or vector "
            "or matrix of these");
  EXPECT_EQ(only("eig3"), "eig3(A: matrix((3, 3), F)) -> (matrix((3, 3), F), vector(3, F)), F any float");
  EXPECT_EQ(only("curlnoise"), "curlnoise(state: uint32, xy: vector(2, float32), octaves: uint32 = 1, "
                               "lacunarity: float32 = 2.0, gain: float32 = 0.5) -> vector(2, float32)");
  EXPECT_EQ(only("randf"), "randf(inout state: uint32) -> float32");
  EXPECT_EQ(only("where"), "where(cond: bool or int, value_if_true: V, value_if_false: V) -> V, V any type");
  EXPECT_EQ(only("identity"), "identity(n: int, dtype: type T) -> matrix((N, N), T), T any int or float");
}

TEST_F(BuiltinsTest, DomainsStandBesideTheirParameter) {
  auto domain = [](StringRef name, unsigned param) { return builtinsNamed(name).front()->domain(param); };
  EXPECT_EQ(domain("log", 0), ParamDomain::Positive);
  EXPECT_EQ(domain("div", 0), ParamDomain::Any);
  EXPECT_EQ(domain("div", 1), ParamDomain::NonZero);
  EXPECT_EQ(domain("matrix_from_rows", 3), ParamDomain::Any);
}

TEST_F(BuiltinsTest, GradientsAndEffects) {
  auto first = [](StringRef name) { return *builtinsNamed(name).front(); };
  EXPECT_TRUE(first("sin").isDifferentiable);
  EXPECT_FALSE(first("floor").isDifferentiable);
  EXPECT_FALSE(first("bit_and").isDifferentiable);
  EXPECT_EQ(first("sin").effect, Effect::None);
  EXPECT_EQ(first("atomic_add").effect, Effect::ReadModifyWrite);
  EXPECT_EQ(first("print").effect, Effect::Output);
}

} // namespace
