// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Parser.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/MathExtras.h"
#include <charconv>
#include <limits>

using namespace kt;
using namespace kt::ast;

static constexpr unsigned maxDecimalDigits = 4300; // CPython's limit

static unsigned takeBase(StringRef &digits) {
  if (digits.consume_front_insensitive("0x"))
    return 16;
  if (digits.consume_front_insensitive("0o"))
    return 8;
  if (digits.consume_front_insensitive("0b"))
    return 2;
  return 10;
}

// The exact value of a number of any length. APInt's own reading takes quadratic time even where the base is a power of
// two, and cubic time where it is not.

using Words = llvm::SmallVector<llvm::APInt::WordType, 32>;
static constexpr unsigned wordBits = llvm::APInt::APINT_BITS_PER_WORD;

static Words parseWideDecimal(StringRef digits) {
  constexpr unsigned digitsPerWord = 19;
  Words words;
  while (!digits.empty()) {
    StringRef chunk = digits.take_front(digitsPerWord);
    digits = digits.drop_front(chunk.size());
    uint64_t scale = 1, value = 0;
    for (char digit : chunk) {
      scale *= 10;
      value = value * 10 + (digit - '0');
    }
    words.push_back(0); // the product grows by one word at most
    llvm::APInt::tcMultiplyPart(words.data(), words.data(), scale, value, words.size(), words.size(), /*add=*/false);
  }
  return words;
}

static Words parseWideBits(StringRef digits, unsigned bitsPerDigit) {
  Words words(digits.size() * bitsPerDigit / wordBits + 1);
  size_t bit = 0;
  for (char digit : llvm::reverse(digits)) {
    uint64_t value = llvm::hexDigitValue(digit);
    size_t word = bit / wordBits, shift = bit % wordBits;
    words[word] |= value << shift;
    if (shift + bitsPerDigit > wordBits)
      words[word + 1] |= value >> (wordBits - shift);
    bit += bitsPerDigit;
  }
  return words;
}

static llvm::APInt parseWide(StringRef digits, unsigned base) {
  Words words = base == 10 ? parseWideDecimal(digits) : parseWideBits(digits, llvm::Log2_32(base));
  return {unsigned(words.size() * wordBits), words};
}

Expr *Parser::parseInteger(uint32_t start, StringRef digits) {
  auto *expr = make<Constant>(start);
  expr->constantKind = Constant::Int;
  expr->text = source.slice(expr->loc.begin, expr->loc.end);
  unsigned base = takeBase(digits);
  if (base == 10 && digits.size() > maxDecimalDigits)
    fail(expr->loc, diag::IntegerTooLong, digits.size(), maxDecimalDigits);
  if (uint64_t value = 0; !digits.getAsInteger(base, value)) {
    expr->intValue = new (*arena) llvm::APInt(64, value);
  } else if (!failed()) {
    wideIntegers.push_back(std::make_unique<llvm::APInt>(parseWide(digits, base)));
    expr->intValue = wideIntegers.back().get();
  }
  return expr;
}

/// The decimal exponent of the first digit that is not zero: what is too large for a double has a positive one.
static bool isLarge(StringRef text) {
  size_t exponentAt = std::min(text.find_first_of("eE"), text.size());
  StringRef mantissa = text.take_front(exponentAt);
  auto [whole, fraction] = mantissa.split('.');
  whole = whole.ltrim('0');
  int64_t magnitude = whole.empty() ? -int64_t(fraction.size() - fraction.ltrim('0').size()) : int64_t(whole.size());
  StringRef exponent = text.drop_front(std::min(exponentAt + 1, text.size()));
  bool isNegative = exponent.consume_front("-");
  exponent.consume_front("+");
  int64_t value = 0;
  if (!exponent.empty() && exponent.getAsInteger(10, value))
    value = std::numeric_limits<int32_t>::max(); // longer than any mantissa
  return magnitude + (isNegative ? -value : value) > 0;
}

/// The nearest double, whatever the locale; infinity if there is none, as in Python.
static double parseDouble(StringRef text) {
  double value = 0;
  std::from_chars_result result = std::from_chars(text.begin(), text.end(), value);
  if (result.ec == std::errc::result_out_of_range)
    return isLarge(text) ? std::numeric_limits<double>::infinity() : 0.0;
  return value;
}

// 1_000, 0xFF, 1.5e-3, 2j
// -----------------------
Expr *Parser::parseNumber() {
  uint32_t start = begin();
  TokenKind kind = cursor->kind;
  StringRef written = text(*cursor);
  advance();
  llvm::SmallString<32> plain; // without underscores
  for (char character : written)
    if (character != '_')
      plain.push_back(character);
  if (kind == TokenKind::Integer)
    return parseInteger(start, plain);

  auto *expr = make<Constant>(start);
  bool isImaginary = kind == TokenKind::Imaginary;
  expr->constantKind = isImaginary ? Constant::Complex : Constant::Float;
  expr->floatValue = parseDouble(isImaginary ? plain.str().drop_back() : plain.str());
  expr->text = written;
  return expr;
}
