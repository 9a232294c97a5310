// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Scalar Math. Those of its names that vectors have as well go scalar by scalar.

#include "BuiltinTable.h"
#include "llvm/ADT/STLExtras.h"

namespace kt {

// The inverse error function by Newton's steps on erf, or for the tails, where erf runs out of digits, on erfc.

static double inverseOfErfc(double y) {
  if (!(y >= 0 && y <= 2))
    return std::numeric_limits<double>::quiet_NaN();
  if (y == 0 || y == 2)
    return y == 0 ? HUGE_VAL : -HUGE_VAL;
  if (y > 1)
    return -inverseOfErfc(2 - y);
  // log(erfc(x)) is smooth and nearly a parabola: few steps on it are enough from anywhere.
  double x = y > 0.5 ? (1 - y) * 0.886 : std::sqrt(-std::log(y));
  for (int i = 0; i != 12; ++i) {
    double value = std::erfc(x);
    double slope = -2 / std::sqrt(M_PI) * std::exp(-x * x);
    x -= (std::log(value) - std::log(y)) * value / slope;
  }
  return x;
}

static double inverseOfErf(double y) {
  if (!(std::fabs(y) < 0.5))
    return y > 0 ? inverseOfErfc(1 - y) : -inverseOfErfc(1 + y);
  double x = y * 0.886;
  for (int i = 0; i != 8; ++i)
    x -= (std::erf(x) - y) * std::sqrt(M_PI) / 2 * std::exp(x * x);
  return x;
}

/// Whether some or all of the scalars of the operand are so, which their sort of number decides.
template <class S>
static bool isFinite(S x) {
  if constexpr (Float<S>)
    return std::isfinite(wide(x));
  return true;
}
template <class S>
static bool isNan(S x) {
  if constexpr (Float<S>)
    return std::isnan(wide(x));
  return false;
}

template <class S>
static ArrayRef<S> scalars(Call &call) {
  return {call.arg<S>(0), scalarCount(call.argType(0))};
}

ArrayRef<BuiltinEntry> scalarMath() {
  static const BuiltinEntry entries[] = {
      {"abs", each<[]<Number S>(S x) {
         if constexpr (Float<S>)
           return S(std::fabs(wide(x)));
         else
           return x < S(0) ? -x : x;
       }>},
      {"clamp", each<[]<Number S>(S x, S low, S high) { return smaller(larger(low, x), high); }>},
      {"sign", each<[]<Number S>(S x) { return x < S(0) ? S(-1) : S(1); }>},
      {"step", each<[]<Number S>(S x) { return x < S(0) ? S(1) : S(0); }>},
      {"nonzero", each<[]<Number S>(S x) { return x == S(0) ? S(0) : S(1); }>},

      {"sin", each<[]<Float S>(S x) { return S(std::sin(wide(x))); }>},
      {"cos", each<[]<Float S>(S x) { return S(std::cos(wide(x))); }>},
      {"tan", each<[]<Float S>(S x) { return S(std::tan(wide(x))); }>},
      {"asin", each<[]<Float S>(S x) { return S(std::asin(wide(x))); }>},
      {"acos", each<[]<Float S>(S x) { return S(std::acos(wide(x))); }>},
      {"atan", each<[]<Float S>(S x) { return S(std::atan(wide(x))); }>},
      {"atan2", each<[]<Float S>(S y, S x) { return S(std::atan2(wide(y), wide(x))); }>},
      {"sinh", each<[]<Float S>(S x) { return S(std::sinh(wide(x))); }>},
      {"cosh", each<[]<Float S>(S x) { return S(std::cosh(wide(x))); }>},
      {"tanh", each<[]<Float S>(S x) { return S(std::tanh(wide(x))); }>},
      {"degrees", each<[]<Float S>(S x) { return x * S(180 / M_PI); }>},
      {"radians", each<[]<Float S>(S x) { return x * S(M_PI / 180); }>},
      {"sqrt", each<[]<Float S>(S x) { return S(std::sqrt(wide(x))); }>},
      {"cbrt", each<[]<Float S>(S x) { return S(std::cbrt(wide(x))); }>},
      {"exp", each<[]<Float S>(S x) { return S(std::exp(wide(x))); }>},
      {"log", each<[]<Float S>(S x) { return S(std::log(wide(x))); }>},
      {"log2", each<[]<Float S>(S x) { return S(std::log2(wide(x))); }>},
      {"log10", each<[]<Float S>(S x) { return S(std::log10(wide(x))); }>},
      {"pow", each<[]<Float S>(S x, S y) { return S(std::pow(wide(x), wide(y))); }>},
      {"erf", each<[]<Float S>(S x) { return S(std::erf(wide(x))); }>},
      {"erfc", each<[]<Float S>(S x) { return S(std::erfc(wide(x))); }>},
      {"erfinv", each<[]<Float S>(S x) { return S(inverseOfErf(double(x))); }>},
      {"erfcinv", each<[]<Float S>(S x) { return S(inverseOfErfc(double(x))); }>},
      {"round", each<[]<Float S>(S x) { return S(std::round(wide(x))); }>},
      {"rint", each<[]<Float S>(S x) { return S(std::nearbyint(wide(x))); }>},
      {"trunc", each<[]<Float S>(S x) { return S(std::trunc(wide(x))); }>},
      {"floor", each<[]<Float S>(S x) { return S(std::floor(wide(x))); }>},
      {"ceil", each<[]<Float S>(S x) { return S(std::ceil(wide(x))); }>},
      {"frac", each<[]<Float S>(S x) { return x - S(std::trunc(wide(x))); }>},

      {"isfinite", perScalar<[]<Number S>(Tag<S>, Call &call) {
         *call.result<bool>() = llvm::all_of(scalars<S>(call), isFinite<S>);
       }>},
      {"isnan", perScalar<[]<Number S>(Tag<S>, Call &call) {
         *call.result<bool>() = llvm::any_of(scalars<S>(call), isNan<S>);
       }>},
      {"isinf", perScalar<[]<Number S>(Tag<S>, Call &call) {
         *call.result<bool>() = llvm::any_of(scalars<S>(call), [](S x) { return !isFinite(x) && !isNan(x); });
       }>},
  };
  return entries;
}

} // namespace kt
