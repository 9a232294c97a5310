// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What only adjoint rules call.

#include "BuiltinTable.h"
#include "Rotation.h"

namespace kt {

/// result = condition(a, b) ? x : y, scalar by scalar.
template <auto Condition>
static BuiltinFunction whereEach(const ir::Op &call) {
  return perScalar<[]<Float S>(Tag<S>, Call &call) {
    forEachScalar<S>(call, [](auto at, unsigned i) { return Condition(at(0, i), at(1, i)) ? at(2, i) : at(3, i); });
  }>(call);
}

// Rotations
// ---------
// The gradients of what Rotation.h computes.

/// By the product rule, of 2 (u . v) u + 2 w (u x v) + (2 w w - 1) v.
template <class S>
static void adjointOfRotate(Call &call) {
  const S *q = call.arg<S>(0), *v = call.arg<S>(1), *grad = call.arg<S>(2);
  S *result = call.result<S>();
  S w = q[3], alongGrad = dot(q, grad, 3), alongV = dot(q, v, 3);
  result[3] = S(4) * w * dot(v, grad, 3);
  for (unsigned i = 0; i != 3; ++i) {
    unsigned j = (i + 1) % 3, k = (i + 2) % 3;
    result[i] = S(2) * (w * (v[j] * grad[k] - v[k] * grad[j]) + v[i] * alongGrad + grad[i] * alongV);
    result[3] = result[3] + S(2) * grad[i] * (q[j] * v[k] - q[k] * v[j]);
  }
}

template <class S>
static void adjointOfToAxisAngle(Call &call) {
  const S *q = call.arg<S>(0), *axisGrad = call.arg<S>(1);
  S *result = call.result<S>(), angleGrad = *call.arg<S>(2);
  S size = length(q, 3), w = q[3] < S(0) ? -q[3] : q[3];
  std::fill(result, result + 4, S(0));
  if (!(size > S(0)))
    return;
  S perAngle = S(2) * angleGrad / (size * size + w * w), inward = dot(q, axisGrad, 3) / (size * size);
  for (unsigned i = 0; i != 3; ++i) {
    S across = (axisGrad[i] - q[i] * inward) / size;
    result[i] = (q[3] < S(0) ? -across : across) + perAngle * w * q[i] / size;
  }
  result[3] = (q[3] < S(0) ? size : -size) * perAngle;
}

/// Takes the gradient through the normalization, and then to the elements that each part was made of.
template <class S>
static void adjointOfFromMatrix(Matrix<const S> m, const S *grad, Matrix<S> result) {
  result.fill([](unsigned, unsigned) { return S(0); });
  unsigned i = m.at(1, 1) > m.at(0, 0) ? 1 : 0;
  if (m.at(2, 2) > m.at(i, i))
    i = 2;
  S trace = m.at(0, 0) + m.at(1, 1) + m.at(2, 2);
  bool isReal = trace >= S(0); // the real part is the root
  S root = S(std::sqrt(wide((isReal ? trace : S(2) * m.at(i, i) - trace) + S(1))));
  unsigned main = isReal ? 3 : i;

  S q[4], raw[4];
  /// The two elements whose sum or difference, by twice the root, is a part of the quaternion.
  auto pairOf = [&](unsigned part, unsigned &row, unsigned &column) {
    unsigned axis = isReal || part != 3 ? part : i;
    bool isDifference = isReal || part == 3;
    row = isDifference ? (axis + 2) % 3 : i;
    column = isDifference ? (axis + 1) % 3 : part;
    return isDifference ? S(-1) : S(1);
  };
  for (unsigned part = 0; part != 4; ++part) {
    unsigned row, column;
    if (part == main) {
      q[part] = S(0.5) * root;
      continue;
    }
    S sign = pairOf(part, row, column);
    q[part] = (m.at(row, column) + sign * m.at(column, row)) / (S(2) * root);
  }
  S size = length(q, 4), inward = dot(q, grad, 4) / (size * size);
  for (unsigned part = 0; part != 4; ++part)
    raw[part] = (grad[part] - q[part] * inward) / size;

  S rootGrad = S(0.5) * raw[main];
  for (unsigned part = 0; part != 4; ++part) {
    unsigned row, column;
    if (part == main)
      continue;
    S sign = pairOf(part, row, column), each = raw[part] / (S(2) * root);
    result.at(row, column) = result.at(row, column) + each;
    result.at(column, row) = result.at(column, row) + sign * each;
    rootGrad = rootGrad - raw[part] * q[part] / root;
  }
  for (unsigned d = 0; d != 3; ++d) {
    S half = rootGrad / (S(2) * root);
    result.at(d, d) = result.at(d, d) + (isReal || d == i ? half : -half);
  }
}

template <class S>
static void adjointOfDecompose(Call &call) {
  Matrix<const S> m = argMatrix<S>(call, 0);
  Matrix<S> result = resultMatrix<S>(call);
  const S *pGrad = call.arg<S>(1), *scaleGrad = call.arg<S>(3);
  S rotation[9], rotationGrad[9], scale[3];
  for (unsigned j = 0; j != 3; ++j) {
    S column[3] = {m.at(0, j), m.at(1, j), m.at(2, j)};
    scale[j] = length(column, 3);
    for (unsigned i = 0; i != 3; ++i)
      rotation[3 * i + j] = scale[j] > S(0) ? column[i] / scale[j] : S(0);
  }
  adjointOfFromMatrix(Matrix<const S>{rotation, 3, 3}, call.arg<S>(2), Matrix<S>{rotationGrad, 3, 3});
  result.fill([&](unsigned i, unsigned j) {
    if (i == 3)
      return S(0);
    if (j == 3)
      return pGrad[i];
    S along = S(0);
    for (unsigned k = 0; k != 3; ++k)
      along = along + rotation[3 * k + j] * rotationGrad[3 * k + j];
    S across = scale[j] > S(0) ? (rotationGrad[3 * i + j] - rotation[3 * i + j] * along) / scale[j] : S(0);
    return scaleGrad[j] * rotation[3 * i + j] + across;
  });
}

ArrayRef<BuiltinEntry> adjointRules() {
  static const BuiltinEntry entries[] = {
      {".where_less", whereEach<[]<class S>(S a, S b) { return a < b; }>},
      {".where_equal", whereEach<[]<class S>(S a, S b) { return a == b; }>},
      {".unit", perScalar<[]<Float S>(Tag<S>, Call &call) {
         for (unsigned i = 0; i != scalarCount(call.resultType()); ++i)
           call.result<S>()[i] = i == *call.arg<uint32_t>(1) ? *call.arg<S>(2) : S(0);
       }>},
      {".cofactors", perScalar<[]<Float S>(Tag<S>, Call &call) {
         Matrix<const S> a = argMatrix<S>(call, 0);
         resultMatrix<S>(call).fill([&](unsigned i, unsigned j) {
           S minor = minorOf(a, i, j);
           return (i + j) % 2 ? -minor : minor;
         });
       }>},
      {".dot", perScalar<[]<Float S>(Tag<S>, Call &call) {
         *call.result<S>() = dot(call.arg<S>(0), call.arg<S>(1), scalarCount(call.argType(0)));
       }>},
      {".cw_mul", each<[]<Float S>(S a, S b) { return a * b; }>},
      {".cw_div", each<[]<Float S>(S a, S b) { return a / b; }>},

      {".adj_quat_rotate", perScalar<[]<Float S>(Tag<S>, Call &call) { adjointOfRotate<S>(call); }>},
      {".adj_quat_to_axis_angle", perScalar<[]<Float S>(Tag<S>, Call &call) { adjointOfToAxisAngle<S>(call); }>},
      {".adj_quat_from_matrix", perScalar<[]<Float S>(Tag<S>, Call &call) {
         adjointOfFromMatrix(argMatrix<S>(call, 0), call.arg<S>(1), resultMatrix<S>(call));
       }>},
      {".adj_transform_decompose", perScalar<[]<Float S>(Tag<S>, Call &call) { adjointOfDecompose<S>(call); }>},

      {".gaps", perScalar<[]<Float S>(Tag<S>, Call &call) {
         const S *v = call.arg<S>(0);
         resultMatrix<S>(call).fill([&](unsigned i, unsigned j) { return v[i] == v[j] ? S(0) : S(1) / (v[j] - v[i]); });
       }>},
      {".mirror_lower", perScalar<[]<Float S>(Tag<S>, Call &call) {
         Matrix<const S> m = argMatrix<S>(call, 0);
         resultMatrix<S>(call).fill([&](unsigned i, unsigned j) { return i < j ? m.at(j, i) : m.at(i, j); });
       }>},
  };
  return entries;
}

} // namespace kt
