// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Vectors, matrices and quaternions: construction, access, operators and functions, with numbers worked out by hand.

// RUN: %clangxx -std=c++17 -O1 -Wall -Wextra -Werror -fsanitize=undefined -fsanitize-trap=undefined %runtime %s -o %t
// RUN: %t

#include "Inputs/expect.h"

using wp::mat22;
using wp::mat33;
using wp::mat44;
using wp::quat;
using wp::vec2;
using wp::vec3;

static_assert(sizeof(vec3) == 12 && alignof(vec3) == 4 && __is_standard_layout(vec3));
static_assert(sizeof(wp::mat_t<2, 3, double>) == 48 && __is_standard_layout(mat33));
static_assert(sizeof(wp::transform) == 28 && sizeof(wp::transformh) == 14 && __is_standard_layout(wp::transform));
static_assert(sizeof(quat) == 16 && sizeof(wp::quath) == 8 && __is_standard_layout(quat));
static_assert(sizeof(wp::vec3b) == 3 && sizeof(wp::vec_t<7, wp::half>) == 14 && sizeof(wp::vec_t<3, bool>) == 3);

// Constants are made when compiling.
static constexpr vec3 up(0, 1, 0);
static constexpr wp::mat_t<2, 3, float> rectangle(1, 2, 3, 4, 5, 6);
static_assert(up[1] == 1 && up[-1] == 0 && rectangle[1][0] == 4 && rectangle[-1][-1] == 6);

static void checkConstruction() {
  EXPECT(vec3() == vec3(0, 0, 0) && vec3(2) == vec3(2, 2, 2) && mat22() == mat22(0, 0, 0, 0) &&
         mat22(3) == mat22(3, 3, 3, 3));
  EXPECT(quat() == quat(0, 0, 0, 0) && quat(vec3(1, 2, 3), 4) == quat(1, 2, 3, 4));
  EXPECT(wp::quat_identity() == quat(0, 0, 0, 1) && wp::quat_identity<double>() == wp::quatd(0, 0, 0, 1));
  EXPECT(wp::vec3i(vec3(1.9f, -1.9f, 3e9f)) == wp::vec3i(1, -1, 2147483647));
  EXPECT(wp::mat22d(mat22(1, 2, 3, 4)) == wp::mat22d(1, 2, 3, 4) && wp::quatd(quat(1, 2, 3, 4))[3] == 4);
  EXPECT(wp::vec_t<6, int>(1, 2, 3, 4, 5, 6)[5] == 6);
  EXPECT(wp::matrix_from_rows(vec2(1, 2), vec2(3, 4)) == mat22(1, 2, 3, 4));
  EXPECT(wp::matrix_from_cols(vec3(1, 2, 3), vec3(4, 5, 6)) == (wp::mat_t<3, 2, float>(1, 4, 2, 5, 3, 6)));
}

static void checkAccess() {
  vec3 v(1, 2, 3);
  v[0] += 5;
  v[-1] *= 2;
  EXPECT(v == vec3(6, 2, 6) && v != vec3(6, 2, 5) && wp::len(v) == 3);
  mat22 m(1, 2, 3, 4);
  m[0][1] = 7;
  m[-1] = vec2(8, 9);
  EXPECT(m == mat22(1, 7, 8, 9) && wp::len(rectangle) == 2);
}

static void checkVectors() {
  const vec3 a(1, -2, 3), b(4, 5, -6);
  EXPECT(a + b == vec3(5, 3, -3) && a - b == vec3(-3, -7, 9) && -a == vec3(-1, 2, -3) && +a == a);
  EXPECT(a * 2.0f == vec3(2, -4, 6) && 2.0f * a == a * 2.0f && a / 2.0f == vec3(0.5f, -1, 1.5f));
  EXPECT(6.0f / a == vec3(6, -3, 2) && wp::cw_mul(a, b) == vec3(4, -10, -18) && wp::cw_div(b, a) == vec3(4, -2.5f, -2));
  vec3 c = a;
  c += b;
  c -= a;
  c *= 2.0f;
  c /= 4.0f;
  EXPECT(c == b / 2.0f);
  EXPECT(wp::dot(a, b) == -24 && wp::cross(a, b) == vec3(-3, 18, 13) && wp::length_sq(a) == 14);
  EXPECT(wp::length(vec2(3, 4)) == 5 && wp::normalize(vec2(3, 4)) == vec2(0.6f, 0.8f) &&
         wp::normalize(vec2()) == vec2());
  EXPECT(wp::min(a, b) == vec3(1, -2, -6) && wp::max(a, b) == vec3(4, 5, 3) && wp::min(a) == -2 && wp::max(a) == 3);
  EXPECT(wp::abs(a) == vec3(1, 2, 3) && wp::sign(vec3(-1, 0, 2)) == vec3(-1, 1, 1));
  EXPECT(wp::argmin(vec3(2, 1, 1)) == 1 && wp::argmax(vec3(2, 3, 3)) == 1);
  EXPECT(wp::lerp(a, b, 0.5f) == vec3(2.5f, 1.5f, -1.5f) &&
         wp::mod(vec2(5.5f, -5.5f), vec2(2, 2)) == vec2(1.5f, -1.5f));
  EXPECT(wp::clamp(a, vec3(0), vec3(2)) == vec3(1, 0, 2));
}

static void checkIntegerVectors() {
  const wp::vec3i a(7, -7, 12), b(2, 0, 40);
  EXPECT(a / 2 == wp::vec3i(3, -3, 6) && a / 0 == wp::vec3i(0) && 7 / b == wp::vec3i(3, 0, 0));
  EXPECT(wp::mod(a, b) == wp::vec3i(1, -7, 12) && wp::lshift(a, b) == wp::vec3i(28, -7, 0));
  EXPECT(wp::rshift(a, b) == wp::vec3i(1, -7, 0) && (a & b) == wp::vec3i(2, 0, 8) && (a | b) == wp::vec3i(7, -7, 44));
  EXPECT((a ^ b) == wp::vec3i(5, -7, 36) && ~b == wp::vec3i(-3, -1, -41));
  const wp::vec2ub c(200, 100);
  EXPECT(c + c == wp::vec2ub(144, 200) && wp::dot(c, c) == wp::uint8(200 * 200 + 100 * 100) &&
         -c == wp::vec2ub(56, 156));
  EXPECT(wp::vec2us(65535) * wp::uint16(65535) == wp::vec2us(1));
}

static void checkMatrices() {
  const mat22 a(1, 2, 3, 4), b(5, 6, 7, 8);
  EXPECT(a * b == mat22(19, 22, 43, 50) && a * vec2(1, 10) == vec2(21, 43) && vec2(1, 10) * a == vec2(31, 42));
  EXPECT(a + b == mat22(6, 8, 10, 12) && b - a == mat22(4) && -a == mat22(-1, -2, -3, -4) && 2.0f * a == a * 2.0f);
  EXPECT(a / 2.0f == mat22(0.5f, 1, 1.5f, 2) && 12.0f / a == mat22(12, 6, 4, 3));
  EXPECT(wp::cw_mul(a, b) == mat22(5, 12, 21, 32) && wp::cw_div(b, a) == mat22(5, 3, 7.0f / 3, 2));
  EXPECT(rectangle * wp::transpose(rectangle) == mat22(14, 32, 32, 77) && rectangle * vec3(1, 0, 1) == vec2(4, 10));
  EXPECT(wp::transpose(rectangle)[2] == vec2(3, 6) && wp::trace(a) == 5 && wp::ddot(a, b) == 70);
  EXPECT(wp::outer(vec2(1, 2), vec3(3, 4, 5)) == (wp::mat_t<2, 3, float>(3, 4, 5, 6, 8, 10)));
  EXPECT(wp::skew(vec3(1, 2, 3)) * vec3(4, 5, 6) == wp::cross(vec3(1, 2, 3), vec3(4, 5, 6)));
  EXPECT(wp::diag(vec2(1, 2)) == mat22(1, 0, 0, 2) && wp::get_diag(a) == vec2(1, 4));
  EXPECT((wp::identity<2, float>() == mat22(1, 0, 0, 1)) && wp::lerp(a, b, 0.5f) == mat22(3, 4, 5, 6));
  mat22 c = a;
  c += b;
  c *= b;
  c -= mat22(1);
  c /= 2.0f;
  EXPECT(c == ((a + b) * b - mat22(1)) / 2.0f);
  const wp::mat_t<2, 2, int> i(1, 2, 3, 4);
  EXPECT((i & i) == i && ~(~i) == i && wp::lshift(i, i)[1][1] == 64 && i / 2 == wp::mat_t<2, 2, int>(0, 1, 1, 2));
}

template <int N>
static void checkInverse(const wp::mat_t<N, N, double> &a, double determinant) {
  EXPECT_NEAR(wp::determinant(a), determinant, 1e-14);
  const wp::mat_t<N, N, double> product = a * wp::inverse(a);
  for (int i = 0; i < N; ++i)
    for (int j = 0; j < N; ++j)
      EXPECT_NEAR(product[i][j] + 1, i == j ? 2 : 1, 1e-14);
}

static void checkInverses() {
  checkInverse(wp::mat22d(1, 2, 3, 4), -2);
  checkInverse(wp::mat33d(2, -1, 0.5, 3, 4, 1, -2, 5, 7), 80.5);
  checkInverse(wp::mat44d(1, 2, 0, 1, 3, -1, 4, 2, 0, 5, 6, -3, 2, 1, 1, 8), -380);
  EXPECT(wp::inverse(mat22(1, 2, 2, 4)) == mat22() && wp::inverse(mat33(1)) == mat33() &&
         wp::inverse(mat44(1)) == mat44());
}

static void checkQuaternions() {
  const quat a(1, 2, 3, 4), b(5, 6, 7, 8);
  EXPECT(a * b == quat(24, 48, 48, -6) && a + b == quat(6, 8, 10, 12) && b - a == quat(4, 4, 4, 4));
  EXPECT(a * 2.0f == quat(2, 4, 6, 8) && 2.0f * a == a * 2.0f && a / 2.0f == quat(0.5f, 1, 1.5f, 2) && -a == a * -1.0f);
  EXPECT(wp::dot(a, b) == 70 && wp::length_sq(a) == 30 && wp::length(quat(1, 1, 1, 1)) == 2 && wp::len(a) == 4);
  EXPECT(wp::normalize(quat(2, 2, 2, 2)) == quat(0.5f, 0.5f, 0.5f, 0.5f) &&
         wp::normalize(quat()) == wp::quat_identity());
  EXPECT(a[0] == 1 && a[-1] == 4 && wp::lerp(a, b, 0.5f) == quat(3, 4, 5, 6));
  quat c = a;
  c *= b;
  EXPECT(c == a * b);
}

static void checkTransforms() {
  using wp::transform;
  const transform a(vec3(1, 2, 3), quat(0, 0, 1, 0)), b(4, 5, 6, 0, 0, 0, 1);
  EXPECT(a * b == transform(-3, -3, 9, 0, 0, 1, 0) && wp::transform_multiply(a, b) == a * b);
  EXPECT(a + b == transform(5, 7, 9, 0, 0, 1, 1) && b - a == transform(3, 3, 3, 0, 0, -1, 1));
  EXPECT(a * 2.0f == transform(2, 4, 6, 0, 0, 2, 0) && 2.0f * a == a * 2.0f && a != b);
  EXPECT(a[0] == 1 && a[5] == 1 && a[-7] == 1 && a[-1] == 0 && wp::len(a) == 7);
  EXPECT(wp::transform_inverse(a) * a == wp::transform_identity() && wp::transformd(b).p == wp::vec3d(4, 5, 6));
  EXPECT(wp::transform_point(a, vec3(1, 0, 0)) == vec3(0, 2, 3) &&
         wp::transform_vector(a, vec3(1, 0, 0)) == vec3(-1, 0, 0));
  transform c = a;
  c.p += wp::transform_get_translation(b);
  c[3] = 5;
  EXPECT(c == transform(5, 7, 9, 5, 0, 1, 0) && wp::lerp(a, b, 0.5f) == transform(2.5f, 3.5f, 4.5f, 0, 0, 0.5f, 0.5f));
}

static void checkTests() {
  const float inf = wp::inf<float>(), nan = wp::nan<float>();
  EXPECT(wp::isfinite(vec3(1)) && !wp::isfinite(vec3(1, inf, 2)) && !wp::isfinite(mat22(nan)));
  EXPECT(wp::isnan(vec3(inf, 1, nan)) && !wp::isnan(vec3(inf)) && wp::isnan(quat(0, 0, nan, 0)));
  EXPECT(wp::isinf(vec3(inf, 1, nan)) && !wp::isinf(mat22(nan)) && wp::isinf(mat22(1, 2, -inf, 3)) &&
         !wp::isinf(quat()));
}

int main() {
  checkConstruction();
  checkAccess();
  checkVectors();
  checkIntegerVectors();
  checkMatrices();
  checkInverses();
  checkQuaternions();
  checkTransforms();
  checkTests();
  return report();
}
