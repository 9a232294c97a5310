// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// wp.printf("…", args…): each conversion of the format is held against its argument, as a C compiler would.

#include "FunctionChecker.h"
#include "llvm/ADT/StringExtras.h"

using namespace kt;
using namespace kt::ast;

namespace {

/// One conversion of a format: `%-8.3f`.
struct Conversion {
  StringRef spelling;
  StringRef length; // "", "l", "ll" …
  char letter;
};

/// Splits a format. Nothing for one that C does not define, or that takes more than one argument for a conversion.
std::optional<llvm::SmallVector<Conversion, 4>> conversionsOf(StringRef format) {
  llvm::SmallVector<Conversion, 4> result;
  while (true) {
    size_t start = format.find('%');
    if (start == StringRef::npos)
      return result;
    format = format.drop_front(start);
    StringRef rest = format.drop_front(1);
    rest = rest.ltrim("-+ #0").ltrim("0123456789");
    if (rest.consume_front("."))
      rest = rest.ltrim("0123456789");
    StringRef length = rest.take_while([](char c) { return StringRef("hlLqjzt").contains(c); });
    rest = rest.drop_front(length.size());
    if (rest.empty())
      return std::nullopt;
    char letter = rest.front();
    rest = rest.drop_front();
    StringRef spelling = format.take_front(format.size() - rest.size());
    format = rest;
    if (letter == '%' && spelling == "%%")
      continue;
    if (!StringRef("diuoxXcfFeEgGaA").contains(letter))
      return std::nullopt;
    result.push_back({spelling, length, letter});
  }
}

/// The conversion that prints a value of this type; empty if there is none.
StringRef conversionFor(const Type *type) {
  if (type->isFloat())
    return "%f";
  if (type->isBool())
    return "%d";
  if (!type->isInteger())
    return "";
  bool isWide = cast<ScalarType>(type)->bitWidth() == 64;
  return type->isSignedInteger() ? (isWide ? "%lld" : "%d") : (isWide ? "%llu" : "%u");
}

bool fits(const Conversion &conversion, const Type *type) {
  if (StringRef("fFeEgGaA").contains(conversion.letter))
    return type->isFloat() && conversion.length.empty();
  if (!type->isInteger() && !type->isBool())
    return false;
  bool isWide = type->isInteger() && cast<ScalarType>(type)->bitWidth() == 64;
  if (conversion.letter == 'c')
    return !isWide && conversion.length.empty();
  return conversion.length == (isWide ? "ll" : "");
}

} // namespace

bool FunctionChecker::checkFormat(const Call *expr, StringRef format) {
  std::optional<llvm::SmallVector<Conversion, 4>> conversions = conversionsOf(format);
  if (!conversions) {
    error(expr->args[0]->loc, diag::FormatUnknown);
    return false;
  }
  ArrayRef<Expr *> values = expr->args.drop_front();
  if (conversions->size() != values.size()) {
    error(expr->loc, diag::FormatCount, conversions->size(), values.size());
    return false;
  }
  bool areValid = true;
  for (auto [conversion, value] : llvm::zip_equal(*conversions, values)) {
    const Type *type = typeOf(value);
    if (fits(conversion, type)) {
      // C passes no half through `...`.
      if (type->isFloat() && cast<ScalarType>(type)->bitWidth() == 16)
        coerce(value, types.float32());
      continue;
    }
    Diagnostic &diag = error(value->loc, diag::FormatType, conversion.spelling, type->spelling());
    StringRef right = conversionFor(type);
    diag.help(right.empty() ? "print its components one by one, or use `print`" : ("write `" + right + "`").str());
    areValid = false;
  }
  return areValid;
}

const Type *FunctionChecker::callPrintf(const Call *expr) {
  if (!refuseKeywords(expr))
    return errorType();
  const auto *format = expr->args.empty() ? nullptr : dyn_cast<ast::Constant>(expr->args[0]);
  if (!format || format->constantKind != ast::Constant::Str) {
    error(expr->args.empty() ? expr->loc : expr->args[0]->loc, diag::FormatNotText)
        .help("write the text in the call: `wp.printf(\"%d\\n\", i)`");
    return errorType();
  }
  function.types[format] = types.string();
  bool areValid = true;
  for (const Expr *arg : expr->args.drop_front())
    areValid &= !checkValue(arg)->isError();
  if (!areValid || !checkFormat(expr, format->text))
    return errorType();
  return setCallee(expr, {Callee::Printf{}, {expr->args.begin(), expr->args.end()}, types.none()});
}
