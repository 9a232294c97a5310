// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Vector Math: vectors, and matrices row by row.

#include "Matrix.h"

namespace kt {

/// The index of the first component that `isBetter` than all others.
template <class S, class Better>
static uint32_t best(Call &call, Better isBetter) {
  const S *a = call.arg<S>(0);
  uint32_t result = 0;
  for (uint32_t i = 1; i < scalarCount(call.argType(0)); ++i)
    if (isBetter(a[i], a[result]))
      result = i;
  return result;
}

template <class S>
static uint32_t smallest(Call &call) {
  return best<S>(call, [](S a, S b) { return a < b; });
}
template <class S>
static uint32_t largest(Call &call) {
  return best<S>(call, [](S a, S b) { return a > b; });
}

// min(a, b) goes scalar by scalar; min(v) is one of the components.

static BuiltinFunction selectMin(const ir::Op &call) {
  if (call.operands().size() == 2)
    return each<[]<Number S>(S a, S b) { return smaller(a, b); }>(call);
  return perScalar<[]<Number S>(Tag<S>, Call &call) { *call.result<S>() = call.arg<S>(0)[smallest<S>(call)]; }>(call);
}

static BuiltinFunction selectMax(const ir::Op &call) {
  if (call.operands().size() == 2)
    return each<[]<Number S>(S a, S b) { return larger(a, b); }>(call);
  return perScalar<[]<Number S>(Tag<S>, Call &call) { *call.result<S>() = call.arg<S>(0)[largest<S>(call)]; }>(call);
}

/// What has no length stays zero; a quaternion becomes the identity.
template <class S>
static void normalize(Call &call) {
  unsigned count = scalarCount(call.argType(0));
  const S *a = call.arg<S>(0);
  S size = length(a, count);
  for (unsigned i = 0; i != count; ++i)
    call.result<S>()[i] = size > S(0) ? a[i] / size : S(0);
  if (call.resultType()->isQuaternion() && !(size > S(0)))
    call.result<S>()[3] = S(1);
}

template <class S>
static S squareOf(Call &call) {
  return dot(call.arg<S>(0), call.arg<S>(0), scalarCount(call.argType(0)));
}

/// delta √(1 + |v|² / delta²)
template <class S>
static S pseudoHuber(Call &call) {
  S delta = *call.arg<S>(1);
  return delta * S(std::sqrt(wide(S(1) + squareOf<S>(call) / (delta * delta))));
}

/// The matrix of vectors, of which each is a row or each is a column.
template <class S>
static void gather(Call &call, bool areRows) {
  Matrix<S> result = resultMatrix<S>(call);
  for (unsigned i = 0; i != call.argCount(); ++i)
    for (unsigned j = 0; j != scalarCount(call.argType(i)); ++j)
      (areRows ? result.at(i, j) : result.at(j, i)) = call.arg<S>(i)[j];
}

ArrayRef<BuiltinEntry> vectorMath() {
  static const BuiltinEntry entries[] = {
      {"min", selectMin},
      {"max", selectMax},
      {"argmin", perScalar<[]<Number S>(Tag<S>, Call &call) { *call.result<uint32_t>() = smallest<S>(call); }>},
      {"argmax", perScalar<[]<Number S>(Tag<S>, Call &call) { *call.result<uint32_t>() = largest<S>(call); }>},
      {"cw_mul", each<[]<Number S>(S a, S b) { return a * b; }>},
      {"cw_div", each<[]<Number S>(S a, S b) { return a / b; }>},

      {"dot", perScalar<[]<Number S>(Tag<S>, Call &call) {
         *call.result<S>() = dot(call.arg<S>(0), call.arg<S>(1), scalarCount(call.argType(0)));
       }>},
      {"ddot", perScalar<[]<Number S>(Tag<S>, Call &call) {
         *call.result<S>() = dot(call.arg<S>(0), call.arg<S>(1), scalarCount(call.argType(0)));
       }>},
      {"length_sq", perScalar<[]<Number S>(Tag<S>, Call &call) { *call.result<S>() = squareOf<S>(call); }>},
      {"length", perScalar<[]<Float S>(Tag<S>, Call &call) {
         *call.result<S>() = length(call.arg<S>(0), scalarCount(call.argType(0)));
       }>},
      {"norm_l1", perScalar<[]<Float S>(Tag<S>, Call &call) {
         S sum = S(0);
         for (unsigned i = 0; i != scalarCount(call.argType(0)); ++i)
           sum = sum + S(std::fabs(wide(call.arg<S>(0)[i])));
         *call.result<S>() = sum;
       }>},
      {"norm_l2", perScalar<[]<Float S>(Tag<S>, Call &call) {
         *call.result<S>() = length(call.arg<S>(0), scalarCount(call.argType(0)));
       }>},
      {"norm_huber", perScalar<[]<Float S>(Tag<S>, Call &call) {
         S square = squareOf<S>(call), delta = *call.arg<S>(1);
         bool isNear = square <= delta * delta;
         *call.result<S>() = isNear ? S(0.5) * square : delta * (S(std::sqrt(wide(square))) - S(0.5) * delta);
       }>},
      {"norm_pseudo_huber", perScalar<[]<Float S>(Tag<S>, Call &call) { *call.result<S>() = pseudoHuber<S>(call); }>},
      {"smooth_normalize", perScalar<[]<Float S>(Tag<S>, Call &call) {
         S norm = pseudoHuber<S>(call);
         for (unsigned i = 0; i != scalarCount(call.argType(0)); ++i)
           call.result<S>()[i] = call.arg<S>(0)[i] / norm;
       }>},
      {"normalize", perScalar<[]<Float S>(Tag<S>, Call &call) { normalize<S>(call); }>},
      {"cross",
       perScalar<[]<Number S>(Tag<S>, Call &call) { cross(call.arg<S>(0), call.arg<S>(1), call.result<S>()); }>},
      {"skew", perScalar<[]<Number S>(Tag<S>, Call &call) {
         const S *v = call.arg<S>(0);
         const S rows[9] = {S(0), -v[2], v[1], v[2], S(0), -v[0], -v[1], v[0], S(0)};
         std::copy(std::begin(rows), std::end(rows), call.result<S>());
       }>},
      {"outer", perScalar<[]<Number S>(Tag<S>, Call &call) {
         resultMatrix<S>(call).fill([&](unsigned i, unsigned j) { return call.arg<S>(0)[i] * call.arg<S>(1)[j]; });
       }>},
      {"transpose", perScalar<[]<Number S>(Tag<S>, Call &call) {
         Matrix<const S> a = argMatrix<S>(call, 0);
         resultMatrix<S>(call).fill([&](unsigned i, unsigned j) { return a.at(j, i); });
       }>},
      {"trace", perScalar<[]<Number S>(Tag<S>, Call &call) {
         Matrix<const S> a = argMatrix<S>(call, 0);
         S sum = a.at(0, 0);
         for (unsigned i = 1; i != a.rows; ++i)
           sum = sum + a.at(i, i);
         *call.result<S>() = sum;
       }>},
      {"diag", perScalar<[]<Number S>(Tag<S>, Call &call) {
         resultMatrix<S>(call).fill([&](unsigned i, unsigned j) { return i == j ? call.arg<S>(0)[i] : S(0); });
       }>},
      {"get_diag", perScalar<[]<Number S>(Tag<S>, Call &call) {
         Matrix<const S> a = argMatrix<S>(call, 0);
         for (unsigned i = 0; i != a.rows; ++i)
           call.result<S>()[i] = a.at(i, i);
       }>},
      {"identity", perScalar<[]<Number S>(Tag<S>, Call &call) {
         resultMatrix<S>(call).fill([](unsigned i, unsigned j) { return S(i == j ? 1 : 0); });
       }>},
      {"matrix_from_rows", perScalar<[]<Number S>(Tag<S>, Call &call) { gather<S>(call, /*areRows=*/true); }>},
      {"matrix_from_cols", perScalar<[]<Number S>(Tag<S>, Call &call) { gather<S>(call, /*areRows=*/false); }>},
      {"determinant",
       perScalar<[]<Float S>(Tag<S>, Call &call) { *call.result<S>() = determinant(argMatrix<S>(call, 0)); }>},
      {"inverse", perScalar<[]<Float S>(Tag<S>, Call &call) { invert(argMatrix<S>(call, 0), resultMatrix<S>(call)); }>},
  };
  return entries;
}

} // namespace kt
