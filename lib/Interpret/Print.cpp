// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Print.h"
#include "llvm/ADT/StringExtras.h"
#include <cstdio>

namespace kt {

/// What C's printf makes of one conversion. The format has been taken apart by us, so no compiler can check it.
template <class T>
static void append(std::string &output, const std::string &format, T value) {
  char buffer[512];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-security"
  int length = snprintf(buffer, sizeof buffer, format.c_str(), value);
  if (length < int(sizeof buffer)) {
    output.append(buffer, std::max(length, 0));
    return;
  }
  std::string text(length + 1, '\0');
  snprintf(text.data(), text.size(), format.c_str(), value);
#pragma GCC diagnostic pop
  text.pop_back();
  output += text;
}

// print(value)
// ------------

template <class S>
static void appendScalar(std::string &output, S scalar) {
  if constexpr (std::is_same_v<S, bool>)
    output += scalar ? "True" : "False";
  else if constexpr (isFloat<S>)
    append(output, "%g", double(scalar));
  else
    output += std::to_string(scalar.value);
}

/// `(x y z) (x y z w)`.
static std::string printedTransform(const TransformType &type, const char *memory) {
  std::string output;
  unsigned scalar = 0;
  withScalar(type.element()->scalarKind(), [&]<class S>(Tag<S>) {
    for (const Type *part : type.parts()) {
      output += scalar ? " (" : "(";
      for (unsigned i = 0; i != scalarCount(part); ++i) {
        output += i ? " " : "";
        S value;
        memcpy(&value, memory + scalar++ * sizeof(S), sizeof(S));
        appendScalar(output, value);
      }
      output += ')';
    }
  });
  return output + '\n';
}

std::string printedValue(const Type *type, const char *memory) {
  if (const auto *transform = dyn_cast<TransformType>(type))
    return printedTransform(*transform, memory);
  std::string output;
  const auto *matrix = dyn_cast<MatrixType>(type);
  unsigned count = scalarCount(type), rowLength = matrix ? matrix->columns() : count;
  withScalar(scalarOf(type)->scalarKind(), [&]<class S>(Tag<S>) {
    for (unsigned i = 0; i != count; ++i) {
      S scalar;
      memcpy(&scalar, memory + i * sizeof(S), sizeof(S));
      appendScalar(output, scalar);
      output += (i + 1) % rowLength == 0 ? '\n' : ' ';
    }
  });
  return output;
}

// printf("…", args…)
// ------------------
// A conversion says how its operand is shown, and not how long it is: its length modifiers are the target's business.

static void appendConversion(std::string &output, Call &call, unsigned operand, const std::string &flags, char letter) {
  const Type *type = call.argType(operand);
  withScalar(cast<ScalarType>(type)->scalarKind(), [&]<class S>(Tag<S>) {
    S value = *call.arg<S>(operand);
    if (StringRef("fFeEgGaA").contains(letter))
      return append(output, flags + letter, convertScalar<double>(value));
    if (letter == 'c')
      return append(output, flags + letter, int(convertScalar<Int32>(value).value));
    bool isWide = isFloat<S> || sizeof(S) == 8, isSigned = letter == 'd' || letter == 'i';
    uint64_t bits = convertScalar<Int64>(value).bits();
    if (!isWide)
      bits = isSigned ? uint64_t(int32_t(bits)) : uint32_t(bits);
    append(output, flags + "ll" + letter, static_cast<unsigned long long>(bits));
  });
}

void printFormatted(Call &call) {
  StringRef rest = call.op().text();
  std::string output;
  unsigned operand = 0;
  while (!rest.empty()) {
    size_t percent = std::min(rest.find('%'), rest.size());
    output += rest.take_front(percent);
    rest = rest.drop_front(percent);
    if (rest.consume_front("%%")) {
      output += '%';
    } else if (!rest.empty()) {
      StringRef flags = rest.take_while([](char c) { return llvm::isDigit(c) || StringRef("%-+ #.").contains(c); });
      rest = rest.drop_front(flags.size()).ltrim("hlLqjzt");
      appendConversion(output, call, operand++, flags.str(), rest.front());
      rest = rest.drop_front();
    }
  }
  call.print(output);
}

} // namespace kt
