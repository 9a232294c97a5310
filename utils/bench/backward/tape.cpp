// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The kernels of loops.py by hand, for numbers that write what is done with them to a tape. With KT_ADOLC they are those of
// ADOL-C, a launch to a tape; else those of a tape as small as can be, which each thread starts afresh.

#include <cmath>
#include <vector>

#ifdef KT_ADOLC
#include <adolc/adolc.h>

using Number = adouble;

static double value_of(const Number &a) { return a.value(); }
#else
namespace {
struct Entry {
  int left, right;
  double byLeft, byRight;
};

/// What was computed from what, and the derivatives of each by its operands.
std::vector<Entry> tape;

struct Number {
  double value;
  int place;

  Number(double value = 0.0) : value(value), place(-1) {}
  Number(double value, int left, double byLeft, int right = -1, double byRight = 0.0)
      : value(value), place(int(tape.size())) {
    tape.push_back({left, right, byLeft, byRight});
  }
  Number &operator+=(const Number &b);
};

Number operator+(const Number &a, const Number &b) { return {a.value + b.value, a.place, 1.0, b.place, 1.0}; }
Number operator-(const Number &a, const Number &b) { return {a.value - b.value, a.place, 1.0, b.place, -1.0}; }
Number operator*(const Number &a, const Number &b) { return {a.value * b.value, a.place, b.value, b.place, a.value}; }
Number operator/(const Number &a, const Number &b) {
  const double quotient = a.value / b.value;
  return {quotient, a.place, 1.0 / b.value, b.place, -quotient / b.value};
}
Number operator+(const Number &a, double b) { return {a.value + b, a.place, 1.0}; }
Number operator*(const Number &a, double b) { return {a.value * b, a.place, b}; }
Number operator*(double a, const Number &b) { return b * a; }
Number operator/(double a, const Number &b) { return {a / b.value, b.place, -a / (b.value * b.value)}; }
Number &Number::operator+=(const Number &b) { return *this = *this + b; }
Number sin(const Number &a) { return {std::sin(a.value), a.place, std::cos(a.value)}; }
Number sqrt(const Number &a) {
  const double root = std::sqrt(a.value);
  return {root, a.place, 0.5 / root};
}

double value_of(const Number &a) { return a.value; }
} // namespace
#endif

namespace {
using std::sin, std::sqrt;

double value_of(double a) { return a; }

template <class T> T sum_of_squares(const T *x, int i, int n) {
  T s = 0.0;
  for (int k = 0; k < n; ++k)
    s += x[(i + k) % 64] * x[(i + k) % 64];
  return sqrt(s);
}

template <class T> T product(const T *x, int i, int n) {
  T s = 1.0;
  for (int k = 0; k < n; ++k)
    s = s * x[(i + k) % 64];
  return s;
}

template <class T> T horner(const T *x, int i, int n) {
  const T at = x[i % 64];
  T s = 0.0;
  for (int k = 0; k < n; ++k)
    s = s * at + x[k % 64];
  return s;
}

template <class T> T sine_chain(const T *x, int i, int n) {
  T s = x[i % 64];
  for (int k = 0; k < n; ++k)
    s = sin(s * x[k % 64]) + 0.5;
  return s;
}

template <class T> T slow_newton(const T *x, int i, int n) {
  T r = 3.0;
  for (int k = 0; k < n && value_of(r) > 0.0; ++k)
    r = r - 0.01 * (r * r - x[i % 64]) / (r + r);
  return r;
}

template <class T> T pendulum(const T *x, int i, int n) {
  T angle = x[i % 64];
  T speed = 0.0;
  for (int k = 0; k < n; ++k) {
    speed = speed - 0.01 * sin(angle);
    angle = angle + 0.01 * speed;
    if (value_of(angle) > 9.0)
      break;
  }
  return angle * speed;
}

template <class T> T oscillators(const T *x, int i, int n) {
  T a = x[i % 64], b = 0.0, p = 0.3, q = 0.1;
  for (int k = 0; k < n; ++k) {
    b = b - 0.01 * (a + p * a);
    q = q - 0.01 * (p - a * a);
    a = a + 0.01 * b;
    p = p + 0.01 * q;
  }
  return a * p;
}

template <class T> T orbit(const T *x, int i, int n) {
  T place[3] = {1.0, x[i % 64], 0.2}, speed[3] = {0.0, 0.4, x[i % 64]};
  for (int k = 0; k < n; ++k) {
    const T square = place[0] * place[0] + place[1] * place[1] + place[2] * place[2];
    const T pull = 0.01 / (square + 0.5);
    for (int c = 0; c < 3; ++c) {
      speed[c] = speed[c] - place[c] * pull;
      place[c] = place[c] + speed[c] * 0.01;
    }
  }
  return sqrt(place[0] * place[0] + place[1] * place[1] + place[2] * place[2]);
}

template <class T> T pairs(const T *x, int i, int n) {
  T s = 0.0;
  for (int k = 0; k < n; ++k) {
    const T distance = x[i % 64] - x[k % 64];
    s += 1.0 / (distance * distance + 0.1);
  }
  return s;
}

template <class T> T nested(const T *x, int, int n) {
  const int side = int(std::sqrt(float(n)));
  T s = 1.0;
  for (int k = 0; k < side; ++k) {
    T t = 0.0;
    for (int j = 0; j < side; ++j)
      t = t + sin(x[(j + k) % 64] * s);
    s = s + t * 0.01;
  }
  return s;
}

#ifdef KT_ADOLC
/// Adds to adj_x the gradient of the sum of the results of `threads` threads.
template <class F> void gradient(F function, int threads, int n, const double *x, double *adj_x) {
  const unsigned size = 1u << 27; // of each part of the tape, which otherwise goes to a file
  trace_on(0, 1, size, size, size, size);
  adouble inputs[64], sum = 0.0;
  for (int k = 0; k < 64; ++k)
    inputs[k] <<= x[k];
  for (int i = 0; i < threads; ++i)
    sum += function(inputs, i, n);
  double result, seed = 1.0, found[64];
  sum >>= result;
  trace_off();
  fos_reverse(0, 1, 64, &seed, found);
  for (int k = 0; k < 64; ++k)
    adj_x[k] += found[k];
}
#else
std::vector<double> adjoints;

/// Adds to adj_x the gradient of the sum of the results of `threads` threads.
template <class F> void gradient(F function, int threads, int n, const double *x, double *adj_x) {
  tape.resize(64);
  adjoints.assign(64, 0.0);
  Number inputs[64];
  for (int k = 0; k < 64; ++k) {
    inputs[k].value = x[k];
    inputs[k].place = k;
  }
  for (int i = 0; i < threads; ++i) {
    tape.resize(64);
    const Number result = function(inputs, i, n);
    adjoints.resize(tape.size(), 0.0);
    adjoints[result.place] += 1.0;
    for (int k = int(tape.size()) - 1; k >= 64; --k) {
      const double adjoint = adjoints[k];
      adjoints[k] = 0.0;
      if (tape[k].left >= 0)
        adjoints[tape[k].left] += adjoint * tape[k].byLeft;
      if (tape[k].right >= 0)
        adjoints[tape[k].right] += adjoint * tape[k].byRight;
    }
  }
  for (int k = 0; k < 64; ++k)
    adj_x[k] += adjoints[k];
}
#endif

template <class F> void values(F function, int threads, int n, const double *x, double *y) {
  for (int i = 0; i < threads; ++i)
    y[i] = function(x, i, n);
}
} // namespace

#define KT_ENTRIES(KERNEL)                                                                                             \
  extern "C" void KERNEL##_values(int threads, int n, const double *x, double *y) {                                   \
    values(KERNEL<double>, threads, n, x, y);                                                                          \
  }                                                                                                                    \
  extern "C" void KERNEL##_gradient(int threads, int n, const double *x, double *adj_x) {                              \
    gradient(KERNEL<Number>, threads, n, x, adj_x);                                                                    \
  }
KT_ENTRIES(sum_of_squares)
KT_ENTRIES(product)
KT_ENTRIES(horner)
KT_ENTRIES(sine_chain)
KT_ENTRIES(slow_newton)
KT_ENTRIES(pendulum)
KT_ENTRIES(oscillators)
KT_ENTRIES(orbit)
KT_ENTRIES(pairs)
KT_ENTRIES(nested)
