// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// svd3, svd2, qr3, eig3: as many rotations, by the same angles, as the runtime makes, here of whole matrices.

#include "Matrix.h"
#include "Vectors.h"

namespace kt {

template <class S>
static S root(S x) {
  return S(std::sqrt(wide(x)));
}

namespace {
/// Three by three scalars of its own.
template <class S>
struct Square {
  S scalars[9];

  S &at(unsigned i, unsigned j) { return scalars[3 * i + j]; }
  Matrix<const S> view() const { return {scalars, 3, 3}; }

  static Square load(const S *from) {
    Square result;
    std::copy(from, from + 9, result.scalars);
    return result;
  }
  /// The identity but for two rows and columns.
  static Square turn(unsigned p, unsigned q, S cosine, S sine) {
    Square result;
    for (unsigned i = 0; i != 9; ++i)
      result.scalars[i] = S(i % 4 == 0 ? 1 : 0);
    result.at(p, p) = result.at(q, q) = cosine;
    result.at(p, q) = sine;
    result.at(q, p) = -sine;
    return result;
  }

  friend Square operator*(const Square &a, const Square &b) {
    Square result;
    multiply(a.view(), b.view(), Matrix<S>{result.scalars, 3, 3});
    return result;
  }
  Square transposed() const {
    Square result;
    for (unsigned i = 0; i != 9; ++i)
      result.scalars[i] = scalars[i % 3 * 3 + i / 3];
    return result;
  }
};

template <class S>
struct Factors {
  Square<S> q, r;
};
} // namespace

template <class S>
static Factors<S> factorize(Square<S> r) {
  const S tiny = S(std::is_same_v<S, double> ? 1e-12 : 1e-6);
  Square<S> q = Square<S>::turn(0, 1, S(1), S(0));
  for (auto [k, lower] : {std::pair(0u, 1u), std::pair(0u, 2u), std::pair(1u, 2u)}) {
    S pivot = r.at(k, k), below = r.at(lower, k);
    S length = root(pivot * pivot + below * below);
    // Cosine and sine of half the angle.
    S c = (pivot < S(0) ? -pivot : pivot) + larger(length, tiny), s = length > tiny ? below : S(0);
    if (pivot < S(0))
      std::swap(c, s);
    S scale = S(1) / root(c * c + s * s);
    c = c * scale, s = s * scale;
    Square<S> turn = Square<S>::turn(k, lower, S(1) - S(2) * s * s, S(2) * c * s);
    r = turn * r;
    q = q * turn.transposed();
  }
  return {q, r};
}

/// A rotation whose columns are close to the eigenvectors, by Jacobi's method.
template <class S>
static Square<S> eigenvectors(Square<S> a) {
  for (unsigned i : {0, 1, 2}) // the lower triangle counts
    for (unsigned j = 0; j != i; ++j)
      a.at(j, i) = a.at(i, j);
  Square<S> vectors = Square<S>::turn(0, 1, S(1), S(0));
  for (unsigned step = 0; step != (std::is_same_v<S, double> ? 24u : 12u); ++step) {
    unsigned p = step % 3, q = (step + 1) % 3;
    S c = S(2) * (a.at(p, p) - a.at(q, q)), s = a.at(q, p);
    if (!(S(5.82842712474619) * s * s < c * c))
      c = S(0.9238795325112867), s = S(0.3826834323650898);
    S norm = c * c + s * s;
    Square<S> turn = Square<S>::turn(p, q, (c * c - s * s) / norm, S(2) * s * c / norm);
    a = turn * a * turn.transposed();
    vectors = vectors * turn.transposed();
  }
  return vectors;
}

template <class S>
static Square<S> sortByLength(Square<S> columns, Square<S> &axes) {
  for (auto [first, second] : {std::pair(0u, 1u), std::pair(0u, 2u), std::pair(1u, 2u)}) {
    Square<S> rows = columns.transposed();
    if (!(dot(&rows.at(first, 0), &rows.at(first, 0), 3) < dot(&rows.at(second, 0), &rows.at(second, 0), 3)))
      continue;
    Square<S> turn = Square<S>::turn(first, second, S(0), S(1)).transposed();
    columns = columns * turn;
    axes = axes * turn;
  }
  return columns;
}

template <class S>
static void give(Call &call, unsigned i, const Square<S> &matrix) {
  std::copy(matrix.scalars, matrix.scalars + 9, call.part<S>(i));
}

template <class S>
static void giveDiagonal(Call &call, unsigned i, const Square<S> &matrix) {
  for (unsigned k = 0; k != 3; ++k)
    call.part<S>(i)[k] = matrix.scalars[4 * k];
}

/// V turns by half the angle that (xx - yy, 2 xy) has, for the elements of A^T A.
template <class S>
static void singularValues2(Call &call) {
  const S *a = call.arg<S>(0);
  S xx = a[0] * a[0] + a[2] * a[2], xy = a[0] * a[1] + a[2] * a[3], yy = a[1] * a[1] + a[3] * a[3];
  S difference = xx - yy, mixed = S(2) * xy;
  S area = a[0] * a[3] - a[1] * a[2];
  S values[] = {root((xx + yy + root(difference * difference + mixed * mixed)) * S(0.5)), S(0)};
  S u[] = {S(1), S(0), S(0), S(1)}, v[] = {S(1), S(0), S(0), S(1)};
  if (values[0] != S(0)) {
    values[1] = (area < S(0) ? -area : area) / values[0];
    auto angle = std::atan2(wide(mixed), wide(difference)) / 2;
    S side = S(difference < S(0) && !(mixed < S(0)) ? -1 : 1);
    S x = side * S(std::cos(angle)), y = side * S(std::sin(angle));
    S image[] = {(a[0] * x + a[1] * y) / values[0], (a[2] * x + a[3] * y) / values[0]};
    S orientation = S(area < S(0) ? -1 : 1);
    v[0] = x, v[1] = -y, v[2] = y, v[3] = x;
    u[0] = image[0], u[1] = -image[1] * orientation, u[2] = image[1], u[3] = image[0] * orientation;
  }
  std::copy(u, u + 4, call.part<S>(0));
  std::copy(values, values + 2, call.part<S>(1));
  std::copy(v, v + 4, call.part<S>(2));
}

ArrayRef<BuiltinEntry> decompositions() {
  static const BuiltinEntry entries[] = {
      {"svd3", perScalar<[]<Float S>(Tag<S>, Call &call) {
         auto a = Square<S>::load(call.arg<S>(0));
         Square<S> v = eigenvectors(a.transposed() * a);
         Factors<S> factors = factorize(sortByLength(a * v, v));
         give(call, 0, factors.q);
         giveDiagonal(call, 1, factors.r);
         give(call, 2, v);
       }>},
      {"svd2", perScalar<[]<Float S>(Tag<S>, Call &call) { singularValues2<S>(call); }>},
      {"qr3", perScalar<[]<Float S>(Tag<S>, Call &call) {
         Factors<S> factors = factorize(Square<S>::load(call.arg<S>(0)));
         give(call, 0, factors.q);
         give(call, 1, factors.r);
       }>},
      {"eig3", perScalar<[]<Float S>(Tag<S>, Call &call) {
         auto a = Square<S>::load(call.arg<S>(0));
         Square<S> q = eigenvectors(a);
         give(call, 0, q);
         giveDiagonal(call, 1, q.transposed() * a * q);
       }>},
  };
  return entries;
}

} // namespace kt
